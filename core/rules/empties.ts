/** Empty cells of a table, and whether empty is this page’s way of writing 0. */

import type { Place } from '../document/document';
import { gather } from '../document/gather';
import { isEmpty, MISSING } from '../forms/facts';
import type { CellId } from '../forms/form';
import type { TableReading } from '../forms/reading';
import { exactSum } from '../relations/exact';
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

export interface OpenTotal {
  readonly row: string;
  readonly cell: CellId;
  /** Of the numbers in its row; never 0. */
  readonly sum: number;
  readonly place: Place | null;
}

/** Totals of table three left empty beside numbers: no 0 belongs there. */
export function openTotals(report: Report, { table }: TableReading): OpenTotal[] {
  if (table.shape !== 'applicants') return [];
  return gather(table.rows, (row) => {
    const facts = row.cells.map((cell) => report.facts.get(cell.id) ?? MISSING);
    const total = facts.at(-1) ?? MISSING;
    const sum = exactSum(facts.slice(0, -1).map((fact) => fact.value ?? 0));
    return isEmpty(total) && sum !== 0
      ? [{ row: row.id, cell: row.cells.at(-1)?.id ?? '', sum, place: total.place }]
      : [];
  });
}
