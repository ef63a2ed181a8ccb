/** Rows of labels and values from a grid: what tables two and three have in common. */
import { looksLikeValue } from '../document/number';
import type { Grid, GridCell } from '../grid/grid';
import type { FormColumn } from './form';
import type { LabelIndex } from './labels';
import type { LabelledRow, LabelText, ValueCell } from './rows';

/** Column of the form for each column of the grid. */
export type ColumnMap = readonly (number | null)[];

export interface GridRows {
  readonly rows: readonly LabelledRow[];
  /** Form columns that no column of the grid was recognised as. */
  readonly missingColumns: readonly FormColumn[];
  /** Headings of grid columns that are no column of the form and hold numbers. */
  readonly extraColumns: readonly LabelText[];
  /** To carry over to a continued table; null where headings do not tell. */
  readonly columns: ColumnMap | null;
}

/** 件, （单位：件）: a unit under a heading. */
const UNIT = /^[（(]?(?:单位[：:])?[件宗起][）)]?$/;

/** Does the text tell nothing of its row and column: a number, a blank, a unit? */
export function isBody(text: string): boolean {
  return looksLikeValue(text) || UNIT.test(text);
}

/** 1, 2, 3 … under the headings number the columns. */
export function isNumbering(values: readonly GridCell[]): boolean {
  return values.length > 4 && values.every((cell, at) => cell.text === String(at + 1));
}

const knownRows = new WeakMap<Grid, (readonly GridCell[])[]>();

/** Distinct cells of one grid row, left to right; a cell that spans from above is among them. */
export function cellsOfRow(grid: Grid, row: number): readonly GridCell[] {
  const rows = knownRows.get(grid) ?? [];
  const known = rows[row];
  if (known !== undefined) return known;
  const cells = distinctCells(grid, row);
  rows[row] = cells;
  knownRows.set(grid, rows);
  return cells;
}

function distinctCells(grid: Grid, row: number): GridCell[] {
  const cells: GridCell[] = [];
  for (let column = 0; column < grid.width; column++) {
    const cell = grid.at(row, column);
    if (cell !== undefined && cells[cells.length - 1] !== cell) cells.push(cell);
  }
  return cells;
}

export const endOf = (cell: GridCell): number => cell.column + cell.colSpan;

/**
 * The last cell of the row that is a label of the table and has values to its right. Headings of columns share words
 * with rows (总计, 其他), but `least` values never stand behind them.
 */
export function labelCell(grid: Grid, row: number, index: LabelIndex, least: number): GridCell | null {
  const cells = cellsOfRow(grid, row);
  let found: GridCell | null = null;
  for (const [at, cell] of cells.entries()) {
    // Ordinals may stand before the label, never within.
    if (found !== null && cell.text !== '' && looksLikeValue(cell.text)) break;
    if (cell.row !== row || index.match(cell.text) === null) continue;
    if (cells.slice(at + 1).filter((each) => looksLikeValue(each.text)).length >= least) found = cell;
  }
  return found;
}

export function labelText(cell: GridCell, block: number): LabelText {
  return { text: cell.text, place: { block, cell: cell.ordinal } };
}

export function valueCell(cell: GridCell, block: number, merged: boolean): ValueCell {
  return { raw: cell.text, place: { block, cell: cell.ordinal }, soft: false, merged };
}
