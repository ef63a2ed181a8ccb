/**
 * 跨年勾稽 by itself: each report stands beside that of the year before, and beside the statistics of law enforcement of
 * its year, in whatever order they came.
 */
import { hasError } from '../../core/exchange/found';
import type { SavedReport } from '../../core/exchange/schema';
import { sourceNameOf } from '../../core/exchange/source-name';
import { check, previousInSet, statisticsInSet } from '../../core/index';
import { version } from '../../package.json';
import { checkOptions } from '../checklists/check-options';
import { checklistOf } from '../checklists/in-use';
import { listReports, loadOwnForms, loadReport, type ReportSummary, replaceOutcome } from '../db/index';
import { detailsOf } from '../details-of';

/** Checks again, from its stored document, each report that was not yet checked beside its neighbour. Returns in how many of them the first error was found. */
export async function linkYears(onProgress: (done: number, total: number) => void): Promise<number> {
  const { reports } = await listReports();
  const due = unlinked(reports);
  const forms = await loadOwnForms();
  let wrong = 0;
  for (const [index, { id, beside, statistics }] of due.entries()) {
    onProgress(index, due.length);
    const report = await whole(id);
    const [previous, counted] = [await whole(beside), await whole(statistics)];
    // Deleted or broken meanwhile: there is nothing to link.
    if (report === null || (previous === null && counted === null)) continue;
    const options = {
      sourceName: sourceNameOf(report.source, id),
      previous: previous?.outcome,
      statistics: counted?.outcome,
      checklist: (await checklistOf(id))?.checklist,
    };
    const linked = { ...report, outcome: check(report.document, checkOptions(options)), checkedBy: version };
    const kept = await replaceOutcome(linked, previous?.id ?? null, counted?.id, detailsOf(linked, forms));
    if (!kept.ok) throw new Error(kept.error.reason);
    if (!hasError(report, forms) && hasError(linked, forms)) wrong += 1;
  }
  return wrong;
}

async function whole(id: string | null): Promise<SavedReport | null> {
  const report = id === null ? null : await loadReport(id);
  return report === 'unreadable' ? null : report;
}

export interface Due {
  readonly id: string;
  /** Last year's report to check it beside; null where there is none. */
  readonly beside: string | null;
  readonly statistics: string | null;
}

/** Of two reports of one year the later one kept counts, so the earliest come first. */
export function unlinked(reports: readonly ReportSummary[]): Due[] {
  const dated = reports.map((report) => ({ report, outcome: report })).reverse();
  const [previous, statistics] = [previousInSet(dated), statisticsInSet(dated)];
  return dated.flatMap((each): Due[] => {
    const { id, beside } = each.report;
    const due = {
      id,
      beside: previous.get(each)?.report.id ?? beside,
      statistics: statistics.get(each)?.report.id ?? each.report.statistics ?? null,
    };
    return due.beside === beside && due.statistics === (each.report.statistics ?? null) ? [] : [due];
  });
}
