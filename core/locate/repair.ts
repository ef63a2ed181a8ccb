/**
 * 最小修复: the fewest cells whose change makes every relation agree, over non-negative integers, all optima.
 *
 * The error localisation problem of Fellegi and Holt (1976) for exact sums: a branch over the cells of an equation that
 * needs one more cell, then an exact solve for the chosen cells.
 */
import type { CellId } from '../forms/form';
import { decimals, exactSum } from '../relations/exact';
import type { Change } from '../rules/finding';
import { type Row, solutionsOf } from './solve';
import type { System } from './system';

export const MAX_CELLS = 3;
/** Sets of cells looked at; the hardest of generated pages take a fifth of it. */
export const MAX_STEPS = 20_000;

export interface Repairs {
  /**
   * Every repair of the fewest cells, unordered; empty where none of up to three cells exists. The same cells appear
   * twice where two sets of values mend them.
   */
  readonly optima: readonly (readonly Change[])[];
  /** The budget was used up: there may be more. */
  readonly exhausted: boolean;
}

export function minimalRepairs(system: System, maxSteps = MAX_STEPS): Repairs {
  const search = new Search(system, maxSteps);
  for (let size = 1; size <= MAX_CELLS; size++) {
    search.extend(size);
    if (search.exhausted) return { optima: [], exhausted: true };
    if (search.found.length > 0) return { optima: search.found, exhausted: false };
  }
  return { optima: [], exhausted: false };
}

/** Works on the numbers of cells and equations: it is asked thousands of times for one page. */
class Search {
  readonly found: (readonly Change[])[] = [];
  exhausted = false;
  private readonly cells: readonly CellId[];
  /** Equations of each cell, cells of each equation. */
  private readonly equationsOf: readonly (readonly number[])[];
  private readonly cellsOf: readonly (readonly number[])[];
  private readonly chosen: number[] = [];
  /** Cells whose sets have all been seen, and those chosen. */
  private readonly barred: Uint8Array;
  /** How many chosen cells each equation holds. */
  private readonly held: Uint8Array;
  /** With as many cells an equation is open: none where it fails, one where it holds. */
  private readonly openAt: Uint8Array;
  private open: number;
  /** In how many equations a cell stands at most: three in table three. */
  private readonly reach: number;
  /** Steps of the last digit printed in one: deltas are counted in it, so that the solve stays among integers. */
  private readonly unit: number;

  constructor(
    private readonly system: System,
    private steps: number,
  ) {
    const { equations, values, failing } = system;
    this.cells = [...system.equationsOf.keys()];
    const numbers = new Map(this.cells.map((cell, index) => [cell, index]));
    this.cellsOf = equations.map(({ terms }) => [...terms.keys()].map((cell) => numbers.get(cell) ?? 0));
    this.equationsOf = this.cells.map((_, cell) =>
      this.cellsOf.flatMap((cells, equation) => (cells.includes(cell) ? [equation] : [])),
    );
    this.barred = new Uint8Array(this.cells.length);
    this.held = new Uint8Array(equations.length);
    this.openAt = Uint8Array.from(equations, ({ difference }) => (difference === 0 ? 1 : 0));
    this.open = failing.length;
    this.reach = Math.max(0, ...this.equationsOf.map((own) => own.length));
    const printed = [...equations.map((equation) => equation.difference), ...values.values()];
    this.unit = 10 ** Math.max(0, ...printed.map((value) => (Number.isInteger(value) ? 0 : decimals(value ?? 0))));
  }

  /** Adds `left` more cells in every way that may lead to a repair, each set once. */
  extend(left: number): void {
    if (this.open > this.reach * left || !this.spend()) return;
    if (left === 0) {
      this.solve();
      return;
    }
    const tried: number[] = [];
    for (const cell of this.branch()) {
      if (this.barred[cell] !== 0) continue;
      this.barred[cell] = 1;
      tried.push(cell);
      this.hold(cell, 1);
      this.chosen.push(cell);
      this.extend(left - 1);
      this.chosen.pop();
      this.hold(cell, -1);
    }
    for (const cell of tried) this.barred[cell] = 0;
  }

  /**
   * Of these cells one must come next. An equation is open that fails and that no chosen cell touches, or that holds
   * and that a single one would break; where none is open, the next cell stands in one of those touched.
   */
  private branch(): Iterable<number> {
    let shortest: readonly number[] | null = null;
    for (const [equation, cells] of this.cellsOf.entries()) {
      if (this.held[equation] !== this.openAt[equation]) continue;
      if (shortest === null || cells.length < shortest.length) shortest = cells;
    }
    return shortest ?? new Set(this.touched().flatMap((equation) => this.cellsOf[equation] ?? []));
  }

  private touched(): number[] {
    return this.cellsOf.flatMap((_, equation) => (this.held[equation] === 0 ? [] : [equation]));
  }

  private hold(cell: number, by: 1 | -1): void {
    for (const equation of this.equationsOf[cell] ?? []) {
      const before = this.held[equation] ?? 0;
      this.held[equation] = before + by;
      const openAt = this.openAt[equation];
      this.open += Number(before + by === openAt) - Number(before === openAt);
    }
  }

  private readonly spend = (): boolean => {
    this.steps--;
    if (this.steps < 0) this.exhausted = true;
    return !this.exhausted;
  };

  private solve(): void {
    const { unit, system } = this;
    const cells = this.chosen.map((cell) => this.cells[cell] ?? '');
    const rows = this.touched().flatMap((index): Row[] => {
      const equation = system.equations[index];
      if (equation === undefined) return [];
      const coefficients = cells.map((cell): number => equation.terms.get(cell) ?? 0);
      return [{ coefficients, constant: Math.round(-equation.difference * unit) }];
    });
    const values = cells.map((cell) => Math.round((system.values.get(cell) ?? 0) * unit));
    for (const deltas of solutionsOf(rows, { values, unit }, this.spend)) {
      this.found.push(
        cells.map((cell, index): Change => {
          const value = system.values.get(cell) ?? null;
          return { cell, value, expected: exactSum([value ?? 0, (deltas[index] ?? 0) / unit]) };
        }),
      );
    }
  }
}
