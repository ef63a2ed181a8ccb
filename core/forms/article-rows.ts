/** Rows of table two from a grid: each article has columns of its own. */
import { labelKey } from '../document/text';
import type { Grid, GridCell } from '../grid/grid';
import type { FormRow, FormTable } from './form';
import { type ColumnMap, cellsOfRow, endOf, type GridRows, labelCell, labelText, valueCell } from './grid-rows';
import { columnLabels, groupLabels, rowLabels } from './labels';
import type { LabelledRow } from './rows';

const CONTENT = labelKey('信息内容');

/** Fewer labelled rows without an article above them are not table two: other lists name a 行政许可 too. */
const LEAST_ROWS = 2;

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
    const labels = cells
      .filter((cell) => cell.column < start && cell.text !== '')
      .map((cell) => labelText(cell, block));
    const formRow = label === null ? undefined : table.rows[index.match(label.text)?.index ?? -1];
    const behind = cells.filter((cell) => cell.column >= start);
    const headed = formRow === undefined || header === null ? null : headedValues(grid, header, behind, formRow);
    const values = headed?.values ?? behind;
    const columns = formRow === undefined || headed === null ? null : articleColumns(headed, formRow);
    const cellsRead = values.map((cell) => valueCell(cell, block, cell.rowSpan > 1));
    rows.push({ labels, labelling: 'own', values: cellsRead, columns, ragged: false, block });
  }
  if (labelled < LEAST_ROWS && !(labelled > 0 && hasArticle(grid, table))) return null;
  return { rows, columns: null, missingColumns: [], extraColumns: [] };
}

function hasArticle(grid: Grid, table: FormTable): boolean {
  return grid.cells.some((cell) => groupLabels(table).match(cell.text) !== null);
}

interface HeadedValues {
  readonly values: readonly GridCell[];
  /** Column of the form’s row that the heading over each value names, if any. */
  readonly columns: ColumnMap;
}

/** Equal values under equal headings are copies of one merged cell, as spreadsheets and Markdown make them: one is kept. */
function headedValues(grid: Grid, header: number, behind: readonly GridCell[], row: FormRow): HeadedValues {
  const index = columnLabels(row);
  const all = behind.map((cell) => ({
    cell,
    column: index.match(grid.at(header, cell.column)?.text ?? '')?.index ?? null,
  }));
  const kept = all.filter(({ cell, column }, at) => {
    const first = all.findIndex((each) => each.column === column);
    return column === null || first === at || all[first]?.cell.text !== cell.text;
  });
  return { values: kept.map(({ cell }) => cell), columns: kept.map(({ column }) => column) };
}

/**
 * Which column of the form’s row each value stands under; null where the heading does not say and the count must. A
 * heading over two different values says that one of them is another’s, so none is believed.
 */
function articleColumns({ values, columns }: HeadedValues, row: FormRow): ColumnMap | null {
  const known = columns.filter((column) => column !== null);
  if (new Set(known).size !== known.length) return values.map(() => null);
  if (known.length === row.cells.length) return columns;
  // Some headings are not understood: the order may settle them, unless those that are contradict it.
  return columns.every((column, at) => column === null || column === at) ? null : values.map(() => null);
}
