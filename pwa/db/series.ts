/** Reports of one organ over the years: what was kept of last year is held beside this year's. */
import { savedReportSchema } from '../../core/exchange/schema';
import type { Outcome } from '../../core/index';
import { database } from './database';

/** Checks, and once more beside last year's report of the same organ where one is kept. */
export async function checkInSeries(check: (previous?: Outcome) => Outcome): Promise<Outcome> {
  const alone = check();
  const previous = await previousOf(alone);
  return previous === null ? alone : check(previous);
}

/** The last one kept. Null too where the store cannot be read: then this year's report stands alone. */
async function previousOf({ organ, year, status }: Outcome): Promise<Outcome | null> {
  if (organ === null || year === null || status === 'unrecognised') return null;
  try {
    const rows = await database.reports
      .where('[outcome.organ+outcome.year]')
      .equals([organ, year - 1])
      .toArray();
    const reports = rows.flatMap((row) => savedReportSchema.safeParse(row).data ?? []);
    const [latest] = reports.sort((a, b) => b.savedAt.localeCompare(a.savedAt));
    return latest?.outcome ?? null;
  } catch {
    return null;
  }
}
