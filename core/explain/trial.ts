/** 试算: what the sums of a report would be with other values in some cells. The outcome itself stays as it is. */
import { readCellNumber } from '../document/number';
import { evaluateTable } from '../forms/evaluate';
import type { Fact } from '../forms/facts';
import type { CellId, TableId } from '../forms/form';
import type { Outcome } from '../outcome';
import { type RelationResult, type RelationState, relationKey } from '../relations/relation';
import type { Language } from '../rules/rule';
import type { Explainer, SumLine } from './explain';

/** What stands in a cell in place of the page's own text, as a person types it. */
export type TrialValues = Readonly<Record<CellId, string>>;

/** One sum of the trial: those of the finding, and those that a tried cell is in. */
export interface TrialSum {
  readonly line: SumLine;
  readonly before: RelationState;
  readonly now: RelationState;
}

export interface Trial {
  readonly sums: readonly TrialSum[];
  /** Of all sums of the report. */
  readonly inconsistent: { readonly before: number; readonly now: number };
}

/** `keys`: relations to show whatever becomes of them. */
export function tryValues(
  outcome: Outcome,
  values: TrialValues,
  keys: readonly string[],
  explainer: Explainer,
  language: Language,
): Trial {
  const facts: Record<CellId, Fact> = { ...outcome.facts };
  for (const [cell, raw] of Object.entries(values)) facts[cell] = { ...readCellNumber(raw), raw, place: null };
  const results = evaluated(outcome, new Map(Object.entries(facts)));
  const before = new Map(outcome.relations.map(({ relation, state }) => [relationKey(relation), state]));
  const tried = { ...outcome, facts, relations: results };
  const shown = results.filter(
    ({ relation }) =>
      keys.includes(relationKey(relation)) || [...relation.left, ...relation.right].some((cell) => cell in values),
  );
  return {
    sums: shown.map((result) => ({
      line: explainer.sumLine(result, tried, new Set(Object.keys(values)), language),
      before: before.get(relationKey(result.relation)) ?? 'unchecked',
      now: result.state,
    })),
    inconsistent: { before: failing(outcome.relations), now: failing(results) },
  };
}

function failing(results: readonly RelationResult[]): number {
  return results.filter(({ state }) => state === 'inconsistent').length;
}

/** Table by table, as the check itself goes. A sum left open by a number that no cell claims stays open till it holds. */
function evaluated(outcome: Outcome, facts: ReadonlyMap<CellId, Fact>): RelationResult[] {
  const tableOf = ({ relation }: RelationResult): TableId => relation.left[0]?.split('.')[0] ?? '';
  const tables = [...new Set(outcome.relations.map(tableOf))];
  const open = new Map(
    outcome.relations.flatMap((result) =>
      result.reason === 'number-unclaimed' ? [[relationKey(result.relation), result] as const] : [],
    ),
  );
  return tables
    .flatMap((table) => {
      const relations = outcome.relations.filter((result) => tableOf(result) === table).map(({ relation }) => relation);
      return evaluateTable(relations, [], facts);
    })
    .map((result) => (result.state === 'inconsistent' ? (open.get(relationKey(result.relation)) ?? result) : result));
}
