/** Where one is in the table of results: its cells by row and column, the head above row 0. */
import type { Sort, SortKey } from './matrix';

/** Columns before those of the rules: name, year, standing, years of the organ. */
export const FIXED = 4;
export const CHAIN = 3;
export const HEAD = -1;

export interface Cursor {
  readonly row: number;
  readonly column: number;
}

export function clamp(value: number, from: number, to: number): number {
  return Math.max(from, Math.min(to, value));
}

export function idOf({ row, column }: Cursor): string {
  return `cell-${row}-${column}`;
}

/** The cell that was clicked; null outside of any, or on a link, which goes its own way. */
export function cursorOf(target: EventTarget | null): Cursor | null {
  if (!(target instanceof Element) || target.closest('a') !== null) return null;
  const [, row, column] = /^cell-(-?\d+)-(\d+)$/.exec(target.closest('th, td')?.id ?? '') ?? [];
  return row === undefined || column === undefined ? null : { row: Number(row), column: Number(column) };
}

export function active(at: Cursor, row: number, column: number): string {
  return at.row === row && at.column === column ? 'active' : '';
}

const FIXED_KEYS: readonly SortKey[] = ['name', 'year', 'standing', 'name'];

export function keyOf(column: number, rules: readonly string[]): SortKey {
  return FIXED_KEYS[column] ?? { rule: rules[column - FIXED] ?? '' };
}

export function isSame(a: SortKey, b: SortKey): boolean {
  return typeof a === 'object' && typeof b === 'object' ? a.rule === b.rule : a === b;
}

/** Names go up first, whatever is counted goes down first. */
export function sortedBy(sort: Sort, by: SortKey): Sort {
  return isSame(sort.by, by) ? { by, descending: !sort.descending } : { by, descending: by !== 'name' };
}
