/** Runs relations over the facts of a report. */
import { gather } from '../document/gather';
import { readCellNumber } from '../document/number';
import { exactDifference, exactSum } from '../relations/exact';
import type { Relation, RelationResult, UncheckedReason } from '../relations/relation';
import { type Fact, isEmpty, MISSING } from './facts';
import type { CellId } from './form';
import type { TableReading } from './reading';

/**
 * Totals that a page leaves out: the cell is empty although its parts are not. A sum with such a cell was not stated,
 * so it cannot be wrong. A total is empty where empty stands for 0 and its parts, empty or not, make nothing.
 */
export function unstatedTotals(relations: readonly Relation[], facts: ReadonlyMap<CellId, Fact>): ReadonlySet<CellId> {
  const isBlank = (cell: CellId): boolean => isEmpty(facts.get(cell) ?? MISSING);
  const isNothing = (cell: CellId): boolean => isBlank(cell) || facts.get(cell)?.value === 0;
  return new Set(
    gather(relations, ({ left, right }) => {
      const [total] = left;
      return left.length === 1 && total !== undefined && isBlank(total) && !right.every(isNothing) ? [total] : [];
    }),
  );
}

export function evaluate(readings: readonly TableReading[], facts: ReadonlyMap<CellId, Fact>): RelationResult[] {
  return gather(readings, ({ table, unclaimed }) => evaluateTable(table.relations, unclaimed, facts));
}

/** `unclaimed`: numbers of the table that no cell id claimed. */
export function evaluateTable(
  relations: readonly Relation[],
  unclaimed: TableReading['unclaimed'],
  facts: ReadonlyMap<CellId, Fact>,
): RelationResult[] {
  const unstated = unstatedTotals(relations, facts);
  const spare = unclaimed
    .map(({ raw, beside }) => ({ value: readCellNumber(raw).value ?? 0, beside }))
    .filter(({ value }) => value !== 0);
  return relations.map((relation) => {
    const result = evaluateOne(relation, facts, unstated);
    const { difference } = result;
    // The sum that the page states counts its additional rows and columns too.
    const isFilled =
      difference !== null &&
      difference !== 0 &&
      (relation.left.length > 1 || difference > 0) &&
      isSumOf(Math.abs(difference), besides(spare, relation));
    return isFilled ? unchecked(relation, 'number-unclaimed') : result;
  });
}

/** What may be counted in this sum: numbers in one row or column with all its cells, or where nobody knows. */
function besides(
  spare: readonly { readonly value: number; readonly beside: readonly CellId[] | null }[],
  { left, right }: Relation,
): number[] {
  return gather(spare, ({ value, beside }) => {
    const may = beside === null || [...left, ...right].every((cell) => beside.includes(cell));
    return may ? [value] : [];
  });
}

/** Is it one of the numbers, or two of them together? A table may have thousands that nobody claims. */
function isSumOf(total: number, numbers: readonly number[]): boolean {
  const counts = new Map<number, number>();
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
  return numbers.some((number) => {
    const other = exactDifference(total, number);
    return number === total || (counts.get(other) ?? 0) > (other === number ? 1 : 0);
  });
}

function evaluateOne(
  relation: Relation,
  facts: ReadonlyMap<CellId, Fact>,
  unstated: ReadonlySet<CellId>,
): RelationResult {
  const leftSide = sideOf(relation.left, facts);
  const rightSide = sideOf(relation.right, facts);
  const unread = unreadReason(leftSide, rightSide);
  if (unread !== null) return unchecked(relation, unread);
  if (leftSide.isEmpty && rightSide.isEmpty) {
    return { relation, state: 'notApplicable', reason: null, left: null, right: null, difference: null };
  }
  const left = exactSum(leftSide.amounts);
  const right = exactSum(rightSide.amounts);
  const difference = exactDifference(left, right);
  if (difference === 0) return { relation, state: 'consistent', reason: null, left, right, difference };
  const isUnstated = (cell: CellId): boolean => unstated.has(cell);
  if (relation.left.some(isUnstated) || relation.right.some(isUnstated)) return unchecked(relation, 'total-blank');
  return { relation, state: 'inconsistent', reason: null, left, right, difference };
}

interface Side {
  readonly amounts: readonly number[];
  readonly isEmpty: boolean;
  readonly hasMissing: boolean;
  readonly hasText: boolean;
}

function sideOf(cells: readonly CellId[], facts: ReadonlyMap<CellId, Fact>): Side {
  const amounts: number[] = [];
  let [empty, hasMissing, hasText] = [true, false, false];
  for (const cell of cells) {
    const fact = facts.get(cell) ?? MISSING;
    amounts.push(fact.value ?? 0);
    if (!isEmpty(fact)) empty = false;
    if (fact.state === 'missing') hasMissing = true;
    if (fact.state === 'text') hasText = true;
  }
  return { amounts, isEmpty: empty, hasMissing, hasText };
}

function unreadReason(left: Side, right: Side): UncheckedReason | null {
  if (left.hasMissing || right.hasMissing) return 'cell-missing';
  return left.hasText || right.hasText ? 'cell-not-a-number' : null;
}

function unchecked(relation: Relation, reason: UncheckedReason): RelationResult {
  return { relation, state: 'unchecked', reason, left: null, right: null, difference: null };
}
