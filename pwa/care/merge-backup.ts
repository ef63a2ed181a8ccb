/**
 * A backup into the store. What is here stays as it is; what is not, comes in. Reports are checked again and evidence
 * is verified, as whatever comes from elsewhere: a file can be changed by anybody. What is in is in, should it be cut
 * short; opening the file again brings the rest.
 */

import type * as z from 'zod/mini';
import { readManifest } from '../../core/exchange/evidence';
import { opinionSchema, savedReportSchema } from '../../core/exchange/schema';
import type { Result } from '../../core/index';
import { attempt, type StorageFailure } from '../db/attempt';
import { addVersion } from '../db/checklists';
import { database, mergeBundle, saveEvidence } from '../db/index';
import { checkedHere } from '../exchange/checked-here';
import type { BackupLine } from './backup-file';
import { type BackupContents, type BlobPlace, type Key, keyOf, type OpenedBackup } from './read-backup';

export interface Merged {
  readonly added: number;
  readonly known: number;
  /** Rows that are not what they should be. */
  readonly leftOut: number;
  /** Reports that came in, for their checklists. */
  readonly reports: readonly string[];
}

/** Reports at a time: checking one takes some milliseconds, and the page answers in between. */
const REPORTS = 4;
/** Of this machine, not of the work: two of them under one `person` would write the same file of a shared folder. */
const NOT_RESTORED: ReadonlySet<unknown> = new Set(['handover', 'backupPutOff', 'person']);
/** Parts come with their evidence. */
const BY_THEMSELVES: ReadonlySet<string> = new Set(['reports', 'opinions', 'evidence', 'evidenceParts', 'checklists']);

export async function mergeBackup(
  { contents, counts }: OpenedBackup,
  onProgress: (done: number, total: number) => void,
): Promise<Result<Merged, StorageFailure>> {
  const merge = new Merge(
    contents,
    counts.reduce((sum, { fresh, known }) => sum + fresh + known, 0),
    onProgress,
  );
  try {
    for (const { table } of counts) if (!BY_THEMSELVES.has(table)) await merge.rows(table);
    await merge.checklists();
    await merge.opinions();
    await merge.reports();
    await merge.evidence();
  } catch (error) {
    if (error instanceof Refused) return { ok: false, error: error.failure };
    throw error;
  }
  return { ok: true, value: { ...merge.counts, reports: merge.fresh } };
}

class Refused extends Error {
  constructor(readonly failure: StorageFailure) {
    super(failure.reason);
  }
}

function taken<T>(result: Result<T, StorageFailure>): T {
  if (!result.ok) throw new Refused(result.error);
  return result.value;
}

class Merge {
  readonly counts = { added: 0, known: 0, leftOut: 0 };
  readonly fresh: string[] = [];
  private done = 0;

  constructor(
    private readonly contents: BackupContents,
    private readonly total: number,
    private readonly onProgress: (done: number, total: number) => void,
  ) {}

  /** Tables without a meaning of their own for this: by key, and only where there is none. */
  async rows(table: string): Promise<void> {
    for await (const [, all] of this.contents.pages(table)) {
      const lines = table === 'settings' ? all.filter(({ row }) => !NOT_RESTORED.has(row['key'])) : all;
      this.done += all.length - lines.length;
      const rows: { readonly key: Key; readonly row: Record<string, unknown> }[] = [];
      for (const line of lines) {
        const row = await this.contents.whole(line);
        const key = row === null ? null : keyOf(table, row);
        if (row !== null && key !== null) rows.push({ key, row });
      }
      const store = database.table<unknown, Key>(table);
      const added = taken(
        await attempt(() =>
          database.transaction('rw', store, async () => {
            const known = await store.bulkGet(rows.map(({ key }) => key));
            const fresh = rows.filter((_, index) => known[index] === undefined);
            // `put`: a hostile file may name one key twice.
            await store.bulkPut(fresh.map(({ row }) => row));
            return fresh.length;
          }),
        ),
      );
      this.count(lines.length, added, rows.length - added);
    }
  }

  async checklists(): Promise<void> {
    for await (const [, lines] of this.contents.pages('checklists'))
      for (const { row } of lines) {
        const state = taken(await addVersion(row));
        this.count(1, state === 'added' ? 1 : 0, state === 'known' ? 1 : 0);
      }
  }

  async opinions(): Promise<void> {
    for await (const [, lines] of this.contents.pages('opinions')) {
      const opinions = fitting(opinionSchema, lines);
      const bundle = await checkedHere({ format: 'gouji', version: 1, reports: [], opinions: [...opinions] });
      const { added, known } = taken(await mergeBundle(bundle)).opinions;
      this.count(lines.length, added, known);
    }
  }

  async reports(): Promise<void> {
    for await (const [, lines] of this.contents.pages('reports'))
      for (let at = 0; at < lines.length; at += REPORTS) {
        const some = lines.slice(at, at + REPORTS);
        const reports = fitting(savedReportSchema, some);
        const bundle = await checkedHere({ format: 'gouji', version: 1, reports: [...reports], opinions: [] });
        const ids = bundle.reports.map(({ id }) => id);
        const here = new Set(taken(await attempt(() => database.reports.where('id').anyOf(ids).primaryKeys())));
        const { added, known } = taken(await mergeBundle(bundle)).reports;
        this.fresh.push(...bundle.reports.flatMap(({ id }) => (here.has(id) ? [] : [id])));
        this.count(some.length, added, known);
        // The page draws and answers.
        await new Promise((resolve) => setTimeout(resolve));
      }
  }

  async evidence(): Promise<void> {
    const parts = new Map<unknown, Map<string, BlobPlace>>();
    let lines = 0;
    for await (const [, some] of this.contents.pages('evidenceParts'))
      for (const { row, blobs } of some) {
        const own = parts.get(row['evidence']) ?? new Map<string, BlobPlace>();
        const place = blobs?.['bytes'];
        if (place !== undefined) own.set(String(row['name']), place);
        parts.set(row['evidence'], own);
        lines += 1;
      }
    this.done += lines;
    for await (const [, some] of this.contents.pages('evidence'))
      for (const { row } of some) {
        const state = await this.oneEvidence(row, parts.get(row['id']) ?? new Map());
        this.count(1, state === 'added' ? 1 : 0, state === 'known' ? 1 : 0);
      }
  }

  /** Null where it is not whole: it would prove nothing. */
  private async oneEvidence(
    { id, text }: BackupLine['row'],
    places: ReadonlyMap<string, BlobPlace>,
  ): Promise<'added' | 'known' | null> {
    if (typeof id !== 'string' || typeof text !== 'string') return null;
    const manifest = readManifest(text);
    if (!manifest.ok) return null;
    const parts = new Map<string, Uint8Array>();
    for (const [name, place] of places) {
      const bytes = await this.contents.bytes(place);
      if (bytes !== null) parts.set(name, bytes);
    }
    const kept = await saveEvidence({ id, text, manifest: manifest.value, parts });
    if (kept.ok) return kept.value;
    if (kept.error.code === 'other') return null;
    throw new Refused(kept.error);
  }

  private count(lines: number, added: number, known: number): void {
    this.counts.added += added;
    this.counts.known += known;
    this.counts.leftOut += lines - added - known;
    this.done += lines;
    this.onProgress(this.done, this.total);
  }
}

function fitting<T>(schema: z.ZodMiniType<T>, lines: readonly BackupLine[]): readonly T[] {
  return lines.flatMap(({ row }) => {
    const read = schema.safeParse(row);
    return read.success ? [read.data] : [];
  });
}
