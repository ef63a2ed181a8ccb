/** Random histories of stores that say words and pass them on, from a seed: some clocks are years apart, some words are forged. */
import { newWords } from '../../core/exchange/merge';
import { COUNTER_LIMIT } from '../../core/exchange/review';
import type { Opinion } from '../../core/exchange/schema';
import type { Random } from './random';

export type Store = readonly Opinion[];

const SUBJECTS = ['f1', 'f2', '["form","a"]', '["checklist","c"]'] as const;
const STATUSES = ['open', 'confirmed', 'fixed', 'dismissed', 'deferred'] as const;

export function union(here: Store, incoming: Store): Store {
  return [...here, ...newWords(here, new Set(here.map(({ id }) => id)), incoming).fresh];
}

/** A word that somebody says who has seen all of `store`. */
export function word(random: Random, store: Store, author: string): Opinion {
  const finding = random.pick(SUBJECTS);
  const isOwn = finding.startsWith('[');
  return {
    id: random.int(0, 2 ** 31).toString(16),
    finding,
    against: random.pick(['v1', 'v2']),
    field: isOwn ? 'own' : random.pick(['status', 'reason', 'note'] as const),
    value: isOwn ? `${random.int(1, 4)}` : random.pick(STATUSES),
    author,
    at: new Date(Date.UTC(random.int(1980, 2090), random.int(0, 11), random.int(1, 28))).toISOString(),
    counter: Math.min(COUNTER_LIMIT, 1 + store.reduce((most, { counter }) => Math.max(most, counter), 0)),
  };
}

/** Somebody else's word told otherwise, under its own id; or one of the forger's own, as far ahead as can be. */
export function forged(random: Random, store: Store): Opinion {
  const own = { ...word(random, store, '伪'), counter: random.pick([0, 1, 999_999_999_999, 1e12]) };
  if (store.length === 0 || random.chance(0.4)) return own;
  const other = random.pick(store);
  // All the same but for what it says: only the order that is settled last tells them apart.
  if (random.chance(0.5)) return { ...other, value: random.pick(STATUSES) };
  return { ...own, id: random.chance(0.8) ? other.id : `${other.id}~${'0'.repeat(32)}` };
}

/** Some stores after some steps, which they took apart and now and then together. */
export function histories(random: Random, options: { forge: boolean }): Store[] {
  const stores: Store[] = ['王', '李', '张'].map(() => []);
  const authors = ['王', '李', '张'];
  for (let step = random.int(4, 24); step > 0; step--) {
    const at = random.int(0, stores.length - 1);
    const here = stores[at] ?? [];
    const other = random.pick(stores);
    if (options.forge && random.chance(0.25)) stores[at] = union(here, [forged(random, here)]);
    else if (random.chance(0.6)) stores[at] = union(here, [word(random, here, authors[at] ?? '')]);
    else stores[at] = union(here, random.shuffled(other).slice(0, random.int(0, other.length)));
  }
  return stores;
}
