/** 复核意见 in the store: added, read, never changed and never removed. */
import { type Opinion, opinionSchema } from '../../core/exchange/schema';
import type { Result } from '../../core/index';
import { attempt, type StorageFailure } from './attempt';
import { database } from './database';
import { randomId } from './random-id';

/** What a person says; id, counter are given on the way in. */
export type NewOpinion = Omit<Opinion, 'id' | 'counter'>;

export interface OpinionList {
  readonly opinions: readonly Opinion[];
  /** Rows that no longer fit their schema. */
  readonly unreadable: number;
}

/** Adds words said together, in their order. The counter goes beyond all that this store has seen. */
export function addOpinions(words: readonly NewOpinion[]): Promise<Result<readonly Opinion[], StorageFailure>> {
  return attempt(() =>
    database.transaction('rw', database.opinions, async () => {
      const last = await lastCounter();
      const opinions = words.map((word, index): Opinion => ({ ...word, id: randomId(), counter: last + 1 + index }));
      // Guarded on the way in, too: what could not be read back would be lost without a word.
      for (const opinion of opinions) opinionSchema.parse(opinion);
      await database.opinions.bulkAdd(opinions);
      return opinions;
    }),
  );
}

export async function addOpinion(word: NewOpinion): Promise<Result<Opinion, StorageFailure>> {
  const added = await addOpinions([word]);
  if (!added.ok) return added;
  const opinion = added.value[0];
  return opinion === undefined
    ? { ok: false, error: { code: 'other', reason: 'nothing was added' } }
    : { ok: true, value: opinion };
}

async function lastCounter(): Promise<number> {
  const keys = await database.opinions.orderBy('counter').reverse().limit(1).keys();
  return typeof keys[0] === 'number' ? keys[0] : 0;
}

/** All words on these findings. */
export async function opinionsOf(findings: readonly string[]): Promise<OpinionList> {
  return guard(
    await database.opinions
      .where('finding')
      .anyOf([...findings])
      .toArray(),
  );
}

export async function allOpinions(): Promise<OpinionList> {
  return guard(await database.opinions.toArray());
}

function guard(rows: readonly unknown[]): OpinionList {
  const opinions = rows.flatMap((row) => {
    const opinion = opinionSchema.safeParse(row);
    return opinion.success ? [opinion.data] : [];
  });
  return { opinions, unreadable: rows.length - opinions.length };
}
