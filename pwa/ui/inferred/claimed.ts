import type { Document, Outcome } from '../../../core/index';

/** Blocks of tables that were read by a form, or are further copies of such. */
export function claimedBlocks({ facts, further }: Pick<Outcome, 'facts' | 'further'>): ReadonlySet<number> {
  const blocks = Object.values(facts).flatMap(({ place }) => (place === null ? [] : [place.block]));
  return new Set([...blocks, ...further.map(({ block }) => block)]);
}

/** Fewer cells with digits are a layout or a list, not a table to add up. */
const LEAST_NUMBERS = 9;

/** Whether there is another table that could hold sums: asked often, so nothing is read of it. */
export function hasOtherTables({ blocks }: Document, outcome: Pick<Outcome, 'facts' | 'further'>): boolean {
  const claimed = claimedBlocks(outcome);
  return blocks.some((block, index) => {
    if (block.kind !== 'table' || claimed.has(index)) return false;
    let numbers = 0;
    for (const { cells } of block.rows)
      for (const { text } of cells) if (/^\s*[-−]?\d[\d,.]*\s*$/.test(text)) numbers++;
    return numbers >= LEAST_NUMBERS;
  });
}
