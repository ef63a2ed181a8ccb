/** The organs of the library, and how each stands in one year. Pure: what the screens draw and the tests read. */
import { regionsAbout } from '../../core/exchange/regions';
import { linkYears, missingUnits, type Punctuality, punctualityOf } from '../../core/index';
import type { LibraryRecord } from './record';
import type { UnitList } from './units';

/**
 * `missing`: of the list, or, where there is none, of those that published in other years. `unclear`: its short name
 * fits the reports of two organs.
 */
export type Publishing = Punctuality | 'missing' | 'unclear';
export const PUBLISHING: readonly Publishing[] = ['onTime', 'late', 'unknown', 'missing', 'unclear'];

export interface OrganYear {
  readonly year: number;
  readonly record: LibraryRecord;
}

export interface OrganRow {
  readonly name: string;
  readonly publishing: Publishing;
  /** The report of the year. */
  readonly record: LibraryRecord | null;
  /** All its years, in order. */
  readonly years: readonly OrganYear[];
  /** Reports of the year beyond the one. */
  readonly further: number;
  /** Whether it is on the list; null where there is none. */
  readonly listed: boolean | null;
}

interface Dated {
  readonly record: LibraryRecord;
  readonly outcome: { readonly organ: string | null; readonly year: number | null };
}

/** Whether regions, outermost first, lie within another. */
export function isWithin(regions: readonly string[], region: readonly string[]): boolean {
  return region.every((place, depth) => regions[depth] === place);
}

export interface OrganHistory {
  readonly name: string;
  readonly years: readonly OrganYear[];
}

/** Each organ with its years; of two reports of a year, the one kept last. */
export function historiesOf(records: readonly LibraryRecord[]): OrganHistory[] {
  return linkYears(datedOf(records)).map(({ organ, reports }) => ({
    name: organ,
    years: reports.map(({ record }) => ({ year: record.summary.year ?? 0, record })),
  }));
}

function datedOf(records: readonly LibraryRecord[]): Dated[] {
  // The earliest first: the one kept last counts.
  return records.map((record) => ({ record, outcome: record.summary })).reverse();
}

export function yearsOf(records: readonly LibraryRecord[]): number[] {
  return [...new Set(records.flatMap(({ summary }) => summary.year ?? []))].sort((a, b) => b - a);
}

export function publishingOf({ summary, details, deadlines }: LibraryRecord): Punctuality {
  return punctualityOf(summary.organ, summary.year, details?.published ?? null, deadlines ?? undefined);
}

/** Each organ of a year; then, of the list or of other years, those that have no report. `region`: of these alone. */
export function organsIn(
  records: readonly LibraryRecord[],
  year: number,
  list: UnitList,
  region: readonly string[] = [],
): OrganRow[] {
  const isListed = list.units.length > 0;
  const ofYear = datedOf(records).filter(({ outcome }) => outcome.year === year);
  const against = isListed ? missingUnits(list.units, ofYear, year, list.region) : null;
  const others = new Set(against?.others.map(({ record }) => record.id));
  const twice = new Map<string, number>();
  for (const { reports } of against?.doubled ?? [])
    for (const { record } of reports) twice.set(record.id, reports.length - 1);
  const rows = historiesOf(records).flatMap((history): OrganRow[] => {
    const record = history.years.find((each) => each.year === year)?.record ?? null;
    if (record === null)
      return isListed ? [] : [{ ...history, publishing: 'missing', record, further: 0, listed: null }];
    const listed = isListed ? !others.has(record.id) : null;
    return [{ ...history, publishing: publishingOf(record), record, further: twice.get(record.id) ?? 0, listed }];
  });
  const none = { record: null, years: [], further: 0, listed: true };
  for (const name of against?.missing ?? []) rows.push({ ...none, name, publishing: 'missing' });
  for (const { unit } of against?.unclear ?? []) rows.push({ ...none, name: unit, publishing: 'unclear' });
  return region.length === 0 ? rows : rows.filter((row) => isWithin(regionsOf(row, list), region));
}

function regionsOf({ name, years, record }: OrganRow, list: UnitList): readonly string[] {
  const known = record ?? years.at(-1)?.record;
  if (known !== undefined && known !== null) return known.regions;
  const own = regionsAbout(name);
  return own.length > 0 ? own : regionsAbout(list.region);
}

export type Publications = Readonly<Record<Publishing, number>>;

export function countPublishing(rows: readonly OrganRow[]): Publications {
  const counts = { onTime: 0, late: 0, unknown: 0, missing: 0, unclear: 0 };
  for (const { publishing } of rows) counts[publishing] += 1;
  return counts;
}
