/** 勾稽关系: an equation between cell ids, and what became of it on one report. */

export interface Relation {
  readonly id: string;
  /** Which instance: the row, column or group it is stated for. */
  readonly at: string;
  /** Sum of the left cells = sum of the right cells. */
  readonly left: readonly string[];
  readonly right: readonly string[];
  /** The rule that reports it. */
  readonly rule: string;
}

/**
 * `notApplicable`: every cell is empty. `unchecked`: some cell was not read, a total is empty, or the sum only lacks a
 * number that stands in a row or column of the page and not of the form.
 */
export type RelationState = 'consistent' | 'inconsistent' | 'unchecked' | 'notApplicable';

export type UncheckedReason = 'cell-missing' | 'cell-not-a-number' | 'total-blank' | 'number-unclaimed';

export interface RelationResult {
  readonly relation: Relation;
  readonly state: RelationState;
  /** Why, where the state is `unchecked`. */
  readonly reason: UncheckedReason | null;
  /** Sums of both sides, empty cells as 0; null where unchecked or not applicable. */
  readonly left: number | null;
  readonly right: number | null;
  /** left − right. */
  readonly difference: number | null;
}

/** `applicants-sum@granted`: one instance of a relation, unique within a form. */
export function relationKey(relation: Relation): string {
  return `${relation.id}@${relation.at}`;
}
