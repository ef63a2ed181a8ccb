/** Rows of labels and values from a grid, for tables whose rows carry labels (two and three). */
import { looksLikeValue } from '../document/number';
import { labelKey } from '../document/text';
import type { Grid, GridCell } from '../grid/grid';
import type { FormColumn, FormRow, FormTable } from './form';
import { columnLabels, groupLabels, type LabelIndex, rowLabels } from './labels';
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

/** Distinct cells of one grid row, left to right; a cell that spans from above is among them. */
function cellsOfRow(grid: Grid, row: number): GridCell[] {
  const cells: GridCell[] = [];
  for (let column = 0; column < grid.width; column++) {
    const cell = grid.at(row, column);
    if (cell !== undefined && cells[cells.length - 1] !== cell) cells.push(cell);
  }
  return cells;
}

const endOf = (cell: GridCell): number => cell.column + cell.colSpan;

/**
 * The last cell of the row that is a label of the table and has values to its right. Headings of columns share words
 * with rows (总计, 其他), but `least` values never stand behind them.
 */
function labelCell(grid: Grid, row: number, index: LabelIndex, least: number): GridCell | null {
  const cells = cellsOfRow(grid, row);
  let found: GridCell | null = null;
  for (const [at, cell] of cells.entries()) {
    if (cell.text !== '' && looksLikeValue(cell.text)) break;
    if (cell.row !== row || index.match(cell.text) === null) continue;
    if (cells.slice(at + 1).filter((each) => looksLikeValue(each.text)).length >= least) found = cell;
  }
  return found;
}

function labelText(cell: GridCell, block: number): LabelText {
  return { text: cell.text, place: { block, cell: cell.ordinal } };
}

function valueCell(cell: GridCell, block: number, merged: boolean): ValueCell {
  return { raw: cell.text, place: { block, cell: cell.ordinal }, soft: false, merged };
}

// --- Table three: one set of columns for all rows ----------------------------------------------------------------

/** A row of this table has seven values; at most two cells stand behind a heading that is written like a row. */
const LEAST_APPLICANTS = 3;

/** `inherited`: the columns of the table that this one continues, used where it has no heading of its own. */
export function applicantRows(
  grid: Grid,
  block: number,
  table: FormTable,
  inherited: ColumnMap | null,
): GridRows | null {
  const [formRow] = table.rows;
  if (formRow === undefined) return null;
  const index = rowLabels(table);
  const labels = Array.from({ length: grid.height }, (_, row) => labelCell(grid, row, index, LEAST_APPLICANTS));
  const first = labels.findIndex((label) => label !== null);
  const valueStart = commonEnd(labels);
  if (first < 0) return null;
  const columns = columnsOf(grid, first, valueStart, formRow) ?? inheritable(inherited, grid, valueStart);
  const reader = new ApplicantReader(grid, block, table, formRow.cells.length, columns, first);
  const rows: LabelledRow[] = [];
  for (let row = first; row < grid.height; row++) {
    const read = reader.row(row, labels[row] ?? null);
    if (read !== null) rows.push(read);
  }
  return { rows, columns, ...columnChanges(grid, block, first, valueStart, columns, formRow) };
}

/** Column after the label cells, as most labelled rows have it; the widest of two equally frequent. */
function commonEnd(labels: readonly (GridCell | null)[]): number {
  const counts = new Map<number, number>();
  for (const label of labels) if (label !== null) counts.set(endOf(label), (counts.get(endOf(label)) ?? 0) + 1);
  return [...counts].reduce(
    (best, each) => (each[1] > best[1] || (each[1] === best[1] && each[0] > best[0]) ? each : best),
    [0, 0],
  )[0];
}

/**
 * One row at a time. The columns under recognised headings are believed where the row’s own cells fill exactly them;
 * a row that spans have pushed aside is read by its own seven cells; any other is left out, never shifted.
 */
class ApplicantReader {
  constructor(
    private readonly grid: Grid,
    private readonly block: number,
    private readonly table: FormTable,
    private readonly count: number,
    private readonly columns: ColumnMap | null,
    private readonly first: number,
  ) {}

