/** A checklist as a file, out and in. */
import { type ChecklistFailure, readChecklist, writeChecklist } from '../../../core/exchange/checklist';
import type { Checklist } from '../../../core/index';
import { listChecklists, saveChecklist } from '../../db/checklists';
import { randomId } from '../../db/index';
import { download } from '../../exchange/download';
import { storageText } from '../../failure-text';
import { t as ofApp } from '../../t';
import { t } from './t';

/** A checklist of two thousand long sentences is far smaller. */
const LIMIT = 4 * 1024 * 1024;

export function exportChecklist(checklist: Checklist): void {
  const name = `${checklist.name}-${checklist.version}`.replace(/[\\/:*?"<>|\s]+/g, ' ').slice(0, 80);
  download(t('file.name', { name }), writeChecklist(checklist), 'application/json');
}

export type Imported =
  | { readonly state: 'added'; readonly id: string; readonly checklist: Checklist }
  /** The same is here already. */
  | { readonly state: 'known'; readonly id: string; readonly checklist: Checklist }
  | { readonly state: 'failed'; readonly reason: string };

/** Comes in beside what is here, whatever its name: nothing is overwritten. */
export async function importChecklist(file: File): Promise<Imported> {
  if (file.size > LIMIT) return { state: 'failed', reason: t('import.too-large') };
  const read = readChecklist(await file.text());
  if (!read.ok) return { state: 'failed', reason: failureText(read.error) };
  const checklist = read.value;
  const same = (await listChecklists()).checklists.find(
    (each) => writeChecklist(each.checklist) === writeChecklist(checklist),
  );
  if (same !== undefined) return { state: 'known', id: same.id, checklist };
  const id = randomId();
  const saved = await saveChecklist(id, 0, checklist);
  return saved.ok ? { state: 'added', id, checklist } : { state: 'failed', reason: storageText(saved.error) };
}

const SHOWN = 5;

function failureText(failure: ChecklistFailure): string {
  if (failure.code !== 'unfit') return t(`import.${failure.code}`);
  const { paths } = failure;
  return t('import.unfit', { paths: paths.slice(0, SHOWN).join(ofApp('list.names')), count: paths.length });
}
