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

/** What the pen or keyboard did to the number of one cell. */
export type Slip = 'sign' | 'unit' | 'transposed' | 'digit-lost' | 'digit-added' | 'digit-wrong' | 'left-empty';

/** `total-recomputed`: a cell is wrong, and its total was added up from it. */
export type OperationKind =
  | Slip
  | 'total-recomputed'
  | 'cells-swapped'
  | 'rows-swapped'
  | 'row-shifted-left'
  | 'row-shifted-right'
  | 'column-shifted-up'
  | 'column-shifted-down';

/**
 * 操作: one thing somebody did that explains all failing relations of a finding. Its changes undo it; a shift may take
 * more cells than the smallest repair has.
 */
export interface Operation {
  readonly kind: OperationKind;
  readonly changes: readonly Change[];
}

export type FindingData = Readonly<Record<string, string | number | null>>;

export interface Finding {
  /** Holds neither place nor value, so a dismissal survives re-publication. */
  readonly fingerprint: string;
  readonly rule: string;
  readonly severity: Severity;
  readonly cells: readonly CellId[];
  readonly relations: readonly RelationFailure[];
  /**
   * All minimal repairs and nothing else, best first; each is a set of cells to change together. Empty where the
   * failing relations take more cells than are searched for, or the budget was used up.
   */
  readonly repairs: readonly (readonly Change[])[];
  /** How many of the first repairs the prose or last year’s report speaks for; absent where they decide nothing. */
  readonly favoured?: number;
  /** Slips that explain the finding, best first; absent where none is known. More than one: it may be any of them. */
  readonly operations?: readonly Operation[];
  /** Union of the cells of all repairs; of all operations where there is no repair. */
  readonly suspects: readonly Change[];
  readonly quote: string | null;
  readonly place: Place | null;
  /** What the message needs beside the fields above. */
  readonly data: FindingData;
}
