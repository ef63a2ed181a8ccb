/** Kept reports once more, with another checklist. In the worker: a season’s reports take seconds. */
import { hasError } from '../../core/exchange/found';
import { sourceNameOf } from '../../core/exchange/source-name';
import { check, type Outcome } from '../../core/index';
import { version } from '../../package.json';
import { chooseFor } from '../db/checklist-choice';
import { loadOwnForms, loadReport, replaceOutcome } from '../db/index';
import { keptSummary } from '../db/summaries';
import { detailsOf } from '../details-of';
import { checkOptions } from './check-options';
import { checklistById } from './in-use';

/** Each stays beside the year and the statistics that it stood beside. Returns in how many the first error was found. */
export async function recheckAll(
  ids: readonly string[],
  checklist: string | null,
  onProgress: (done: number, total: number) => void,
): Promise<number> {
  const chosen = checklist === null ? null : await checklistById(checklist);
  if (checklist !== null && chosen === null) throw new Error(`no checklist ${checklist}`);
  const forms = await loadOwnForms();
  let wrong = 0;
  for (const [index, id] of ids.entries()) {
    onProgress(index, ids.length);
    const report = await loadReport(id);
    if (report === null || report === 'unreadable') continue;
    const summary = await keptSummary(id);
    const [beside, statistics] = [summary?.beside ?? null, summary?.statistics];
    const { document, source } = report;
    const outcome = check(
      document,
      checkOptions({
        sourceName: sourceNameOf(source, id),
        previous: await outcomeOf(beside),
        statistics: await outcomeOf(statistics ?? null),
        checklist: chosen ?? undefined,
      }),
    );
    const said = await chooseFor(id, checklist);
    const again = { ...report, outcome, checkedBy: version };
    const kept = said.ok ? await replaceOutcome(again, beside, statistics, detailsOf(again, forms)) : said;
    if (!kept.ok) throw new Error(kept.error.reason);
    if (!hasError(report, forms) && hasError(again, forms)) wrong += 1;
  }
  return wrong;
}

async function outcomeOf(id: string | null): Promise<Outcome | undefined> {
  const report = id === null ? null : await loadReport(id);
  return report === null || report === 'unreadable' ? undefined : report.outcome;
}
