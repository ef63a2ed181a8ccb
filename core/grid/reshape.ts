/** 网格变形: a grid turned, cut, or without the columns that tell nothing, so that one way of matching reads it. */
import type { Grid, GridCell } from './grid';

/** Rows become columns. */
export function turned(grid: Grid): Grid {
  const cells = new Map(
    grid.cells.map((cell): [GridCell, GridCell] => [
      cell,
      { ...cell, row: cell.column, column: cell.row, rowSpan: cell.colSpan, colSpan: cell.rowSpan },
    ]),
  );
  return gridOf(grid.height, grid.width, grid.overlaps, cells, (row, column) => grid.at(column, row));
}

/** The rows from `from` up to `to`, with the parts of merged cells that stand in them. */
export function cutRows(grid: Grid, from: number, to: number): Grid {
  return pick(grid, range(from, to), range(0, grid.width));
}

/** Columns that no cell tells apart are one: what a table laid out for another one’s columns has too many of. */
export function withoutDoubles(grid: Grid): Grid {
  const rows = range(0, grid.height);
  const columns = range(0, grid.width).filter(
    (column) => column === 0 || rows.some((row) => grid.at(row, column) !== grid.at(row, column - 1)),
  );
  return columns.length === grid.width ? grid : pick(grid, rows, columns);
}

function range(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index);
}

/** Given rows and columns, in rising order. */
function pick(grid: Grid, rows: readonly number[], columns: readonly number[]): Grid {
  // Of each row and column how many of the picked ones come before it: a large table has very many cells.
  const [aboveRow, beforeColumn] = [countsBefore(rows, grid.height), countsBefore(columns, grid.width)];
  const spans = (counts: readonly number[], from: number, count: number): [number, number] => {
    const first = counts[from] ?? 0;
    return [first, (counts[Math.min(from + count, counts.length - 1)] ?? 0) - first];
  };
  const cells = new Map<GridCell, GridCell>();
  for (const cell of grid.cells) {
    const [row, rowSpan] = spans(aboveRow, cell.row, cell.rowSpan);
    const [column, colSpan] = spans(beforeColumn, cell.column, cell.colSpan);
    if (rowSpan > 0 && colSpan > 0) cells.set(cell, { ...cell, row, column, rowSpan, colSpan });
  }
  return gridOf(columns.length, rows.length, grid.overlaps, cells, (row, column) =>
    grid.at(rows[row] ?? -1, columns[column] ?? -1),
  );
}

/** At each index up to `length`, how many of the rising numbers are smaller. */
function countsBefore(line: readonly number[], length: number): number[] {
  const counts: number[] = [];
  let count = 0;
  for (let index = 0; index <= length; index++) {
    counts.push(count);
    if (line[count] === index) count++;
  }
  return counts;
}

/** A grid of changed cells; `source` gives the cell of the old grid for a slot of the new one. */
function gridOf(
  width: number,
  height: number,
  overlaps: number,
  cells: ReadonlyMap<GridCell, GridCell>,
  source: (row: number, column: number) => GridCell | undefined,
): Grid {
  const at = (row: number, column: number): GridCell | undefined => {
    const cell = source(row, column);
    return cell === undefined ? undefined : cells.get(cell);
  };
  return { width, height, overlaps, cells: [...cells.values()], at };
}
