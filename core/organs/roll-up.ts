/**
 * The report of a region beside the sum of its organs' reports: one table for each region, never a finding for each
 * number. A region may count more than its organs publish; it cannot count less.
 */
import { classifyOrgan } from '../document/organ';
import { likenessOf } from '../document/organ-name';
import type { CellId } from '../forms/form';
import { exactDifference, exactSum } from '../relations/exact';
import { amountOf } from './amount';
import { groupByOrgan, type SetFinding, type SetReport } from './set';

export type Verdict = 'less' | 'greater' | 'equal' | 'incomparable';

/** Why a line tells nothing. */
export type Incomparable = 'scope-organ' | 'scope-unknown' | 'no-children' | 'children-missing' | 'cell-missing';

export interface RollUpLine {
  readonly cell: CellId;
  /** As the region's report states it; null where it was not read. */
  readonly region: number | null;
  /** Sum of those that were read; empty cells count as 0. */
  readonly children: number;
  /** region − children; null where the region's was not read. */
  readonly difference: number | null;
  /** Children whose cell was not read. */
  readonly unread: number;
  readonly verdict: Verdict;
  readonly reason: Incomparable | null;
}

export interface RollUp {
  readonly organ: string;
  readonly year: number;
  /** Children that were summed. */
  readonly children: number;
  /** Units known to belong to the region whose report is not there. */
  readonly missing: number;
  readonly lines: readonly RollUpLine[];
}

const ROWS = ['received', 'carriedIn', 'granted', 'partlyGranted', 'decided', 'carriedOut'];
const RESULTS = ['upheld', 'corrected', 'otherResult', 'pending', 'total'];

export const ROLLED_UP: readonly CellId[] = [
  ...['made', 'repealed', 'inForce'].map((column) => `disclosure.normativeDocument.${column}`),
  ...['licence', 'penalty', 'coercion'].map((row) => `disclosure.${row}.decisions`),
  'disclosure.fee.amount',
  ...ROWS.map((row) => `applications.${row}.total`),
  ...['review', 'lawsuit.direct', 'lawsuit.afterReview'].flatMap((group) =>
    RESULTS.map((result) => `disputes.${group}.${result}`),
  ),
];

/**
 * `children`: reports of the organs of the region; those of another year, the region's own and the second of one organ
 * are left out. `missing`: how many units have none. `cells`: those that a table tells; the figures that are held to each
 * other where nobody asks for others.
 */
export function rollUp(
  region: SetReport,
  children: readonly SetReport[],
  missing = 0,
  cells: readonly CellId[] = ROLLED_UP,
): RollUp | null {
  const { organ, year } = region.outcome;
  if (organ === null || year === null) return null;
  const named = groupByOrgan(
    children.filter(({ outcome }) => outcome.year === year && likenessOf(outcome.organ, organ) === null),
    ({ outcome }) => outcome.organ,
  ).flatMap((same) => same.slice(-1));
  const scope = region.scope ?? classifyOrgan(organ).scope;
  const general = scope === 'region' ? (named.length === 0 ? 'no-children' : null) : scopeReason(scope);
  const lines = cells.map((cell) => lineOf(cell, region, named, general, missing));
  return { organ, year, children: named.length, missing, lines };
}

function scopeReason(scope: 'organ' | null): Incomparable {
  return scope === null ? 'scope-unknown' : 'scope-organ';
}

/** One table for each report that others name as their parent, in the order of the reports. */
export function rollUps(reports: readonly SetReport[]): RollUp[] {
  const withParent = reports.filter(({ parent }) => parent !== undefined);
  return reports.flatMap((region) => {
    const children = withParent.filter(({ parent }) => likenessOf(parent ?? null, region.outcome.organ) !== null);
    return children.length === 0 ? [] : (rollUp(region, children) ?? []);
  });
}

function lineOf(
  cell: CellId,
  region: SetReport,
  children: readonly SetReport[],
  general: Incomparable | null,
  missing: number,
): RollUpLine {
  const own = amountOf(region.outcome, cell);
  const counts = children.map((child) => amountOf(child.outcome, cell));
  const read = counts.filter((count) => count !== null);
  const sum = exactSum(read);
  const difference = own === null ? null : exactDifference(own, sum);
  const unread = counts.length - read.length;
  const line = { cell, region: own, children: sum, difference, unread };
  const not = (reason: Incomparable): RollUpLine => ({ ...line, verdict: 'incomparable', reason });
  if (general !== null) return not(general);
  if (difference === null) return not('cell-missing');
  // What is missing would only add to the sum.
  if (difference < 0) return { ...line, verdict: 'less', reason: null };
  if (unread > 0 || missing > 0) return not('children-missing');
  return { ...line, verdict: difference === 0 ? 'equal' : 'greater', reason: null };
}

/** One for each region, whatever the number of lines. */
export function rollUpFindings({ organ, year, lines, children }: RollUp): SetFinding[] {
  const less = lines.filter(({ verdict }) => verdict === 'less');
  const [first] = less;
  if (first === undefined) return [];
  const { cell, region, children: sum } = first;
  const data = { cell, region, sum, children, more: less.length - 1 };
  return [{ rule: 'rollup-less-than-children', severity: 'warning', organ, year, data }];
}
