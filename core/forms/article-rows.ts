/** Rows of table two from a grid: each article has columns of its own. */
import { labelKey } from '../document/text';
import type { Grid, GridCell } from '../grid/grid';
import type { FormRow, FormTable } from './form';
import { type ColumnMap, cellsOfRow, endOf, type GridRows, labelCell, labelText, valueCell } from './grid-rows';
import { columnLabels, rowLabels } from './labels';
import type { LabelledRow } from './rows';

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
