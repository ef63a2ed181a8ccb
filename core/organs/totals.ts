/** 汇总: cells summed over reports, with what each report gave. */
import type { CellId } from '../forms/form';
import { exactSum } from '../relations/exact';
import { amountOf } from './amount';
import type { Reported } from './set';

export interface CellTotal {
  readonly cell: CellId;
  /** In the order of the reports; null where the cell was not read, which the sum leaves out. */
  readonly amounts: readonly (number | null)[];
  readonly sum: number;
  readonly unread: number;
}

export function totalsOf(
  reports: readonly { readonly outcome: Pick<Reported, 'facts'> }[],
  cells: readonly CellId[],
): CellTotal[] {
  return cells.map((cell) => {
    const amounts = reports.map(({ outcome }) => amountOf(outcome, cell));
    const read = amounts.filter((amount) => amount !== null);
    return { cell, amounts, sum: exactSum(read), unread: amounts.length - read.length };
  });
}
