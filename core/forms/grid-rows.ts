/** Rows of labels and values from a grid, for tables whose rows carry labels (two and three). */
import { looksLikeValue } from '../document/number';
import { labelKey } from '../document/text';
import type { Grid, GridCell } from '../grid/grid';
import type { FormColumn, FormRow, FormTable } from './form';
import { columnLabels, type LabelIndex, rowLabels } from './labels';
import type { LabelledRow, LabelText, ValueCell } from './rows';

export interface GridRows {
  readonly rows: readonly LabelledRow[];
  /** Form columns that no column of the grid was recognised as. */
  readonly missingColumns: readonly FormColumn[];
  /** Headings of grid columns that are no column of the form and hold numbers. */
  readonly extraColumns: readonly LabelText[];
  /** Column of the form for each grid column, to carry over to a continued table. */
  readonly columns: readonly (number | null)[] | null;
}

/** Distinct cells of one grid row, left to right; a cell that spans from above is among them. */
function cellsOfRow(grid: Grid, row: number, from = 0, to = grid.width): GridCell[] {
  const cells: GridCell[] = [];
  for (let column = from; column < to; column++) {
    const cell = grid.at(row, column);
    if (cell !== undefined && cells[cells.length - 1] !== cell) cells.push(cell);
  }
  return cells;
}

/**
 * The last cell of the row that is a label of the table and has a value to its right. Headings of columns share words
 * with rows (总计, 其他), but nothing behind them is a value.
 */
function labelCell(grid: Grid, row: number, index: LabelIndex): GridCell | null {
  const cells = cellsOfRow(grid, row);
  const last = cells.findLastIndex((cell) => looksLikeValue(cell.text));
  let found: GridCell | null = null;
  for (const cell of cells.slice(0, Math.max(0, last))) {
    if (cell.text !== '' && looksLikeValue(cell.text)) break;
    if (cell.row === row && index.match(cell.text) !== null) found = cell;
  }
  return found;
}

function labelText(cell: GridCell, block: number): LabelText {
  return { text: cell.text, place: { block, cell: cell.ordinal } };
}

function valueCell(cell: GridCell, block: number, merged: boolean): ValueCell {
  return { raw: cell.text, place: { block, cell: cell.ordinal }, soft: false, merged: merged && cell.text !== '' };
}

// --- Table three: one set of columns for all rows ----------------------------------------------------------------

/** `inherited`: the columns of the table that this one continues, used where it has no heading of its own. */
export function applicantRows(
  grid: Grid,
  block: number,
  table: FormTable,
  inherited: readonly (number | null)[] | null,
): GridRows | null {
  const index = rowLabels(table);
  const labels = Array.from({ length: grid.height }, (_, row) => labelCell(grid, row, index));
  const first = labels.findIndex((label) => label !== null);
  if (first < 0) return null;
  const valueStart = commonEnd(labels);
  const [formRow] = table.rows;
  if (formRow === undefined) return null;
  const formColumns = formRow.cells.map((cell) => cell.column);
  const columns =
    columnsOf(grid, first, valueStart, formRow) ??
    inheritable(inherited, grid, valueStart) ??
    byCount(grid, first, valueStart, formColumns.length);
  if (columns === null) return null;
  const rows: LabelledRow[] = [];
  for (let row = first; row < grid.height; row++) {
    const own = cellsOfRow(grid, row, 0, valueStart).filter((cell) => cell.text !== '');
    const values: ValueCell[] = [];
    const at: (number | null)[] = [];
    for (let column = valueStart; column < grid.width; column++) {
      const cell = grid.at(row, column);
      if (cell === undefined) continue;
      const target = columns[column] ?? null;
      if (target === null && cell.text === '') continue;
      values.push(valueCell(cell, block, isMerged(cell, columns)));
      at.push(target);
    }
    const fresh = own.some((cell) => cell.row === row);
    const labelling = fresh ? 'own' : 'none';
    rows.push({ labels: own.map((cell) => labelText(cell, block)), labelling, values, columns: at, block });
  }
  return { rows, columns, ...columnChanges(grid, block, first, valueStart, columns, formColumns) };
}

/** Column after the label cells, as most labelled rows have it. */
function commonEnd(labels: readonly (GridCell | null)[]): number {
  const counts = new Map<number, number>();
  for (const label of labels) {
    if (label !== null) counts.set(label.column + label.colSpan, (counts.get(label.column + label.colSpan) ?? 0) + 1);
  }
  return [...counts].reduce((best, each) => (each[1] > best[1] ? each : best), [0, 0])[0];
}

/** One number over several columns of the form, or over several rows. */
function isMerged(cell: GridCell, columns: readonly (number | null)[]): boolean {
  if (cell.rowSpan > 1) return true;
  let covered = 0;
  for (let column = cell.column; column < cell.column + cell.colSpan; column++) {
    if ((columns[column] ?? null) !== null) covered++;
  }
  return covered > 1;
}

