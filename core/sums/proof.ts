/** How well the other lines prove a pattern: enough to call the line wrong that fails? A false alarm costs most. */
import type { Kept } from './axis';
import { kindOf } from './doubts';
import type { Field } from './field';
import { checkLine, PRICE_OF_FAILING } from './pattern';
import { slipBits } from './slip';

export interface Proof {
  readonly placed: Kept;
  /** Lines of the stretch. */
  readonly holding: number;
  readonly failing: number;
  /** Stands together (`isPlain`). */
  readonly plain: boolean;
  /** Fails in no other line of the whole table. */
  readonly onlyHere: () => boolean;
}

export interface Failing {
  readonly line: number;
  /** Beside the stretch, not in it. */
  readonly edge: boolean;
  readonly difference: number;
  readonly grain: number;
}

/** Bits that the other lines must give. */
const LEAST = 12;
const LEAST_HOLDING = 3;
/** Where only two say it, or one; the difference itself may speak for a slip. */
const LEAST_OF_TWO = 20;
const LEAST_OF_ONE = 24;
/** Where total and parts stand apart, for a second witness to be believed. */
const LEAST_APART = 24;
/** Besides the first, one line in so many may fail: a table where more do is not made that way. */
const LINES_FOR_ONE = 8;
/** Where nothing beyond holds: most that a slip changes a total by, as its share. */
const CLOSE = 0.5;

export function isProven(field: Field, { placed, holding, plain, onlyHere }: Proof, at: Failing): boolean {
  if (!plain) return false;
  const bits = bitsFor(placed, at);
  if (holding >= LEAST_HOLDING && bits >= LEAST) return true;
  if (holding === 2 && bits >= LEAST_OF_TWO) return true;
  const slip = slipBits(Math.round(at.difference / at.grain), totalOf(field, placed, at) / at.grain);
  return slip > 0 && bits + slip >= (holding > 1 ? LEAST_OF_TWO : LEAST_OF_ONE) && onlyHere();
}

/** Can a second witness make it certain? Small numbers that stand apart meet by chance in both. */
export function isCredible({ placed, plain }: Proof, at: Failing): boolean {
  return plain || bitsFor(placed, at) >= LEAST_APART;
}

/** One of few that fail. At its edge a table may turn into another one, and where little holds, a line be of another kind. */
export function isException(field: Field, { placed, holding, failing }: Proof, at: Failing): boolean {
  if (at.edge ? failing > 0 : failing > 1 + Math.floor(holding / LINES_FOR_ONE)) return false;
  if (!at.edge && holding >= LEAST_HOLDING) return true;
  return Math.abs(at.difference) <= Math.abs(totalOf(field, placed, at)) * CLOSE;
}

/** Lines of the kind of those that hold, labels that speak of no sum left aside. */
export function failsOnce(
  field: Field,
  { pattern }: Kept,
  kinds: ReadonlySet<boolean>,
  other: readonly boolean[],
): boolean {
  let fails = 0;
  for (let line = 0; line < field.lines && fails < 2; line++) {
    if (other[line] === true || checkLine(field, line, pattern).state !== 'fails') continue;
    if (kinds.has(kindOf(field, line, pattern))) fails++;
  }
  return fails <= 1;
}

/** The line that is judged is no witness against its own pattern: what it cost is given back. */
function bitsFor({ score }: Kept, { edge }: Failing): number {
  return score + (edge ? 0 : PRICE_OF_FAILING);
}

function totalOf(field: Field, { pattern }: Kept, { line }: Failing): number {
  return field.values[line * field.positions + pattern.total] ?? 0;
}
