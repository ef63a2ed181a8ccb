/**
 * 明细: what search, organs and the overview ask of a report beyond its summary, in a row of its own. It is made by what has
 * the core at hand (`pwa/details-of.ts`). A report that is written without one loses the one it had, and another is made
 * when it is needed: a row that is there is true.
 */
import * as z from 'zod/mini';
import { type SavedReport, savedReportSchema, severitySchema } from '../../core/exchange/schema';
import type { Result } from '../../core/index';
import { attempt, type StorageFailure } from './attempt';
import { database } from './database';
import { keptSummary } from './summaries';
import { type ReportSummary, summaryOf } from './summary';

/** Rows made otherwise are made anew. */
export const DETAILS_MADE = 1;

const detailsSchema = z.object({
  id: z.string(),
  made: z.literal(DETAILS_MADE),
  /** Of the forms of people's own that it was made with (`formsStamp`). */
  forms: z._default(z.string(), ''),
  /** The date that the page shows: 2025-01-24. */
  published: z.nullable(z.string()),
  /** What is said of it, a line for each finding, in Chinese. */
  text: z.string(),
  findings: z.array(
    z.object({
      fingerprint: z.string(),
      rule: z.string(),
      severity: severitySchema,
      /** Its values now, from `valuesOf`: what a word on it is given against. */
      against: z.string(),
    }),
  ),
});

export type ReportDetails = z.infer<typeof detailsSchema>;

export async function allDetails(): Promise<ReadonlyMap<string, ReportDetails>> {
  const rows = await database.details.toArray();
  return new Map(
    rows.flatMap((row) => detailsSchema.safeParse(row).data ?? []).map((details) => [details.id, details]),
  );
}

/** Inside a transaction over reports and details. */
export async function putDetails(id: string, details: ReportDetails | null): Promise<void> {
  if (details === null) await database.details.delete(id);
  else await database.details.put(details);
}

export async function keptDetails(id: string): Promise<ReportDetails | null> {
  return detailsSchema.safeParse(await database.details.get(id)).data ?? null;
}

/** Makes those of a report from what is kept now, and counts it anew. False where it is gone or cannot be read. */
export function remakeDetails(
  id: string,
  make: (report: SavedReport) => ReportDetails,
): Promise<Result<boolean, StorageFailure>> {
  return attempt(() =>
    database.transaction('rw', database.reports, database.summaries, database.details, async () => {
      const report = savedReportSchema.safeParse(await database.reports.get(id));
      if (!report.success) return false;
      const details = make(report.data);
      await database.details.put(details);
      const before = await keptSummary(id);
      const now = summaryOf(report.data, details, before?.beside ?? null, before?.statistics);
      // Lists are read again whenever one changes.
      if (before === null || !isSame(before, now)) await database.summaries.put(now);
      return true;
    }),
  );
}

function isSame(a: ReportSummary, b: ReportSummary): boolean {
  return JSON.stringify([a.counts, a.rules]) === JSON.stringify([b.counts, b.rules]);
}
