/** What `npm run accuracy` runs. */
import { compare, type Floors, raised } from './floors';
import { measureCorrect, measureErrors } from './measure';
import { quietText, tableOf } from './print';
import { CORRECT, PER_CLASS } from './sizes';

export interface Run {
  readonly text: string;
  readonly below: readonly string[];
  readonly above: readonly string[];
  readonly raised: Floors;
}

/** `times` as many cases as the floors hold for; they are compared only where it is 1. */
export function run(times: number, floors: Floors): Run {
  const quiet = measureCorrect(times * CORRECT);
  const errors = measureErrors(times * PER_CLASS);
  const missed = errors.flatMap(({ name, missed: seeds }) =>
    seeds.length === 0 ? [] : [`not found: ${name}: ${seeds.slice(0, 5).join('; ')}`],
  );
  return {
    text: [quietText(quiet), '', tableOf(errors), '', ...missed].join('\n'),
    ...compare([quiet, ...errors], floors),
    raised: raised([quiet, ...errors], floors),
  };
}
