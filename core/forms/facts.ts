/** 数据: the value of one cell id in one report. */
import type { Place } from '../document/document';

/** `dash` also covers 无 and 不涉及; `missing`: the page has no such cell, or it could not be told which it is. */
export type FactState = 'number' | 'blank' | 'dash' | 'text' | 'missing';

export interface Fact {
  /** As printed. Empty where missing. */
  readonly raw: string;
  /** Null unless the state is `number`. Exact: at most 15 significant digits. */
  readonly value: number | null;
  readonly unit?: string;
  /** A word or unit stood beside the number in the cell. */
  readonly mixed?: true;
  readonly state: FactState;
  readonly place: Place | null;
}

export const MISSING: Fact = { raw: '', value: null, state: 'missing', place: null };

/** Read, and empty: counts as 0 in a sum. */
export function isEmpty(fact: Fact): boolean {
  return fact.state === 'blank' || fact.state === 'dash';
}
