/**
 * What fails is told from what was never a sum. A false alarm costs most, so a failing line counts only where its pattern
 * holds nearly everywhere else, in lines of its own kind; or where a sum across it fails by the same amount.
 */
import type { Kept } from './axis';
import type { Shape } from './candidates';
import type { Field } from './field';
import { checkLine, type LineCheck, type LineState, type Pattern } from './pattern';

export interface Judged {
  readonly placed: Kept;
  readonly line: number;
  readonly check: LineCheck;
  readonly holds: boolean;
  /** Fails, and may be called wrong without a second witness. */
  readonly certain: boolean;
  /** Stands at the end of its stretch: believed with a second witness, and not told of without. */
  readonly edge: boolean;
}

/** So many lines that add up to the last digit say that a table is not rounded. */
const EXACT_LINES = 8;
const ROUNDED_SHARE = 0.04;
/** One wrong cell makes a row and a column fail. */
const MOST_OFF = 2;
const LEAST_HOLDING = 3;
const LEAST_SCORE = 12;
/** Where nothing beyond holds: most that a slip changes a total by, as its share. */
const CLOSE = 0.5;
const NEAR = 2;
const PLAIN: ReadonlySet<Shape> = new Set(['beside', 'kin', 'around']);

/**
 * `exact`: the grain from which on the table adds up to the last digit. `other`: lines whose label says that they are no
 * sums: averages, maxima, shares.
 */
export function judge(field: Field, placed: readonly Kept[], exact: number, other: readonly boolean[]): Judged[] {
  const checks = placed.map((each) => checksOf(field, each));
  const states = (index: number, line: number): LineState => {
    const check = checks[index]?.[line];
    if (check === undefined) return 'open';
    return check.state === 'holds' && check.difference !== 0 && check.grain >= exact ? 'fails' : check.state;
  };
  const lines = tallyOf(field, placed, states);
  const totals = new Set(placed.map(({ pattern }) => pattern.total));
  return placed.flatMap((each, index) =>
    judgeOne(field, each, checks[index] ?? [], (line) => states(index, line), lines, other, isPlain(each, totals)),
  );
}

/** Of the stretch, and one line before and after it. */
function checksOf(field: Field, { pattern, stretch }: Kept): LineCheck[] {
  const lines: LineCheck[] = [];
  for (let line = Math.max(0, stretch.first - 1); line <= Math.min(field.lines - 1, stretch.last + 1); line++)
    lines[line] = checkLine(field, line, pattern);
  return lines;
}

/**
 * The grain from which on the numbers of this table add up to the last digit; Infinity where they do not. Finer numbers
 * may have been rounded when they were printed.
 */
export function exactGrain(axes: readonly { readonly field: Field; readonly kept: readonly Kept[] }[]): number {
  const exact: number[] = [];
  let off = 0;
  for (const { field, kept } of axes) {
    for (const { pattern, stretch } of kept) {
      for (let line = stretch.first; line <= stretch.last; line++) {
        const check = checkLine(field, line, pattern);
        if (check.state !== 'holds') continue;
        if (check.difference === 0) exact.push(check.grain);
        else off++;
      }
    }
  }
  if (exact.length < EXACT_LINES || off > Math.max(MOST_OFF, exact.length * ROUNDED_SHARE))
    return Number.POSITIVE_INFINITY;
  return exact.sort((a, b) => a - b)[EXACT_LINES - 1] ?? Number.POSITIVE_INFINITY;
}

interface LineTally {
  readonly holds: number;
  readonly fails: number;
}

function tallyOf(
  field: Field,
  placed: readonly Kept[],
  states: (index: number, line: number) => LineState,
): LineTally[] {
  return Array.from({ length: field.lines }, (_, line) => {
    let [holds, fails] = [0, 0];
    for (const [index, { stretch }] of placed.entries()) {
      if (line < stretch.first || line > stretch.last) continue;
      const state = states(index, line);
      if (state === 'holds') holds++;
      else if (state === 'fails') fails++;
    }
    return { holds, fails };
  });
}

