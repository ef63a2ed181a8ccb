/** What the opinions on one finding come to. */
import { lapsesAt } from './lapse';

/** 待核实, 属实待改, 已整改, 经核实无误, 暂缓 */
export const REVIEW_STATUSES = ['open', 'confirmed', 'fixed', 'dismissed', 'deferred'] as const;
export type ReviewStatus = (typeof REVIEW_STATUSES)[number];

/** 复核意见: one word of one person on one finding. Append-only. */
export interface Opinion {
  /** Random, unique. */
  readonly id: string;
  /** What it is about: the fingerprint of a finding, or the name of a wider subject (`subjects.ts`). */
  readonly finding: string;
  /** Values of the finding when the word was given, from `valuesOf`. */
  readonly against: string;
  /** `own`: a finding of the person's own, as JSON; empty where it is withdrawn. */
  readonly field: 'status' | 'reason' | 'note' | 'own';
  readonly value: string;
  readonly author: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  readonly counter: number;
}

export interface Review<O extends Opinion = Opinion> {
  readonly status: ReviewStatus;
  /** Reason of the dismissal that stands, or lapsed. */
  readonly reason: string;
  readonly note: string;
  /** 已失效: dismissed against other values than the report has now; the status is `open` again. */
  readonly lapsed: boolean;
  /** All words, oldest first. */
  readonly opinions: readonly O[];
}

/** Beyond any real count, far below where numbers lose their last digit. */
export const COUNTER_LIMIT = 1e12;

/**
 * Clocks disagree: the counter orders first, then time, then author; the id settles the rest, the same everywhere. What
 * somebody claims of his own words moves those alone: how others' stand to each other rests on theirs.
 */
export function inOrder<O extends Opinion>(opinions: readonly O[]): readonly O[] {
  return [...opinions].sort(
    (a, b) =>
      a.counter - b.counter ||
      byUnit(a.at, b.at) ||
      byUnit(a.author, b.author) ||
      byUnit(givenId(a), givenId(b)) ||
      byUnit(said(a), said(b)) ||
      byUnit(a.id, b.id),
  );
}

/** Two words under one id: which of them had to take a second name (`exchange/merge.ts`) differs from store to store. */
function givenId({ id }: Opinion): string {
  const end = id.indexOf('~');
  return end < 0 ? id : id.slice(0, end);
}

function said({ finding, field, value, against }: Opinion): string {
  return JSON.stringify([finding, field, value, against]);
}

/** By code unit, not by locale: two machines must agree. */
function byUnit(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** The last word per field. `against` are the values of the finding's cells as the report has them now. */
export function reviewOf<O extends Opinion>(opinions: readonly O[], against: string): Review<O> {
  const ordered = inOrder(opinions);
  const last = (field: Opinion['field']): O | undefined => ordered.findLast((each) => each.field === field);
  const word = last('status');
  const status = REVIEW_STATUSES.find((each) => each === word?.value) ?? 'open';
  const lapsed = status === 'dismissed' && word !== undefined && lapsesAt(word, against);
  return {
    status: lapsed ? 'open' : status,
    reason: last('reason')?.value ?? '',
    note: last('note')?.value ?? '',
    lapsed,
    opinions: ordered,
  };
}
