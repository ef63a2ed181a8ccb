/** One organ over the years: its numbers, cell by cell. Pure. */
import type { SavedReport } from '../../core/exchange/schema';
import { type CellId, likenessOf, ROLLED_UP } from '../../core/index';
import { historiesOf, type OrganHistory } from './organs';
import type { LibraryRecord } from './record';

/** The organ of this name, or of one that is as good as the same; null where there is none, or two. */
export function historyOf(records: readonly LibraryRecord[], name: string): OrganHistory | null {
  const histories = historiesOf(records);
  const same = histories.find((history) => history.name === name);
  if (same !== undefined) return same;
  // A name of another year, or as a list of units has it.
  const like = histories.filter(
    (history) =>
      history.years.some(({ record }) => record.summary.organ === name) || likenessOf(history.name, name) !== null,
  );
  return like.length === 1 ? (like[0] ?? null) : null;
}

/** Years between the first and the last without a report. */
export function gapsOf({ years }: Pick<OrganHistory, 'years'>): number[] {
  const known = new Set(years.map(({ year }) => year));
  const [first, last] = [years[0]?.year ?? 0, years.at(-1)?.year ?? 0];
  return Array.from({ length: last - first }, (_, after) => first + after).filter((year) => !known.has(year));
}

export interface CellHistory {
  readonly cell: CellId;
  /** As printed; null where the report of the year has no such cell or it was not read. */
  readonly raw: readonly (string | null)[];
  readonly values: readonly (number | null)[];
}

/** What one looks at first: the numbers that regions sum up. */
export const MAIN_CELLS: ReadonlySet<CellId> = new Set(ROLLED_UP);

/** One for each cell of any of the reports, in the order of their forms, the latest first to say it. */
export function cellHistories(reports: readonly SavedReport[]): CellHistory[] {
  const cells = new Set<CellId>();
  for (const { outcome } of [...reports].reverse()) for (const cell of Object.keys(outcome.facts)) cells.add(cell);
  return [...cells].map((cell) => {
    const facts = reports.map(({ outcome }) => outcome.facts[cell]);
    return {
      cell,
      raw: facts.map((fact) => (fact === undefined || fact.state === 'missing' ? null : fact.raw)),
      values: facts.map((fact) => fact?.value ?? null),
    };
  });
}
