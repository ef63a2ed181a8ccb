/** Words on a finding: what is said at once, and what takes it back. Opinions are never removed. */
import type { Review } from '../../core/exchange/review';
import type { ReviewStatus } from '../../core/exchange/schema';
import type { Result } from '../../core/index';
import type { StorageFailure } from './attempt';
import { addOpinions, type NewOpinion } from './opinions';
import { loadSetting } from './settings';

/** A dismissal comes with its reason. */
export interface Said {
  readonly status?: ReviewStatus;
  readonly reason?: string;
  readonly note?: string;
  /** A finding of one's own, from `ownText`; empty: withdrawn. */
  readonly own?: string;
}

/** `finding`: its fingerprint, or the name of a wider subject. `against`: the values of the finding now, from `valuesOf`. The reason goes first, so that no dismissal stands without one. */
export async function say(finding: string, against: string, said: Said): Promise<Result<unknown, StorageFailure>> {
  const author = await loadSetting('author');
  const at = new Date().toISOString();
  const word = (field: NewOpinion['field'], value: string | undefined): NewOpinion[] =>
    value === undefined ? [] : [{ finding, against, field, value, author, at }];
  return addOpinions([
    ...word('reason', said.reason),
    ...word('status', said.status),
    ...word('note', said.note),
    ...word('own', said.own),
  ]);
}

/** The words that stood before, for those fields that were said anew. */
export function takenBack(before: Review, said: Said): Said {
  return {
    ...(said.status === undefined ? {} : { status: before.status }),
    ...(said.reason === undefined ? {} : { reason: before.reason }),
    ...(said.note === undefined ? {} : { note: before.note }),
  };
}
