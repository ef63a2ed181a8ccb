/**
 * A pattern: one position is the total of others, line after line. What holds once may be chance; what holds in most
 * lines of a table is how the table is made.
 */
import type { Field } from './field';

export interface Pattern {
  readonly total: number;
  /** Ascending. */
  readonly parts: readonly number[];
}

/** `open`: no total, or nothing to add. `plain`: holds, and says nothing, since at most one part is not 0. */
export type LineState = 'open' | 'plain' | 'holds' | 'fails';

export interface LineCheck {
  readonly state: LineState;
  /** total − sum of the parts, in the unit of the field. */
  readonly difference: number;
  /** Most that rounding can make of it. */
  readonly allowance: number;
  /** The power of ten that all its numbers are multiples of. */
  readonly grain: number;
  /** log2 of how many other totals would have been as likely. */
  readonly bits: number;
}

const MOST_BITS = 14;
const PLAIN: LineCheck = { state: 'plain', difference: 0, allowance: 0, grain: 1, bits: 0 };
const OPEN: LineCheck = { state: 'open', difference: 0, allowance: 0, grain: 1, bits: 0 };

export function checkLine(field: Field, line: number, { total, parts }: Pattern): LineCheck {
  const { values, words, units, grains, positions } = field;
  const base = line * positions;
  const value = values[base + total] ?? Number.NaN;
  if (Number.isNaN(value)) return OPEN;
  let sum = 0;
  let squares = 0;
  let largest = 0;
  let count = 0;
  let numbers = 0;
  let unit = units[base + total] ?? 1;
  let grain = grains[base + total] ?? 1;
  for (const part of parts) {
    const added = values[base + part] ?? Number.NaN;
    if (Number.isNaN(added)) {
      if (words[base + part] === 1) return OPEN;
      continue;
    }
    numbers++;
    unit = Math.min(unit, units[base + part] ?? 1);
    if (added === 0) continue;
    grain = Math.min(grain, grains[base + part] ?? 1);
    const size = Math.abs(added);
    sum += added;
    squares += size * size;
    largest = Math.max(largest, size);
    count++;
  }
  if (numbers === 0) return OPEN;
  const difference = value - sum;
  const allowance = rounding(unit, count);
  const off = Math.abs(difference);
  if (off > allowance) return { state: 'fails', difference, allowance, grain, bits: 0 };
  if (count < 2) return off === 0 ? PLAIN : OPEN;
  // The large part stands for the total by itself; what the others add is the proof, if rounding does not swallow it.
  const proof = Math.sqrt(Math.max(0, squares - largest * largest)) / (grain + 2 * off);
  const bits = Math.min(MOST_BITS, Math.log2(1 + proof));
  return { state: proof > 0.5 ? 'holds' : 'plain', difference, allowance, grain, bits };
}

/** Most that rounding makes of a sum of so many parts; of many parts, with all but certainty. */
export function rounding(unit: number, count: number): number {
  return unit * Math.min((count + 1) / 2, 0.5 + Math.sqrt(count + 1));
}

/** Lines from `first` to `last` where the pattern is at home. */
export interface Stretch {
  readonly first: number;
  readonly last: number;
  readonly holding: number;
  readonly failing: number;
  readonly plain: number;
  /** Bits for it less the price of what fails. */
  readonly score: number;
}

export interface Support {
  /** Lines of the whole field where it fails. */
  readonly failing: number;
  /** Best first. */
  readonly stretches: readonly Stretch[];
}

export const PRICE_OF_FAILING = 6;
const MOST_STRETCHES = 6;

/** What is asked of a pattern again and again, in memory that is used again and again. */
export class Witness {
  private readonly states: LineState[];
  private readonly weights: Float64Array;

  constructor(private readonly field: Field) {
    this.states = new Array<LineState>(field.lines).fill('open');
    this.weights = new Float64Array(field.lines);
  }

  supportOf(pattern: Pattern): Support {
    const { field, states, weights } = this;
    const told: number[] = [];
    let failing = 0;
    for (let line = 0; line < field.lines; line++) {
      const check = checkLine(field, line, pattern);
      states[line] = check.state;
      weights[line] = weightOf(field, line, pattern, check, told);
      if (check.state === 'fails') failing++;
    }
    const stretches: Stretch[] = [];
    if (told.length > 0) this.split(0, field.lines - 1, stretches);
    stretches.sort((a, b) => b.score - a.score || a.first - b.first);
    return { failing, stretches: stretches.slice(0, MOST_STRETCHES) };
  }

  /** The stretch of highest weight, then the same on both sides of it. */
  private split(from: number, to: number, found: Stretch[]): void {
    const { weights } = this;
    let [best, first, last] = [0, -1, -1];
    let [sum, start] = [0, from];
    for (let line = from; line <= to; line++) {
      if (sum <= 0) {
        sum = 0;
        start = line;
      }
      sum += weights[line] ?? 0;
      if (sum > best) [best, first, last] = [sum, start, line];
    }
    if (first < 0 || best < 1) return;
    while ((weights[first] ?? 0) === 0) first++;
    found.push(this.stretch(first, last, best));
    this.split(from, first - 1, found);
    this.split(last + 1, to, found);
  }

  private stretch(first: number, last: number, score: number): Stretch {
    let [holding, failing, plain] = [0, 0, 0];
    for (let line = first; line <= last; line++) {
      const state = this.states[line];
      if (state === 'holds') holding++;
      else if (state === 'fails') failing++;
      else if (state === 'plain') plain++;
    }
    return { first, last, holding, failing, plain, score };
  }
}

const COMPARED = 6;
const PLAIN_WEIGHT = 0.1;

function weightOf(field: Field, line: number, pattern: Pattern, check: LineCheck, told: number[]): number {
  if (check.state === 'open') return 0;
  if (check.state === 'fails') return -PRICE_OF_FAILING;
  if (check.state === 'plain') return PLAIN_WEIGHT;
  const bits = Math.min(check.bits, Math.log2(1 + newsIn(field, line, pattern, told)));
  if (told.length < COMPARED) told.push(line);
  else told[line % COMPARED] = line;
  return Math.max(PLAIN_WEIGHT, bits);
}

/**
 * A line that is another one times a number holds because that one does: only what it has of its own is evidence.
 * In units of its grain.
 */
function newsIn(field: Field, line: number, { total, parts }: Pattern, told: readonly number[]): number {
  const { values, grains, positions } = field;
  const base = line * positions;
  let news = Infinity;
  for (const other of told) {
    const from = other * positions;
    const ratio = (values[base + total] ?? 0) / (values[from + total] ?? 1);
    let grain = grains[base + total] ?? 1;
    let own = 0;
    for (const part of parts) {
      const [here, there] = [values[base + part] ?? Number.NaN, values[from + part] ?? Number.NaN];
      own += ((Number.isNaN(here) ? 0 : here) - ratio * (Number.isNaN(there) ? 0 : there)) ** 2;
      if (here !== 0 && !Number.isNaN(here)) grain = Math.min(grain, grains[base + part] ?? 1);
    }
    // Large numbers of one proportion still differ by what was rounded away.
    const rounded = Math.abs(values[base + total] ?? 0) > 200 * grain ? 1.5 : 0;
    news = Math.min(news, Math.max(0, Math.sqrt(own) / grain - rounded));
  }
  return news;
}
