/** 结转对账: what last year's report carries over to this year, against what this year's takes over from the last. */
import { exactDifference } from '../relations/exact';
import { amountOf } from './amount';
import type { Reported } from './set';
import { type Dated, linkYears } from './years';

/** Columns of table three, in its order; the same in every form. */
const COLUMNS = ['individual', 'company', 'research', 'charity', 'legalService', 'otherOrganisation', 'total'];

export interface CarryOverLine {
  /** Column of table three. */
  readonly column: string;
  /** 结转下年度继续办理 of the year before; null where it was not read. */
  readonly carriedOut: number | null;
  /** 上年结转 of the year; null where it was not read. */
  readonly carriedIn: number | null;
  /** carriedIn − carriedOut; null where one of them was not read. */
  readonly difference: number | null;
}

export interface CarryOver<T> {
  readonly organ: string;
  readonly year: number;
  readonly before: T | null;
  readonly now: T | null;
  readonly lines: readonly CarryOverLine[];
}

/** One for each organ that has a report of the year or of the one before; without a year, one for each two years that follow. */
export function carryOvers<T extends Dated & { readonly outcome: Pick<Reported, 'facts'> }>(
  reports: readonly T[],
  year: number | null,
): CarryOver<T>[] {
  return linkYears(reports).flatMap(({ organ, reports: own }) => {
    const of = (wanted: number): T | null => own.find(({ outcome }) => outcome.year === wanted) ?? null;
    const years = year === null ? own.flatMap(({ outcome }) => outcome.year ?? []) : [year];
    return years.flatMap((each): CarryOver<T>[] => {
      const [before, now] = [of(each - 1), of(each)];
      const told = year === null ? before !== null && now !== null : before !== null || now !== null;
      return told ? [{ organ, year: each, before, now, lines: linesOf(before, now) }] : [];
    });
  });
}

type Counted = { readonly outcome: Pick<Reported, 'facts'> } | null;

function linesOf(before: Counted, now: Counted): CarryOverLine[] {
  const amount = (report: Counted, row: string, column: string): number | null =>
    report === null ? null : amountOf(report.outcome, `applications.${row}.${column}`);
  return COLUMNS.map((column) => {
    const carriedOut = amount(before, 'carriedOut', column);
    const carriedIn = amount(now, 'carriedIn', column);
    const difference = carriedIn === null || carriedOut === null ? null : exactDifference(carriedIn, carriedOut);
    return { column, carriedOut, carriedIn, difference };
  });
}
