/**
 * Files on their way in, kept until they are checked, so that a closed tab loses none. Their bytes stand in a table of
 * their own and go as soon as the file is done; a file that failed keeps them, for another try.
 */
import * as z from 'zod/mini';
import type { SavedReport } from '../../core/exchange/schema';
import type { Result } from '../../core/index';
import { attempt, type StorageFailure } from './attempt';
import { database } from './database';
import type { ReportDetails } from './details';
import { type IntakeFailure, intakeFailureSchema } from './intake-failure';
import { putReport, type Saved } from './reports';

const row = z.object({
  id: z.int(),
  /** Without its folder: what a report is called after. */
  name: z.string(),
  /** With its folders and its archive, as people look for it. */
  path: z.string(),
  size: z.number(),
  /** `opened`: an archive whose entries stand in rows of their own. */
  state: z.enum(['waiting', 'done', 'known', 'failed', 'cancelled', 'opened']),
  /** Row of the archive that it is in, and which entry of it. */
  archive: z.optional(z.int()),
  entry: z.optional(z.int()),
  report: z.optional(z.string()),
  failure: z.optional(intakeFailureSchema),
});

export type QueueItem = z.infer<typeof row>;
export type QueueState = QueueItem['state'];
export type NewItem = Omit<QueueItem, 'id'>;

/** A file and where it was found. */
export interface FoundFile {
  readonly file: File;
  readonly path: string;
}

/** Files written at a time: the page stays quick, and of a full store only the last few are refused. */
const CHUNK = 40;

/** Keeps as many as the store takes, in order; `refused` is why the rest is not kept. */
export async function addToQueue(
  files: readonly FoundFile[],
  onAdded: (items: readonly QueueItem[]) => void,
): Promise<StorageFailure | null> {
  for (let at = 0; at < files.length; at += CHUNK) {
    const added = await attempt(() => addChunk(files.slice(at, at + CHUNK)));
    if (!added.ok) return added.error;
    onAdded(added.value);
  }
  return null;
}

async function addChunk(files: readonly FoundFile[]): Promise<readonly QueueItem[]> {
  const items = files.map(({ file, path }): NewItem => ({ name: file.name, path, size: file.size, state: 'waiting' }));
  return database.transaction('rw', database.queue, database.blobs, async () => {
    const ids = await database.queue.bulkAdd(items, { allKeys: true });
    await database.blobs.bulkAdd(files.map(({ file }, index) => ({ id: ids[index], blob: file })));
    return items.map((item, index) => ({ ...item, id: ids[index] ?? 0 }));
  });
}

/** Entries of an archive; the archive itself is then `opened`. */
export function addEntries(archive: number, entries: readonly NewItem[]): Promise<readonly QueueItem[]> {
  return database.transaction('rw', database.queue, async () => {
    const ids = await database.queue.bulkAdd([...entries], { allKeys: true });
    await database.queue.update(archive, { state: 'opened' });
    return entries.map((entry, index) => ({ ...entry, id: ids[index] ?? 0 }));
  });
}

/** In the order in which they came. A row that does not fit is of no use to anybody, and goes. */
export async function loadQueue(): Promise<readonly QueueItem[]> {
  const rows = await database.queue.toArray();
  return rows.flatMap((each) => row.safeParse(each).data ?? []);
}

export async function queueItem(id: number): Promise<QueueItem | null> {
  return row.safeParse(await database.queue.get(id)).data ?? null;
}

export async function blobOf(id: number): Promise<Blob | null> {
  const kept = await database.blobs.get(id);
  const blob = typeof kept === 'object' && kept !== null && 'blob' in kept ? kept.blob : null;
  return blob instanceof Blob ? blob : null;
}

/** The report and the file's being done are one write: no crash between them loses or doubles a report. */
export function finishItem(
  id: number,
  report: SavedReport,
  beside: string | null,
  details: ReportDetails | null = null,
): Promise<Result<Saved, StorageFailure>> {
  const { reports, summaries, details: all, queue, blobs } = database;
  return attempt(() =>
    database.transaction('rw', reports, summaries, all, queue, blobs, async () => {
      const saved = await putReport(report, beside, details);
      await queue.update(id, { state: saved === 'known' ? 'known' : 'done', report: report.id, failure: undefined });
      await blobs.delete(id);
      return saved;
    }),
  );
}

export async function failItem(id: number, failure: IntakeFailure): Promise<void> {
  await database.queue.update(id, { state: 'failed', failure });
}

/** All that wait are cancelled, or the other way; bytes stay, so that one can go on. */
export function setStates(from: QueueState, to: QueueState): Promise<Result<void, StorageFailure>> {
  return attempt(async () => {
    await database.queue.where('state').equals(from).modify({ state: to });
  });
}

export function retryItems(ids: readonly number[]): Promise<Result<void, StorageFailure>> {
  return attempt(async () => {
    await database.queue
      .where('id')
      .anyOf([...ids])
      .modify({ state: 'waiting', failure: undefined });
  });
}

/** Forgets files, bytes and all; what was kept of them as reports stays. */
export function forgetItems(ids: readonly number[]): Promise<Result<void, StorageFailure>> {
  return attempt(() =>
    database.transaction('rw', database.queue, database.blobs, async () => {
      await database.queue.bulkDelete([...ids]);
      await database.blobs.bulkDelete([...ids]);
    }),
  );
}

/** Archives of which nothing is left to do. */
export function sweepArchives(): Promise<Result<void, StorageFailure>> {
  return attempt(async () => {
    const items = await loadQueue();
    const open = new Set(items.flatMap(({ archive, state }) => (state === 'done' || state === 'known' ? [] : archive)));
    const over = items.filter(({ id, state }) => state === 'opened' && !open.has(id)).map(({ id }) => id);
    if (over.length === 0) return;
    await database.queue.bulkDelete(over);
    await database.blobs.bulkDelete(over);
  });
}
