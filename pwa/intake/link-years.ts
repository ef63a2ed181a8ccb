/** 跨年勾稽 by itself: each report stands beside that of the year before, in whatever order the two came. */
import { sourceNameOf } from '../../core/exchange/source-name';
import { check, type Outcome, previousInSet } from '../../core/index';
import { version } from '../../package.json';
import { checkOptions } from '../checklists/check-options';
import { checklistOf } from '../checklists/in-use';
import { listReports, loadReport, type ReportSummary, replaceOutcome } from '../db/index';

/** Checks again, from its stored document, each report that was not yet checked beside its neighbour. Returns in how many of them the first error was found. */
export async function linkYears(onProgress: (done: number, total: number) => void): Promise<number> {
  const { reports } = await listReports();
  const due = unlinked(reports);
  let wrong = 0;
  for (const [index, { id, beside }] of due.entries()) {
    onProgress(index, due.length);
    const [report, previous] = [await loadReport(id), await loadReport(beside)];
    // Deleted or broken meanwhile: there is nothing to link.
    if (report === null || report === 'unreadable' || previous === null || previous === 'unreadable') continue;
    const { document, source } = report;
    const checklist = (await checklistOf(id))?.checklist;
    const options = { sourceName: sourceNameOf(source, id), previous: previous.outcome, checklist };
    const outcome = check(document, checkOptions(options));
    const kept = await replaceOutcome({ ...report, outcome, checkedBy: version }, beside);
    if (!kept.ok) throw new Error(kept.error.reason);
    if (!hasError(report.outcome) && hasError(outcome)) wrong += 1;
  }
  return wrong;
}

function hasError({ findings }: Outcome): boolean {
  return findings.some(({ severity }) => severity === 'error');
}

/** Of two reports of one year the later one kept counts, so the earliest come first. */
export function unlinked(reports: readonly ReportSummary[]): { readonly id: string; readonly beside: string }[] {
  const dated = reports.map((report) => ({ report, outcome: report })).reverse();
  return [...previousInSet(dated)].flatMap(([{ report }, before]) =>
    report.beside === before.report.id ? [] : [{ id: report.id, beside: before.report.id }],
  );
}
