/** 复查: the saved reports that still have something open, as a round of its own. */
import { foundIn } from '../../core/exchange/found';
import type { OwnForm } from '../../core/index';
import { listReports, loadOwnForms, loadReport, type ReportSummary } from '../../pwa/db/index';
import { openFindings } from './open-findings';
import { addRound, type NewItem } from './store';

/** The id of the round; null where nothing is open. */
export async function listRecheck(): Promise<number | null> {
  const { reports } = await listReports();
  const forms = await loadOwnForms();
  const items: NewItem[] = [];
  for (const summary of latestOfEach(reports)) {
    const item = await itemOf(summary, forms);
    if (item !== null) items.push(item);
  }
  if (items.length === 0) return null;
  const round = { kind: 'recheck', address: '', title: '', begun: new Date().toISOString() } as const;
  return addRound({ ...round, pages: [], read: [], scripted: false, elsewhere: 0, beyond: 0, units: '' }, items);
}

/** Of one address the report kept last: it stands for what was published last. */
function latestOfEach(reports: readonly ReportSummary[]): readonly ReportSummary[] {
  const seen = new Set<string>();
  return reports.filter(({ source: { address } }) => {
    const plain = address?.replace(/#.*$/, '') ?? '';
    if (!/^https?:/.test(plain) || seen.has(plain)) return false;
    seen.add(plain);
    return true;
  });
}

/** Notes alone are no reason to ask a site again. */
async function itemOf(
  { id, counts, organ, title, year, source }: ReportSummary,
  forms: readonly OwnForm[],
): Promise<NewItem | null> {
  // What forms of people's own find is counted only where the app has looked at the report.
  if (source.address === null || (forms.length === 0 && counts.error + counts.warning === 0)) return null;
  const report = await loadReport(id);
  if (report === null || report === 'unreadable') return null;
  const open = (await openFindings(foundIn(report, forms))).filter(({ severity }) => severity !== 'info');
  if (open.length === 0) return null;
  const name = title ?? organ ?? source.address;
  return { address: source.address, title: name, organ: organ ?? '', year, date: '', before: id };
}
