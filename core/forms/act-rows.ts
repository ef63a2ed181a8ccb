/** Rows of figures under heads that name acts: which table of the statistics it is, whose row, which column. */
import type { Place, Table } from '../document/document';
import { gather } from '../document/gather';
import { isNumberText, looksLikeValue } from '../document/number';
import { essence } from '../document/text';
import { cellsIn, type Grid, type GridCell } from '../grid/grid';
import { cutRows, turned } from '../grid/reshape';
import { ACT_TABLES, type ActColumn, type ActTable } from './enforcement-statistics';

export interface ActValue {
  readonly raw: string;
  readonly place: Place;
}

export interface ActRow {
  /** As printed beside the figures; empty where nothing is. */
  readonly label: string;
  readonly values: ReadonlyMap<string, ActValue>;
}

export interface ActRows {
  readonly table: ActTable;
  readonly block: number;
  /** Columns with a head that is known, in the order of the page. */
  readonly columns: readonly ActColumn[];
  /** Every column of figures has been told, each once: sums over all of them may be judged. */
  readonly whole: boolean;
  readonly rows: readonly ActRow[];
}

/**
 * Heads above rows, or beside them where the table is turned; a table may hold several parts one below another.
 * `layout` of the table: where only the order of cells is certain, rows of another length than their heads are not read.
 */
export function actRows(grid: Grid, block: number, layout: Table['layout']): ActRows[] {
  const upright = partsOf(grid, block, layout === 'rows');
  if (upright.length > 0 || (layout === 'rows' && !isFull(grid, 0, grid.height))) return upright;
  return gather(belowTitles(grid), (piece) => partsOf(turned(piece), block, false));
}

/** Tables one below another on a sheet, each under its title. */
function belowTitles(grid: Grid): Grid[] {
  const titles = Array.from({ length: grid.height }, (_, row) => row).filter((row) => {
    const filled = cellsIn(grid, row).filter(({ text }) => text.trim() !== '');
    return filled.length === 1 && !isData(grid, row);
  });
  const starts = [...new Set([0, ...titles.map((row) => row + 1)])];
  return gather(starts, (from, at) => {
    const to = at + 1 < starts.length ? (starts[at + 1] ?? 0) - 1 : grid.height;
    return to > from ? [cutRows(grid, from, to)] : [];
  });
}

/** Has every row all its cells? A title may stand alone in its own. */
function isFull(grid: Grid, from: number, to: number): boolean {
  const widths = new Set<number>();
  for (let row = from; row < to; row++) {
    const { length } = cellsIn(grid, row);
    if (length > 1) widths.add(length);
  }
  return widths.size <= 1;
}

function partsOf(grid: Grid, block: number, byOrder: boolean): ActRows[] {
  const parts: ActRows[] = [];
  for (let row = 0; row < grid.height; ) {
    let start = row;
    while (start < grid.height && !isData(grid, start)) start++;
    let end = start;
    while (end < grid.height && isData(grid, end)) end++;
    const part = byOrder && !isFull(grid, row, end) ? null : partIn(grid, block, row, start, end);
    if (part !== null) parts.push(part);
    row = Math.max(end, start + 1);
  }
  return parts;
}

/** A row with a figure in it; 1, 2, 3 … below the heads numbers the columns. */
function isData(grid: Grid, row: number): boolean {
  const cells = cellsIn(grid, row).map(({ text }) => text.trim());
  const figures = cells.filter(isNumberText);
  if (figures.length === 0) return false;
  const start = Number(figures[0]);
  const counted = figures.length > 2 && start <= 1 && figures.every((text, at) => Number(text) === start + at);
  return !counted;
}

