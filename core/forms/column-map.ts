/** Which column of a grid is which column of the form, by the headings above it. */
import { labelKey } from '../document/text';
import type { Grid, GridCell } from '../grid/grid';
import type { FormRow } from './form';
import { type ColumnMap, type GridRows, isBody, labelText } from './grid-rows';
import { columnLabels } from './labels';
import type { LabelText } from './rows';

/** Header texts above the first data row, per column, outermost first. */
export function headerPath(grid: Grid, above: number, column: number): GridCell[] {
  const path: GridCell[] = [];
  for (let row = 0; row < above; row++) {
    const cell = grid.at(row, column);
    if (cell !== undefined && !isBody(cell.text) && path[path.length - 1] !== cell) path.push(cell);
  }
  return path;
}

/**
 * Matches header paths to columns; what is left is settled by order where nothing contradicts it. Headings that stand
 * over the labels have slipped (a span cut by its row group), so none of them is believed.
 */
export function columnsOf(grid: Grid, first: number, from: number, formRow: FormRow): ColumnMap | null {
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

export function inheritable(columns: ColumnMap | null, grid: Grid, from: number): ColumnMap | null {
  if (columns === null || columns.length !== grid.width) return null;
  return columns.findIndex((column) => column !== null) === from ? columns : null;
}

export function columnChanges(
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
