/**
 * 合并: what two stores know of people's words, as one. The union of sets, so it is the same in whatever order and however
 * often it is done. A word is known by its id and all that it says: where somebody sends another word under an id that is
 * taken, by a slip or on purpose, both are kept, the later comer under a name of its own.
 */
import type { Opinion } from './schema';
import { sha256OfText } from './sha256';

export interface NewWords {
  /** To be added, under the ids to keep them by. */
  readonly fresh: readonly Opinion[];
  readonly known: number;
  /** Of the fresh ones: their id was taken by another word. */
  readonly disputed: number;
}

/** `taken`: ids in use here, also those of rows that cannot be read. */
export function newWords(here: readonly Opinion[], taken: ReadonlySet<string>, incoming: readonly Opinion[]): NewWords {
  const ids = new Set(taken);
  const keys = new Set(here.map(wordKey));
  const fresh: Opinion[] = [];
  let known = 0;
  let disputed = 0;
  for (const word of incoming) {
    const key = wordKey(word);
    if (keys.has(key)) {
      known += 1;
      continue;
    }
    keys.add(key);
    const first = firstId(word);
    // One that only looks like a second name would take the place of the word it belongs to.
    const isTaken = ids.has(first) || VARIANT.test(first);
    const id = isTaken ? `${first}${MARK}${hashOf(key)}` : first;
    if (isTaken) disputed += 1;
    ids.add(id);
    fresh.push({ ...word, id });
  }
  return { fresh, known, disputed };
}

/** The same for the same word in every store, whatever id it had to take there. */
export function wordKey(word: Opinion): string {
  return keyUnder(firstId(word), word);
}

const MARK = '~';
const VARIANT = /^(.*)~([0-9a-f]{32})$/s;

/** The id that the word was given; one that only looks like a second name is itself. */
export function firstId(word: Opinion): string {
  const [, first = '', hash = ''] = VARIANT.exec(word.id) ?? [];
  return hash !== '' && hashOf(keyUnder(first, word)) === hash ? first : word.id;
}

function keyUnder(id: string, { finding, against, field, value, author, at, counter }: Opinion): string {
  return JSON.stringify([id, finding, against, field, value, author, at, counter]);
}

function hashOf(key: string): string {
  return sha256OfText(key).slice(0, 32);
}
