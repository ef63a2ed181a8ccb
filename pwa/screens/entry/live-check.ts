/** What the sums say while somebody types. The same core judges; a sum that waits for cells is no error yet. Pure. */
import { type CellId, check, type Form, type Outcome, type RelationResult } from '../../../core/index';
import type { Entry } from '../../db/entries';
import { documentOfEntry } from './entry-document';

/** `open`: the cells still to come can make it right. */
export type SumState = 'fails' | 'open' | 'holds';

export interface LiveSum {
  readonly result: RelationResult;
  readonly state: SumState;
  /** Cells with nothing in them. */
  readonly missing: readonly CellId[];
}

export interface LiveCheck {
  readonly outcome: Outcome;
  readonly sums: readonly LiveSum[];
  readonly counts: Readonly<Record<SumState, number>>;
  /** What a cell should be, where failing sums agree on it and wait for nothing. */
  readonly suspects: ReadonlyMap<CellId, number>;
}

export function checkLive(entry: Entry, form: Form): LiveCheck {
  const outcome = check(documentOfEntry(entry, form));
  const isTyped = (cell: CellId): boolean => (entry.cells[cell] ?? '').trim() !== '';
  const sums = outcome.relations.map((result) => liveSum(result, isTyped));
  const counts = { fails: 0, open: 0, holds: 0 };
  for (const { state } of sums) counts[state] += 1;
  return { outcome, sums, counts, suspects: suspectsOf(outcome, sums, isTyped) };
}

function liveSum(result: RelationResult, isTyped: (cell: CellId) => boolean): LiveSum {
  const { left, right } = result.relation;
  const missing = [...left, ...right].filter((cell) => !isTyped(cell));
  return { result, state: stateOf(result, isTyped), missing };
}

function stateOf({ relation, state, left, difference }: RelationResult, isTyped: (cell: CellId) => boolean): SumState {
  // Nothing makes nothing, before anything was typed into the rest.
  const isWhole = [...relation.left, ...relation.right].every(isTyped);
  if (state === 'consistent') return isWhole || left !== 0 ? 'holds' : 'open';
  if (state !== 'inconsistent' || difference === null) return 'open';
  // No count is below zero: only a blank on the smaller side can make it up.
  const smaller = difference > 0 ? relation.right : relation.left;
  return smaller.every(isTyped) ? 'fails' : 'open';
}

function suspectsOf(
  { findings }: Outcome,
  sums: readonly LiveSum[],
  isTyped: (cell: CellId) => boolean,
): Map<CellId, number> {
  const failing = new Set(
    sums.filter(({ state }) => state === 'fails').map(({ result: { relation } }) => `${relation.id}@${relation.at}`),
  );
  const changes = findings
    .filter(({ relations }) => relations.length > 0 && relations.every(({ id, at }) => failing.has(`${id}@${at}`)))
    .flatMap(({ suspects }) => suspects);
  return new Map(changes.filter(({ cell }) => isTyped(cell)).map(({ cell, expected }) => [cell, expected]));
}
