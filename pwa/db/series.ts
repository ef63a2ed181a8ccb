/** Reports of one organ over the years: what was kept of last year is held beside this year's. */
import { Dexie } from 'dexie';
import { asLastYear, type Likeness } from '../../core/exchange/last-year';
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

/** The last one kept under the surest name. Null too where the store cannot be read: then this year's report stands alone. */
async function previousOf({
  organ,
  year,
  status,
  form,
}: Outcome): Promise<{ readonly id: string; readonly outcome: Outcome } | null> {
  if (organ === null || year === null || status === 'unrecognised') return null;
  try {
    const [sure, likely] = await namesOfLastYear(organ, year);
    if (sure.length + likely.length === 0) return null;
    const rows = await database.reports
      .where('[outcome.organ+outcome.year]')
      .anyOf((sure.length > 0 ? sure : likely).map((name) => [name, year - 1]))
      .toArray();
    const reports = rows.flatMap((row) => savedReportSchema.safeParse(row).data ?? []);
    const [latest] = reports
      .filter(({ outcome }) => asLastYear({ organ, year, form }, outcome) !== null)
      .sort((a, b) => b.savedAt.localeCompare(a.savedAt));
    return latest ?? null;
  } catch {
    return null;
  }
}

/**
 * Names under which last year's report of this organ may be kept: the same one, and such as are as good as the same. The
 * index of one year alone: of all years, or with the reports themselves, it would take longer than the check.
 */
async function namesOfLastYear(organ: string, year: number): Promise<readonly [string[], string[]]> {
  const before = year - 1;
  const keys = await database.summaries
    .where('[year+organ]')
    .between([before, Dexie.minKey], [before, Dexie.maxKey])
    .uniqueKeys();
  const names = keys.flatMap((key) => (Array.isArray(key) && typeof key[1] === 'string' ? [key[1]] : []));
  const like = (wanted: Likeness): string[] =>
    names.filter((name) => asLastYear({ organ, year }, { organ: name, year: before }) === wanted);
  return [like('equal'), like('shorter')];
}
