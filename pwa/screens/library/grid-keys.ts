/** Where one is in the grid, and what ticking does. The head is above row 0. */
export interface Cursor {
  readonly row: number;
  readonly column: number;
}

export const HEAD = -1;
export const TICK = 0;
export const NAME = 1;
export const YEAR = 2;
/** Tick, name, year, status, findings, review, published, saved, actions. */
export const COLUMNS = 9;
export const ACTIONS = COLUMNS - 1;

export function cellId({ row, column }: Cursor): string {
  return `report-${row}-${column}`;
}

export function cursorAt(target: EventTarget | null): Cursor | null {
  if (!(target instanceof Element)) return null;
  const [, row, column] = /^report-(-?\d+)-(\d+)$/.exec(target.closest('th, td')?.id ?? '') ?? [];
  return row === undefined || column === undefined ? null : { row: Number(row), column: Number(column) };
}

export function toggled(ticked: ReadonlySet<string>, id: string): Set<string> {
  const next = new Set(ticked);
  if (!next.delete(id)) next.add(id);
  return next;
}

/** All from one row to another, with those that were ticked before. */
export function ranged(ticked: ReadonlySet<string>, ids: readonly string[], from: number, to: number): Set<string> {
  return new Set([...ticked, ...ids.slice(Math.min(from, to), Math.max(from, to) + 1)]);
}

/** Every one of them, or none of them where all are ticked already. */
export function allOrNone(ticked: ReadonlySet<string>, ids: readonly string[]): Set<string> {
  const all = ids.every((id) => ticked.has(id));
  const next = new Set(ticked);
  for (const id of ids)
    if (all) next.delete(id);
    else next.add(id);
  return next;
}
