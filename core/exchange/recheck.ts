/**
 * What comes from elsewhere is checked again here: of a report that somebody sends, the document is evidence, the
 * outcome is only a claim. So nobody can hand out a page together with a verdict of his own.
 */
import { check } from '../index';
import { reportId } from './report-id';
import type { Bundle, SavedReport } from './schema';

declare const checkedHere: unique symbol;

/** A bundle whose outcomes and ids were made by this program from its documents. */
export type CheckedBundle = Bundle & { readonly [checkedHere]: true };

/** `version` of this program, which then stands for the outcomes. */
export function recheckBundle(bundle: Bundle, version: string): CheckedBundle {
  return { ...bundle, reports: bundle.reports.map((report) => recheck(report, version)) } as unknown as CheckedBundle;
}

function recheck(report: SavedReport, version: string): SavedReport {
  const { document, source } = report;
  const id = reportId(document, source);
  return { ...report, id, outcome: check(document, { sourceName: sourceNameOf(source, id) }), checkedBy: version };
}

/** What stands in for the organ where a report names none: its file, its address, or its content. */
export function sourceNameOf(source: SavedReport['source'], id: string): string {
  return source.fileName ?? source.address ?? id;
}
