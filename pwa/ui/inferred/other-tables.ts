import { claimedBlocks, type Document, type Outcome } from '../../../core/index';

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