  /** Null where the row holds no data: a repeated heading, an empty line. */
  row(row: number, label: GridCell | null): LabelledRow | null {
    const cells = cellsOfRow(this.grid, row);
    const start = label === null ? this.valueStart(cells) : endOf(label);
    const behind = cells.filter((cell) => cell.column >= start);
    if (behind.some((cell) => this.isHeading(cell))) return null;
    const labels = cells
      .filter((cell) => cell.column < start && cell.text !== '')
      .map((cell) => labelText(cell, this.block));
    // A text of its own that is no group heading: another row than any of the form, not one whose label was lost.
    const foreign = cells.some(
      (cell) =>
        cell.row === row &&
        cell.column < start &&
        cell.text !== '' &&
        groupLabels(this.table).match(cell.text) === null,
    );
    const source = {
      labels,
      labelling: label === null && !foreign ? ('none' as const) : ('own' as const),
      ragged: false,
      block: this.block,
    };
    const placed = this.byColumns(row, behind);
    if (placed !== null) return { ...source, ...placed };
    const own = behind.filter((cell) => cell.row === row);
    const exact =
      own.length === this.count &&
      own.every((cell) => looksLikeValue(cell.text) && cell.colSpan === 1 && cell.rowSpan === 1);
    const values = own.map((cell) => valueCell(cell, this.block, false));
    return { ...source, values, columns: exact ? values.map((_, at) => at) : values.map(() => null) };
  }

  /** Where a row without a label begins its values: behind its last text. */
  private valueStart(cells: readonly GridCell[]): number {
    const mapped = this.columns?.findIndex((column) => column !== null) ?? -1;
    if (mapped >= 0) return mapped;
    const text = cells.findLast((cell) => !looksLikeValue(cell.text));
    return text === undefined ? 0 : endOf(text);
  }

  /** A heading repeated after a page break, or a label pushed among the values. */
  private isHeading(cell: GridCell): boolean {
    if (cell.text === '' || looksLikeValue(cell.text)) return false;
    const [formRow] = this.table.rows;
    const known = [
      rowLabels(this.table),
      groupLabels(this.table),
      ...(formRow === undefined ? [] : [columnLabels(formRow)]),
    ];
    return known.some((index) => index.match(cell.text) !== null);
  }

  private byColumns(row: number, behind: readonly GridCell[]): Pick<LabelledRow, 'values' | 'columns'> | null {
    const { columns } = this;
    if (columns === null) return null;
    const values: ValueCell[] = [];
    const at: (number | null)[] = [];
    for (const [column, target] of columns.entries()) {
      const cell = this.grid.at(row, column);
      if (target === null) {
        if (cell === undefined || cell.text === '' || !behind.includes(cell)) continue;
        if (!this.hasHeading(column)) return null;
      } else if (cell === undefined || !behind.includes(cell)) return null;
      values.push(valueCell(cell, this.block, isMerged(cell, columns)));
      at.push(target);
    }
    return { values, columns: at };
  }

  private hasHeading(column: number): boolean {
    return headerPath(this.grid, this.first, column).length > 0;
  }
}

/** One cell over several columns of the form, or over several rows: whose value it is nobody can tell. */
function isMerged(cell: GridCell, columns: ColumnMap): boolean {
  if (cell.rowSpan > 1) return true;
  let covered = 0;
  for (let column = cell.column; column < endOf(cell); column++) if ((columns[column] ?? null) !== null) covered++;
  return covered > 1;
}

/** Header texts above the first data row, per column, outermost first. */
function headerPath(grid: Grid, above: number, column: number): GridCell[] {
  const path: GridCell[] = [];
  for (let row = 0; row < above; row++) {
    const cell = grid.at(row, column);
    if (cell !== undefined && !looksLikeValue(cell.text) && path[path.length - 1] !== cell) path.push(cell);
  }
  return path;
}

/**
 * Matches header paths to columns; what is left is settled by order where nothing contradicts it. Headings that stand
 * over the labels have slipped (a span cut by its row group), so none of them is believed.
 */
