/** 差额: a column or row whose head says 增减, 结余, 较上年… is one number less another, line after line. */

import { rounding } from './pattern';
import { bestOf, type Line, nearby, type Searched } from './readings';

const DIFFERENCE =
  /差额|差值|之差|差(?:\n|$)|增减|增加额|减少额|增长额|增量|净增|净额|结余|余额|[较比]上[年月期季]|(?:^|\n)(?:net |total )?(?:balance|difference|change|surplus|deficit)(?:[^a-z]|$)/i;
/** By how much of it, not by how much. */
const RATE = /[%‰率占]|比[例重]|幅|倍|百分|per ?cent|rate|share/i;

/** Thousands: more is no rounding of what is counted. */
const LARGEST_STEP = 1000;

export function differencesAlong(searched: Searched): Line[] {
  return searched.labels.text.flatMap((text, position) =>
    DIFFERENCE.test(text) && !RATE.test(text) ? differencesAt(searched, position) : [],
  );
}

function differencesAt(searched: Searched, position: number): readonly Line[] {
  const near = nearby(searched.field, position);
  return bestOf(
    near.flatMap((from) => near.filter((less) => less !== from).map((less) => read(searched, position, from, less))),
  );
}

function read({ field, across }: Searched, position: number, from: number, less: number): Line[] {
  const { values, units, positions, one } = field;
  const step = stepOf(field, [position, from, less]);
  const lines: Line[] = [];
  let failing = 0;
  for (let line = 0; line < field.lines; line++) {
    const at = line * positions;
    const [result = Number.NaN, a = Number.NaN, b = Number.NaN] = [
      values[at + position],
      values[at + from],
      values[at + less],
    ];
    // Where one of them is 0 the other is repeated, which says nothing; an average or a share has no difference.
    if (Number.isNaN(result + a + b) || a === 0 || b === 0 || across.other[line] === true) continue;
    const unit = Math.min(units[at + position] ?? 1, units[at + from] ?? 1, units[at + less] ?? 1);
    const difference = result - (a - b);
    const holds = Math.abs(difference) <= rounding(unit, 2) && (difference === 0 || unit < Math.abs(result));
    // All printed in hundreds: one more or less is their rounding.
    if (!holds && Math.abs(difference) <= step) continue;
    if (!holds) failing++;
    lines.push({
      total: [line, position],
      parts: [
        [line, from],
        [line, less],
      ],
      holds,
      difference: difference / one,
    });
    if (failing > 2 && 2 * failing > lines.length) return [];
  }
  return lines;
}

/** The power of ten that all numbers of these positions are multiples of; 0 where it is none but one. */
function stepOf({ values, positions, lines, one }: Searched['field'], own: readonly number[]): number {
  let step = one * LARGEST_STEP;
  for (let line = 0; line < lines && step > one; line++)
    for (const position of own) {
      const value = values[line * positions + position] ?? Number.NaN;
      while (!Number.isNaN(value) && value % step !== 0 && step > one) step /= 10;
    }
  return step > one ? step : 0;
}
