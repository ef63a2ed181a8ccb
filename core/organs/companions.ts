/** Statistics of law enforcement beside the annual report of the same organ and year: both count the same decisions. */
import { kindOfForm } from '../forms/form';
import { groupByOrgan, type Reported } from './set';

interface Told {
  readonly outcome: Pick<Reported, 'organ' | 'year' | 'form'>;
}

/** Of each annual report the statistics, where the set has them once; of several nobody knows which are meant. */
export function statisticsInSet<T extends Told>(reports: readonly T[]): Map<T, T> {
  const found = new Map<T, T>();
  for (const group of groupByOrgan(reports, ({ outcome }) => outcome.organ)) {
    const statistics = group.filter(({ outcome }) => kindOfForm(outcome.form) === 'enforcement-statistics');
    if (statistics.length === 0) continue;
    for (const report of group) {
      const { year, form } = report.outcome;
      if (year === null || kindOfForm(form) !== 'open-info-annual') continue;
      const [own, ...more] = statistics.filter(({ outcome }) => outcome.year === year);
      if (own !== undefined && more.length === 0) found.set(report, own);
    }
  }
  return found;
}
