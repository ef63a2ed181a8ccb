/** 操作: slips that touch more than one cell, each tried against the failing relations. */
import type { CellId } from '../forms/form';
import { exactDifference } from '../relations/exact';
import type { Change, Operation } from '../rules/finding';
import { shifts } from './shifts';
import { type Equation, type System, touchesAll } from './system';

/** A slip, and how much speaks for it beside the sums: digits that agree, not by chance. */
export interface Candidate {
  readonly operation: Operation;
  readonly weight: number;
}

/** Operations that mend exactly these failing equations and disturb no other; best first, each result once. */
export function operationsOn(system: System, failing: readonly Equation[]): Operation[] {
  const keys = new Set(failing.map((equation) => equation.key));
  const found = new Map<string, Candidate>();
  for (const candidate of candidates(system, failing)) {
    const { changes } = candidate.operation;
    if (!mends(system, changes, keys)) continue;
    const result = resultOf(changes);
    // What is the same under two names keeps the simpler one, which is tried first.
    if (!found.has(result)) found.set(result, candidate);
  }
  return [...found.values()].sort((a, b) => b.weight - a.weight).map(({ operation }) => operation);
}

/** The same for the same cells and values. */
export function resultOf(changes: readonly Change[]): string {
  return changes
    .map((change) => `${change.cell}=${change.expected}`)
    .sort()
    .join(' ');
}

/** Do the changes make these equations hold, and leave all others as they are? */
function mends(system: System, changes: readonly Change[], keys: ReadonlySet<string>): boolean {
  const effects = new Map<Equation, number>();
  for (const { cell, value, expected } of changes) {
    const delta = exactDifference(expected, value ?? 0);
    for (const equation of system.equationsOf.get(cell) ?? []) {
      const own = delta * (equation.terms.get(cell) ?? 0);
      effects.set(equation, exactDifference(effects.get(equation) ?? 0, -own));
    }
  }
  let mended = 0;
  for (const [equation, effect] of effects) {
    if (effect === 0) continue;
    if (!keys.has(equation.key) || effect !== -equation.difference) return false;
    mended++;
  }
  return mended === keys.size;
}

function* candidates(system: System, failing: readonly Equation[]): Generator<Candidate> {
  yield* swappedCells(system, failing);
  yield* swappedRows(system, failing);
  yield* shifts(system, failing);
}

/** Neighbours in a row or a column. */
function* swappedCells({ layout, values }: System, failing: readonly Equation[]): Generator<Candidate> {
  const suspect = new Set<CellId>();
  for (const { terms } of failing) for (const cell of terms.keys()) suspect.add(cell);
  for (const [row, cells] of layout.entries()) {
    for (const [column, cell] of cells.entries()) {
      if (!suspect.has(cell)) continue;
      for (const other of [cells[column + 1], layout[row + 1]?.[column]]) {
        if (other === undefined || !suspect.has(other) || !touchesAll([cell, other], failing)) continue;
        const changes = exchange(values, [[cell, other]]);
        if (changes !== null) yield { operation: { kind: 'cells-swapped', changes }, weight: 2 };
      }
    }
  }
}

/** Any two rows that stand in different sums; also a row entered into the row of another that is 0. */
function* swappedRows(system: System, failing: readonly Equation[]): Generator<Candidate> {
  const { layout, values } = system;
  const touched = layout.map((row) => failing.filter(({ terms }) => row.some((cell) => terms.has(cell))));
  const crossings: string[] = [];
  const crossingOf = (at: number): string => {
    crossings[at] ??= crossing(system, layout[at] ?? []);
    return crossings[at];
  };
  for (const [index, row] of layout.entries()) {
    const own = touched[index] ?? [];
    for (let at = index + 1; at < layout.length; at++) {
      const [other = [], further = []] = [layout[at], touched[at]];
      if (own.length + further.length < failing.length) continue;
      if (failing.some((each) => !own.includes(each) && !further.includes(each))) continue;
      if (crossingOf(index) === crossingOf(at)) continue;
      const pairs = row.map((cell, column) => [cell, other[column] ?? cell] as const);
      const changes = exchange(values, pairs);
      if (changes !== null && changes.length > 2) yield { operation: { kind: 'rows-swapped', changes }, weight: 2 };
    }
  }
}

/** The sums that cross a row at its first cell, with the side they have it on. */
function crossing({ equationsOf }: System, row: readonly CellId[]): string {
  const [cell = '', next = ''] = row;
  return (equationsOf.get(cell) ?? [])
    .filter(({ terms }) => !terms.has(next))
    .map(({ key, terms }) => `${key}${terms.get(cell)}`)
    .join(' ');
}

/** The changes that give each cell the other’s value; null where nothing changes or one was not read. */
function exchange(values: System['values'], pairs: readonly (readonly [CellId, CellId])[]): Change[] | null {
  const changes: Change[] = [];
  for (const [one, other] of pairs) {
    const [left, right] = [values.get(one), values.get(other)];
    if (left === undefined || right === undefined) return null;
    if ((left ?? 0) === (right ?? 0)) continue;
    if ((left ?? 0) < 0 || (right ?? 0) < 0) return null;
    changes.push({ cell: one, value: left, expected: right ?? 0 }, { cell: other, value: right, expected: left ?? 0 });
  }
  return changes.length > 0 ? changes : null;
}