/** Header texts above the first data row, per column, outermost first. */
function headerPath(grid: Grid, above: number, column: number): GridCell[] {
  const path: GridCell[] = [];
  for (let row = 0; row < above; row++) {
    const cell = grid.at(row, column);
    if (cell !== undefined && cell.text !== '' && path[path.length - 1] !== cell) path.push(cell);
  }
  return path;
}

/** Matches header paths to columns; what is left is settled by order where nothing contradicts it. */
function columnsOf(grid: Grid, first: number, from: number, formRow: FormRow): (number | null)[] | null {
  const index = columnLabels(formRow);
  const columns: (number | null)[] = new Array(grid.width).fill(null);
  const used = new Set<number>();
  for (let column = from; column < grid.width; column++) {
    const path = headerPath(grid, first, column).map((cell) => cell.text);
    for (let count = 1; count <= Math.min(3, path.length); count++) {
      const match = index.match(path.slice(-count).join(''));
      if (match === null || used.has(match.index)) continue;
      columns[column] = match.index;
      used.add(match.index);
      break;
    }
  }
  return used.size < 2 ? null : fillBetween(columns, from, formRow.cells.length);
}

/** Unrecognised columns between two recognised ones take the columns between, if their number is the same. */
function fillBetween(columns: (number | null)[], from: number, count: number): (number | null)[] {
  const result = [...columns];
  let lastAt = from - 1;
  let lastColumn = -1;
  for (let at = from; at <= result.length; at++) {
    const column = at === result.length ? count : (columns[at] ?? null);
    if (column === null) continue;
    if (at - lastAt === column - lastColumn) {
      for (let step = 1; step < at - lastAt; step++) result[lastAt + step] = lastColumn + step;
    }
    lastAt = at;
    lastColumn = column;
  }
  return result;
}

function inheritable(columns: readonly (number | null)[] | null, grid: Grid, from: number): (number | null)[] | null {
  if (columns === null || columns.length !== grid.width) return null;
  return columns.findIndex((column) => column !== null) === from ? [...columns] : null;
}

/** Without a heading: the columns of the form, if there are exactly as many. */
function byCount(grid: Grid, first: number, from: number, count: number): (number | null)[] | null {
  if (headerPath(grid, first, grid.width - 1).length > 0 || grid.width - from !== count) return null;
  return Array.from({ length: grid.width }, (_, column) => (column < from ? null : column - from));
}

function columnChanges(
  grid: Grid,
  block: number,
  first: number,
  from: number,
  columns: readonly (number | null)[],
  formColumns: readonly FormColumn[],
): Pick<GridRows, 'missingColumns' | 'extraColumns'> {
  const extraColumns: LabelText[] = [];
  for (let column = from; column < grid.width; column++) {
    if ((columns[column] ?? null) !== null || !hasText(grid, first, column)) continue;
    const head = headerPath(grid, first, column).pop();
    extraColumns.push(head === undefined ? { text: '', place: { block } } : labelText(head, block));
  }
  return { missingColumns: formColumns.filter((_, index) => !columns.includes(index)), extraColumns };
}

function hasText(grid: Grid, from: number, column: number): boolean {
  for (let row = from; row < grid.height; row++) if ((grid.at(row, column)?.text ?? '') !== '') return true;
  return false;
}

// --- Table two: each article has columns of its own ------------------------------------------------------------

const CONTENT = labelKey('信息内容');

export function articleRows(grid: Grid, block: number, table: FormTable): GridRows | null {
  const index = rowLabels(table);
  let header: number | null = null;
  let labelled = 0;
  const rows: LabelledRow[] = [];
  for (let row = 0; row < grid.height; row++) {
    const cells = cellsOfRow(grid, row);
    if (cells.some((cell) => cell.row === row && labelKey(cell.text) === CONTENT)) header = row;
    const label = labelCell(grid, row, index);
    const values = cells.filter((cell) => label === null || cell.column >= label.column + label.colSpan);
    const own = cells.filter((cell) => !values.includes(cell) && cell.text !== '');
    if (label !== null) labelled++;
    const columns =
      label === null || header === null
        ? null
        : articleColumns(grid, header, values, table, index.match(label.text)?.index);
    const labels = (label === null ? cells.slice(0, 1) : own).map((cell) => labelText(cell, block));
    const rest = label === null ? cells.slice(1) : values;
    rows.push({
      labels,
      labelling: 'own',
      values: rest.map((cell) => valueCell(cell, block, cell.rowSpan > 1)),
      columns,
      block,
    });
  }
  return labelled < 2 ? null : { rows, columns: null, missingColumns: [], extraColumns: [] };
}

/** Which column of the form's row each value stands under; null where the heading does not say and the count must. */
function articleColumns(
  grid: Grid,
  header: number,
  values: readonly GridCell[],
  table: FormTable,
  formRow: number | undefined,
): (number | null)[] | null {
  const row = table.rows[formRow ?? -1];
  if (row === undefined) return null;
  const index = columnLabels(row);
  const columns = values.map((value) => index.match(grid.at(header, value.column)?.text ?? '')?.index ?? null);
  const known = columns.filter((column) => column !== null);
  if (new Set(known).size !== known.length) return null;
  return known.length === row.cells.length ? columns : null;
}
