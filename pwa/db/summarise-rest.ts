/** For the store as an older version left it. */
import type { Transaction } from 'dexie';
import { savedReportSchema } from '../../core/exchange/schema';
import { summaryOf } from './summary';

/** Summaries of reports that were kept before there were any: by them last year's report is found. */
export async function summariseRest(store: Transaction): Promise<void> {
  const reports = store.table<unknown, string>('reports');
  const summaries = store.table<unknown, string>('summaries');
  const kept = new Set(await summaries.toCollection().primaryKeys());
  for (const id of await reports.orderBy('[savedAt+id]').primaryKeys()) {
    if (kept.has(id)) continue;
    const report = savedReportSchema.safeParse(await reports.get(id)).data;
    if (report !== undefined) await summaries.put(summaryOf(report, null, null));
  }
}
