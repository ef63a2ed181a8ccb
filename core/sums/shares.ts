/** 占比: a column or row whose head says 占比, 比重, 构成 is a number in percent of a total, in its line or at the end of its own. */
import { bestOf, type Line, nearby, type Searched } from './readings';

const SHARE = /占|比重|构成|结构|[%％]|百分比|(?:^|[^a-z])(?:share|per ?cent(?:age)?)(?:[^a-z]|$)/i;
/** Percent of something else: of the year before, of a plan. */
const OTHER = /增|减|降|同比|环比|[较比]上|率|幅|完成|进度|倍|growth|change|rate/i;
const PERCENT = 100n;

/** Part and total of a line; null where it has none. */
type Of = (line: number) => readonly [part: readonly [number, number], total: readonly [number, number]] | null;

export function sharesAlong(searched: Searched): Line[] {
  const { text } = searched.labels;
  return text.flatMap((words, position) =>
    SHARE.test(words) && !OTHER.test(words) ? sharesAt(searched, position) : [],
  );
}

function sharesAt(searched: Searched, position: number): readonly Line[] {
  const { field, across } = searched;
  const near = nearby(field, position);
  const ends = across.total.flatMap((isTotal, line) => (isTotal ? [line] : []));
  const ways = near.flatMap((part): Of[] => [
    ...ends.map(
      (end): Of =>
        (line) =>
          line === end
            ? null
            : [
                [line, part],
                [end, part],
              ],
    ),
    ...near
      .filter((whole) => whole !== part)
      .map(
        (whole): Of =>
          (line) => [
            [line, part],
            [line, whole],
          ],
      ),
  ]);
  return bestOf(ways.map((of) => read(searched, position, of)));
}

function read({ field, across, digits }: Searched, position: number, of: Of): Line[] {
  const valueAt = (line: number, at: number): number => field.values[line * field.positions + at] ?? Number.NaN;
  const lines: Line[] = [];
  let failing = 0;
  for (let line = 0; line < field.lines; line++) {
    const cells = of(line);
    const printed = valueAt(line, position);
    if (cells === null || Number.isNaN(printed) || (across.other[line] === true && across.total[line] !== true))
      continue;
    const [part, total] = [valueAt(...cells[0]), valueAt(...cells[1])];
    // 0 and all of it say nothing.
    if (Number.isNaN(part + total) || part === 0 || total === 0 || part === total) continue;
    const step = 10 ** digits(line, position);
    const [shown, whole] = [BigInt(Math.round((printed / field.one) * step)), BigInt(total)];
    const off = shown * whole - PERCENT * BigInt(part) * BigInt(step);
    const [size, unit] = [off < 0n ? -off : off, whole < 0n ? -whole : whole];
    const holds = 2n * size <= unit;
    // Cut off instead of rounded, or of numbers that were rounded themselves.
    if (!holds && size <= unit) continue;
    if (!holds) failing++;
    const difference = Math.round(Number(off) / Number(whole)) / step;
    lines.push({ total: [line, position], parts: cells, holds, difference });
    if (failing > 2 && 2 * failing > lines.length) return [];
  }
  return lines;
}
