/** Reports of one organ over the years: what was kept of last year is held beside this year's. */
import { savedReportSchema } from '../../core/exchange/schema';
import type { Outcome } from '../../core/index';
import { database } from './database';

export interface CheckedBeside {
  readonly outcome: Outcome;
  /** Id of last year's report that it was checked with. */
  readonly beside: string | null;
}

/** Checks, and once more beside last year's report of the same organ where one is kept. */
export async function checkBeside(check: (previous?: Outcome) => Outcome): Promise<CheckedBeside> {
  const alone = check();
  const previous = await previousOf(alone);
  return previous === null
    ? { outcome: alone, beside: null }
    : { outcome: check(previous.outcome), beside: previous.id };
}

export async function checkInSeries(check: (previous?: Outcome) => Outcome): Promise<Outcome> {
  return (await checkBeside(check)).outcome;
}

/** The last one kept. Null too where the store cannot be read: then this year's report stands alone. */
async function previousOf({ organ, year, status }: Outcome): Promise<{ id: string; outcome: Outcome } | null> {
  if (organ === null || year === null || status === 'unrecognised') return null;
  try {
    const rows = await database.reports
      .where('[outcome.organ+outcome.year]')
      .equals([organ, year - 1])
      .toArray();
    const reports = rows.flatMap((row) => savedReportSchema.safeParse(row).data ?? []);
    const [latest] = reports.sort((a, b) => b.savedAt.localeCompare(a.savedAt));
    return latest ?? null;
  } catch {
    return null;
  }
}
