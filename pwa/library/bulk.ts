/** What is done to many reports at once, with the way back. */

import { reviewOf } from '../../core/exchange/review';
import type { Opinion, ReviewStatus } from '../../core/exchange/schema';
import type { Result } from '../../core/index';
import { addOpinions, allOpinions, loadSetting, type NewOpinion, type StorageFailure } from '../db/index';
import { ownInDetail } from './own-findings';
import type { LibraryRecord } from './record';
import { groupSaid, organKey, statusOf } from './review-state';

/** Findings a word is said of: those that stand open, or all. Hints need no word. */
export type Scope = 'open' | 'all';

export interface Words {
  readonly status: ReviewStatus;
  /** With `dismissed`, and never empty then. */
  readonly reason: string;
  readonly scope: Scope;
}

export interface SaidOfMany {
  readonly findings: number;
  readonly reports: number;
  readonly undo: () => Promise<Result<unknown, StorageFailure>>;
}

/** One word on each finding of the chosen reports; taking it back says again what stood before. */
export async function sayOfMany(
  chosen: readonly LibraryRecord[],
  words: Words,
): Promise<Result<SaidOfMany, StorageFailure>> {
  const { opinions } = await allOpinions();
  const said = groupSaid(opinions);
  const author = await loadSetting('author');
  const at = new Date().toISOString();
  const forth: NewOpinion[] = [];
  const back: NewOpinion[] = [];
  const findings = new Set<string>();
  const reports = new Set<string>();
  for (const { id, summary, details, own } of chosen) {
    const organ = organKey(summary);
    for (const finding of [...(details?.findings ?? []), ...(await ownInDetail(id, own))]) {
      const isOpen = statusOf(finding, organ, said) === 'open';
      if (finding.severity === 'info' || (words.scope === 'open' && !isOpen) || findings.has(finding.fingerprint))
        continue;
      findings.add(finding.fingerprint);
      reports.add(id);
      const before = reviewOf(said.findings.get(finding.fingerprint) ?? [], finding.against);
      const { fingerprint, against } = finding;
      const word = (field: Opinion['field'], value: string): NewOpinion => ({
        finding: fingerprint,
        against,
        field,
        value,
        author,
        at,
      });
      if (words.status === 'dismissed') {
        forth.push(word('reason', words.reason));
        back.push(word('reason', before.reason));
      }
      forth.push(word('status', words.status));
      back.push(word('status', before.status));
    }
  }
  const added = await addOpinions(forth);
  if (!added.ok) return added;
  const undo = async (): Promise<Result<unknown, StorageFailure>> => addOpinions(back);
  return { ok: true, value: { findings: findings.size, reports: reports.size, undo } };
}
