/** Which cell is wrong: the one whose change repairs every failing sum it stands in, and breaks none that holds. */
import { exactDifference } from '../relations/exact';

export interface Equation {
  readonly total: number;
  readonly parts: readonly number[];
  readonly holds: boolean;
  /** total − sum of the parts. */
  readonly difference: number;
  /** Says something: more than one part is not 0. */
  readonly telling: boolean;
}

export interface Suspicion {
  /** By equation: cells that would repair it. */
  readonly suspects: ReadonlyMap<Equation, readonly number[]>;
  /** Failing equations that another one, through one cell and by one amount, says are wrong. */
  readonly confirmed: ReadonlySet<Equation>;
}

export function suspectsOf(equations: readonly Equation[]): Suspicion {
  const by = new Map<number, Equation[]>();
  for (const equation of equations) {
    for (const cell of [equation.total, ...equation.parts]) {
      const of = by.get(cell);
      if (of === undefined) by.set(cell, [equation]);
      else of.push(equation);
    }
  }
  const suspects = new Map<Equation, readonly number[]>();
  const confirmed = new Set<Equation>();
  for (const equation of equations) {
    if (equation.holds) continue;
    const cells = [equation.total, ...equation.parts];
    const possible = cells.filter((cell) => repairs(cell, changeOf(equation, cell), by.get(cell) ?? []));
    const witnessed = possible.filter((cell) => (by.get(cell) ?? []).filter(({ holds }) => !holds).length > 1);
    if (witnessed.length > 0) confirmed.add(equation);
    suspects.set(equation, witnessed.length > 0 ? witnessed : possible);
  }
  return { suspects, confirmed };
}

/** What would have to be added to the cell. */
function changeOf({ total, difference }: Equation, cell: number): number {
  return cell === total ? -difference : difference;
}

function repairs(cell: number, change: number, equations: readonly Equation[]): boolean {
  return equations.every((equation) =>
    equation.holds ? !equation.telling : exactDifference(changeOf(equation, cell), change) === 0,
  );
}
