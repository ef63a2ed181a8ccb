/** What lists show of a report. */
import * as z from 'zod/mini';
import { OWN_FORM_SUM } from '../../core/exchange/own';
import type { SavedReport } from '../../core/exchange/schema';
import type { ReportDetails } from './details';

const counts = z.object({ error: z.int(), warning: z.int(), info: z.int() });

export const summarySchema = z.object({
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
