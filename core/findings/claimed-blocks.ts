import type { Outcome } from '../outcome';

/** Blocks of tables that were read by a form, or are further copies of such. */
export function claimedBlocks({ facts, further }: Pick<Outcome, 'facts' | 'further'>): ReadonlySet<number> {
  const blocks = new Set(further.map(({ block }) => block));
  for (const { place } of Object.values(facts)) if (place !== null) blocks.add(place.block);
  return blocks;
}
