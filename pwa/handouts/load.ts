/** Reports out of the store, as hand-outs tell of them, some at a time: a thousand whole ones at once take gigabytes. */
import { foundIn } from '../../core/exchange/found';
import { savedReportSchema } from '../../core/exchange/schema';
import { sourceNameOf } from '../../core/exchange/source-name';
import { likenessOf } from '../../core/index';
import { deadlinesNow } from '../checklists/deadlines';
import { allOpinions, database, listReports, loadOwnForms, type ReportSummary } from '../db/index';
import { indexOpinions } from '../db/opinion-index';
import { type HandoutReport, handoutReport } from './handout-report';
import type { HandoutOptions, HandoutScope } from './options';

const AT_ONCE = 20;

export interface Loaded {
  /** In the order of the list of units, then by name and year. */
  readonly reports: readonly HandoutReport[];
  /** Rows that no longer fit their schema. */
  readonly unreadable: number;
}

/** `units`: in their order. `extra`: reports beyond the scope that a hand-out needs. */
export async function loadReports(
  scope: HandoutScope,
  options: HandoutOptions,
  units: readonly string[],
  extra: (report: ReportSummary) => boolean,
  onProgress: (done: number, total: number) => void,
): Promise<Loaded> {
  const { reports: summaries } = await listReports();
  const wanted = summaries.filter((report) => inScope(report, scope) || extra(report));
  const [deadlines, forms] = [await deadlinesNow(), await loadOwnForms()];
  const opinions = indexOpinions((await allOpinions()).opinions);
  const reports: HandoutReport[] = [];
  let unreadable = 0;
  for (let from = 0; from < wanted.length; from += AT_ONCE) {
    onProgress(from, wanted.length);
    const rows = await database.reports.bulkGet(wanted.slice(from, from + AT_ONCE).map(({ id }) => id));
    for (const row of rows) {
      // Deleted since the list was read: no row, and nothing to tell.
      if (row === undefined) continue;
      const saved = savedReportSchema.safeParse(row);
      if (!saved.success) {
        unreadable += 1;
        continue;
      }
      const { source, id } = saved.data;
      const found = foundIn(saved.data, forms);
      const said = opinions(found, sourceNameOf(source, id));
      reports.push(handoutReport(saved.data, found, said, options, deadlines(id)));
    }
  }
  onProgress(wanted.length, wanted.length);
  return { reports: inOrder(reports, units), unreadable };
}

export function inScope(
  { id, year }: Pick<ReportSummary, 'id' | 'year'>,
  { ids, year: wanted }: HandoutScope,
): boolean {
  return (ids === null || ids.includes(id)) && (wanted === null || year === wanted);
}

const collator = new Intl.Collator('zh-CN', { numeric: true });

function inOrder(reports: readonly HandoutReport[], units: readonly string[]): HandoutReport[] {
  const places = new Map<string, number>();
  const placeOf = (unit: string): number => {
    const known = places.get(unit);
    if (known !== undefined) return known;
    const at = units.findIndex((each) => unit === each || unit.endsWith(each) || likenessOf(unit, each) !== null);
    places.set(unit, at < 0 ? units.length : at);
    return at < 0 ? units.length : at;
  };
  return [...reports].sort(
    (a, b) =>
      placeOf(a.unit) - placeOf(b.unit) ||
      collator.compare(a.unit, b.unit) ||
      (a.outcome.year ?? 0) - (b.outcome.year ?? 0) ||
      (a.id < b.id ? -1 : 1),
  );
}
