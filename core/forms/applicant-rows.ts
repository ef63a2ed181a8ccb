/** Rows of table three from a grid: one set of columns for all of them. */
import { looksLikeValue } from '../document/number';
import type { Grid, GridCell } from '../grid/grid';
import { columnChanges, columnsOf, headerPath, inheritable } from './column-map';
import type { FormTable } from './form';
import {
  type ColumnMap,
  cellsOfRow,
  endOf,
  type GridRows,
  isNumbering,
  labelCell,
  labelText,
  valueCell,
} from './grid-rows';
import { columnLabels, groupLabels, type LabelIndex, rowLabels } from './labels';
import type { LabelledRow, ValueCell } from './rows';

/** A row of this table has seven values; at most two cells stand behind a heading that is written like a row. */
const LEAST_APPLICANTS = 3;

const SUBTOTAL = /小\s*计/;

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
  const heads = columnLabels(formRow);
  const labels = Array.from({ length: grid.height }, (_, row) =>
    isHeadingLine(grid, row, heads) ? null : labelCell(grid, row, index, LEAST_APPLICANTS),
  );
  const first = labels.findIndex((label) => label !== null);
  const valueStart = commonEnd(labels);
  if (first < 0) return null;
  const columns = columnsOf(grid, first, valueStart, formRow) ?? inheritable(inherited, grid, valueStart);
  const reader = new ApplicantReader(grid, block, table, formRow.cells.length, columns, first);
  const rows: LabelledRow[] = [];
  for (let row = 0; row < grid.height; row++) {
    if (row < first && !holdsNumbers(grid, row)) continue;
    const read = reader.row(row, labels[row] ?? null);
    if (read !== null) rows.push(read);
  }
  return { rows, columns, ...columnChanges(grid, block, first, valueStart, columns, formRow) };
}

/** 总计 and 其他 are labels of rows too, but two headings of columns in one line are not. */
function isHeadingLine(grid: Grid, row: number, heads: LabelIndex): boolean {
  return cellsOfRow(grid, row).filter((cell) => cell.row === row && heads.match(cell.text) !== null).length > 1;
}

/** A row of the page that stands before the first one of the form, and no heading. */
function holdsNumbers(grid: Grid, row: number): boolean {
  const own = cellsOfRow(grid, row).filter((cell) => cell.row === row);
  const numbers = own.filter((cell) => /[\d０-９]/.test(cell.text) && looksLikeValue(cell.text));
  return numbers.length >= LEAST_APPLICANTS && !isNumbering(numbers);
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
    const labelling = label === null && !foreign ? 'none' : 'own';
    const { block } = this;
    const placed = this.byColumns(row, behind);
    if (placed !== null)
      return { labels, labelling, ragged: false, block, values: placed.values, columns: placed.columns };
    const own = behind.filter((cell) => cell.row === row);
    const exact =
      own.length === this.count &&
      own.every((cell) => looksLikeValue(cell.text) && cell.colSpan === 1 && cell.rowSpan === 1);
    const values = own.map((cell) => valueCell(cell, block, false));
    const columns = exact ? values.map((_, at) => at) : values.map(() => null);
    return { labels, labelling, ragged: false, block, values, columns };
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
        const heading = headerPath(this.grid, this.first, column).at(-1);
        if (heading === undefined) return null;
        const value = valueCell(cell, this.block, isMerged(cell, columns));
        values.push(SUBTOTAL.test(heading.text) ? { ...value, subtotal: true } : value);
      } else if (cell === undefined || !behind.includes(cell)) return null;
      else values.push(valueCell(cell, this.block, isMerged(cell, columns)));
      at.push(target);
    }
    return { values, columns: at };
  }
}

/** One cell over several columns of the form, or over several rows: whose value it is nobody can tell. */
function isMerged(cell: GridCell, columns: ColumnMap): boolean {
  if (cell.rowSpan > 1) return true;
  let covered = 0;
  for (let column = cell.column; column < endOf(cell); column++) if ((columns[column] ?? null) !== null) covered++;
  return covered > 1;
}
