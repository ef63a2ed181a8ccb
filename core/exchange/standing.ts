/** Words that say what they were made from, as those on shared checklists do: which of them stand. */
import { digest } from '../findings/fingerprint';
import type { Opinion } from './schema';

/** Of all that was said, so that nobody can take another's place. */
export function markOf({ finding, against, value, author, at, counter }: Opinion): string {
  return digest(JSON.stringify([finding, against, value, author, at, counter]));
}

/** Of the words on one subject, in order, those that no other was made from. Last first. */
export function standing(said: readonly Opinion[]): Opinion[] {
  if (said.length < 2) return [...said];
  const replaced = new Set(said.flatMap(({ against }) => against.split(' ')));
  const last = said.filter((word) => !replaced.has(markOf(word)));
  // Forged words may name each other in a ring: then the last one stands.
  return (last.length > 0 ? last : said.slice(-1)).reverse();
}
