/** Words that say what something of people's own is; those on shared checklists also say what they were made from. */
import { digest } from '../findings/fingerprint';
import { inOrder } from '../findings/opinions';
import type { Opinion } from './schema';

/** Of each subject that begins so all that was said it is, in order. */
export function ownWords(opinions: readonly Opinion[], begin: string): ReadonlyMap<string, readonly Opinion[]> {
  const words = new Map<string, Opinion[]>();
  for (const word of inOrder(opinions.filter(({ finding, field }) => field === 'own' && finding.startsWith(begin)))) {
    const same = words.get(word.finding);
    if (same === undefined) words.set(word.finding, [word]);
    else same.push(word);
  }
  return words;
}

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
