/** Spans of cells, and the room that they take. */
import type { SourceRow } from '../document/document';
import { MAX_COL_SPAN } from '../grid/grid';

/** Slots that the cells of a table ask for, before spans are cut by row groups. */
export function slotsOf(rows: readonly SourceRow[]): number {
  return rows.reduce((sum, row) => row.cells.reduce((own, cell) => own + Math.min(cell.colSpan, MAX_COL_SPAN), sum), 0);
}

/** The HTML standard's rules for parsing non-negative integers, then its defaults for spans. */
export function spanOf(value: string | null, minimum: number): number {
  if (value === null) return 1;
  const digits = /^[\t\n\f\r ]*\+?(\d+)/.exec(value);
  if (digits === null) return 1;
  const parsed = Number(digits[1]);
  return parsed < minimum ? 1 : Math.min(parsed, 65_534);
}
