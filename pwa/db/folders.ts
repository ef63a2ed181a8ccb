/** The folder that this store shares, kept as the browser's own handle. Loads with what needs it. */
import * as z from 'zod/mini';
import type { Result } from '../../core/index';
import { attempt, type StorageFailure } from './attempt';
import { database } from './database';

const row = z.object({
  key: z.literal('shared'),
  handle: z.custom<FileSystemDirectoryHandle>(
    (value) => typeof value === 'object' && value !== null && 'getDirectoryHandle' in value,
  ),
  seen: z.record(z.string(), z.object({ length: z.int(), hash: z.string() })),
});
export type KeptFolder = Omit<z.infer<typeof row>, 'key'>;

export async function loadFolder(): Promise<KeptFolder | null> {
  return row.safeParse(await database.folders.get('shared')).data ?? null;
}

export function saveFolder(folder: KeptFolder): Promise<Result<void, StorageFailure>> {
  return attempt(async () => {
    await database.folders.put({ key: 'shared', ...folder });
  });
}

export function forgetFolder(): Promise<Result<void, StorageFailure>> {
  return attempt(() => database.folders.delete('shared'));
}
