/**
 * 最小修复: the fewest cells whose change makes every relation agree, over non-negative integers, all optima.
 *
 * The error localisation problem of Fellegi and Holt (1976) for exact sums: a branch over the cells of a failing
 * equation that no chosen cell touches yet, then an exact solve for the chosen cells.
 */
import type { CellId } from '../forms/form';
import { decimals, exactSum } from '../relations/exact';
import type { Change } from '../rules/finding';
import type { Equation, System } from './system';

export const MAX_CELLS = 3;
/** Solves of a small system; the hardest pages measured take a tenth of it. */
export const MAX_STEPS = 60_000;

export interface Repairs {
  /** All sets of the fewest cells, unordered; empty where none of up to three cells exists. */
  readonly optima: readonly (readonly Change[])[];
  /** The budget was used up: there may be more. */
  readonly exhausted: boolean;
}

export function minimalRepairs(system: System, maxSteps = MAX_STEPS): Repairs {
  const budget = { steps: maxSteps };
  for (let size = 1; size <= MAX_CELLS; size++) {
    const search = new Search(system, size, budget);
    search.extend([]);
    if (budget.steps <= 0) return { optima: [], exhausted: true };
    if (search.found.size > 0) return { optima: [...search.found.values()], exhausted: false };
  }
  return { optima: [], exhausted: false };
}

class Search {
  readonly found = new Map<string, readonly Change[]>();
  private readonly tried = new Set<string>();
  /** In how many relations a cell stands at most: three in table three. */
  private readonly reach: number;

  constructor(
    private readonly system: System,
    private readonly size: number,
    private readonly budget: { steps: number },
  ) {
    this.reach = Math.max(0, ...[...system.equationsOf.values()].map((equations) => equations.length));
  }

  extend(chosen: readonly CellId[]): void {
    if (this.budget.steps <= 0) return;
    const key = [...chosen].sort().join(' ');
    if (this.tried.has(key)) return;
    this.tried.add(key);
    const uncovered = this.system.failing.filter((equation) => !chosen.some((cell) => equation.terms.has(cell)));
    const left = this.size - chosen.length;
    if (left === 0) {
      if (uncovered.length === 0) this.solve(chosen, key);
      return;
    }
    if (uncovered.length > this.reach * left) return;
    for (const cell of this.branch(chosen, uncovered)) if (!chosen.includes(cell)) this.extend([...chosen, cell]);
  }

  /** Cells that must or may come next: of the shortest failing equation not touched yet, else of those touched. */
  private branch(chosen: readonly CellId[], uncovered: readonly Equation[]): Iterable<CellId> {
    const shortest = uncovered.reduce<Equation | null>(
      (top, each) => (top === null || each.terms.size < top.terms.size ? each : top),
      null,
    );
    if (shortest !== null) return shortest.terms.keys();
    const touched = chosen.flatMap((cell) => this.system.equationsOf.get(cell) ?? []);
    return new Set(touched.flatMap((equation) => [...equation.terms.keys()]));
  }

  private solve(cells: readonly CellId[], key: string): void {
    this.budget.steps--;
    const unit = 10 ** Math.max(0, ...this.system.failing.map((equation) => decimals(equation.difference)));
    const touched = new Set(cells.flatMap((cell) => this.system.equationsOf.get(cell) ?? []));
    const rows = [...touched].map((equation) => ({
      coefficients: cells.map((cell): number => equation.terms.get(cell) ?? 0),
      // In units of the last digit printed, so that elimination stays among integers.
      constant: Math.round(-equation.difference * unit),
    }));
    const deltas = solveExactly(rows, cells.length)?.map((delta) => delta / unit) ?? null;
    if (deltas === null || deltas.some((delta) => delta === 0)) return;
    const changes = cells.map((cell, index): Change => {
      const value = this.system.values.get(cell) ?? null;
      return { cell, value, expected: exactSum([value ?? 0, deltas[index] ?? 0]) };
    });
    if (changes.every((change) => change.expected >= 0 && Number.isInteger(change.expected)))
      this.found.set(key, changes);
  }
}

interface Row {
  readonly coefficients: readonly number[];
  readonly constant: number;
}

/** The one solution of a small overdetermined system of integers, or null where there is none or more than one. */
function solveExactly(rows: readonly Row[], unknowns: number): number[] | null {
  const matrix = rows.map((row) => [...row.coefficients, row.constant]);
  for (let column = 0; column < unknowns; column++) {
    const pivotAt = matrix.findIndex((row, index) => index >= column && (row[column] ?? 0) !== 0);
    const pivot = matrix[pivotAt];
    if (pivot === undefined) return null;
    [matrix[column], matrix[pivotAt]] = [pivot, matrix[column] ?? pivot];
    for (const [index, row] of matrix.entries()) {
      const factor = row[column] ?? 0;
      if (index === column || factor === 0) continue;
      const lead = pivot[column] ?? 1;
      matrix[index] = row.map((value, at) => value * lead - (pivot[at] ?? 0) * factor);
    }
  }
  if (matrix.slice(unknowns).some((row) => (row[unknowns] ?? 0) !== 0)) return null;
  return Array.from(
    { length: unknowns },
    (_, column) => (matrix[column]?.[unknowns] ?? 0) / (matrix[column]?.[column] ?? 1),
  );
}
