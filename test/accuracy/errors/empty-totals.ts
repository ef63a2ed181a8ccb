/**
 * A number that stands where the page, out of habit, leaves the total empty: 1 in a row whose total reads “/”. Nobody
 * has stated such a sum, so it cannot be wrong; that the total is empty is what there is to say.
 */
import type { CellId } from '../../../core/index';
import { printed, type Sample } from '../../support/generate/report';
import type { Random } from '../../support/random';
import type { ErrorClass, Planting } from './error-class';
import { TableThree } from './table-three';

export function emptiesTotal(sample: Sample, { cells: changed }: Planting): boolean {
  if (changed === undefined) return false;
  const { cells = {} } = printed(sample, { cells: changed });
  const isNumber = (cell: CellId): boolean => /[1-9１-９]/.test(String(cells[cell] ?? ''));
  const isEmpty = (cell: CellId): boolean => !/[\d０-９]/.test(String(cells[cell] ?? ''));
  return sample.truth.form.tables
    .flatMap(({ relations }) => relations)
    .some(({ left, right }) => {
      const [total] = left;
      return left.length === 1 && total !== undefined && isEmpty(total) && right.some(isNumber);
    });
}

export const BESIDE_EMPTY_TOTAL: ErrorClass = {
  name: 'one cell beside an empty total',
  rules: ['t3-total-blank', 't3-suspect-cell', 't3-row-total', 't3-balance', 't3-items-total'],
  anySeverity: true,
  besideEmptyTotal: true,
  plant(sample: Sample, random: Random) {
    const table = new TableThree(sample.truth);
    const cell = random.pick(table.cells.filter((each) => !table.totals.includes(each) && table.value(each) === 0));
    return { cells: new Map([[cell, random.int(1, 9)]]) };
  },
};
