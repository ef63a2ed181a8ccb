/**
 * What fails is told from what was never a sum. A false alarm costs most, so a failing line counts only where its pattern
 * holds nearly everywhere else, in lines of its own kind; or where a sum across it fails by the same amount.
 */
import type { Kept } from './axis';
import type { Shape } from './candidates';
import { isExplained, isLikely, isUnshown, kindOf, told } from './doubts';
import type { Field } from './field';
import { checkLine, type LineCheck, type LineState } from './pattern';
import { failsOnce, isCredible, isException, isProven } from './proof';

export interface Judged {
  readonly placed: Kept;
  readonly line: number;
  readonly check: LineCheck;
  readonly holds: boolean;
  /** Fails, and may be called wrong without a second witness. */
  readonly certain: boolean;
  /** Stands at the end of its stretch: believed with a second witness, and not told of without. */
  readonly edge: boolean;
  /** Proves enough for a second witness to make it certain. */
  readonly credible: boolean;
}

/** So many lines that add up to the last digit say that a table is not rounded. */
const EXACT_LINES = 8;
const ROUNDED_SHARE = 0.04;
/** One wrong cell makes a row and a column fail. */
const MOST_OFF = 2;
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
    judgeOne(field, each, {
      checks: checks[index] ?? [],
      stateOf: (line) => states(index, line),
      lines,
      other,
      plain: isPlain(each, totals),
    }),
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

interface Around {
  readonly checks: readonly LineCheck[];
  readonly stateOf: (line: number) => LineState;
  readonly lines: readonly LineTally[];
  readonly other: readonly boolean[];
  readonly plain: boolean;
}

function judgeOne(field: Field, placed: Kept, { checks, stateOf, lines, other, plain }: Around): Judged[] {
  const { pattern, stretch } = placed;
  const inside = Array.from({ length: stretch.last - stretch.first + 1 }, (_, index) => stretch.first + index);
  const holding = inside.filter((line) => stateOf(line) === 'holds');
  const failing = inside.filter((line) => stateOf(line) === 'fails').length;
  const kinds = new Set(holding.map((line) => kindOf(field, line, pattern)));
  const onlyHere = (): boolean => failsOnce(field, placed, kinds, other);
  const proof = { placed, holding: holding.length, failing, plain, onlyHere };
  const judged: Judged[] = [];
  for (let line = stretch.first - 1; line <= stretch.last + 1; line++) {
    const check = checks[line];
    if (check === undefined || check.state === 'open') continue;
    // One number that equals another is no sum of it.
    if (check.state === 'plain' && !told(field, line, pattern)) continue;
    const edge = line < stretch.first || line > stretch.last;
    if (stateOf(line) !== 'fails') {
      if (!edge) judged.push({ placed, line, check, holds: true, certain: false, edge, credible: true });
      continue;
    }
    const at = { line, edge, difference: check.difference, grain: check.grain };
    const isStrong = isProven(field, proof, at);
    if (edge && !isStrong) continue;
    // Shares among counts, averages among sums: the line was never meant to add up.
    if (!kinds.has(kindOf(field, line, pattern)) || other[line] === true) continue;
    const tally = lines[line] ?? { holds: 0, fails: 0 };
    const isFew = isException(field, proof, at);
    const certain =
      isStrong &&
      isFew &&
      tally.fails <= tally.holds + MOST_OFF &&
      isLikely(field, line, pattern) &&
      !isExplained(field, line, pattern, check) &&
      !isUnshown(field, line, pattern, holding);
    judged.push({ placed, line, check, holds: false, certain, edge, credible: isCredible(proof, at) });
  }
  return judged;
}

/** Stands together, or is made of totals: nobody adds two cells from afar. */
function isPlain({ shape, pattern }: Kept, totals: ReadonlySet<number>): boolean {
  const cells = [pattern.total, ...pattern.parts];
  const stands = (part: number): boolean => cells.some((cell) => cell !== part && Math.abs(cell - part) <= NEAR);
  return PLAIN.has(shape) && pattern.parts.every((part) => totals.has(part) || stands(part));
}
