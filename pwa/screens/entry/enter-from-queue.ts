/** A file that turned out to be a picture leaves the queue and becomes an entry with that picture beside it. */
import { ok, type Result } from '../../../core/index';
import { blobOf, queueItem, type StorageFailure, storageFailure } from '../../db/index';
import { unpackEntry } from '../../intake/archive';
import { forget } from '../../intake/intake';
import { held } from '../../intake/run';
import { beginEntry } from './begin-entry';

interface Queued {
  readonly id: number;
  readonly name: string;
}

export async function enterFromQueue({ id, name }: Queued): Promise<Result<void, StorageFailure>> {
  try {
    const blob = await bytesOf(id);
    await beginEntry([{ name: name.slice(name.lastIndexOf('/') + 1), blob: blob ?? new Blob([]) }]);
    await forget([id]);
    return ok(undefined);
  } catch (error) {
    return { ok: false, error: storageFailure(error) };
  }
}

/** Null where they are gone: the entry then says that there is no picture in the file. */
async function bytesOf(id: number): Promise<Blob | null> {
  const file = held.get(id);
  if (file !== undefined) return file;
  const item = await queueItem(id);
  if (item?.archive === undefined || item.entry === undefined) return blobOf(id);
  const bytes = await unpackEntry(item.archive, item.entry);
  return bytes.ok ? new Blob([Uint8Array.from(bytes.value)]) : null;
}
