/**
 * 对照录入: forms that a person fills in by hand. Each is kept as it is typed, and stays when it has become a report, so
 * that a slip can be mended; the pictures it was filled in from stand in a table of their own.
 * Not among the rest of the store (`index.ts`): it loads with the screens that need it.
 */
import * as z from 'zod/mini';
import type { SavedReport } from '../../core/exchange/schema';
import type { Result } from '../../core/index';
import { attempt, type StorageFailure } from './attempt';
import { database } from './database';
import { putReport } from './reports';

const row = z.object({
  id: z.string(),
  /** ISO 8601, UTC: when the last key was pressed. */
  changedAt: z.string(),
  /** Id of the form. */
  form: z.string(),
  organ: z.string(),
  year: z.string(),
  /** As typed, by cell id; empty ones are left out. */
  cells: z.record(z.string(), z.string()),
  /** Text of a section, by its number. */
  prose: z.record(z.string(), z.string()),
  /** Names of the pictures, also of those that are not kept. */
  pictures: z.array(z.string()),
  /** The report it was saved as; null before that. */
  report: z.nullable(z.string()),
});
export type Entry = z.infer<typeof row>;

const pictureRow = z.object({ id: z.string(), entry: z.string(), name: z.string(), blob: z.instanceof(Blob) });

export interface PictureFile {
  readonly name: string;
  readonly blob: Blob;
}

/** Latest first. A row that does not fit its schema is left where it is. */
export async function listEntries(): Promise<readonly Entry[]> {
  const rows = await database.entries.toArray();
  const entries = rows.flatMap((each) => row.safeParse(each).data ?? []);
  return entries.sort((a, b) => (a.changedAt < b.changedAt ? 1 : -1));
}

export async function loadEntry(id: string): Promise<Entry | null> {
  return row.safeParse(await database.entries.get(id)).data ?? null;
}

export async function entryOfReport(report: string): Promise<Entry | null> {
  return row.safeParse(await database.entries.where('report').equals(report).first()).data ?? null;
}

export function putEntry(entry: Entry): Promise<Result<void, StorageFailure>> {
  return attempt(async () => {
    await database.entries.put(entry);
  });
}

/** All of them or none. */
export function addPictures(entry: string, pictures: readonly PictureFile[]): Promise<Result<void, StorageFailure>> {
  return attempt(() =>
    database.transaction('rw', database.pictures, async () => {
      const from = await database.pictures.where('entry').equals(entry).count();
      await database.pictures.bulkAdd(
        pictures.map(({ name, blob }, index) => ({ id: pictureId(entry, from + index), entry, name, blob })),
      );
    }),
  );
}

/** In the order in which they were added. */
export async function picturesOf(entry: string): Promise<readonly PictureFile[]> {
  const rows = await database.pictures.where('entry').equals(entry).sortBy('id');
  return rows.flatMap((each) => pictureRow.safeParse(each).data ?? []);
}

/** So that their order is that of their names. */
function pictureId(entry: string, index: number): string {
  return `${entry} ${String(index).padStart(4, '0')}`;
}

/** The report and its entry are one write. The report that the same entry made before gives way: it was mended. */
export function finishEntry(
  entry: Entry,
  report: SavedReport,
  beside: string | null,
): Promise<Result<void, StorageFailure>> {
  const { reports, summaries, details, entries } = database;
  return attempt(() =>
    database.transaction('rw', reports, summaries, details, entries, async () => {
      await putReport(report, beside);
      if (entry.report !== null && entry.report !== report.id)
        await Promise.all([reports, summaries, details].map((table) => table.delete(entry.report ?? '')));
      await entries.put({ ...entry, report: report.id });
    }),
  );
}

/** What was typed and its pictures; a report made of it stays. Returns the way back. */
export function deleteEntry(id: string): Promise<Result<() => Promise<Result<void, StorageFailure>>, StorageFailure>> {
  const { entries, pictures } = database;
  return attempt(() =>
    database.transaction('rw', entries, pictures, async () => {
      const entry = await entries.get(id);
      const kept = await pictures.where('entry').equals(id).toArray();
      await entries.delete(id);
      await pictures.where('entry').equals(id).delete();
      return () =>
        attempt(() =>
          database.transaction('rw', entries, pictures, async () => {
            if (entry !== undefined) await entries.put(entry);
            await pictures.bulkPut(kept);
          }),
        );
    }),
  );
}
