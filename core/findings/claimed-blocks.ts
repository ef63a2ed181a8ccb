import { gather } from '../document/gather';
import type { Outcome } from '../outcome';

/** Blocks of tables that were read by a form, or are further copies of such. */
export function claimedBlocks({ facts, further }: Pick<Outcome, 'facts' | 'further'>): ReadonlySet<number> {
  const blocks = gather(Object.values(facts), ({ place }) => (place === null ? [] : [place.block]));
  return new Set([...blocks, ...further.map(({ block }) => block)]);
}
