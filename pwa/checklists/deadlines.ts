/** Deadlines of the checklist that was chosen for a report; null, the law's, where none was chosen or it sets none. */
import * as z from 'zod/mini';
import type { Deadlines } from '../../core/index';
import { listChecklists } from '../db/checklists';
import { database } from '../db/index';
import { READY } from './ready/ready';

const choice = z.object({ report: z.string(), checklist: z.string() });

/** As chosen now, for all reports at once. */
export async function deadlinesNow(): Promise<(report: string) => Deadlines | null> {
  const [rows, { checklists }]: [unknown[], Awaited<ReturnType<typeof listChecklists>>] = await Promise.all([
    database.checklistChoices.toArray(),
    listChecklists(),
  ]);
  const set = new Map([...READY, ...checklists].map(({ id, checklist }) => [id, checklist.deadlines]));
  const chosen = new Map(
    rows.flatMap((row) => {
      const said = choice.safeParse(row).data;
      const deadlines = said === undefined ? null : (set.get(said.checklist) ?? null);
      return said === undefined || deadlines === null ? [] : [[said.report, deadlines] as const];
    }),
  );
  return (report) => chosen.get(report) ?? null;
}
