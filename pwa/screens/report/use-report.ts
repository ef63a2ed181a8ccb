/** What the report view works on: findings with their words, and where each stands in review. */
import { useMemo } from 'preact/hooks';
import { foundIn, withOwnFindings } from '../../../core/exchange/found';
import type { SavedReport } from '../../../core/exchange/schema';
import { sourceNameOf } from '../../../core/exchange/source-name';
import { explain, type Finding, type FormTable, type Outcome, tablesOf } from '../../../core/index';
import { type FindingReview, loadOwnForms, opinionsOfReport, reviewOf, reviewsOf } from '../../db/index';
import { type ExplainedFinding, language } from '../../ui/index';
import { useLive } from '../../use-live';

export interface ReportModel {
  /** With the findings of people's own, and of their forms, among the others. */
  readonly outcome: Outcome;
  readonly items: readonly ExplainedFinding[];
  /** Tables that were read, in the order of the tabs: table three first, where most of the sums are. */
  readonly tables: readonly FormTable[];
  readonly reviewed: (finding: Finding) => FindingReview;
  /** Stands in for the organ where the report names none. */
  readonly source: string;
  /** Opinions that no longer fit their schema. */
  readonly unreadable: number;
}

export function useReport(report: SavedReport): ReportModel {
  const source = sourceNameOf(report.source, report.id);
  const forms = useLive(loadOwnForms, []);
  const kept = forms.state === 'ready' ? forms.value : null;
  const found = useMemo(() => foundIn(report, kept ?? []), [report, kept]);
  const live = useLive(() => opinionsOfReport(found, source), [found, source]);
  const said = live.state === 'ready' ? live.value : null;
  const outcome = useMemo(() => withOwnFindings(found, said?.opinions ?? []), [found, said]);
  const items = useMemo(
    () => outcome.findings.map((finding) => ({ finding, explanation: explain(finding, outcome, language.value) })),
    [outcome, language.value],
  );
  const tables = useMemo(() => inTabOrder(tablesOf(outcome)), [outcome]);
  const reviews = useMemo(() => reviewsOf(outcome, said?.opinions ?? [], source), [outcome, said, source]);
  return {
    outcome,
    items,
    tables,
    source,
    reviewed: ({ fingerprint }) =>
      reviews.get(fingerprint) ?? {
        ...reviewOf([], ''),
        against: '',
        by: { scope: 'finding', finding: fingerprint },
      },
    unreadable: said?.unreadable ?? 0,
  };
}

const FIRST = 'applications';

/** Table three is what one wants to see first. */
function inTabOrder(tables: readonly FormTable[]): readonly FormTable[] {
  return [...tables.filter((table) => table.id === FIRST), ...tables.filter((table) => table.id !== FIRST)];
}
