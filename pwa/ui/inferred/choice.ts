/** What is shown of inferred sums: relations of tables, those of a form of one's own among them; and which sum is chosen. */
import {
  type InferredRelation,
  type InferredState,
  type InferredSum,
  type InferredTable,
  relationState,
  sumState,
} from '../../../core/index';

export interface ShownRelation {
  readonly relation: InferredRelation;
  /** Name of the form of one's own that it belongs to; null where it is inferred. */
  readonly form: string | null;
  /** A person said that it is none: out of the way, and not marked. */
  readonly rejected: boolean;
}

export interface ShownTable {
  readonly table: InferredTable;
  readonly relations: readonly ShownRelation[];
}

/** A sum, by its relation and its place in that. */
export interface Choice {
  readonly block: number;
  readonly key: string;
  readonly line: number;
}

export interface Chosen {
  readonly table: InferredTable;
  readonly shown: ShownRelation;
  readonly sum: InferredSum;
}

export function chosenOf(tables: readonly ShownTable[], choice: Choice | null): Chosen | null {
  const own = tables.find(({ table }) => table.block === choice?.block);
  const shown = own?.relations.find(({ relation }) => relation.key === choice?.key);
  const sum = shown?.relation.sums[choice?.line ?? 0];
  return own === undefined || shown === undefined || sum === undefined ? null : { table: own.table, shown, sum };
}

/** The gravest line of a relation. */
export function choiceIn({ table }: ShownTable, { relation }: ShownRelation): Choice {
  const state = relationState(relation);
  const line = relation.sums.findIndex((sum) => sumState(sum) === state);
  return { block: table.block, key: relation.key, line: Math.max(0, line) };
}

/** All relations in the order in which they are listed. */
export function choicesOf(tables: readonly ShownTable[]): Choice[] {
  return tables.flatMap((table) => table.relations.map((shown) => choiceIn(table, shown)));
}

export interface SumCounts {
  readonly tables: number;
  readonly wrong: number;
  readonly hints: number;
  readonly holds: number;
}

/** Sums, line by line, without those rejected; and differences and shares that a person should look at. */
export function countSums(tables: readonly ShownTable[]): SumCounts {
  const states = tables.flatMap(({ relations }) =>
    relations.filter(({ rejected }) => !rejected).flatMap(({ relation }) => relation.sums.map(sumState)),
  );
  const count = (state: InferredState): number => states.filter((each) => each === state).length;
  return {
    tables: tables.filter(({ relations, table }) => relations.length > 0 || table.derived.length > 0).length,
    wrong: count('wrong'),
    hints: count('hint') + tables.reduce((sum, { table }) => sum + table.derived.length, 0),
    holds: count('holds'),
  };
}
