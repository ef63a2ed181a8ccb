/** Whether it is time for a backup. */
import { database, loadSetting, saveSetting } from '../db/index';

/** Rows of work: reports, words on them, checklists, entries. */
export const MANY = 200;
const DAY = 24 * 60 * 60 * 1000;
const WEEKS = 28 * DAY;
const PUT_OFF = 7 * DAY;

export interface BackupState {
  readonly rows: number;
  /** When the oldest report came in, ISO 8601; empty where there is none. */
  readonly since: string;
  readonly backedUpAt: string;
  readonly backedUpRows: number;
  readonly putOff: string;
}

/** After so many changes, or so many weeks with any. A clock that was set back reminds of nothing. */
export function isDue({ rows, since, backedUpAt, backedUpRows, putOff }: BackupState, now: number): boolean {
  const passed = (iso: string): number => (iso === '' ? 0 : now - Date.parse(iso));
  if (rows === 0 || (putOff !== '' && passed(putOff) >= 0 && passed(putOff) < PUT_OFF)) return false;
  // Fewer rows than then is a change as well.
  const changes = Math.abs(rows - (backedUpAt === '' ? 0 : backedUpRows));
  return changes >= MANY || (changes > 0 && passed(backedUpAt === '' ? since : backedUpAt) >= WEEKS);
}

export async function backupState(): Promise<BackupState> {
  const [rows, first, backedUpAt, backedUpRows, putOff] = await Promise.all([
    countRows(),
    database.reports.orderBy('[savedAt+id]').keys((keys) => keys[0]),
    loadSetting('backedUpAt'),
    loadSetting('backedUpRows'),
    loadSetting('backupPutOff'),
  ]);
  const since = Array.isArray(first) && typeof first[0] === 'string' ? first[0] : '';
  return { rows, since, backedUpAt, backedUpRows: Number(backedUpRows) || 0, putOff };
}

async function countRows(): Promise<number> {
  const { reports, opinions, checklists, entries } = database;
  const counts = await Promise.all([reports, opinions, checklists, entries].map((table) => table.count()));
  return counts.reduce((sum, count) => sum + count, 0);
}

export async function rememberBackup(at: string): Promise<void> {
  // Where the store takes no more the backup is made all the same; it is only not remembered.
  await saveSetting('backedUpAt', at);
  await saveSetting('backedUpRows', String(await countRows()));
}

export async function putOffBackup(): Promise<void> {
  await saveSetting('backupPutOff', new Date().toISOString());
}
