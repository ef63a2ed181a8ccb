/** A checklist to be written: its draft is in the store before its first key, and the editor opens on it. */
import type { Checklist } from '../../../core/index';
import { type ChecklistDraft, putDraft } from '../../db/checklists';
import { randomId } from '../../db/index';
import { storageText } from '../../failure-text';
import { go } from '../../route';
import { showToast } from '../../ui/index';

export const EMPTY: Checklist = {
  name: '',
  version: '1',
  forms: [],
  rules: {},
  deadlines: null,
  relations: [],
  manual: [],
};

/** This window, for as long as it is open. */
export const TAB = randomId();

/** Drafts that the store refused: they live as long as the page. */
export const unstored = new Map<string, ChecklistDraft>();

export async function begin(checklist: Checklist): Promise<void> {
  const draft = { id: randomId(), based: 0, seen: [], tab: TAB, changedAt: new Date().toISOString(), checklist };
  const kept = await putDraft(draft);
  if (!kept.ok) {
    unstored.set(draft.id, draft);
    showToast(storageText(kept.error));
  }
  go({ screen: 'checklists', id: draft.id });
}
