import type { Result } from '../../core/index';

/** Why the browser refused to store. `full`: no room left. `closed`: storage is off for this page, or the browser shut it. */
export interface StorageFailure {
  readonly code: 'full' | 'closed' | 'other';
  readonly reason: string;
}

/** A write to the store as a Result: the store may be full, blocked, or gone. */
export async function attempt<T>(write: () => Promise<T>): Promise<Result<T, StorageFailure>> {
  try {
    return { ok: true, value: await write() };
  } catch (error) {
    return { ok: false, error: storageFailure(error) };
  }
}

export function storageFailure(error: unknown): StorageFailure {
  const names = namesOf(error);
  const reason = error instanceof Error ? error.message : String(error);
  if (names.includes('QuotaExceededError')) return { code: 'full', reason };
  if (CLOSED.some((name) => names.includes(name))) return { code: 'closed', reason };
  return { code: 'other', reason };
}

const CLOSED = ['DatabaseClosedError', 'OpenFailedError', 'MissingAPIError', 'InvalidStateError', 'SecurityError'];

/** dexie wraps the browser's own error in `inner`. */
function namesOf(error: unknown): readonly string[] {
  if (!(error instanceof Error)) return [];
  return [error.name, ...('inner' in error ? namesOf(error.inner) : [])];
}
