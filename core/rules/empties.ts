/** Empty cells of a table, and whether empty is this page’s way of writing 0. */
import { isEmpty } from '../forms/facts';
import type { CellId } from '../forms/form';
import type { TableReading } from '../forms/reading';
import { cellsOf, cellsOfTable } from './cells';
import type { Report } from './rule';

export interface Empties {
  readonly reading: TableReading;
  readonly empty: readonly CellId[];
  /** Cells that were read at all. */
  readonly read: number;
}

export function emptiesOf(report: Report, reading: TableReading): Empties {
  const read = cellsOfTable(report, reading).filter(({ fact }) => fact.state !== 'missing');
  return { reading, read: read.length, empty: read.filter(({ fact }) => isEmpty(fact)).map(({ cell }) => cell.id) };
}

/** No 0 is printed anywhere in the report: empty cells stand for it. */
export function emptyMeansZero(report: Report): boolean {
  for (const { fact } of cellsOf(report)) if (fact.value === 0) return false;
  return true;
}
