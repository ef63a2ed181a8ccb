/** The relations of one table as a linear system over its cells, the ground on which repairs are searched. */
import type { Fact } from '../forms/facts';
import type { CellId, FormTable } from '../forms/form';
import { type RelationResult, relationKey } from '../relations/relation';
import type { Change } from '../rules/finding';

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
  /** Cells as they stand on the page, row by row; empty where rows and columns have no order that a slip follows. */
  readonly layout: readonly (readonly CellId[])[];
}

/** Unchecked relations are left out: what was not read proves nothing. */
export function systemOf(
  table: Pick<FormTable, 'rows' | 'shape'>,
  results: readonly RelationResult[],
  facts: ReadonlyMap<CellId, Fact>,
): System {
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
  const cells = new Set(equations.flatMap((equation) => [...equation.terms.keys()]));
  const values = new Map([...cells].map((cell) => [cell, facts.get(cell)?.value ?? null]));
  const layout = table.shape === 'applicants' ? table.rows.map((row) => row.cells.map((cell) => cell.id)) : [];
  return joined(equations, values, layout);
}

/** The system as it would stand with these changes made and these equations set right. */
export function mended(system: System, keys: ReadonlySet<string>, changes: readonly Change[]): System {
  const equations = system.equations.map((equation) =>
    keys.has(equation.key) ? { ...equation, difference: 0 } : equation,
  );
  const values = new Map([...system.values, ...changes.map((change) => [change.cell, change.expected] as const)]);
  return joined(equations, values, system.layout);
}

/** The equations with their cells looked up. */
export function joined(equations: readonly Equation[], values: System['values'], layout: System['layout']): System {
  const equationsOf = new Map<CellId, Equation[]>();
  for (const equation of equations) {
    for (const cell of equation.terms.keys()) {
      const own = equationsOf.get(cell);
      if (own === undefined) equationsOf.set(cell, [equation]);
      else own.push(equation);
    }
  }
  return { equations, failing: equations.filter(({ difference }) => difference !== 0), values, equationsOf, layout };
}
