/** The sums in each table of a document. */
import type { Document } from '../document/document';
import { formGrid } from '../grid/grid';
import { type FoundSum, findSums } from './sums';

export interface TableSums {
  /** Which of the tables of the document, from 0. */
  readonly table: number;
  readonly cells: number;
  /** Null where the table is too large to be a grid: not searched. */
  readonly sums: readonly FoundSum[] | null;
}

export function findSumsIn({ blocks }: Document): TableSums[] {
  return blocks
    .flatMap((block) => (block.kind === 'table' ? [block] : []))
    .map((block, table) => {
      const grid = formGrid(block);
      const cells = block.rows.reduce((count, row) => count + row.cells.length, 0);
      return { table, cells, sums: grid === null ? null : findSums(grid) };
    });
}
