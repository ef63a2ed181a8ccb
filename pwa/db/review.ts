/** What the opinions on one finding come to. Pure. */
import { type Opinion, type ReviewStatus, reviewStatusSchema } from '../../core/exchange/schema';

export interface Review {
  readonly status: ReviewStatus;
  /** Reason of the dismissal that stands, or lapsed. */
  readonly reason: string;
  readonly note: string;
  /** 已失效: dismissed against other values than the report has now; the status is `open` again. */
  readonly lapsed: boolean;
  /** All words, oldest first. */
  readonly opinions: readonly Opinion[];
}

/** Clocks disagree: the counter orders first, then time, then author; the id settles the rest, the same everywhere. */
export function inOrder(opinions: readonly Opinion[]): readonly Opinion[] {
  return [...opinions].sort(
    (a, b) => a.counter - b.counter || compare(a.at, b.at) || compare(a.author, b.author) || compare(a.id, b.id),
  );
}

/** By code unit, not by locale: two machines must agree. */
function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** The last word per field. `against` are the values of the finding's cells as the report has them now. */
export function reviewOf(opinions: readonly Opinion[], against: string): Review {
  const ordered = inOrder(opinions);
  const last = (field: Opinion['field']): Opinion | undefined => ordered.findLast((each) => each.field === field);
  const word = last('status');
  const status = reviewStatusSchema.safeParse(word?.value);
  const lapsed = status.success && status.data === 'dismissed' && word?.against !== against;
  return {
    status: status.success && !lapsed ? status.data : 'open',
    reason: last('reason')?.value ?? '',
    note: last('note')?.value ?? '',
    lapsed,
    opinions: ordered,
  };
}
