/** What the report view works on: findings with their words, and where each stands in review. */
import { useMemo } from 'preact/hooks';
import type { Opinion, SavedReport } from '../../../core/exchange/schema';
import { explain, type Finding, type FormTable, tablesOf, valuesOf } from '../../../core/index';
import { opinionsOf, type Review, reviewOf } from '../../db/index';
import { type ExplainedFinding, language } from '../../ui/index';
import { useLive } from '../../use-live';

export interface ReviewedFinding {
  readonly against: string;
  readonly review: Review;
}

export interface ReportModel {
  readonly items: readonly ExplainedFinding[];
  /** Tables that were read, in the order of the tabs: table three first, where most of the sums are. */
  readonly tables: readonly FormTable[];
  readonly reviewed: (finding: Finding) => ReviewedFinding;
  /** Opinions that no longer fit their schema. */
  readonly unreadable: number;
}

export function useReport(report: SavedReport): ReportModel {
  const { outcome } = report;
  const items = useMemo(
    () => outcome.findings.map((finding) => ({ finding, explanation: explain(finding, outcome, language.value) })),
    [outcome, language.value],
  );
  const tables = useMemo(() => inTabOrder(tablesOf(outcome)), [outcome]);
  const live = useLive(
    () => opinionsOf(outcome.findings.map((finding) => finding.fingerprint)),
    [report.id, report.savedAt],
  );
  const said = live.state === 'ready' ? live.value : null;
  const reviews = useMemo(() => reviewAll(report, said?.opinions ?? []), [report, said]);
  return {
    items,
    tables,
    reviewed: (finding) => reviews.get(finding.fingerprint) ?? { against: '', review: reviewOf([], '') },
    unreadable: said?.unreadable ?? 0,
  };
}

function reviewAll({ outcome }: SavedReport, opinions: readonly Opinion[]): ReadonlyMap<string, ReviewedFinding> {
  return new Map(
    outcome.findings.map((finding) => {
      const against = valuesOf(finding, outcome);
      const own = opinions.filter((opinion) => opinion.finding === finding.fingerprint);
      return [finding.fingerprint, { against, review: reviewOf(own, against) }];
    }),
  );
}

const FIRST = 'applications';

/** Table three is what one wants to see first. */
function inTabOrder(tables: readonly FormTable[]): readonly FormTable[] {
  return [...tables.filter((table) => table.id === FIRST), ...tables.filter((table) => table.id !== FIRST)];
}
