/**
 * 最小修复: the fewest cells whose change makes every relation agree, over non-negative integers, all optima.
 *
 * The error localisation problem of Fellegi and Holt (1976) for exact sums: a branch over the cells of an equation that
 * needs one more cell, then an exact solve for the chosen cells.
 */
import { gather } from '../document/gather';
import type { CellId } from '../forms/form';
import { decimals, exactSum } from '../relations/exact';
import type { Change } from '../rules/finding';
import { type Row, solutionsOf } from './solve';
import { type Structure, structureOf } from './structure';
import type { System } from './system';

export const MAX_CELLS = 3;
/** Of all findings of a table together, where they can be told apart. */
export const MAX_TOGETHER = 6;
/** Sets of cells looked at for one table: three wrong cells take some fifty, five mostly under a thousand. */
export const MAX_STEPS = 4_000;

/** Steps left; shared by all searches of one table. */
export interface Budget {
  steps: number;
}

export interface Repairs {
  /**
   * Every repair of the fewest cells, unordered; empty where none of up to three cells exists. The same cells appear
   * twice where two sets of values mend them.
   */
  readonly optima: readonly (readonly Change[])[];
  /** The budget was used up: there may be more. */
  readonly exhausted: boolean;
}

/** From `least` cells, where fewer are known to be too few, to `most`. Takes its steps off the budget. */
export function minimalRepairs(
  system: System,
  budget: Budget = { steps: MAX_STEPS },
  [least, most]: readonly [number, number] = [1, MAX_CELLS],
): Repairs {
  const search = new Search(system, budget);
  for (let size = least; size <= most; size++) {
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
  private readonly equationsOf: Structure['equationsOf'];
  private readonly cellsOf: Structure['cellsOf'];
  private readonly chosen: number[] = [];
  /** Cells whose sets have all been seen, and those chosen. */
  private readonly barred: Uint8Array;
  /** How many chosen cells each equation holds. */
  private readonly held: Uint8Array;
  /** With as many cells an equation is open: none where it fails, one where it holds. */
  private readonly openAt: Uint8Array;
  private readonly groupOf: Structure['groupOf'];
  /** How many are open in each group. */
  private readonly open: number[];
  /** Steps of the last digit printed in one: deltas are counted in it, so that the solve stays among integers. */
  private readonly unit: number;
  private readonly differences: readonly number[];
  private readonly signs: Structure['signs'];

  constructor(
    private readonly system: System,
    private readonly budget: Budget,
  ) {
    const { equations, values } = system;
    const structure = structureOf(equations);
    this.cells = structure.cells;
    this.cellsOf = structure.cellsOf;
    this.equationsOf = structure.equationsOf;
    this.signs = structure.signs;
    this.barred = new Uint8Array(this.cells.length);
    this.held = new Uint8Array(equations.length);
    this.openAt = Uint8Array.from(equations, ({ difference }) => (difference === 0 ? 1 : 0));
    this.groupOf = structure.groupOf;
    this.open = Array.from({ length: structure.groups }, () => 0);
    for (const [equation, group] of this.groupOf.entries()) this.count(group, this.openAt[equation] === 0 ? 1 : 0);
    let places = 0;
    for (const { difference } of equations) places = Math.max(places, decimals(difference));
    for (const value of values.values()) places = Math.max(places, decimals(value ?? 0));
    this.unit = 10 ** places;
    this.differences = equations.map(({ difference }) => Math.round(difference * this.unit));
  }

  /** Adds `left` more cells in every way that may lead to a repair, each set once. */
  extend(left: number): void {
    if (this.needsMoreThan(left) || !this.spend()) return;
    if (left === 0) {
      if (!this.contradicted()) this.solve();
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
  private branch(): readonly number[] {
    let shortest: readonly number[] | null = null;
    for (let equation = 0; equation < this.cellsOf.length; equation++) {
      if (this.held[equation] !== this.openAt[equation]) continue;
      const cells = this.cellsOf[equation] ?? [];
      if (shortest === null || cells.length < shortest.length) shortest = cells;
    }
    // A cell may come twice: once tried it is barred.
    return shortest ?? gather(this.touched(), (equation) => this.cellsOf[equation] ?? []);
  }

  private touched(): readonly number[] {
    const touched: number[] = [];
    for (const cell of this.chosen) {
      for (const equation of this.equationsOf[cell] ?? []) if (!touched.includes(equation)) touched.push(equation);
    }
    return touched;
  }

  /** Do two equations that hold one chosen cell alone ask different things of it? Most sets fail here, cheaply. */
  private contradicted(): boolean {
    for (const cell of this.chosen) {
      let asked: number | null = null;
      for (const equation of this.equationsOf[cell] ?? []) {
        if (this.held[equation] !== 1) continue;
        const own = (this.differences[equation] ?? 0) * this.signOf(equation, cell);
        if (asked !== null && asked !== own) return true;
        asked = own;
      }
    }
    return false;
  }

  private signOf(equation: number, cell: number): number {
    return this.signs[cell * this.cellsOf.length + equation] ?? 0;
  }

  private hold(cell: number, by: 1 | -1): void {
    for (const equation of this.equationsOf[cell] ?? []) {
      const before = this.held[equation] ?? 0;
      this.held[equation] = before + by;
      const openAt = this.openAt[equation];
      this.count(this.groupOf[equation] ?? 0, Number(before + by === openAt) - Number(before === openAt));
    }
  }

  private needsMoreThan(left: number): boolean {
    for (const count of this.open) if (count > left) return true;
    return false;
  }

  private count(group: number, by: number): void {
    this.open[group] = (this.open[group] ?? 0) + by;
  }

  private readonly spend = (): boolean => {
    this.budget.steps--;
    if (this.budget.steps < 0) this.exhausted = true;
    return !this.exhausted;
  };

  private solve(): void {
    const { unit, system } = this;
    const cells = this.chosen.map((cell) => this.cells[cell] ?? '');
    const rows = this.touched().map((equation): Row => {
      const row = this.chosen.map((cell) => this.signOf(equation, cell));
      row.push(-(this.differences[equation] ?? 0));
      return row;
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
