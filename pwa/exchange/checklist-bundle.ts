/** A checklist that came as a file of its own, as a bundle: one word, the same for everybody who opens that file. */
import { readChecklist } from '../../core/exchange/checklist';
import { checklistSubject } from '../../core/exchange/checklist-subject';
import type { UncheckedBundle } from '../../core/exchange/recheck';
import { checklistIdOf, checklistText } from '../../core/exchange/shared-checklist';
import { failed, ok, type Result } from '../../core/index';

export interface ChecklistRefusal {
  readonly code: 'newer' | 'checklist';
  readonly reason: string;
}

/** Null where the text is no checklist at all. */
export function checklistBundle(text: string): Result<UncheckedBundle, ChecklistRefusal> | null {
  // Judged by its beginning: a bundle may have hundreds of megabytes.
  if (!/^\uFEFF?\s*\{\s*"format"\s*:\s*"gouji-checklist"/.test(text.slice(0, 200))) return null;
  const read = readChecklist(text);
  if (!read.ok) {
    const paths = read.error.code === 'unfit' ? read.error.paths.join(', ') : '';
    return failed({ code: read.error.code === 'other-version' ? 'newer' : 'checklist', reason: paths });
  }
  const id = checklistIdOf(read.value);
  const word = {
    id: `checklist-${id}`,
    finding: checklistSubject(id),
    against: '',
    field: 'own' as const,
    value: checklistText(read.value),
    // The file says neither who nor when.
    author: '',
    at: '',
    counter: 0,
  };
  return ok({ format: 'gouji', version: 1, reports: [], opinions: [word] });
}
