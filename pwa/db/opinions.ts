/** 复核意见 in the store: added, read, never changed and never removed. */

import { RULES_BEGIN, subjectOf, subjectsBegin } from '../../core/exchange/own-finding';
import { COUNTER_LIMIT } from '../../core/exchange/review';
import { type Opinion, opinionSchema } from '../../core/exchange/schema';
import type { Outcome, Result } from '../../core/index';
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
      const opinions = words.map(
        (word, index): Opinion => ({ ...word, id: randomId(), counter: Math.min(last + 1 + index, COUNTER_LIMIT) }),
      );
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

/**
 * The largest there is room above for. A counter forged as large as can be shall neither bring counting to its end nor
 * keep anybody from having a later word: from there on time decides.
 */
async function lastCounter(): Promise<number> {
  const keys = await database.opinions.orderBy('counter').reverse().limit(1).keys();
  return typeof keys[0] === 'number' ? keys[0] : 0;
}

/** All words on these findings. */
export async function opinionsOf(findings: readonly string[]): Promise<OpinionList> {
  return guardOpinions(
    await database.opinions
      .where('finding')
      .anyOf([...findings])
      .toArray(),
  );
}

/** All that bears on a report: words on its findings, its cells and its rules, and findings of people's own. */
export async function opinionsOfReport(outcome: Outcome, source: string | null): Promise<OpinionList> {
  const organ = outcome.organ ?? source;
  const { opinions } = database;
  const rules = new Set(outcome.findings.map(({ rule }) => rule));
  const begins =
    organ === null ? [] : (['cell', 'own'] as const).map((each) => subjectsBegin(each, organ, outcome.year));
  const [own, wide, onRules] = await Promise.all([
    opinionsOf(outcome.findings.map(({ fingerprint }) => fingerprint)),
    begins.length === 0 ? [] : opinions.where('finding').startsWithAnyOf(begins).toArray(),
    opinions.where('finding').startsWith(RULES_BEGIN).toArray(),
  ]);
  const guarded = guardOpinions([...wide, ...onRules]);
  const concerns = ({ finding }: Opinion): boolean => {
    const subject = subjectOf(finding);
    return subject.scope !== 'rule' || (rules.has(subject.rule) && (subject.organ ?? organ) === organ);
  };
  return {
    opinions: [...own.opinions, ...guarded.opinions.filter(concerns)],
    unreadable: own.unreadable + guarded.unreadable,
  };
}

export async function allOpinions(): Promise<OpinionList> {
  return guardOpinions(await database.opinions.toArray());
}

export function guardOpinions(rows: readonly unknown[]): OpinionList {
  const opinions = rows.flatMap((row) => {
    const opinion = opinionSchema.safeParse(row);
    return opinion.success ? [opinion.data] : [];
  });
  return { opinions, unreadable: rows.length - opinions.length };
}
