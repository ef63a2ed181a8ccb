/** What `npm run accuracy` runs. */
import { compare, type Floors, raised } from './floors';
import { measureCorrect, measureErrors, type Selection } from './measure';
import { quietText, tableOf } from './print';
import { CORRECT, PER_CLASS } from './sizes';

export interface Run {
  readonly text: string;
  readonly below: readonly string[];
  readonly above: readonly string[];
  readonly raised: Floors;
}

/** `times` as many cases as the floors hold for; they mean something only where it is 1 and nothing is selected. */
export function run(times: number, selection: Selection, floors: Floors): Run {
  const quiet = selection.only === '' ? [measureCorrect(times * CORRECT, selection)] : [];
  const errors = measureErrors(times * PER_CLASS, selection);
  const missed = errors.flatMap(({ name, missed: seeds }) =>
    seeds.length === 0 ? [] : [`not found: ${name}: ${seeds.slice(0, 5).join('; ')}`],
  );
  const measured = [...quiet, ...errors];
  return {
    text: [...quiet.map(quietText), '', tableOf(errors), '', ...missed].join('\n'),
    ...compare(measured, floors),
    raised: raised(measured, floors),
  };
}
