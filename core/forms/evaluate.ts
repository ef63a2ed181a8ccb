/** Runs relations over the facts of a report. */
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
    relations.flatMap(({ left, right }) => {
      const [total] = left;
      return left.length === 1 && total !== undefined && isBlank(total) && !right.every(isNothing) ? [total] : [];
    }),
  );
}

export function evaluate(readings: readonly TableReading[], facts: ReadonlyMap<CellId, Fact>): RelationResult[] {
  return readings.flatMap(({ table, unclaimed }) => evaluateTable(table.relations, unclaimed, facts));
}

/** `unclaimed`: numbers of the table that no cell id claimed. */
export function evaluateTable(
  relations: readonly Relation[],
  unclaimed: readonly { readonly raw: string }[],
  facts: ReadonlyMap<CellId, Fact>,
): RelationResult[] {
  const unstated = unstatedTotals(relations, facts);
  const spare = unclaimed.map(({ raw }) => readCellNumber(raw).value ?? 0).filter((value) => value !== 0);
  return relations.map((relation) => {
    const result = evaluateOne(relation, facts, unstated);
    const { difference } = result;
    // The sum that the page states counts its additional rows and columns too.
    const isFilled = difference !== null && difference !== 0 && isSumOf(Math.abs(difference), spare);
    return isFilled ? unchecked(relation, 'number-unclaimed') : result;
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
  const factOf = (cell: CellId): Fact => facts.get(cell) ?? MISSING;
  const ofLeft = relation.left.map(factOf);
  const ofRight = relation.right.map(factOf);
  const unread = unreadReason([ofLeft, ofRight]);
  if (unread !== null) return unchecked(relation, unread);
  if (ofLeft.every(isEmpty) && ofRight.every(isEmpty)) {
    return { relation, state: 'notApplicable', reason: null, left: null, right: null, difference: null };
  }
  const left = exactSum(ofLeft.map(amountOf));
  const right = exactSum(ofRight.map(amountOf));
  const difference = exactDifference(left, right);
  if (difference === 0) return { relation, state: 'consistent', reason: null, left, right, difference };
  const isUnstated = (cell: CellId): boolean => unstated.has(cell);
  if (relation.left.some(isUnstated) || relation.right.some(isUnstated)) return unchecked(relation, 'total-blank');
  return { relation, state: 'inconsistent', reason: null, left, right, difference };
}

function amountOf(fact: Fact): number {
  return fact.value ?? 0;
}

function unreadReason(sides: readonly (readonly Fact[])[]): UncheckedReason | null {
  const hasSome = (state: Fact['state']): boolean => sides.some((facts) => facts.some((fact) => fact.state === state));
  if (hasSome('missing')) return 'cell-missing';
  return hasSome('text') ? 'cell-not-a-number' : null;
}

function unchecked(relation: Relation, reason: UncheckedReason): RelationResult {
  return { relation, state: 'unchecked', reason, left: null, right: null, difference: null };
}