function partIn(grid: Grid, block: number, from: number, start: number, end: number): ActRows | null {
  if (start === from || start >= end) return null;
  const heads = Array.from({ length: grid.width }, (_, column) => headsOf(grid, column, from, start));
  const found = ACT_TABLES.map((table) => ({ table, columns: heads.map((own) => columnFor(table, own)) }));
  const sizes = found.map(
    ({ columns }) =>
      new Set(gather(columns, (each) => (each === undefined || isCommon(each) ? [] : [each.column.id]))).size,
  );
  const most = Math.max(...sizes);
  const at = sizes.indexOf(most);
  const best = found[at];
  // Two kinds in one row of heads: whose total it is, nobody knows.
  if (best === undefined || most < best.table.least || sizes.filter((size) => size >= 2).length > 1) return null;
  const labels = labelColumns(best.columns, heads);
  const rows: ActRow[] = [];
  for (let row = start; row < end; row++) rows.push(rowOf(grid, block, row, best.columns, labels));
  const ids = gather(best.columns, (each) => (each === undefined ? [] : [each.column.id]));
  const strange = best.columns.some(
    (each, column) => each === undefined && !labels.includes(column) && !isUnused(grid, column, start, end),
  );
  return {
    table: best.table,
    block,
    columns: best.columns.filter((each) => each !== undefined),
    whole: !strange && new Set(ids).size === ids.length,
    rows,
  };
}

/** 合计 and 其他 stand in all of them. */
function isCommon({ role, head }: ActColumn): boolean {
  return role === 'total' || head.source.startsWith('^其他');
}

/** Beside a narrower part of one table for all. */
function isUnused(grid: Grid, column: number, from: number, to: number): boolean {
  for (let row = from; row < to; row++) if ((grid.at(row, column)?.text ?? '').trim() !== '') return false;
  return true;
}

interface Heads {
  /** Next to the figures. */
  readonly own: string;
  /** What stands over it, outermost first. */
  readonly path: string;
}

/** What heads the whole table says nothing of a column; a blank above a head, in pasted text, may be a merged rest. */
function headsOf(grid: Grid, column: number, from: number, start: number): Heads {
  let own = '';
  const path: string[] = [];
  let last: GridCell | undefined;
  for (let row = start - 1; row >= from; row--) {
    const cell = grid.at(row, column);
    if (cell === undefined || cell === last || isNumberText(cell.text.trim())) continue;
    last = cell;
    if (cell.colSpan >= grid.width && grid.width > 1) continue;
    const text = headKey(cell.text);
    if (own === '') own = text;
    else path.unshift(text || headLeftOf(grid, row, column));
  }
  return { own, path: path.join('|') };
}

function headLeftOf(grid: Grid, row: number, column: number): string {
  for (let at = column - 1; at > 0; at--) {
    const text = headKey(grid.at(row, at)?.text ?? '');
    if (text !== '') return text;
  }
  return '';
}

function headKey(text: string): string {
  return text.length > 60 ? '' : essence(text).replace(/\([^()]*\)|单位[:：]\S*|^\d{1,2}[.、]/g, '');
}

function columnFor({ columns }: ActTable, { own, path }: Heads): ActColumn | undefined {
  return columns.find(({ head, under }) => head.test(own) && (under === undefined || under.test(path)));
}

const LABEL =
  /^(?:序号|单位|单位名称|.{0,6}(?:执法|实施)?(?:主体|机关|单位|部门)(?:名称)?|名称|项目|类别|类型|备注|年度)$/;

/** Columns before the first figures, and those whose head says that they name something. */
function labelColumns(columns: readonly (ActColumn | undefined)[], heads: readonly Heads[]): number[] {
  const first = columns.findIndex((each) => each !== undefined);
  return gather(columns, (each, at) =>
    each === undefined && (at < first || LABEL.test(heads[at]?.own ?? '')) ? [at] : [],
  );
}

function rowOf(
  grid: Grid,
  block: number,
  row: number,
  columns: readonly (ActColumn | undefined)[],
  labels: readonly number[],
): ActRow {
  const texts = gather(labels, (column) => {
    const text = essence(grid.at(row, column)?.text ?? '');
    return text === '' || isNumberText(text) ? [] : [text];
  });
  const values = new Map<string, ActValue>();
  const twice = new Set<string>();
  for (const [column, known] of columns.entries()) {
    const cell = grid.at(row, column);
    if (known === undefined || cell === undefined) continue;
    // A figure over several columns or rows is not one of this cell.
    const own = cell.row === row && cell.rowSpan === 1 && cell.colSpan === 1 && looksLikeValue(cell.text.trim());
    if (values.has(known.column.id) || !own) twice.add(known.column.id);
    else values.set(known.column.id, { raw: cell.text, place: { block, cell: cell.ordinal } });
  }
  for (const id of twice) values.delete(id);
  return { label: [...new Set(texts)].join(''), values };
}
