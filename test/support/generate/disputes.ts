/** Table four: reviews and lawsuits by how they ended. */
import type { CellId } from '../../../core/index';
import type { Random } from '../random';
import type { Scale } from './organs';

const GROUPS = ['review', 'lawsuit.direct', 'lawsuit.afterReview'] as const;
const RESULTS = ['upheld', 'corrected', 'otherResult', 'pending'] as const;
const MOST: Readonly<Record<Scale, number>> = { none: 1, tiny: 1, small: 4, middle: 20, large: 150, huge: 900 };

export function disputeCells(random: Random, scale: Scale): [CellId, number][] {
  return GROUPS.flatMap((group): [CellId, number][] => {
    const quiet = random.chance(scale === 'none' || scale === 'tiny' ? 0.85 : 0.35);
    const values = RESULTS.map((result) =>
      quiet || random.chance(result === 'upheld' ? 0.2 : 0.55)
        ? 0
        : random.int(0, result === 'upheld' ? MOST[scale] : Math.ceil(MOST[scale] / 3)),
    );
    const total = values.reduce((sum, value) => sum + value, 0);
    return [...RESULTS, 'total'].map((result, at) => [`disputes.${group}.${result}`, values[at] ?? total]);
  });
}
