/** 问题: what a rule says of a report. Numbers and ids only; sentences are made by `explain`. */
import type { Place } from '../document/document';
import type { CellId } from '../forms/form';

export type Severity = 'error' | 'warning' | 'info';

/** One relation that does not hold, with the page's own numbers. */
export interface RelationFailure {
  readonly id: string;
  readonly at: string;
  readonly left: number;
  readonly right: number;
  /** left − right. */
  readonly difference: number;
}

/** A cell, the value it has (null: empty) and the value that would make the sums agree. */
export interface Change {
  readonly cell: CellId;
  readonly value: number | null;
  readonly expected: number;
}

export type FindingData = Readonly<Record<string, string | number | null>>;

export interface Finding {
  /** Holds neither place nor value, so a dismissal survives re-publication. */
  readonly fingerprint: string;
  readonly rule: string;
  readonly severity: Severity;
  readonly cells: readonly CellId[];
  readonly relations: readonly RelationFailure[];
  /** All minimal repairs and nothing else, best first; each is a set of cells to change together. */
  readonly repairs: readonly (readonly Change[])[];
  /** Union of the cells of all repairs. */
  readonly suspects: readonly Change[];
  readonly quote: string | null;
  readonly place: Place | null;
  /** What the message needs beside the fields above. */
  readonly data: FindingData;
}
