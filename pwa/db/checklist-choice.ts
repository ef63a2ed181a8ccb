/** Which checklist a report is checked with: said for the report, for what comes in now, or for all that is new. */
import * as z from 'zod/mini';
import type { Result } from '../../core/index';
import { attempt, type StorageFailure } from './attempt';
import { database } from './database';
import { loadSetting } from './settings';

/** `checklist`: its id; null where the report is checked without, whatever the others are checked with. */
const row = z.object({ report: z.string(), checklist: z.nullable(z.string()) });

/** In the settings, where for this batch none is wanted, though there is one for new reports. */
export const WITHOUT = '-';

/** Undefined where nobody has said. */
export async function choiceOf(report: string): Promise<string | null | undefined> {
  return row.safeParse(await database.checklistChoices.get(report)).data?.checklist;
}

export function chooseFor(report: string, checklist: string | null): Promise<Result<void, StorageFailure>> {
  return attempt(async () => {
    await database.checklistChoices.put({ report, checklist });
  });
}

/** What a report that comes in now is checked with: an id, or null. */
export async function choiceForNew(): Promise<string | null> {
  const batch = await loadSetting('batchChecklist');
  if (batch === WITHOUT) return null;
  const chosen = batch === '' ? await loadSetting('checklist') : batch;
  return chosen === '' ? null : chosen;
}
