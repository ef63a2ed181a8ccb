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
import type { Equation, System } from './system';

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

class Search {
  readonly found: (readonly Change[])[] = [];
  exhausted = false;
  private readonly chosen: CellId[] = [];
  private readonly barred = new Set<CellId>();
  /** How many chosen cells each equation holds. */
  private readonly held = new Map<Equation, number>();
  /** In how many equations a cell stands at most: three in table three. */
  private readonly reach: number;
  /** Steps of the last digit printed in one: deltas are counted in it, so that the solve stays among integers. */
  private readonly unit: number;

  constructor(
    private readonly system: System,
    private steps: number,
  ) {
    this.reach = Math.max(0, ...[...system.equationsOf.values()].map((equations) => equations.length));
    const printed = [...system.equations.map((equation) => equation.difference), ...system.values.values()];
    this.unit = 10 ** Math.max(0, ...printed.map((value) => decimals(value ?? 0)));
  }

  /** Adds `left` more cells in every way that may lead to a repair, each set once. */
  extend(left: number): void {
    if (!this.spend()) return;
    const open = this.system.equations.filter((equation) => this.isOpen(equation));
    if (left === 0) {
      if (open.length === 0) this.solve();
      return;
    }
    if (open.length > this.reach * left) return;
    const tried: CellId[] = [];
    for (const cell of this.branch(open)) {
      if (this.barred.has(cell) || this.chosen.includes(cell)) continue;
      if (left === 1 && !open.every((equation) => equation.terms.has(cell))) continue;
      this.choose(cell);
      this.extend(left - 1);
      this.release();
      // Sets with this cell have all been seen.
      this.barred.add(cell);
      tried.push(cell);
    }
    for (const cell of tried) this.barred.delete(cell);
  }

  /** A failing equation that no chosen cell touches, or one that holds and that a single one would break. */
  private isOpen(equation: Equation): boolean {
    return (this.held.get(equation) ?? 0) === (equation.difference === 0 ? 1 : 0);
  }

  /** Of these cells one must come next: those of the shortest open equation; else, of the equations touched. */
  private branch(open: readonly Equation[]): Iterable<CellId> {
    const [shortest] = [...open].sort((a, b) => a.terms.size - b.terms.size);
    if (shortest !== undefined) return shortest.terms.keys();
    return new Set([...this.touched()].flatMap((equation) => [...equation.terms.keys()]));
  }

  private *touched(): Generator<Equation> {
    for (const [equation, count] of this.held) if (count > 0) yield equation;
  }

  private choose(cell: CellId): void {
    this.chosen.push(cell);
    for (const equation of this.system.equationsOf.get(cell) ?? [])
      this.held.set(equation, (this.held.get(equation) ?? 0) + 1);
  }

  private release(): void {
    const cell = this.chosen.pop();
    for (const equation of this.system.equationsOf.get(cell ?? '') ?? [])
      this.held.set(equation, (this.held.get(equation) ?? 0) - 1);
  }

  private readonly spend = (): boolean => {
    this.steps--;
    if (this.steps < 0) this.exhausted = true;
    return !this.exhausted;
  };

  private solve(): void {
    const cells = [...this.chosen];
    const { unit, system } = this;
    const rows = [...this.touched()].map(
      (equation): Row => ({
        coefficients: cells.map((cell): number => equation.terms.get(cell) ?? 0),
        constant: Math.round(-equation.difference * unit),
      }),
    );
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
