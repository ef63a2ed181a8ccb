/** The folder that this store shares, kept as the browser's own handle. Loads with what needs it. */
import * as z from 'zod/mini';
import type { Result } from '../../core/index';
import { attempt, type StorageFailure } from './attempt';
import { database } from './database';

const row = z.object({
  key: z.literal('shared'),
  /** Of this choice of a folder: choosing the same one again is another. Rows of older versions have none. */
  id: z._default(z.string(), ''),
  handle: z.custom<FileSystemDirectoryHandle>(
    (value) => typeof value === 'object' && value !== null && 'getDirectoryHandle' in value,
  ),
  seen: z.record(z.string(), z.object({ length: z.int(), hash: z.string() })),
});
export type KeptFolder = Omit<z.infer<typeof row>, 'key'>;
export type SeenInFolder = KeptFolder['seen'];

export async function loadFolder(): Promise<KeptFolder | null> {
  return row.safeParse(await database.folders.get('shared')).data ?? null;
}

export function saveFolder(folder: KeptFolder): Promise<Result<void, StorageFailure>> {
  return attempt(async () => {
    await database.folders.put({ key: 'shared', ...folder });
  });
}

/** What a round saw; nothing where the folder was left meanwhile or another one chosen, in whatever window. */
export function saveSeen(id: string, seen: SeenInFolder): Promise<Result<void, StorageFailure>> {
  return attempt(() =>
    database.transaction('rw', database.folders, async () => {
      const now = await loadFolder();
      if (now?.id === id) await database.folders.put({ key: 'shared', ...now, seen });
    }),
  );
}

export function forgetFolder(): Promise<Result<void, StorageFailure>> {
  return attempt(() => database.folders.delete('shared'));
}