function columnsOf(grid: Grid, first: number, from: number, formRow: FormRow): ColumnMap | null {
  const index = columnLabels(formRow);
  const columns: (number | null)[] = new Array(grid.width).fill(null);
  const used = new Set<number>();
  for (let column = 0; column < grid.width; column++) {
    const path = headerPath(grid, first, column).map((cell) => cell.text);
    for (let count = 1; count <= Math.min(3, path.length); count++) {
      const match = index.match(path.slice(-count).join(''));
      if (match === null || used.has(match.index)) continue;
      if (column < from) return null;
      columns[column] = match.index;
      used.add(match.index);
      break;
    }
  }
  if (used.size < 2) return null;
  return fillBetween(columns, from, formRow.cells.length, (column, target) => {
    const own = headerPath(grid, first, column).findLast((cell) => cell.colSpan === 1);
    const label = formRow.cells[target]?.column.label.zh ?? '';
    return own !== undefined && !labelKey(label).includes(labelKey(own.text));
  });
}

/**
 * Columns without a heading, or with a broken one, between two recognised ones take the columns between, if their
 * number is the same. A heading of its own that is none of the form is another column.
 */
function fillBetween(
  columns: ColumnMap,
  from: number,
  count: number,
  isForeign: (column: number, target: number) => boolean,
): ColumnMap {
  const result = [...columns];
  let lastAt = from - 1;
  let lastColumn = -1;
  for (let at = from; at <= result.length; at++) {
    const column = at === result.length ? count : (columns[at] ?? null);
    if (column === null) continue;
    if (at - lastAt === column - lastColumn) {
      for (let step = 1; step < at - lastAt; step++) {
        if (!isForeign(lastAt + step, lastColumn + step)) result[lastAt + step] = lastColumn + step;
      }
    }
    lastAt = at;
    lastColumn = column;
  }
  return result;
}

function inheritable(columns: ColumnMap | null, grid: Grid, from: number): ColumnMap | null {
  if (columns === null || columns.length !== grid.width) return null;
  return columns.findIndex((column) => column !== null) === from ? columns : null;
}

function columnChanges(
  grid: Grid,
  block: number,
  first: number,
  from: number,
  columns: ColumnMap | null,
  formRow: FormRow,
): Pick<GridRows, 'missingColumns' | 'extraColumns'> {
  if (columns === null) return { missingColumns: [], extraColumns: [] };
  const extraColumns: LabelText[] = [];
  for (let column = from; column < grid.width; column++) {
    const head = headerPath(grid, first, column).pop();
    if ((columns[column] ?? null) === null && head !== undefined && hasText(grid, first, column))
      extraColumns.push(labelText(head, block));
  }
  const missing = formRow.cells.filter((_, index) => !columns.includes(index));
  return { missingColumns: missing.map((cell) => cell.column), extraColumns };
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
    const label = labelCell(grid, row, index, 1);
    if (label !== null) labelled++;
    const head = label ?? cells[0];
    const start = head === undefined ? 0 : endOf(head);
    const values = cells.filter((cell) => cell.column >= start);
    const labels = cells
      .filter((cell) => cell.column < start && cell.text !== '')
      .map((cell) => labelText(cell, block));
    const formRow = label === null ? undefined : table.rows[index.match(label.text)?.index ?? -1];
    const columns = formRow === undefined || header === null ? null : articleColumns(grid, header, values, formRow);
    const cellsRead = values.map((cell) => valueCell(cell, block, cell.rowSpan > 1));
    rows.push({ labels, labelling: 'own', values: cellsRead, columns, ragged: false, block });
  }
  return labelled < 2 ? null : { rows, columns: null, missingColumns: [], extraColumns: [] };
}

/**
 * Which column of the form’s row each value stands under; null where the heading does not say and the count must. A
 * heading over two values says that one of them is a copy, so none is believed.
 */
function articleColumns(grid: Grid, header: number, values: readonly GridCell[], row: FormRow): ColumnMap | null {
  const index = columnLabels(row);
  const columns = values.map((value) => index.match(grid.at(header, value.column)?.text ?? '')?.index ?? null);
  const known = columns.filter((column) => column !== null);
  if (new Set(known).size !== known.length) return values.map(() => null);
  if (known.length === row.cells.length) return columns;
  // Some headings are not understood: the order may settle them, unless those that are contradict it.
  return columns.every((column, at) => column === null || column === at) ? null : values.map(() => null);
}
