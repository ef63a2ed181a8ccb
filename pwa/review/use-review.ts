/** Words on findings: said, and taken back by another word. */
import type { Finding } from '../../core/index';
import { type Review, type Said, say as store, takenBack } from '../db/index';
import { storageText } from '../failure-text';
import { t } from '../t';
import { showToast } from '../ui/toasts';

/** Says it, and offers the way back. Returns whether it was kept. */
export function say(finding: Finding, against: string, before: Review, said: Said): Promise<boolean> {
  return sayOf(finding.fingerprint, against, before, said);
}

/** Of a finding by its fingerprint, or of a wider subject by its name. */
export async function sayOf(finding: string, against: string, before: Review, said: Said): Promise<boolean> {
  if (!(await append(finding, against, said))) return false;
  const done =
    said.status === undefined ? t('review.note.done') : t('review.status.done', { status: t(`status.${said.status}`) });
  showToast(done, () => void append(finding, against, takenBack(before, said)));
  return true;
}

async function append(finding: string, against: string, said: Said): Promise<boolean> {
  const added = await store(finding, against, said);
  if (!added.ok) showToast(storageText(added.error));
  return added.ok;
}
