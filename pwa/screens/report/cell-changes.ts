/** Two reports cell by cell: last year’s and this one, or the page before it was published again and after. Pure. */
import { type CellId, type Fact, type FormTable, isEmpty, type Outcome, tablesOf } from '../../../core/index';

/** `other`: differs, and not by a number: a word, a blank for a dash. `absent`: in neither. */
export type ChangeKind = 'same' | 'more' | 'less' | 'only-before' | 'only-now' | 'other' | 'absent';

export interface CellChange {
  readonly cell: CellId;
  readonly before: string | null;
  readonly now: string | null;
  readonly kind: ChangeKind;
  /** Null where it is no matter of numbers. */
  readonly difference: number | null;
}

export interface TableChanges {
  readonly table: FormTable;
  readonly cells: readonly CellChange[];
}

/** By the meaning of cells: what the two forms have in common stands beside each other, wherever it was printed. */
export function changesBetween(before: Outcome, now: Outcome): readonly TableChanges[] {
  return tablesOf(now).map((table) => ({
    table,
    cells: table.rows
      .flatMap((row) => row.cells.map(({ id }) => changeOf(id, before.facts[id], now.facts[id])))
      .filter(({ kind }) => kind !== 'absent'),
  }));
}

function changeOf(cell: CellId, before: Fact | undefined, now: Fact | undefined): CellChange {
  const [was, is] = [rawOf(before), rawOf(now)];
  const change = { cell, before: was, now: is };
  if (was === null && is === null) return { ...change, kind: 'absent', difference: null };
  if (was === null) return { ...change, kind: 'only-now', difference: null };
  if (is === null) return { ...change, kind: 'only-before', difference: null };
  const [from, to] = [numberOf(before), numberOf(now)];
  if (from === null || to === null) return { ...change, kind: was === is ? 'same' : 'other', difference: null };
  // Amounts have decimals: rounded to what any of them is printed with. No verdict rests on it.
  const difference = Number((to - from).toFixed(6));
  if (difference === 0) return { ...change, kind: 'same', difference: 0 };
  return { ...change, kind: difference > 0 ? 'more' : 'less', difference };
}

function rawOf(fact: Fact | undefined): string | null {
  return fact === undefined || fact.state === 'missing' ? null : fact.raw.trim();
}

/** Blank and dash are 0, as in the sums. */
function numberOf(fact: Fact | undefined): number | null {
  if (fact === undefined) return null;
  return isEmpty(fact) ? 0 : fact.value;
}
