/** Words on findings: said, and taken back by another word. */
import type { Finding } from '../../core/index';
import { opinionsOf, type Review, reviewOf, type Said, say as store, takenBack } from '../db/index';
import { storageText } from '../failure-text';
import { t as ofApp } from '../t';
import { t as ofScopes } from '../ui/dismissal/t';
import { showToast } from '../ui/toasts';
import { t } from './t';

/** Says it, and offers the way back. Returns whether it was kept. */
export function say(finding: Finding, against: string, before: Review, said: Said): Promise<boolean> {
  return sayOf(finding.fingerprint, against, before, said);
}

/** Of a finding by its fingerprint, or of a wider subject by its name. */
export async function sayOf(
  finding: string,
  against: string,
  before: Review,
  said: Said,
  done = doneText(said),
): Promise<boolean> {
  if (!(await append(finding, against, said))) return false;
  showToast(done, () => void append(finding, against, takenBack(before, said)));
  return true;
}

/** Sets a finding aside together with what else falls under its cells or its rule. */
export async function dismissWide(
  { name, against }: { readonly name: string; readonly against: string },
  scope: 'cell' | 'rule',
  reason: string,
): Promise<boolean> {
  const before = reviewOf((await opinionsOf([name])).opinions, against);
  const done = ofScopes('status.said.wide', { scope: ofScopes(`scope.${scope}`) });
  return sayOf(name, against, before, { status: 'dismissed', reason }, done);
}

function doneText({ status }: Said): string {
  return status === undefined ? t('note.done') : t('verdict.done', { status: ofApp(`status.${status}`) });
}

async function append(finding: string, against: string, said: Said): Promise<boolean> {
  const added = await store(finding, against, said);
  if (!added.ok) showToast(storageText(added.error));
  return added.ok;
}
