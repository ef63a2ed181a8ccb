/** The relations of one table as a linear system over its cells, the ground on which repairs are searched. */
import type { Fact } from '../forms/facts';
import type { CellId, FormTable } from '../forms/form';
import { type Relation, type RelationResult, relationKey } from '../relations/relation';
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
        terms: termsOf(relation),
      }),
    );
  const values = new Map<CellId, number | null>();
  for (const { terms } of equations) {
    for (const cell of terms.keys()) values.set(cell, facts.get(cell)?.value ?? null);
  }
  return joined(equations, values, layoutOf(table));
}

/** Does any sum fail? A table without is not looked at any further. */
export function fails(results: readonly RelationResult[]): boolean {
  return results.some(({ state, difference }) => state !== 'unchecked' && (difference ?? 0) !== 0);
}

/** Only a change that touches every failing equation can mend them all. */
export function touchesAll(cells: readonly CellId[], failing: readonly Equation[]): boolean {
  return failing.every(({ terms }) => cells.some((cell) => terms.has(cell)));
}

const knownTerms = new WeakMap<Relation, Equation['terms']>();

function termsOf(relation: Relation): Equation['terms'] {
  const known = knownTerms.get(relation);
  if (known !== undefined) return known;
  const terms = new Map<CellId, 1 | -1>();
  for (const cell of relation.left) terms.set(cell, 1);
  for (const cell of relation.right) terms.set(cell, -1);
  knownTerms.set(relation, terms);
  return terms;
}

const knownLayouts = new WeakMap<Pick<FormTable, 'rows' | 'shape'>, System['layout']>();

function layoutOf(table: Pick<FormTable, 'rows' | 'shape'>): System['layout'] {
  const known = knownLayouts.get(table);
  if (known !== undefined) return known;
  const layout = table.shape === 'applicants' ? table.rows.map((row) => row.cells.map((cell) => cell.id)) : [];
  knownLayouts.set(table, layout);
  return layout;
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
