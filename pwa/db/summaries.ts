/** Summaries that are kept beside the reports, and written with them. */
import { database } from './database';
import { type ReportSummary, summarySchema } from './summary';

/** All that are kept. One that does not fit its schema is as good as none: it is made anew from its report. */
export async function keptSummaries(): Promise<Map<string, ReportSummary>> {
  const rows = await database.summaries.toArray();
  const summaries = rows.flatMap((row) => summarySchema.safeParse(row).data ?? []);
  return new Map(summaries.map((summary) => [summary.id, summary]));
}

export async function keptSummariesOf(ids: readonly string[]): Promise<readonly ReportSummary[]> {
  const rows = await database.summaries.bulkGet([...ids]);
  return rows.flatMap((row) => summarySchema.safeParse(row).data ?? []);
}

export async function keptSummary(id: string): Promise<ReportSummary | null> {
  return summarySchema.safeParse(await database.summaries.get(id)).data ?? null;
}
