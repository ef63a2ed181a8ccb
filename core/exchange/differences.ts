/** Where what comes in says otherwise than what is here: both words, and which of them stands when they are merged. */
import { inOrder } from '../findings/opinions';
import type { Opinion } from './schema';

export interface Difference {
  readonly subject: string;
  readonly here: Opinion;
  readonly theirs: Opinion;
  /** The later of the two; the other stays beside it. */
  readonly stands: 'here' | 'theirs';
}

/** By subject: the last status, or the last version of a finding, form or checklist of one's own. */
export function differencesOf(here: readonly Opinion[], fresh: readonly Opinion[]): Difference[] {
  const mine = lastWords(here);
  return [...lastWords(fresh)].flatMap(([key, theirs]) => {
    const own = mine.get(key);
    if (own === undefined || own.value === theirs.value) return [];
    const stands = inOrder([own, theirs]).at(-1) === own ? 'here' : 'theirs';
    return [{ subject: own.finding, here: own, theirs, stands }];
  });
}

/** What each person said last of one finding, where it is not what stands. Latest first. */
export function dissentOf(words: readonly Opinion[]): Opinion[] {
  const byAuthor = new Map<string, Opinion>();
  const ordered = inOrder(words).filter(({ field }) => field === 'status');
  for (const word of ordered) byAuthor.set(word.author, word);
  const stands = ordered.at(-1);
  return [...byAuthor.values()]
    .filter(({ value, against }) => value !== stands?.value && value !== 'open' && against === stands?.against)
    .reverse();
}

/** A counter may be ahead by what a large office says in years; beyond that somebody made it up. */
const LEAP = 1_000_000;

/**
 * Words whose counter or clock is far ahead of everything here: they would stand above what others said. `last`: the
 * largest counter here. `tomorrow`: ISO 8601, UTC; a clock may be a day ahead.
 */
export function farAhead(fresh: readonly Opinion[], last: number, tomorrow: string): number {
  const limit = last + fresh.length + LEAP;
  return fresh.filter(({ counter, at }) => counter > limit || at > tomorrow).length;
}

function lastWords(words: readonly Opinion[]): Map<string, Opinion> {
  const last = new Map<string, Opinion>();
  for (const word of inOrder(words))
    if (word.field === 'status' || word.field === 'own') last.set(JSON.stringify([word.finding, word.field]), word);
  return last;
}
