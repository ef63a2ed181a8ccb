/** 表述: a number that the prose states about the report's own tables, with everything it may admissibly mean. */
import type { Passage } from './passage';

/**
 * A cell id, or a cell id with `*` for one part of it: `applications.refused.*.total` is every reason of refusal.
 * Prose knows no form; whoever compares resolves the pattern against the tables that were found.
 */
export type CellPattern = string;

/** One thing the sentence may mean: the sum of these cells, less the sum of those. */
export interface StatementReading {
  readonly plus: readonly CellPattern[];
  readonly minus: readonly CellPattern[];
}

/** A number of the prose, closed interval: 余, 约 and 近 widen it, the last digit of a decimal bounds it. */
export interface Amount {
  readonly low: number;
  readonly high: number;
  /** As written, without white space: 1.8万余 */
  readonly raw: string;
  /** 件, 条, 元, 万元, % …; empty where none follows. */
  readonly unit: string;
  /** Half-open range in `passage.text`, unit included. */
  readonly start: number;
  readonly end: number;
}

/** What the number is said to count; each has its rule. */
export type StatementSubject =
  | 'received'
  | 'carriedIn'
  | 'decided'
  | 'carriedOut'
  | 'outcome'
  | 'applicant'
  | 'normativeDocument'
  | 'enforcement'
  | 'fee'
  | 'dispute';

export interface Statement {
  readonly subject: StatementSubject;
  /** The words of the sentence for what is counted: 不予公开. */
  readonly words: string;
  readonly amount: Amount;
  /** It fails only if none of these fits. Never empty. */
  readonly readings: readonly StatementReading[];
  /** It is said that there is none: 未收到, 0 件, 无. */
  readonly none: boolean;
  /** That there was none may be said of something else: no error rests on it. */
  readonly doubtful?: true;
  /** Fees said of a wider or narrower circle than the report's: only their digits are evidence. */
  readonly elsewhere?: true;
  readonly passage: Passage;
  /** Half-open range in `passage.text` of the clause it stands in. */
  readonly start: number;
  readonly end: number;
}
