/** Reports of one organ over the years: what was kept of last year is held beside this year's. */
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
  // The store looks while the check runs.
  const kept = yearsKept();
  const alone = check();
  const previous = await previousOf(alone, kept);
  return previous === null
    ? { outcome: alone, beside: null }
    : { outcome: check(previous.outcome), beside: previous.id };
}

export async function checkInSeries(check: (previous?: Outcome) => Outcome): Promise<Outcome> {
  return (await checkBeside(check)).outcome;
}

/** The last one kept under the surest name. Null too where the store cannot be read: then this year's report stands alone. */
async function previousOf(
  { organ, year, status, form }: Outcome,
  kept: Promise<Kept>,
): Promise<{ id: string; outcome: Outcome } | null> {
  if (organ === null || year === null || status === 'unrecognised') return null;
  try {
    const [sure, likely] = namesOfLastYear(organ, year, await kept);
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

/** Names under which last year's report of this organ may be kept: the same one, and such as are as good as the same. */
function namesOfLastYear(organ: string, year: number, kept: Kept): readonly [string[], string[]] {
  const named = kept.flatMap((key) => (Array.isArray(key) && typeof key[0] === 'string' ? [key] : []));
  const like = (wanted: Likeness): string[] =>
    named.flatMap(([name, of]) =>
      typeof of === 'number' && asLastYear({ organ, year }, { organ: String(name), year: of }) === wanted
        ? [String(name)]
        : [],
    );
  return [like('equal'), like('shorter')];
}

type Kept = readonly unknown[];

/** Organs and years of all that is kept. The index alone: loading the reports of all organs would take seconds. */
function yearsKept(): Promise<Kept> {
  // A store that cannot be read holds nothing for us.
  return database.reports
    .orderBy('[outcome.organ+outcome.year]')
    .uniqueKeys()
    .catch((): Kept => []);
}
