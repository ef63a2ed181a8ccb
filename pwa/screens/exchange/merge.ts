/** A merge and its way back, told to the person. */
import { mergeShared, undoMerge } from '../../db/merges';
import type { Preview } from '../../exchange/incoming';
import { storageText } from '../../failure-text';
import { showToast } from '../../ui/index';
import { t } from './t';

/** False where the store refused: then nothing of it is in. */
export async function merge({ bundle, evidence, name }: Preview): Promise<boolean> {
  const merged = await mergeShared(bundle, evidence, name, new Date().toISOString());
  if (!merged.ok) {
    showToast(storageText(merged.error));
    return false;
  }
  const { id, added } = merged.value;
  const counts = { reports: added.reports.length, opinions: added.opinions.length, evidence: added.evidence.length };
  showToast(
    counts.evidence > 0 ? t('import.done.evidence', counts) : t('import.done', counts),
    () => void takeBack(id),
  );
  return true;
}

export async function takeBack(id: number): Promise<void> {
  const undone = await undoMerge(id);
  if (!undone.ok) return showToast(storageText(undone.error));
  const { reports, opinions, kept } = undone.value;
  const done = t('merges.undo.done', { reports, opinions });
  showToast(kept > 0 ? `${done}${t('merges.undo.kept', { count: kept })}` : done);
}
