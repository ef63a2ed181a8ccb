/**
 * 表格网格: source cells placed on rows and columns.
 *
 * The table algorithm of the HTML standard (https://html.spec.whatwg.org/#forming-a-table), with one deviation that
 * browsers share: a row span ends with its row group instead of growing the table.
 */
import type { SourceCell, Table } from '../document/document';
import { remembering } from '../document/remembering';

export const MAX_COL_SPAN = 1000;
const MAX_ROW_SPAN = 65_534;
/** Slots, i.e. rows × columns: the largest real report table has 28 × 10. */
export const MAX_SLOTS = 400_000;

export interface GridCell {
  /** Ordinal in source order: `Place.cell`. */
  readonly ordinal: number;
  readonly text: string;
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly colSpan: number;
}

export interface Grid {
  readonly width: number;
  readonly height: number;
  readonly cells: readonly GridCell[];
  /** Two cells of the source claim the same slot; the later one is ignored there. */
  readonly overlaps: number;
  /** The cell that covers a slot; undefined where none does. */
  at(row: number, column: number): GridCell | undefined;
}

/** Null where the table would take more than `MAX_SLOTS`. */
export function formGrid(table: Table): Grid | null {
  const cells: GridCell[] = [];
  const rows: GridCell[][] = table.rows.map(() => []);
  const groupEnds = endsOfGroups(table);
  let width = 0;
  let slots = 0;
  let overlaps = 0;
  let ordinal = 0;
  for (const [row, source] of table.rows.entries()) {
    const end = groupEnds[row] ?? table.rows.length;
    let column = 0;
    for (const cell of source.cells) {
      while (rows[row]?.[column] !== undefined) column++;
      const placed = place(cell, ordinal++, row, column, end);
      slots += placed.rowSpan * placed.colSpan;
      if (slots > MAX_SLOTS) return null;
      overlaps += cover(rows, placed);
      cells.push(placed);
      width = Math.max(width, column + placed.colSpan);
      column += placed.colSpan;
    }
  }
  return { width, height: rows.length, cells, overlaps, at: (row, column) => rows[row]?.[column] };
}

/**
 * The same string for all cells that print the same, on any page: who looks a label up by it again and again need not
 * compare it letter by letter.
 */
const shared = remembering((text) => text);
/** Numbers and blanks are found as fast as they are. */
const SHORT = 2;

function place(cell: SourceCell, ordinal: number, row: number, column: number, groupEnd: number): GridCell {
  const colSpan = Math.min(Math.max(1, cell.colSpan), MAX_COL_SPAN);
  const wanted = cell.rowSpan === 0 ? groupEnd - row : Math.min(cell.rowSpan, MAX_ROW_SPAN);
  const rowSpan = Math.max(1, Math.min(wanted, groupEnd - row));
  return { ordinal, text: cell.text.length > SHORT ? shared(cell.text) : cell.text, row, column, rowSpan, colSpan };
}

function cover(rows: GridCell[][], cell: GridCell): number {
  let overlaps = 0;
  for (let row = cell.row; row < cell.row + cell.rowSpan; row++) {
    const slots = rows[row];
    if (slots === undefined) continue;
    for (let column = cell.column; column < cell.column + cell.colSpan; column++) {
      if (slots[column] === undefined) slots[column] = cell;
      else overlaps++;
    }
  }
  return overlaps;
}

/** For each row the index just past the last row of its group. */
function endsOfGroups(table: Table): number[] {
  const ends: number[] = new Array(table.rows.length).fill(table.rows.length);
  for (let row = table.rows.length - 2; row >= 0; row--) {
    const next = table.rows[row + 1];
    ends[row] = next?.group === table.rows[row]?.group ? (ends[row + 1] ?? table.rows.length) : row + 1;
  }
  return ends;
}

/** The cells that begin in a row, from the left. */
export function cellsIn(grid: Grid, row: number): GridCell[] {
  const cells: GridCell[] = [];
  for (let column = 0; column < grid.width; column++) {
    const cell = grid.at(row, column);
    if (cell !== undefined && cell.row === row && cell !== cells.at(-1)) cells.push(cell);
  }
  return cells;
}
