/** Everything that is kept here, gone: the store, and what is being written. The program itself stays. */
import type { Result } from '../../core/index';
import { attempt, type StorageFailure } from '../db/attempt';
import { database } from '../db/index';

/** All tables or none. */
export function deleteAll(): Promise<Result<void, StorageFailure>> {
  return attempt(() =>
    database.transaction('rw', database.tables, async () => {
      await Promise.all(database.tables.map((table) => table.clear()));
    }),
  );
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
