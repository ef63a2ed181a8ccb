/** Saved reports: put in, listed by what the list shows, taken out whole. */
import { type SavedReport, savedReportSchema } from '../../core/exchange/schema';
import type { Outcome, Result } from '../../core/index';
import { attempt, type StorageFailure } from './attempt';
import { database } from './database';
import { keptDetails, putDetails, type ReportDetails } from './details';
import { takeEvidence } from './evidence';
import { keptSummaries, keptSummariesOf, keptSummary } from './summaries';
import { type ReportSummary, summaryOf } from './summary';

export interface ReportList {
  /** Latest first. */
  readonly reports: readonly ReportSummary[];
  /** Rows that no longer fit their schema: kept in the store, and counted here. */
  readonly unreadable: number;
  /** False of the first few of a long list, while the rest is being read. */
  readonly whole: boolean;
}

/** `known`: the same content, checked by the same program, was there already. */
export type Saved = 'added' | 'updated' | 'known';

/**
 * Keeps a report. The same content has the same id, so saving twice keeps one; another result, of another version of
 * the program or beside last year's report, takes the place of the old one; opinions stay as they are.
 * `beside`: the id of last year's report that it was checked with, where the caller knows. `details`: where it made them.
 */
export function saveReport(
  report: SavedReport,
  beside: string | null = null,
  details: ReportDetails | null = null,
): Promise<Result<Saved, StorageFailure>> {
  const { reports, summaries, details: all } = database;
  return attempt(() => database.transaction('rw', reports, summaries, all, () => putReport(report, beside, details)));
}

/** Inside a transaction over reports, summaries and details. */
export async function putReport(
  report: SavedReport,
  beside: string | null,
  details: ReportDetails | null = null,
): Promise<Saved> {
  const row = await database.reports.get(report.id);
  const before = savedReportSchema.safeParse(row);
  // Written by a later version, perhaps: what cannot be read is not overwritten.
  if (row !== undefined && !before.success) throw new Error('what is kept under this id cannot be read');
  const known = before.success && isSame(before.data, report);
  const kept = known ? before.data : report;
  if (!known) await database.reports.put(report);
  const summary = await keptSummary(report.id);
  const earlier = known ? summary : null;
  const own = details ?? (known ? await keptDetails(report.id) : null);
  await database.summaries.put(summaryOf(kept, own, beside ?? earlier?.beside ?? null, earlier?.statistics));
  if (!known || details !== null) await putDetails(report.id, details);
  if (known) return 'known';
  return row === undefined ? 'added' : 'updated';
}

/** The outcome of a report that is kept, made anew; its place in the list stays. Nothing is written of one deleted meanwhile. */
export function replaceOutcome(
  report: SavedReport,
  beside: string | null,
  statistics?: string,
  details: ReportDetails | null = null,
): Promise<Result<void, StorageFailure>> {
  return attempt(() =>
    database.transaction('rw', database.reports, database.summaries, database.details, async () => {
      if ((await database.reports.get(report.id)) === undefined) return;
      await database.reports.put(report);
      await database.summaries.put(summaryOf(report, details, beside, statistics));
      await putDetails(report.id, details);
    }),
  );
}

/** The report of the same organ and year kept last, other than this one where there is another. */
export async function lastKept(outcome: Outcome, id: string): Promise<SavedReport | null> {
  const { organ, year } = outcome;
  const same = await loadReport(id);
  const rows =
    organ === null || year === null
      ? []
      : await database.reports.where('[outcome.organ+outcome.year]').equals([organ, year]).toArray();
  const others = rows
    .flatMap((row) => savedReportSchema.safeParse(row).data ?? [])
    .filter((report) => report.id !== id);
  const [latest] = others.sort((a, b) => b.savedAt.localeCompare(a.savedAt));
  return latest ?? (same === 'unreadable' ? null : same);
}

function isSame(before: SavedReport, now: SavedReport): boolean {
  // Both through the schema, which settles the order of keys.
  const text = (report: SavedReport): string => JSON.stringify(savedReportSchema.parse(report).outcome);
  return before.checkedBy === now.checkedBy && text(before) === text(now);
}

/** A report, or why there is none: `null` where nothing is kept under this id, `unreadable` where the row is broken. */
export async function loadReport(id: string): Promise<SavedReport | 'unreadable' | null> {
  const row = await database.reports.get(id);
  if (row === undefined) return null;
  const report = savedReportSchema.safeParse(row);
  return report.success ? report.data : 'unreadable';
}

/** Takes the row out as it is, its evidence with it, and returns the way to put them back. */
export function deleteReport(id: string): Promise<Result<() => Promise<Result<void, StorageFailure>>, StorageFailure>> {
  const { reports, summaries, details, evidence, evidenceParts } = database;
  return attempt(() =>
    database.transaction('rw', reports, summaries, details, evidence, evidenceParts, async () => {
      const row = await reports.get(id);
      const summary = await summaries.get(id);
      const detail = await details.get(id);
      const putEvidenceBack = await takeEvidence(id);
      await Promise.all([reports.delete(id), summaries.delete(id), details.delete(id)]);
      return () =>
        attempt(() =>
          database.transaction('rw', reports, summaries, details, evidence, evidenceParts, async () => {
            if (row !== undefined) await reports.put(row);
            if (summary !== undefined) await summaries.put(summary);
            if (detail !== undefined) await details.put(detail);
            await putEvidenceBack();
          }),
        );
    }),
  );
}

/** Reports without a summary, summarised for this visit; null where the row is broken. `keepSummaries` keeps them. */
const summarised = new Map<string, ReportSummary | null>();

export async function listReports(): Promise<ReportList> {
  const ids = await database.reports.toCollection().primaryKeys();
  const kept = await keptSummaries();
  const reports: ReportSummary[] = [];
  for (const id of ids) {
    const summary = kept.get(id) ?? (await summarise(id));
    if (summary !== null) reports.push(summary);
  }
  return { reports: reports.sort(latestFirst), unreadable: ids.length - reports.length, whole: true };
}

/** The latest, as many as a screen shows; null where these are all, or where one has no summary yet. */
export async function latestReports(count: number): Promise<ReportList | null> {
  const ids = await database.reports
    .orderBy('[savedAt+id]')
    .reverse()
    .limit(count + 1)
    .primaryKeys();
  if (ids.length <= count) return null;
  const reports = await keptSummariesOf(ids.slice(0, count));
  return reports.length < count ? null : { reports: [...reports].sort(latestFirst), unreadable: 0, whole: false };
}

/** Writes what `listReports` had to make, so that the next visit need not. */
export async function keepSummaries(): Promise<Result<void, StorageFailure>> {
  if ([...summarised.values()].every((summary) => summary === null)) return { ok: true, value: undefined };
  return attempt(() =>
    database.transaction('rw', database.reports, database.summaries, async () => {
      for (const [id, summary] of summarised) {
        if (summary === null) continue;
        summarised.delete(id);
        const report = await database.reports.get(id);
        if (report !== undefined && (await keptSummary(id)) === null) await database.summaries.put(summary);
      }
    }),
  );
}

async function summarise(id: string): Promise<ReportSummary | null> {
  const known = summarised.get(id);
  if (known !== undefined) return known;
  const report = await loadReport(id);
  const summary = report === null || report === 'unreadable' ? null : summaryOf(report, await keptDetails(id), null);
  summarised.set(id, summary);
  return summary;
}

function latestFirst(a: ReportSummary, b: ReportSummary): number {
  if (a.savedAt !== b.savedAt) return a.savedAt < b.savedAt ? 1 : -1;
  return a.id < b.id ? 1 : -1;
}
