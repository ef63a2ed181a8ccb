/** Everything that is kept here, gone: the store, and what is being written. The program itself stays. */
import type { Result } from '../../core/index';
import { attempt, type StorageFailure } from '../db/attempt';
import { database } from '../db/index';

/** A folder on a slow drive shall not keep somebody from deleting. */
const PATIENCE = 5000;

/** All tables or none. */
export function deleteAll(): Promise<Result<void, StorageFailure>> {
  return betweenRounds(() =>
    attempt(() =>
      database.transaction('rw', database.tables, async () => {
        await Promise.all(database.tables.map((table) => table.clear()));
      }),
    ),
  );
}

/** A round of the shared folder, in whatever window, would bring back what it has in hand. The next one finds no folder. */
async function betweenRounds<T>(work: () => Promise<T>): Promise<T> {
  // Plain http has none, and no folders either.
  const { locks } = (globalThis as { readonly navigator?: Partial<Navigator> }).navigator ?? {};
  if (locks === undefined) return work();
  let begun = false;
  const once = (): Promise<T> => {
    begun = true;
    return work();
  };
  try {
    return await locks.request('gouji-folder', { signal: AbortSignal.timeout(PATIENCE) }, once);
  } catch (error) {
    if (begun) throw error;
    return work();
  }
}

/** Texts half written, and small choices of this browser. */
export function forgetDrafts(): void {
  try {
    for (const store of [sessionStorage, localStorage])
      for (const key of Object.keys(store)) if (key.startsWith('gouji.')) store.removeItem(key);
  } catch {
    // Closed to this page, so there is nothing of ours in it.
  }
}
