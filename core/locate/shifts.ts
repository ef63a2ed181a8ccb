/** A row whose numbers stand one column aside, a column whose numbers stand one row aside. */
import { gather } from '../document/gather';
import type { CellId } from '../forms/form';
import { exactSum } from '../relations/exact';
import type { Change, OperationKind } from '../rules/finding';
import type { Candidate } from './operations';
import { type Equation, type System, touchesAll } from './system';

/** In each line the values that its crossing sums ask for are compared with the values beside them; `failing`: to be mended. */
export function* shifts(system: System, failing: readonly Equation[]): Generator<Candidate> {
  const rows = system.layout;
  const columns = (rows[0] ?? []).map((_, column) => rows.map((row) => row[column] ?? ''));
  const mayBe = (line: readonly CellId[]): boolean => touchesAll(line, failing) && isCrossed(line, system.failing);
  for (const row of rows) {
    if (mayBe(row)) yield* shiftsOf(system, row, ['row-shifted-left', 'row-shifted-right']);
  }
  for (const column of columns) {
    if (mayBe(column)) yield* shiftsOf(system, column, ['column-shifted-up', 'column-shifted-down']);
  }
}

/** Do failing sums cross the line at two cells or more? With fewer nothing was shifted along it. */
function isCrossed(line: readonly CellId[], failing: readonly Equation[]): boolean {
  const along = new Set(line);
  const crossing = failing.filter(({ terms }) => !isAlong(terms, along));
  let cells = 0;
  for (const cell of line) if (crossing.some(({ terms }) => terms.has(cell)) && ++cells > 1) return true;
  return false;
}

function* shiftsOf(
  system: System,
  line: readonly CellId[],
  [back, forth]: readonly [OperationKind, OperationKind],
): Generator<Candidate> {
  const changes = demanded(system, line);
  if (changes === null) return;
  const changed = gather(line, (cell, index) => (changes.has(cell) ? [index] : []));
  const [first, last] = [changed[0] ?? 0, changed.at(-1) ?? 0];
  if (last === first) return;
  const printed = line.map((cell) => system.values.get(cell) ?? 0);
  const meant = line.map((cell, index) => changes.get(cell)?.expected ?? printed[index] ?? 0);
  const list = [...changes.values()];
  for (const [kind, step] of [
    [back, 1],
    [forth, -1],
  ] as const) {
    const weight = agreement(printed, meant, step > 0 ? [first, last] : [last, first]);
    if (weight > 0) yield { operation: { kind, changes: list }, weight };
  }
}

/**
 * Digits of the values that stand one aside, from where the shift begins to where a number fell out; 0 where the line
 * is no shift. At the far end stands nothing, or the last number once more.
 */
function agreement(
  printed: readonly number[],
  meant: readonly number[],
  [from, to]: readonly [number, number],
): number {
  const step = to > from ? 1 : -1;
  let digits = 0;
  for (let at = from; at !== to; at += step) {
    if (printed[at] !== meant[at + step]) return 0;
    if (printed[at] !== 0) digits += String(printed[at]).length;
  }
  const filler = printed[to] ?? 0;
  return filler === 0 || filler === printed[to + step] ? digits : 0;
}

/**
 * The changes that the sums across a line ask for, each cell by its own; null where they disagree, were not checked,
 * or ask for what is no count.
 */
function demanded(system: System, line: readonly CellId[]): ReadonlyMap<CellId, Change> | null {
  const along = new Set(line);
  const changes = new Map<CellId, Change>();
  for (const cell of line) {
    let delta: number | null = null;
    for (const { terms, difference } of system.equationsOf.get(cell) ?? []) {
      if (isAlong(terms, along)) continue;
      const own = -difference * (terms.get(cell) ?? 1);
      if (delta !== null && delta !== own) return null;
      delta = own;
    }
    if (delta === null) return null;
    if (delta === 0) continue;
    const value = system.values.get(cell) ?? null;
    const expected = exactSum([value ?? 0, delta]);
    if (expected < 0 || !Number.isInteger(expected)) return null;
    changes.set(cell, { cell, value, expected });
  }
  return changes.size > 1 ? changes : null;
}

/** All its cells stand in the line. */
function isAlong(terms: ReadonlyMap<CellId, unknown>, line: ReadonlySet<CellId>): boolean {
  for (const cell of terms.keys()) if (!line.has(cell)) return false;
  return true;
}
