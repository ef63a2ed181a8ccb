/** How a cell of a redrawn table is marked: what the chosen finding suspects, what its sums touch, what others suspect. */
import type { CellId, Finding } from '../../core/index';

export interface Mark {
  readonly kind: 'suspect' | 'part' | 'other' | 'none';
  readonly expected: number | null;
}

export const NONE: Mark = { kind: 'none', expected: null };
export const OTHER: Mark = { kind: 'other', expected: null };

export function marksOf(finding: Finding | null, parts: ReadonlySet<CellId> | undefined): ReadonlyMap<CellId, Mark> {
  const marks = new Map<CellId, Mark>();
  if (finding === null) return marks;
  for (const cell of [...finding.cells, ...(parts ?? [])]) marks.set(cell, { kind: 'part', expected: null });
  // Where a sum is not at stake the cells themselves are what is wrong.
  if (finding.relations.length === 0 && finding.severity === 'error')
    for (const cell of finding.cells) marks.set(cell, { kind: 'suspect', expected: null });
  for (const change of finding.suspects) marks.set(change.cell, { kind: 'suspect', expected: change.expected });
  return marks;
}
