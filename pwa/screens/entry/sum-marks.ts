/** What the sums say of each cell. */
import type { CellId } from '../../../core/index';
import type { LiveCheck, SumState } from './live-check';

/** The worst of its sums; `open` is no mark. */
export type CellMark = Exclude<SumState, 'open'>;

/** A cell holds when all its sums do. */
export function marksOf({ sums }: LiveCheck): ReadonlyMap<CellId, CellMark> {
  const worst = new Map<CellId, SumState>();
  for (const { result, state } of sums)
    for (const cell of [...result.relation.left, ...result.relation.right])
      worst.set(cell, worse(worst.get(cell), state));
  return new Map([...worst].flatMap(([cell, state]) => (state === 'open' ? [] : [[cell, state] as const])));
}

const ORDER: readonly SumState[] = ['fails', 'open', 'holds'];

function worse(a: SumState | undefined, b: SumState): SumState {
  return a !== undefined && ORDER.indexOf(a) < ORDER.indexOf(b) ? a : b;
}
