/** Which cells stand in which equations, by number: what a search over a system asks thousands of times. */
import type { CellId } from '../forms/form';
import type { Equation } from './system';

export interface Structure {
  readonly cells: readonly CellId[];
  /** Equations of each cell, cells of each equation. */
  readonly equationsOf: readonly (readonly number[])[];
  readonly cellsOf: readonly (readonly number[])[];
  /** +1, −1 or 0 at cell × equations + equation. */
  readonly signs: Int8Array;
  /** Equations in groups that share no cell (rows, columns of each kind): one cell closes one of a group at most. */
  readonly groupOf: readonly number[];
  readonly groups: number;
}

interface Known {
  readonly terms: readonly Equation['terms'][];
  readonly structure: Structure;
}

/** By the terms of the first equation: nearly all reports of a form have all its equations, and so one structure. */
const known = new WeakMap<Equation['terms'], Known>();

export function structureOf(equations: readonly Equation[]): Structure {
  const [first] = equations;
  const hit = first === undefined ? undefined : known.get(first.terms);
  if (hit !== undefined && hit.terms.length === equations.length) {
    if (equations.every(({ terms }, at) => terms === hit.terms[at])) return hit.structure;
  }
  const terms = equations.map((equation) => equation.terms);
  const structure = built(terms);
  if (first !== undefined) known.set(first.terms, { terms, structure });
  return structure;
}

function built(terms: readonly Equation['terms'][]): Structure {
  const numbers = new Map<CellId, number>();
  const cellsOf = terms.map((own) =>
    [...own.keys()].map((cell) => {
      const number = numbers.get(cell) ?? numbers.size;
      numbers.set(cell, number);
      return number;
    }),
  );
  const equationsOf: number[][] = Array.from(numbers, () => []);
  const signs = new Int8Array(numbers.size * terms.length);
  for (const [equation, own] of terms.entries()) {
    for (const [at, sign] of [...own.values()].entries()) {
      const cell = cellsOf[equation]?.[at] ?? 0;
      equationsOf[cell]?.push(equation);
      signs[cell * terms.length + equation] = sign;
    }
  }
  const groupOf = groupsOf(cellsOf, numbers.size);
  return { cells: [...numbers.keys()], equationsOf, cellsOf, signs, groupOf, groups: new Set(groupOf).size };
}

/** Puts each equation into the first group none of whose members has a cell of it. */
function groupsOf(cellsOf: readonly (readonly number[])[], count: number): number[] {
  const groups: Uint8Array[] = [];
  return cellsOf.map((cells) => {
    const at = groups.findIndex((taken) => !cells.some((cell) => taken[cell] === 1));
    const group = at < 0 ? groups.length : at;
    const taken = groups[group] ?? new Uint8Array(count);
    groups[group] = taken;
    for (const cell of cells) taken[cell] = 1;
    return group;
  });
}
