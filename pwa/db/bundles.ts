/** 交接: what leaves this store and what comes in. Merging is a union; nothing here is overwritten. */
import { firstId, newWords } from '../../core/exchange/merge';
import { countFitting, END, PART_BYTES, type PlaceInStore } from '../../core/exchange/parts';
import type { CheckedBundle } from '../../core/exchange/recheck';
import { BUNDLE_VERSION, type Bundle, type Opinion, type SavedReport } from '../../core/exchange/schema';
import type { Result } from '../../core/index';
import { attempt, type StorageFailure } from './attempt';
import { database } from './database';
import { type EvidenceRows, putEvidence } from './evidence';
import { allOpinions, guardOpinions, type OpinionList } from './opinions';
import { loadReport } from './reports';
import { summaryOf } from './summary';

/** What a bundle would add. */
export interface BundlePreview {
  readonly newReports: readonly SavedReport[];
  readonly knownReports: number;
  /** Under the ids to keep them by. */
  readonly newOpinions: readonly Opinion[];
  readonly knownOpinions: number;
  /** New ones that came under the id of another word. */
  readonly disputed: number;
}

export interface MergeCounts {
  readonly reports: { readonly added: number; readonly known: number };
  readonly opinions: { readonly added: number; readonly known: number };
}

/** Ids of what a merge added. */
export interface Added {
  readonly reports: readonly string[];
  readonly opinions: readonly string[];
  readonly evidence: readonly string[];
}

export interface Exported {
  readonly bundle: Bundle;
  /** Rows left out because they no longer fit their schema. */
  readonly unreadable: number;
}

export async function previewBundle(bundle: CheckedBundle): Promise<BundlePreview> {
  const reports = once(bundle.reports);
  const reportIds = new Set(
    await database.reports
      .where('id')
      .anyOf(reports.map(({ id }) => id))
      .primaryKeys(),
  );
  const newReports = reports.filter((report) => !reportIds.has(report.id));
  const words = await wordsNew(bundle.opinions);
  return {
    newReports,
    knownReports: reports.length - newReports.length,
    newOpinions: words.fresh,
    knownOpinions: words.known,
    disputed: words.disputed,
  };
}

/** Twice: a word whose id is taken may be here under its second name. */
async function wordsNew(opinions: readonly Opinion[]): Promise<ReturnType<typeof newWords>> {
  const ids = new Set(opinions.map(firstId));
  let rows = await rowsOf([...ids]);
  const first = newWords(guardOpinions(rows).opinions, taken(rows), opinions);
  if (first.disputed === 0) return first;
  rows = [...rows, ...(await rowsOf(first.fresh.flatMap(({ id }) => (ids.has(id) ? [] : [id]))))];
  return newWords(guardOpinions(rows).opinions, taken(rows), opinions);
}

async function rowsOf(ids: readonly string[]): Promise<readonly unknown[]> {
  return (await database.opinions.bulkGet([...ids])).filter((row) => row !== undefined);
}

function taken(rows: readonly unknown[]): ReadonlySet<string> {
  const idOf = (row: unknown): string[] =>
    typeof row === 'object' && row !== null && 'id' in row && typeof row.id === 'string' ? [row.id] : [];
  return new Set(rows.flatMap(idOf));
}

/** All or nothing: where the store refuses a row, none is added. */
export function mergeBundle(bundle: CheckedBundle): Promise<Result<MergeCounts, StorageFailure>> {
  const { reports, summaries, details, opinions } = database;
  return attempt(() =>
    database.transaction('rw', [reports, summaries, details, opinions], async () => {
      const preview = await previewBundle(bundle);
      await addReportsAndWords(preview);
      return {
        reports: { added: preview.newReports.length, known: preview.knownReports },
        opinions: { added: preview.newOpinions.length, known: preview.knownOpinions },
      };
    }),
  );
}

