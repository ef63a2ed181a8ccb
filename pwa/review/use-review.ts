/** Words on findings: said, and taken back by another word. */
import type { ReviewStatus } from '../../core/exchange/schema';
import type { Finding } from '../../core/index';
import { addOpinions, loadSetting, type NewOpinion, type Review } from '../db/index';
import { storageText } from '../failure-text';
import { t } from '../t';
import { showToast } from '../ui/toasts';

/** What is said at once: a dismissal comes with its reason. */
export interface Said {
  readonly status?: ReviewStatus;
  readonly reason?: string;
  readonly note?: string;
}

/** Says it, and offers the way back. Returns whether it was kept. */
export async function say(finding: Finding, against: string, before: Review, said: Said): Promise<boolean> {
  if (!(await append(finding, against, said))) return false;
  const back: Said = {
    ...(said.status === undefined ? {} : { status: before.status }),
    ...(said.reason === undefined ? {} : { reason: before.reason }),
    ...(said.note === undefined ? {} : { note: before.note }),
  };
  const done =
    said.status === undefined ? t('review.note.done') : t('review.status.done', { status: t(`status.${said.status}`) });
  showToast(done, () => void append(finding, against, back));
  return true;
}

/** Opinions are never removed: taking one back adds the word that stood before. */
async function append(finding: Finding, against: string, said: Said): Promise<boolean> {
  const author = await loadSetting('author');
  const at = new Date().toISOString();
  const word = (field: NewOpinion['field'], value: string | undefined): NewOpinion[] =>
    value === undefined ? [] : [{ finding: finding.fingerprint, against, field, value, author, at }];
  const added = await addOpinions([
    ...word('reason', said.reason),
    ...word('status', said.status),
    ...word('note', said.note),
  ]);
  if (!added.ok) showToast(storageText(added.error));
  return added.ok;
}
