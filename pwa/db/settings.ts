/** Small things to remember, one text per key. */
import * as z from 'zod/mini';
import type { Result } from '../../core/index';
import { attempt, type StorageFailure } from './attempt';
import { database } from './database';

/**
 * `handover`: the exchange that was begun and not yet answered. `author`: the name put to opinions. `exportedAt`: when
 * the last .gouji file left, ISO 8601. `checklist`: id of the one that new reports are checked with; `batchChecklist`:
 * of the one for what comes in now. `backedUpAt`, `backedUpRows`: when the last backup was made, and of how much.
 * `backupPutOff`: when somebody was reminded of it and did not want to. `library`, `views`, `scope`, `units`: what was
 * chosen of the library, what is kept of that under names, year and region looked at, and the list of units
 * (`pwa/library`). `handouts`: how hand-outs are set, as JSON. `person`: who this is in shared folders, whatever the
 * name; `asked`: the name was asked for. `deletedChecklists`: ids of shared ones that were deleted here (`left-out.ts`).
 * `linkDue`: the hand-over whose reports are to be checked beside their neighbours here (`intake/link-due.ts`).
 */
export type SettingKey =
  | 'handover'
  | 'author'
  | 'asked'
  | 'person'
  | 'exportedAt'
  | 'checklist'
  | 'batchChecklist'
  | 'backedUpAt'
  | 'backedUpRows'
  | 'backupPutOff'
  | 'library'
  | 'views'
  | 'scope'
  | 'units'
  | 'handouts'
  | 'deletedChecklists'
  | 'linkDue';

const row = z.object({ key: z.string(), value: z.string() });

export async function loadSetting(key: SettingKey): Promise<string> {
  const found = row.safeParse(await database.settings.get(key));
  return found.success ? found.data.value : '';
}

export function saveSetting(key: SettingKey, value: string): Promise<Result<void, StorageFailure>> {
  return attempt(async () => {
    await database.settings.put({ key, value });
  });
}