/** Inside a transaction over all that a merge writes: adds what is new, evidence with it, and says what that was. */
export async function addBundle(bundle: CheckedBundle, evidence: readonly EvidenceRows[]): Promise<Added> {
  const preview = await previewBundle(bundle);
  await addReportsAndWords(preview);
  const sealed: string[] = [];
  for (const rows of evidence) if ((await putEvidence(rows)) === 'added') sealed.push(rows.head.id);
  const ids = (rows: readonly { readonly id: string }[]): string[] => rows.map(({ id }) => id);
  return { reports: ids(preview.newReports), opinions: ids(preview.newOpinions), evidence: sealed };
}

async function addReportsAndWords({ newReports, newOpinions }: BundlePreview): Promise<void> {
  await database.reports.bulkAdd([...newReports]);
  await database.summaries.bulkPut(newReports.map((report) => summaryOf(report, null, null)));
  // Those of a report that was here under the same id are not of this one, which was checked anew.
  await database.details.bulkDelete(newReports.map(({ id }) => id));
  await database.opinions.bulkAdd([...newOpinions]);
}

/** All reports and opinions. */
export async function exportBundle(): Promise<Exported> {
  const ids = await database.reports.toCollection().primaryKeys();
  return exportThese(ids, allOpinions);
}

/** These reports, with the opinions that `saidOf` finds. */
export async function exportThese(
  ids: readonly string[],
  saidOf: (reports: readonly SavedReport[]) => Promise<OpinionList>,
): Promise<Exported> {
  const rows = await Promise.all(ids.map(loadReport));
  const reports = rows.filter((row): row is SavedReport => row !== null && row !== 'unreadable');
  const said = await saidOf(reports);
  return {
    bundle: { format: 'gouji', version: BUNDLE_VERSION, reports, opinions: [...said.opinions] },
    unreadable: rows.filter((row) => row === 'unreadable').length + said.unreadable,
  };
}

export interface ExportedPart extends Exported {
  /** How far the part goes. */
  readonly upTo: PlaceInStore;
}

/** What lies behind a place of the store, as much as fits a message: reports first, in the order of their ids. */
export async function exportPart(after: PlaceInStore, room: number = PART_BYTES): Promise<ExportedPart> {
  const part = { reports: [] as SavedReport[], opinions: [] as Opinion[] };
  let left = room;
  let unreadable = 0;
  const done = (upTo: PlaceInStore): ExportedPart => ({
    bundle: { format: 'gouji', version: BUNDLE_VERSION, ...part },
    unreadable,
    upTo,
  });
  if (after.in === 'end') return done(END);
  if (after.in === 'reports') {
    let last = after.after;
    for (const id of await database.reports.where('id').above(last).primaryKeys()) {
      const report = await loadReport(id);
      if (report !== null && report !== 'unreadable') {
        const size = bytesOf(report);
        if (countFitting([size], left, part.reports.length === 0) === 0) return done({ in: 'reports', after: last });
        part.reports.push(report);
        left -= size;
      } else if (report === 'unreadable') unreadable++;
      last = id;
    }
  }
  const said = await allOpinions();
  const from = after.in === 'opinions' ? after.after : '';
  const rest = said.opinions.filter(({ id }) => id > from).sort((a, b) => (a.id < b.id ? -1 : 1));
  const count = countFitting(rest.map(bytesOf), left, part.reports.length === 0);
  part.opinions.push(...rest.slice(0, count));
  if (count < rest.length) return done({ in: 'opinions', after: rest[count - 1]?.id ?? from });
  unreadable += said.unreadable;
  return done(END);
}

function bytesOf(row: unknown): number {
  return new Blob([JSON.stringify(row)]).size;
}

/** The first of each id. */
export function once<T extends { readonly id: string }>(rows: readonly T[]): readonly T[] {
  const seen = new Map<string, T>();
  for (const row of rows) if (!seen.has(row.id)) seen.set(row.id, row);
  return [...seen.values()];
}
