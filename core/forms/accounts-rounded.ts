/** Relations between amounts that were rounded one by one before they were printed. */
import { decimals, exactDifference, exactSum } from '../relations/exact';
import type { Relation, RelationResult, UncheckedReason } from '../relations/relation';
import { type Fact, isEmpty, MISSING } from './facts';
import type { CellId, TableId } from './form';

/** 1 is worth so much in 元; null where the table does not say. */
export type Units = ReadonlyMap<TableId, number | null>;

export function tableIdOf(cell: CellId): TableId {
  return cell.split('.')[0] ?? '';
}

/**
 * Most that rounding makes of the difference, exactly: half of the last printed digit for each amount that is not 0.
 * 元 and 分 are what was booked, and add up to the last digit.
 */
export function allowanceOf({ left, right }: Relation, facts: ReadonlyMap<CellId, Fact>, units: Units): number {
  const cells = [...left, ...right];
  const values = cells.map((cell) => facts.get(cell)?.value ?? 0);
  const digits = Math.max(...cells.map((cell) => printedDecimals(facts.get(cell)?.raw ?? '')), ...values.map(decimals));
  if (digits >= 2 && cells.every((cell) => units.get(tableIdOf(cell)) === 1)) return 0;
  const rounded = values.filter((value) => value !== 0).length;
  return exactSum(Array.from({ length: Math.floor(rounded / 2) }, () => Number(`1e-${digits}`)));
}

function printedDecimals(raw: string): number {
  return /\.(\d+)\s*$/.exec(raw)?.[1]?.length ?? 0;
}

export function evaluateRounded(
  relations: readonly Relation[],
  facts: ReadonlyMap<CellId, Fact>,
  units: Units,
): RelationResult[] {
  return relations.map((relation) => evaluateOne(relation, facts, units));
}

function evaluateOne(relation: Relation, facts: ReadonlyMap<CellId, Fact>, units: Units): RelationResult {
  const cells = [...relation.left, ...relation.right];
  const own = cells.map((cell) => facts.get(cell) ?? MISSING);
  if (own.some(({ state }) => state === 'text' || state === 'missing')) return unchecked(relation, 'cell-not-a-number');
  // 元 beside 万元: they cannot be compared digit by digit.
  if (new Set(cells.map((cell) => units.get(tableIdOf(cell)))).size > 1)
    return unchecked(relation, 'cell-not-a-number');
  if (own.every(isEmpty)) {
    return { relation, state: 'notApplicable', reason: null, left: null, right: null, difference: null };
  }
  const sum = (side: readonly CellId[]): number => exactSum(side.map((cell) => facts.get(cell)?.value ?? 0));
  const left = sum(relation.left);
  const right = sum(relation.right);
  const difference = exactDifference(left, right);
  const holds = Math.abs(difference) <= allowanceOf(relation, facts, units);
  const [total] = relation.left;
  if (!holds && total !== undefined && isEmpty(facts.get(total) ?? MISSING)) return unchecked(relation, 'total-blank');
  return { relation, state: holds ? 'consistent' : 'inconsistent', reason: null, left, right, difference };
}

function unchecked(relation: Relation, reason: UncheckedReason): RelationResult {
  return { relation, state: 'unchecked', reason, left: null, right: null, difference: null };
}

/**
 * A subject that was not printed, or not read, is missing from all columns of its sum at once, and what is missing adds
 * up along the row: nobody can tell it from a wrong figure, so nothing is said.
 */
export function withoutLostRows(results: readonly RelationResult[]): RelationResult[] {
  const failing = new Map<string, RelationResult[]>();
  for (const result of results) {
    if (result.state !== 'inconsistent' || !result.relation.id.startsWith('accounts-subjects-')) continue;
    const row = result.relation.at.split('.').slice(0, 2).join('.');
    failing.set(row, [...(failing.get(row) ?? []), result]);
  }
  const lost = new Set<RelationResult>();
  for (const own of failing.values()) {
    const columnOf = ({ relation }: RelationResult): string => relation.at.split('.').at(-1) ?? '';
    const total = own.find((each) => columnOf(each) === 'total' || columnOf(each) === 'spent');
    const parts = own.filter((each) => each !== total).map(({ difference }) => difference ?? 0);
    const isRow =
      total !== undefined && parts.length > 0 && exactSum([total.difference ?? 0, ...parts.map((part) => -part)]) === 0;
    if (isRow && own.every(({ difference }) => (difference ?? 0) > 0)) for (const each of own) lost.add(each);
  }
  return results.map((result) => (lost.has(result) ? unchecked(result.relation, 'cell-missing') : result));
}
