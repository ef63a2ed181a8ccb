/** Rows whose cells say where they end, in twips: old Word files and RTF know no common columns. */
import type { SourceNode } from '../nodes';
import { tableOf, type WordCell } from './table';

export interface EdgedCell {
  /** Where it begins and ends from the left, in twips. */
  readonly left: number;
  readonly right: number;
  /** It goes on with the cell before it. */
  readonly sideways: boolean;
  readonly merge: WordCell['merge'];
  readonly children: (SourceNode | string)[];
}

/** Edges that differ by less are one line: a twentieth of a point is a twip, and hands tremble. */
const TOLERANCE = 40;

/** A table on the columns that all its edges together make. */
export function edgedTable(rows: readonly (readonly EdgedCell[])[]): SourceNode {
  const lines = linesOf(rows.flatMap((row) => row.flatMap(({ left, right }) => [left, right])));
  const at = (edge: number): number => lineAt(lines, edge);
  return tableOf(
    rows.map((row) => {
      const cells: WordCell[] = [];
      for (const cell of row) {
        const width = Math.max(1, at(cell.right) - at(cell.left));
        const last = cells.at(-1);
        if (cell.sideways && last !== undefined) cells[cells.length - 1] = { ...last, width: last.width + width };
        else cells.push({ width, merge: cell.merge, children: cell.children });
      }
      return { before: row[0] === undefined ? 0 : at(row[0].left), cells };
    }),
  );
}

/** The line of an edge, by halving: the last that is not right of it. */
function lineAt(lines: readonly number[], edge: number): number {
  let [low, high] = [0, lines.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((lines[middle] ?? 0) <= edge) low = middle;
    else high = middle - 1;
  }
  return low;
}

function linesOf(edges: readonly number[]): number[] {
  const lines: number[] = [];
  for (const edge of [...edges].sort((a, b) => a - b)) {
    const last = lines.at(-1);
    if (last === undefined || edge - last > TOLERANCE) lines.push(edge);
  }
  return lines;
}
