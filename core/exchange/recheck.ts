/**
 * What comes from elsewhere is checked again here: of a report that somebody sends, the document is evidence, the
 * outcome is only a claim. So nobody can hand out a page together with a verdict of his own.
 */
import { check, previousInSet, statisticsInSet } from '../index';
import { reportId } from './report-id';
import type { Bundle, SavedReport } from './schema';
import { sourceNameOf } from './source-name';

declare const checkedHere: unique symbol;

/** A bundle whose outcomes and ids were made by this program from its documents. */
export type CheckedBundle = Bundle & { readonly [checkedHere]: true };

/** A report without the outcome that somebody claims it has: that would not be believed anyway. */
export type UncheckedReport = Omit<SavedReport, 'outcome'>;

export type UncheckedBundle = Omit<Bundle, 'reports'> & { readonly reports: readonly UncheckedReport[] };

/**
 * `version` of this program, which then stands for the outcomes. Where the bundle has last year's report of an organ
 * or the statistics of law enforcement of its year too, they stand beside this year's, so that opinions on findings across years keep their findings.
 */
export function recheckBundle(bundle: UncheckedBundle, version: string): CheckedBundle {
  const alone = bundle.reports.map((report) => recheck(report, version));
  const inOrder = [...alone].sort((a, b) => (a.savedAt < b.savedAt ? -1 : a.savedAt > b.savedAt ? 1 : 0));
  const previous = previousInSet(inOrder);
  const statistics = statisticsInSet(inOrder);
  const reports = alone.map((report) => {
    const before = previous.get(report)?.outcome;
    const counted = statistics.get(report)?.outcome;
    const { document, source, id } = report;
    if (before === undefined && counted === undefined) return report;
    const options = {
      sourceName: sourceNameOf(source, id),
      ...(before === undefined ? {} : { previous: before }),
      ...(counted === undefined ? {} : { statistics: counted }),
    };
    return { ...report, outcome: check(document, options) };
  });
  return { ...bundle, reports } as unknown as CheckedBundle;
}

function recheck(report: UncheckedReport, version: string): SavedReport {
  const { document, source } = report;
  const id = reportId(document, source);
  return { ...report, id, outcome: check(document, { sourceName: sourceNameOf(source, id) }), checkedBy: version };
}
