/** The relations of one table as a linear system over its cells, the ground on which repairs are searched. */
import type { Fact } from '../forms/facts';
import type { CellId } from '../forms/form';
import { type RelationResult, relationKey } from '../relations/relation';

export interface Equation {
  readonly key: string;
  /** left − right as printed; a repair must bring it to 0. */
  readonly difference: number;
  /** +1 on the left side, −1 on the right. */
  readonly terms: ReadonlyMap<CellId, 1 | -1>;
}

export interface System {
  readonly equations: readonly Equation[];
  readonly failing: readonly Equation[];
  /** Printed value of each cell, empty as null. */
  readonly values: ReadonlyMap<CellId, number | null>;
  /** Equations that hold a cell. */
  readonly equationsOf: ReadonlyMap<CellId, readonly Equation[]>;
}

/** Unchecked relations are left out: what was not read proves nothing. */
export function systemOf(results: readonly RelationResult[], facts: ReadonlyMap<CellId, Fact>): System {
  const equations = results
    .filter((result) => result.state !== 'unchecked')
    .map(
      ({ relation, difference }): Equation => ({
        key: relationKey(relation),
        difference: difference ?? 0,
        terms: new Map([
          ...relation.left.map((cell) => [cell, 1] as const),
          ...relation.right.map((cell) => [cell, -1] as const),
        ]),
      }),
    );
  const equationsOf = new Map<CellId, Equation[]>();
  for (const equation of equations) {
    for (const cell of equation.terms.keys()) equationsOf.set(cell, [...(equationsOf.get(cell) ?? []), equation]);
  }
  const values = new Map([...equationsOf.keys()].map((cell) => [cell, facts.get(cell)?.value ?? null]));
  return { equations, failing: equations.filter((equation) => equation.difference !== 0), values, equationsOf };
}
