/** Some of the reports as a bundle, with all that bears on them: words on whatever is found in them, and forms of people's own. */
import { foundIn } from '../../core/exchange/found';
import type { KeptForm } from '../../core/exchange/own-form';
import type { SavedReport } from '../../core/exchange/schema';
import { sourceNameOf } from '../../core/exchange/source-name';
import { ownFormsIn } from '../../core/index';
import { exportThese, once } from '../db/bundles';
import { type Exported, loadOwnForms, opinionsOf, opinionsOfReport } from '../db/index';
import type { OpinionList } from '../db/opinions';

export async function exportReports(ids: readonly string[]): Promise<Exported> {
  const forms = await loadOwnForms();
  return exportThese(ids, (reports) => wordsOn(reports, forms));
}

async function wordsOn(reports: readonly SavedReport[], forms: readonly KeptForm[]): Promise<OpinionList> {
  const used = new Set(reports.flatMap((report) => ownFormsIn(report, forms)));
  const lists = await Promise.all([
    ...reports.map((report) => opinionsOfReport(foundIn(report, forms), sourceNameOf(report.source, report.id))),
    opinionsOf([...new Set([...used].map(({ subject }) => subject))]),
  ]);
  return {
    opinions: once(lists.flatMap(({ opinions }) => opinions)),
    unreadable: lists.reduce((sum, { unreadable }) => sum + unreadable, 0),
  };
}
