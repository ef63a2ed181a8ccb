/** Checks kept reports again with another checklist, from the page: the worker does it, the page shows how far it is. */
import { signal } from '@preact/signals';
import { reader } from '../intake/run';
import { showToast } from '../ui/toasts';
import { t } from './t';

export const rechecking = signal<{ readonly done: number; readonly total: number } | null>(null);

/** `checklist` null: without one. Returns whether it came to its end. */
export async function recheck(ids: readonly string[], checklist: string | null): Promise<boolean> {
  rechecking.value = { done: 0, total: ids.length };
  const answer = await reader.run({ kind: 'recheck', ids, checklist }, ({ done, total }) => {
    rechecking.value = { done, total };
  });
  rechecking.value = null;
  if (answer.kind === 'linked') return true;
  const reason = answer.kind === 'crashed' ? answer.reason : answer.kind;
  showToast(t('recheck.failed', { reason }));
  return false;
}