function judgeOne(
  field: Field,
  placed: Kept,
  checks: readonly LineCheck[],
  stateOf: (line: number) => LineState,
  lines: readonly LineTally[],
  other: readonly boolean[],
  plain: boolean,
): Judged[] {
  const { first, last } = placed.stretch;
  const inside = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const holding = inside.filter((line) => stateOf(line) === 'holds');
  const failing = inside.filter((line) => stateOf(line) === 'fails');
  const kinds = new Set(holding.map((line) => kindOf(field, line, placed.pattern)));
  const strong = plain && placed.score >= LEAST_SCORE && holding.length >= LEAST_HOLDING;
  const judged: Judged[] = [];
  for (let line = first - 1; line <= last + 1; line++) {
    const check = checks[line];
    if (check === undefined || check.state === 'open') continue;
    // One number that equals another is no sum of it.
    if (check.state === 'plain' && !told(field, line, placed.pattern)) continue;
    const edge = line < first || line > last;
    const fails = stateOf(line) === 'fails';
    if (edge && (!fails || !strong)) continue;
    const isKin = kinds.has(kindOf(field, line, placed.pattern));
    // Shares among counts, averages among sums: the line was never meant to add up.
    if (fails && (!isKin || other[line] === true)) continue;
    const tally = lines[line] ?? { holds: 0, fails: 0 };
    const few = failing.length <= 1 + Math.floor(holding.length / 15);
    const close =
      Math.abs(check.difference) <= Math.abs(field.values[line * field.positions + placed.pattern.total] ?? 0) * CLOSE;
    const alone = edge ? failing.length === 0 && close : few;
    const certain =
      fails &&
      strong &&
      alone &&
      tally.fails <= tally.holds + 2 &&
      isLikely(field, line, placed.pattern) &&
      !isExplained(field, line, placed.pattern, check);
    judged.push({ placed, line, check, holds: !fails, certain, edge });
  }
  return judged;
}

/** Stands together, or is made of totals: nobody adds two cells from afar. */
function isPlain({ shape, pattern }: Kept, totals: ReadonlySet<number>): boolean {
  const cells = [pattern.total, ...pattern.parts];
  const stands = (part: number): boolean => cells.some((cell) => cell !== part && Math.abs(cell - part) <= NEAR);
  return PLAIN.has(shape) && pattern.parts.every((part) => totals.has(part) || stands(part));
}

/** Do fractions stand in the total, or whole numbers? */
function kindOf(field: Field, line: number, { total, parts }: Pattern): boolean {
  const unit = [total, ...parts].map((position) => field.units[line * field.positions + position] ?? 1);
  return Math.min(...unit) < field.one;
}

/** A slip changes a number; where the total is far from any sum of such parts, it never was one. */
function isLikely(field: Field, line: number, { total, parts }: Pattern): boolean {
  const base = line * field.positions;
  const value = field.values[base + total] ?? 0;
  let [sum, count] = [0, 0];
  for (const part of parts) {
    const added = field.values[base + part] ?? Number.NaN;
    if (Number.isNaN(added)) continue;
    sum += added;
    if (added !== 0) count++;
  }
  // An average of the parts is no sum that went wrong.
  return count < 2 || Math.abs(value * count - sum) > Math.abs(sum) * 0.1;
}

/** A number beside the parts is just what is missing: counted in this line, perhaps, and nobody can tell that from a slip. */
function isExplained(
  field: Field,
  line: number,
  { total, parts }: Pattern,
  { difference, allowance }: LineCheck,
): boolean {
  const cells = [total, ...parts];
  const from = Math.max(0, Math.min(...cells) - 1);
  const to = Math.min(field.positions - 1, Math.max(...cells) + 1);
  for (let position = from; position <= to; position++) {
    const value = Math.abs(field.values[line * field.positions + position] ?? Number.NaN);
    if (value > 0 && Math.abs(value - Math.abs(difference)) <= allowance && !cells.includes(position)) return true;
  }
  return false;
}

/** More than one part says a number, be it 0. */
function told(field: Field, line: number, { parts }: Pattern): boolean {
  return parts.filter((part) => !Number.isNaN(field.values[line * field.positions + part])).length > 1;
}
