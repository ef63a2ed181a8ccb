/** Page and attachment, number by number. A disagreement is a note of its own: which of the two is wrong, nobody knows. Pure. */
import { type CellId, type Fact, isEmpty, type Outcome } from '../../core/index';

export interface Difference {
  readonly cell: CellId;
  /** As printed; empty where the cell is. */
  readonly page: string;
  readonly attachment: string;
}

export type NumbersCompared =
  /** Of another organ or year, so nothing is compared. */
  | { readonly kind: 'other-report' }
  /** Not the same form: the cells of one are not those of the other. */
  | { readonly kind: 'other-form' }
  | {
      readonly kind: 'compared';
      /** Cells that both have. */
      readonly cells: number;
      readonly differences: readonly Difference[];
      /** Cells that only one of the two could be read of. */
      readonly unread: number;
    };

type Compared = Pick<Outcome, 'organ' | 'year' | 'form' | 'facts'>;

export function compareNumbers(page: Compared, attachment: Compared): NumbersCompared {
  if (differs(page.organ, attachment.organ) || differs(page.year, attachment.year)) return { kind: 'other-report' };
  if (page.form !== attachment.form) return { kind: 'other-form' };
  const differences: Difference[] = [];
  let cells = 0;
  let unread = 0;
  for (const [cell, own] of Object.entries(page.facts)) {
    const other = attachment.facts[cell];
    if (other === undefined || own.state === 'missing' || other.state === 'missing' || own.unit !== other.unit) {
      unread += own.state === 'missing' && other?.state === 'missing' ? 0 : 1;
      continue;
    }
    cells += 1;
    if (!same(own, other)) differences.push({ cell, page: own.raw.trim(), attachment: other.raw.trim() });
  }
  return { kind: 'compared', cells, differences, unread };
}

/** Organs are written in full on one side and short on the other: only where both end otherwise are they two. */
function differs(a: string | number | null, b: string | number | null): boolean {
  if (a === null || b === null || a === b) return false;
  if (typeof a === 'number' || typeof b === 'number') return true;
  return !a.endsWith(b) && !b.endsWith(a);
}

/** An empty cell and a nought are one number, which the form wants written as 0. */
function same(a: Fact, b: Fact): boolean {
  const value = (fact: Fact): number | null => (isEmpty(fact) ? 0 : fact.value);
  const [one, other] = [value(a), value(b)];
  return one === null || other === null ? a.raw.trim() === b.raw.trim() : one === other;
}
