/** Failing relations as findings: what the rules on sums share. */
import { gather } from '../document/gather';
import type { Fact } from '../forms/facts';
import type { CellId } from '../forms/form';
import type { RelationResult } from '../relations/relation';
import type { FindingData, RelationFailure } from './finding';
import type { Report, RuleFinding } from './rule';

export function failureOf(result: RelationResult): RelationFailure | null {
  const { state, left, right, difference, relation } = result;
  if (state !== 'inconsistent' || left === null || right === null || difference === null) return null;
  return { id: relation.id, at: relation.at, left, right, difference };
}

/** One finding for each failing relation of a rule; `data` adds what its sentence names. */
export function relationFindings<D extends FindingData>(
  report: Report,
  rule: string,
  data: (result: RelationResult, value: (cell: CellId) => number) => D,
): RuleFinding<D>[] {
  const value = (cell: CellId): number => report.facts.get(cell)?.value ?? 0;
  return gather(report.relations, (result): RuleFinding<D>[] => {
    const failure = result.relation.rule === rule ? failureOf(result) : null;
    if (failure === null) return [];
    const cells = [...result.relation.left, ...result.relation.right];
    return [{ data: data(result, value), relations: [failure], cells, place: firstPlace(report, cells) }];
  });
}

export function firstPlace(report: Report, cells: readonly CellId[]): Fact['place'] {
  for (const cell of cells) {
    const place = report.facts.get(cell)?.place ?? null;
    if (place !== null) return place;
  }
  return null;
}

/** Absolute difference, for “相差”. */
export function gap(failures: readonly RelationFailure[]): number {
  return Math.abs(failures[0]?.difference ?? 0);
}
