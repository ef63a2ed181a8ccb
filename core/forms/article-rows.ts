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
  const hasArticle = grid.cells.some((cell) => groupLabels(table).match(cell.text) !== null);
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
  return labelled < (hasArticle ? 1 : LEAST_ROWS)
    ? null
    : { rows, columns: null, missingColumns: [], extraColumns: [] };
}

/**
 * Which column of the form’s row each value stands under; null where the heading does not say and the count must. Of
 * equal values under equal headings the others are copies of the first, made of one merged cell; where they differ,
 * none is believed.
 */
function articleColumns(grid: Grid, header: number, values: readonly GridCell[], row: FormRow): ColumnMap | null {
  const index = columnLabels(row);
  const headed = values.map((value) => index.match(grid.at(header, value.column)?.text ?? '')?.index ?? null);
  const firstOf = (column: number | null): number => headed.indexOf(column);
  if (headed.some((column, at) => column !== null && values[firstOf(column)]?.text !== values[at]?.text))
    return values.map(() => null);
  const columns = headed.map((column, at) => (firstOf(column) === at ? column : null));
  if (columns.filter((column) => column !== null).length === row.cells.length) return columns;
  // Some headings are not understood: the order may settle them, unless those that are contradict it.
  return headed.every((column, at) => column === null || column === at) ? null : values.map(() => null);
}
