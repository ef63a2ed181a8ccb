/** Small things to remember, one text per key. */
import * as z from 'zod/mini';
import type { Result } from '../../core/index';
import { attempt, type StorageFailure } from './attempt';
import { database } from './database';

/** `person`: who this is in shared folders, whatever the name; `asked`: the name was asked for. `handover`: the exchange that was begun and not yet answered. `author`: the name put to opinions. `exportedAt`: when the last .gouji file left, ISO 8601. */
export type SettingKey = 'handover' | 'author' | 'asked' | 'person' | 'exportedAt';

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
