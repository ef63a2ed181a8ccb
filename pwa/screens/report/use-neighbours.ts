/** The reports that one stands beside: last year’s of the same organ, and other copies of the same year. */

import type { SavedReport } from '../../../core/exchange/schema';
import { asLastYear } from '../../../core/index';
import type { ReportSummary } from '../../db/index';
import { reportList } from '../../report-list';

export interface Neighbours {
  /** The one that it was checked beside first. */
  readonly lastYear: readonly ReportSummary[];
  /** Of the same organ and year, latest first. */
  readonly copies: readonly ReportSummary[];
}

export function neighboursOf({ id, outcome }: SavedReport): Neighbours {
  const live = reportList.value;
  const reports = live.state === 'ready' ? live.value.reports : [];
  const { organ, year } = outcome;
  if (organ === null || year === null) return { lastYear: [], copies: [] };
  const beside = reports.find((each) => each.id === id)?.beside ?? null;
  const lastYear = reports.filter((each) => each.id === beside || asLastYear(outcome, each) !== null);
  return {
    lastYear: [...lastYear].sort((a, b) => Number(b.id === beside) - Number(a.id === beside)),
    copies: reports.filter((each) => each.id !== id && each.organ === organ && each.year === year),
  };
}
