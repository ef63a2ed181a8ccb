/** 自定关系: a comparison of sums that a person has stated over cell ids, and what became of it on one report. */
import type { RelationState, UncheckedReason } from './relation';

/** The rule that reports what does not hold. */
export const OWN_RELATION = 'own-relation';

export const COMPARISONS = ['=', '≠', '≥', '≤', '>', '<'] as const;
export type Comparison = (typeof COMPARISONS)[number];

/** `coefficient` × the value of the cell; × 1 where the cell is null: a plain number. */
export interface OwnTerm {
  readonly coefficient: number;
  readonly cell: string | null;
  /** Of last year’s report. */
  readonly previous: boolean;
}

export interface StatedRelation {
  /** Names it by what it states, however it is written. */
  readonly key: string;
  readonly left: readonly OwnTerm[];
  readonly comparison: Comparison;
  readonly right: readonly OwnTerm[];
}

/** `no-previous`: last year’s report is not at hand. `not-understood`: its text names nothing, or too much, here. */
export type OwnUncheckedReason = UncheckedReason | 'no-previous' | 'not-understood';

export interface OwnRelationResult {
  /** As it stands in the checklist. */
  readonly text: string;
  readonly name: string | null;
  /** Null where the text was not understood for the form of this report. */
  readonly relation: StatedRelation | null;
  readonly state: RelationState;
  readonly reason: OwnUncheckedReason | null;
  /** Both sides, empty cells as 0; null where unchecked or not applicable. */
  readonly left: number | null;
  readonly right: number | null;
  /** left − right. */
  readonly difference: number | null;
}

export function statedRelation(
  left: readonly OwnTerm[],
  comparison: Comparison,
  right: readonly OwnTerm[],
): StatedRelation {
  return { key: `${keyOf(left)} ${comparison} ${keyOf(right)}`, left, comparison, right };
}

/** Sorted: the order in which a sum is written says nothing. */
function keyOf(terms: readonly OwnTerm[]): string {
  return terms
    .map(({ coefficient, cell, previous }) =>
      cell === null ? String(coefficient) : `${coefficient}*${previous ? 'previous:' : ''}${cell}`,
    )
    .sort()
    .join(' + ');
}

/** Does left − right satisfy the comparison? */
export function holds(difference: number, comparison: Comparison): boolean {
  switch (comparison) {
    case '=':
      return difference === 0;
    case '≠':
      return difference !== 0;
    case '≥':
      return difference >= 0;
    case '≤':
      return difference <= 0;
    case '>':
      return difference > 0;
    case '<':
      return difference < 0;
  }
}
