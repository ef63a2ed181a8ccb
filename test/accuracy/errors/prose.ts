/** Sentences that contradict the tables or themselves, pattern by pattern of the rule book. */

import { type Numbers, type Pattern, type Spoken, speak } from '../../support/generate/phrases';
import { SLOTS, type Slot } from '../../support/generate/prose/compose';
import type { Sample } from '../../support/generate/report';
import type { Random } from '../../support/random';
import type { ErrorClass } from './error-class';

const TRIES = 12;

const NAMES: Readonly<Record<string, string>> = {
  N1: 'received',
  N2: 'carried in',
  N3: 'decided',
  N4: 'carried out',
  N5: 'all done',
  N6: 'outcomes',
  N7: 'applicants',
  N8: 'channels',
  N9: 'documents',
  N10: 'decisions',
  N11: 'fee',
  N12: 'disputes',
  N13: 'there was none',
  N14: 'shares',
  N15: 'parts of a whole',
  N16: 'information fee',
  N17: 'against last year',
};

export const PROSE: readonly ErrorClass[] = Object.entries(NAMES).map(([id, name]) => ({
  name: `prose ${id}: ${name}`,
  ...(id === 'N17' ? { across: true as const } : {}),
  plant(sample, random) {
    const places = Object.entries(SLOTS).flatMap(([slot, [patterns]]) =>
      [...new Set(patterns)].filter((pattern) => pattern.id === id).map((pattern) => [slot as Slot, pattern] as const),
    );
    for (const [slot, pattern] of random.shuffled(places)) {
      const found = contradiction(sample, pattern, random);
      if (found === null) continue;
      const { spoken, honest } = found;
      return { planted: { slot, spoken }, ...(honest === null ? {} : { honest }) };
    }
    return null;
  },
}));

interface Contradiction {
  readonly spoken: Spoken;
  /** Null where the report has nothing true to say there. */
  readonly honest: Spoken | null;
}

/** A sentence with the wrong number in it; null where the report gives none. */
function contradiction({ truth, habits }: Sample, pattern: Pattern, random: Random): Contradiction | null {
  const exact = { ...habits, rounded: 0 };
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const own = pattern.numbers(truth, random);
    if (own === null && pattern.denies !== true) return null;
    const wrong = pattern.wrong?.(own ?? {}, truth, random);
    if (wrong === null || wrong === undefined) continue;
    const template = random.pick(pattern.templates);
    const say = (numbers: Numbers): Spoken | null =>
      speak(pattern, template, numbers, truth, exact, random.fork(`attempt ${attempt}`));
    const spoken = say(wrong.numbers);
    if (spoken === null || (wrong.key !== '' && !spoken.uses.includes(wrong.key))) continue;
    return { spoken, honest: own === null ? null : say(own) };
  }
  return null;
}
