/** Every kind of error that accuracy is measured on. */
import { BESIDE_EMPTY_TOTAL } from './empty-totals';
import type { ErrorClass } from './error-class';
import { COLUMN_SHIFTED, ROW_SHIFTED, SWAPPED } from './moved-cells';
import { CARRIED, DISPUTES_CELL, FEE_UNIT } from './other-tables';
import { PROSE } from './prose';
import { ONE_CELL, ONE_TOTAL, RECOMPUTED, TWO_CELLS } from './single-cells';

export const errorClasses: readonly ErrorClass[] = [
  ...ONE_CELL,
  ONE_TOTAL,
  TWO_CELLS,
  SWAPPED,
  ROW_SHIFTED,
  COLUMN_SHIFTED,
  RECOMPUTED,
  BESIDE_EMPTY_TOTAL,
  DISPUTES_CELL,
  FEE_UNIT,
  ...PROSE,
  CARRIED,
];
