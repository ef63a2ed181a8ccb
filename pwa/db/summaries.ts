/** What lists show of a report, kept beside it and written with it. */
import * as z from 'zod/mini';
import { OWN_FORM_SUM } from '../../core/exchange/own';
import type { SavedReport } from '../../core/exchange/schema';
import { database } from './database';
import type { ReportDetails } from './details';

const counts = z.object({ error: z.int(), warning: z.int(), info: z.int() });

const summarySchema = z.object({
  id: z.string(),
  savedAt: z.string(),
  organ: z.nullable(z.string()),
  year: z.nullable(z.int()),
  title: z.nullable(z.string()),
  form: z.nullable(z.string()),
  status: z.enum(['checked', 'partial', 'blank-form', 'unrecognised']),
  source: z.object({ address: z.nullable(z.string()), fileName: z.nullable(z.string()) }),
  counts,
  /** Findings by rule; rules that found nothing are left out. */
  rules: z.record(z.string(), counts),
  /** Last year's report that it was checked beside; null where there was none, or nobody knows. */
  beside: z.nullable(z.string()),
  /** The statistics of law enforcement of its year that it was checked beside; absent where there were none. */
  statistics: z.optional(z.string()),
});

export type ReportSummary = z.infer<typeof summarySchema>;
export type SeverityCounts = ReportSummary['counts'];

/** `details`: they know what all forms of people's own find; null counts what the check itself found, until they are made. */
export function summaryOf(
  report: SavedReport,
  details: ReportDetails | null,
  beside: string | null,
  statistics?: string,
): ReportSummary {
  const { outcome } = report;
  const found =
    details === null
      ? outcome.findings
      : [
          ...outcome.findings.filter(({ rule }) => rule !== OWN_FORM_SUM),
          ...details.findings.filter(({ rule }) => rule === OWN_FORM_SUM),
        ];
  const all = { error: 0, warning: 0, info: 0 };
  const rules: Record<string, SeverityCounts> = {};
  for (const { rule, severity } of found) {
    all[severity] += 1;
    const own = rules[rule] ?? { error: 0, warning: 0, info: 0 };
    own[severity] += 1;
    rules[rule] = own;
  }
  return {
    id: report.id,
    savedAt: report.savedAt,
    organ: outcome.organ,
    year: outcome.year,
    title: outcome.title,
    form: outcome.form,
    status: outcome.status,
    source: report.source,
    counts: all,
    rules,
    beside,
    ...(statistics === undefined ? {} : { statistics }),
  };
}

/** All that are kept. One that does not fit its schema is as good as none: it is made anew from its report. */
export async function keptSummaries(): Promise<Map<string, ReportSummary>> {
  const rows = await database.summaries.toArray();
  const summaries = rows.flatMap((row) => summarySchema.safeParse(row).data ?? []);
  return new Map(summaries.map((summary) => [summary.id, summary]));
}

export async function keptSummariesOf(ids: readonly string[]): Promise<readonly ReportSummary[]> {
  const rows = await database.summaries.bulkGet([...ids]);
  return rows.flatMap((row) => summarySchema.safeParse(row).data ?? []);
}

export async function keptSummary(id: string): Promise<ReportSummary | null> {
  return summarySchema.safeParse(await database.summaries.get(id)).data ?? null;
}
