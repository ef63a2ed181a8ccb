/** The number of a cell as a set of reports counts it: in the unit of the form, so that amounts can be added up. */
import { type Fact, isEmpty, MISSING } from '../forms/facts';
import type { CellId } from '../forms/form';
import { exactShift } from '../relations/exact';
import type { Reported } from './set';

/** Amounts are in 万元; how far the point moves from what a report may have written. */
const TO_TEN_THOUSANDS: Readonly<Record<string, number>> = { 元: -4, 万元: 0, 万: 0, 亿元: 4, 亿: 4 };

/** Empty cells count as 0. Null where the cell was not read, or its unit is another than the form asks for and not known. */
export function amountOf({ facts }: Pick<Reported, 'facts'>, cell: CellId): number | null {
  const fact: Fact = facts[cell] ?? MISSING;
  if (isEmpty(fact)) return 0;
  if (fact.value === null || fact.unit === undefined || !cell.endsWith('.amount')) return fact.value;
  const places = TO_TEN_THOUSANDS[fact.unit];
  return places === undefined ? null : exactShift(fact.value, places);
}
