/** Where the cells of a drawn table come to stand once spans are resolved, and who is beside whom. */
import type { DrawnCell, DrawnRow } from '../../core/index';

export interface PlacedCell {
  readonly drawn: DrawnCell;
  readonly row: number;
  readonly column: number;
}

export function layOut(rows: readonly DrawnRow[]): readonly PlacedCell[] {
  const taken = new Set<string>();
  return rows.flatMap((cells, row) => {
    let column = 0;
    return cells.map((drawn): PlacedCell => {
      while (taken.has(`${row}:${column}`)) column++;
      const placed = { drawn, row, column };
      for (let down = 0; down < drawn.rowSpan; down++)
        for (let along = 0; along < drawn.colSpan; along++) taken.add(`${row + down}:${column + along}`);
      column += drawn.colSpan;
      return placed;
    });
  });
}

/** The same, row by row. */
export function rowsOf(cells: readonly PlacedCell[]): readonly (readonly PlacedCell[])[] {
  const rows: PlacedCell[][] = [];
  for (const cell of cells) {
    const row = rows[cell.row] ?? [];
    row.push(cell);
    rows[cell.row] = row;
  }
  return rows;
}

/** The value cell that an arrow key leads to, or undefined at the edge. */
export function neighbour(cells: readonly PlacedCell[], from: PlacedCell, key: string): PlacedCell | undefined {
  const values = cells.filter((cell) => cell.drawn.cell !== undefined);
  const inRow = values.filter((cell) => cell.row === from.row);
  const covers = (cell: PlacedCell): boolean =>
    cell.column <= from.column && from.column < cell.column + cell.drawn.colSpan;
  switch (key) {
    case 'ArrowLeft':
      return inRow.findLast((cell) => cell.column < from.column);
    case 'ArrowRight':
      return inRow.find((cell) => cell.column > from.column);
    case 'ArrowUp':
      return values.findLast((cell) => cell.row < from.row && covers(cell));
    case 'ArrowDown':
      return values.find((cell) => cell.row > from.row && covers(cell));
    case 'Home':
      return inRow[0];
    case 'End':
      return inRow.at(-1);
    default:
      return undefined;
  }
}
