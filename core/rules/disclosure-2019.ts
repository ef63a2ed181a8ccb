/** Table two of the 2019 form: what its rules share. */
import type { CellId } from '../forms/form';
import type { Report } from './rule';

/** Rows with 上一年项目数量, 本年增/减 and 处理决定数量. */
export const ITEM_ROWS = ['licence', 'otherService', 'penalty', 'coercion'] as const;

/** Null where the cell holds no number, or the page’s table is not of the 2019 form. */
export function value2019({ facts }: Report, row: string, column: string): number | null {
  return facts.get(cell2019(row, column))?.value ?? null;
}

export function cell2019(row: string, column: string): CellId {
  return `disclosure.${row}.${column}`;
}
