/** Whether the browser promises not to clear what is kept here when the disk runs short. */
import { signal } from '@preact/signals';

export type Persistence = 'unknown' | 'kept' | 'best-effort' | 'unavailable';

export interface Storage {
  readonly persistence: Persistence;
  /** Bytes in use; null where the browser does not say. */
  readonly used: number | null;
  /** Bytes that the browser grants; null where it does not say. */
  readonly quota: number | null;
}

export const storage = signal<Storage>({ persistence: 'unknown', used: null, quota: null });

/** On plain http `navigator.storage` does not exist, whatever the types say. */
function manager(): StorageManager | undefined {
  return 'storage' in navigator ? navigator.storage : undefined;
}

export function lookAtStorage(): Promise<void> {
  return look(async () => undefined);
}

/** Asks the browser; Chromium decides by itself, Firefox asks the reader. */
export function askToKeep(): Promise<void> {
  return look((browser) => browser.persist());
}

async function look(first: (browser: StorageManager) => Promise<unknown>): Promise<void> {
  const browser = manager();
  try {
    if (browser === undefined) throw new Error('no storage manager at this address');
    await first(browser);
    const [kept, estimate] = await Promise.all([browser.persisted(), browser.estimate()]);
    storage.value = {
      persistence: kept ? 'kept' : 'best-effort',
      used: estimate.usage ?? null,
      quota: estimate.quota ?? null,
    };
  } catch {
    // Told in the settings: this address makes no promise.
    storage.value = { persistence: 'unavailable', used: null, quota: null };
  }
}
