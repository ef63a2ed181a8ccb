/** Which tables evidence is sealed of: those that a number was read from, in page order. One split in two is two. Pure. */
import type { Document, Outcome } from '../../core/index';

export function tableBlocks(document: Document, { facts }: Pick<Outcome, 'facts'>): readonly number[] {
  const blocks = new Set(Object.values(facts).flatMap(({ place }) => place?.block ?? []));
  return [...blocks].filter((block) => document.blocks[block]?.kind === 'table').sort((a, b) => a - b);
}
