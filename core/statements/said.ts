/** 说法: what a number or a clause says, as cells of the tables that it may mean. */
import type { StatementReading, StatementSubject } from './statement';

export interface Said {
  readonly subject: StatementSubject;
  readonly words: string;
  readonly readings: readonly StatementReading[];
}

/** A clause may say two things: 行政诉讼1件，结果维持. */
export type SaidAll = Said & { readonly also: readonly Said[] };

export function one(said: Said | null): SaidAll | null {
  return said === null ? null : { ...said, also: [said] };
}

/** Said in a clause, at its characters from `at` on. */
export interface Found {
  readonly said: Said & { readonly doubtful?: true };
  readonly at: number;
  readonly length: number;
}

export function sum(...plus: readonly string[]): StatementReading {
  return { plus, minus: [] };
}

export function total(row: string): string {
  return `applications.${row}.total`;
}

export function zeroOf(subject: Said['subject'], words: string, reading: StatementReading): Said {
  return { subject, words, readings: [reading] };
}
