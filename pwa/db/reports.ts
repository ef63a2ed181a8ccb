/** Saved reports: put in, listed by what the list shows, taken out whole. */
import { type SavedReport, savedReportSchema } from '../../core/exchange/schema';
import type { CheckStatus, FormId, Result } from '../../core/index';
import { attempt, type StorageFailure } from './attempt';
import { database } from './database';

/** What the list shows of a report. */
export interface ReportSummary {
  readonly id: string;
  readonly savedAt: string;
  readonly organ: string | null;
  readonly year: number | null;
  readonly title: string | null;
  readonly form: FormId | null;
  readonly status: CheckStatus;
  readonly source: SavedReport['source'];
  readonly fingerprints: readonly string[];
  readonly counts: Readonly<Record<'error' | 'warning' | 'info', number>>;
}

export interface ReportList {
  /** Latest first. */
  readonly reports: readonly ReportSummary[];
  /** Rows that no longer fit their schema: kept in the store, and counted here. */
  readonly unreadable: number;
}

/** `known`: the same content, checked by the same program, was there already. */
export type Saved = 'added' | 'updated' | 'known';

/**
 * Keeps a report. The same content has the same id, so saving twice keeps one; another result, of another version of
 * the program or beside last year's report, takes the place of the old one; opinions stay as they are.
 */
export function saveReport(report: SavedReport): Promise<Result<Saved, StorageFailure>> {
  return attempt(() =>
    database.transaction('rw', database.reports, async (): Promise<Saved> => {
      const row = await database.reports.get(report.id);
      const before = savedReportSchema.safeParse(row);
      if (before.success && isSame(before.data, report)) return 'known';
      // Written by a later version, perhaps: what cannot be read is not overwritten.
      if (row !== undefined && !before.success) throw new Error('what is kept under this id cannot be read');
      await database.reports.put(report);
      return row === undefined ? 'added' : 'updated';
    }),
  );
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

/** Takes the row out as it is, and returns the way to put it back. */
export function deleteReport(id: string): Promise<Result<() => Promise<Result<void, StorageFailure>>, StorageFailure>> {
  return attempt(async () => {
    const row = await database.reports.get(id);
    await database.reports.delete(id);
    return () =>
      attempt(async () => {
        if (row !== undefined) await database.reports.put(row);
      });
  });
}

/** Summaries are kept for the visit: a list of hundreds reads each report once. */
const summaries = new Map<string, ReportSummary>();

export async function listReports(): Promise<ReportList> {
  const keys = await database.reports.orderBy('[savedAt+id]').reverse().keys();
  const total = await database.reports.count();
  const reports: ReportSummary[] = [];
  for (const key of keys) {
    const [savedAt, id] = Array.isArray(key) ? key.map(String) : [];
    if (id === undefined) continue;
    const known = summaries.get(id);
    const summary = known !== undefined && known.savedAt === savedAt ? known : await summarise(id);
    if (summary === null) continue;
    summaries.set(id, summary);
    reports.push(summary);
  }
  return { reports, unreadable: total - reports.length };
}

async function summarise(id: string): Promise<ReportSummary | null> {
  const report = await loadReport(id);
  if (report === null || report === 'unreadable') return null;
  const { outcome } = report;
  const count = (severity: 'error' | 'warning' | 'info'): number =>
    outcome.findings.filter((finding) => finding.severity === severity).length;
  return {
    id,
    savedAt: report.savedAt,
    organ: outcome.organ,
    year: outcome.year,
    title: outcome.title,
    form: outcome.form,
    status: outcome.status,
    source: report.source,
    fingerprints: outcome.findings.map((finding) => finding.fingerprint),
    counts: { error: count('error'), warning: count('warning'), info: count('info') },
  };
}
