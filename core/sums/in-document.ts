/** The sums in each table of a document. */
import type { Document } from '../document/document';
import { formGrid } from '../grid/grid';
import { type FoundSum, findSums } from './sums';

export interface TableSums {
  /** Which of the tables of the document, from 0. */
  readonly table: number;
  /** None where the table is too large to be a grid. */
  readonly sums: readonly FoundSum[];
}

export function findSumsIn({ blocks }: Document): TableSums[] {
  return blocks
    .flatMap((block) => (block.kind === 'table' ? [block] : []))
    .map((block, table) => {
      const grid = formGrid(block);
      return { table, sums: grid === null ? [] : findSums(grid) };
    });
}
