/** Orders what explains a finding equally well. Ties are all kept: only their order says which is likelier. */
import { gather } from '../document/gather';
import type { CellId } from '../forms/form';
import type { Change, Operation } from '../rules/finding';
import type { Evidence } from './evidence';
import { likelihood, slipOf } from './likelihood';
import { resultOf } from './operations';

export interface Ranked {
  readonly repairs: readonly (readonly Change[])[];
  /** How many of the first the evidence speaks for, where it does not speak for all alike; else 0. */
  readonly favoured: number;
}

/** By the evidence, then by what one slip explains, then by the slips of the single cells, then as found. */
export function rankRepairs(
  repairs: readonly (readonly Change[])[],
  evidence: Evidence,
  operations: readonly Operation[],
): Ranked {
  if (repairs.length < 2) return { repairs, favoured: 0 };
  const explained = new Set(operations.map(({ changes }) => resultOf(changes)));
  const scored = repairs.map((repair, index) => ({
    repair,
    index,
    spoken: evidence(repair),
    explained: explained.has(resultOf(repair)) ? 1 : 0,
    likely: likelihoodOf(repair),
  }));
  scored.sort((a, b) => b.spoken - a.spoken || b.explained - a.explained || b.likely - a.likely || a.index - b.index);
  const best = scored[0]?.spoken ?? 0;
  const leading = scored.filter(({ spoken }) => spoken === best).length;
  return { repairs: scored.map(({ repair }) => repair), favoured: leading < repairs.length ? leading : 0 };
}

function likelihoodOf(repair: readonly Change[]): number {
  const recomputed = recomputedFrom(repair);
  // The total only followed: what it says of itself is no slip.
  if (recomputed !== null) return 2 * likelihood(recomputed);
  return repair.reduce((sum, change) => sum + likelihood(change), 0);
}

/** The slips of single repairs, best first, as these are ranked. */
export function slipsOf(repairs: readonly (readonly Change[])[]): Operation[] {
  const slips = gather(repairs, (repair): Operation[] => {
    const [change, ...more] = repair;
    if (change === undefined) return [];
    const slip = slipOf(change);
    if (more.length === 0) return slip === null ? [] : [{ kind: slip, changes: repair }];
    const source = recomputedFrom(repair);
    if (source === null || (repairs.length > 1 && slipOf(source) === null)) return [];
    return [{ kind: 'total-recomputed', changes: [source, ...repair.filter((each) => each !== source)] }];
  });
  return slips;
}

/** The cell from which the other one, its total, was added up; null where the two are not such a pair. */
export function recomputedFrom(repair: readonly Change[]): Change | null {
  const [one, other] = repair;
  if (one === undefined || other === undefined || repair.length !== 2) return null;
  if (one.expected - (one.value ?? 0) !== other.expected - (other.value ?? 0)) return null;
  if (isTotalOf(other.cell, one.cell)) return one;
  return isTotalOf(one.cell, other.cell) ? other : null;
}

/** The total column of its row, or the row of totals of its column. */
function isTotalOf(total: CellId, cell: CellId): boolean {
  const [totalRow, totalColumn] = partsOf(total);
  const [row, column] = partsOf(cell);
  if (totalRow === row) return totalColumn === 'total';
  return totalColumn === column && totalRow.endsWith('.decided');
}

function partsOf(cell: CellId): readonly [string, string] {
  const at = cell.lastIndexOf('.');
  return [cell.slice(0, at), cell.slice(at + 1)];
}
