/** The reports of one organ over the years, so that each can be checked beside the one before. */
import { kindOfForm } from '../forms/form';
import { groupByOrgan, type Reported } from './set';

/** All that is asked of a report here: who keeps many need not load them. */
export interface Dated {
  /** `form`, where it is known: reports of two kinds, on open information and final accounts, make no chain. */
  readonly outcome: Pick<Reported, 'organ' | 'year'> & Partial<Pick<Reported, 'form'>>;
}

export interface Chain<T> {
  /** The name it has in its last report. */
  readonly organ: string;
  /** One for each year, in order; of two for one year, the one given last. */
  readonly reports: readonly T[];
  /** Years between the first and the last without a report. */
  readonly gaps: readonly number[];
  /** Years with several reports. */
  readonly doubles: readonly number[];
}

/** Reports that name no organ or no year belong to no chain. */
export function linkYears<T extends Dated>(reports: readonly T[]): Chain<T>[] {
  const dated = reports.filter(({ outcome }) => outcome.year !== null);
  return ofOneKind(dated).map(chainOf);
}

/** Groups of one organ and one kind of report, kinds in the order in which they first come. */
function ofOneKind<T extends Dated>(reports: readonly T[]): T[][] {
  const kinds = new Map<string | null, T[]>();
  for (const report of reports) {
    const kind = kindOfForm(report.outcome.form ?? null);
    const same = kinds.get(kind);
    if (same === undefined) kinds.set(kind, [report]);
    else same.push(report);
  }
  return [...kinds.values()].flatMap((same) => groupByOrgan(same, ({ outcome }) => outcome.organ));
}

function chainOf<T extends Dated>(group: readonly T[]): Chain<T> {
  const byYear = new Map<number, T[]>();
  for (const report of group) {
    const year = report.outcome.year ?? 0;
    byYear.set(year, [...(byYear.get(year) ?? []), report]);
  }
  const years = [...byYear.keys()].sort((a, b) => a - b);
  const [first = 0] = years;
  const last = years.at(-1) ?? first;
  return {
    organ: byYear.get(last)?.at(-1)?.outcome.organ ?? '',
    reports: years.flatMap((year) => byYear.get(year)?.slice(-1) ?? []),
    gaps: Array.from({ length: last - first }, (_, after) => first + after).filter((year) => !byYear.has(year)),
    doubles: years.filter((year) => (byYear.get(year)?.length ?? 0) > 1),
  };
}

/** Of each report the one of the year before, where the set has it. */
export function previousInSet<T extends Dated>(reports: readonly T[]): Map<T, T> {
  const previous = new Map<T, T>();
  for (const group of ofOneKind(reports)) {
    const byYear = new Map(group.map((report) => [report.outcome.year, report]));
    for (const report of group) {
      const { year } = report.outcome;
      const before = year === null ? undefined : byYear.get(year - 1);
      if (before !== undefined) previous.set(report, before);
    }
  }
  return previous;
}
