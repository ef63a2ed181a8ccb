/** The sums along one axis: candidates, their support in all lines, and which of them the table is made of. */
import { type Budget, type Candidate, Finder, type Kin, type Shape } from './candidates';
import type { Field } from './field';
import { follows } from './follows';
import { type Pattern, type Stretch, Witness } from './pattern';
import { isBelow, type Labels } from './words';

export interface Kept {
  readonly pattern: Pattern;
  readonly shape: Shape;
  /** 1 where the parts are no totals themselves, 2 above that, and so on. */
  readonly level: number;
  readonly stretch: Stretch;
  /** Bits beyond what was asked for. */
  readonly score: number;
}

/** Bits that chance is given: the more ways there are to come upon a shape, the more. `factor` goes with the logarithm of the positions. */
const PRICE: Readonly<Record<Shape, readonly [factor: number, base: number]>> = {
  beside: [1, 3],
  kin: [1, 4],
  around: [2, 2],
  apart: [2, 2],
  stride: [1, 7],
  pair: [2, 4],
};
/** A walk along many parts passes many sums. */
const PRICE_OF_PARTS = 0.7;
/** Between sums that prove as much, the plainer is meant. */
const PREFERENCE: Readonly<Record<Shape, number>> = {
  beside: 1.5,
  kin: 1.3,
  around: 1,
  stride: 0.9,
  apart: 0.8,
  pair: 0.7,
};
/** Bits that a word like 合计 is worth. */
const TOTAL_WORD = 5;
/** Bits that codes or indentation are worth. */
const BELOW = 5;
const LEAST_COVERAGE = 0.6;
/** What fails in other lines of the table speaks against it, but a sheet may hold several tables: at most half. */
const PRICE_OUTSIDE = 1.5;
const MOST_OUTSIDE = 0.5;
const LEVELS = 8;
/** What was kept gives way to what proves so many times as much. */
const STRONGER = 2;
/** A cell may be part of two totals where both are beyond doubt. */
const SHARED_SCORE = 60;
const SHARED_LINES = 3;

export function sumsAlong(field: Field, labels: Labels, budget: Budget): Kept[] {
  const search = new Search(field, labels, budget);
  for (let level = 1; level <= LEVELS && budget.steps > 0; level++) {
    if (search.take(level, 'near') === 0 && search.take(level, 'far') === 0) break;
  }
  return search.kept;
}

interface Rated extends Omit<Kept, 'level'> {
  /** Of the parts from their total. */
  readonly distance: number;
}

class Search {
  kept: Kept[] = [];
  /** 1 where a cell is part of a sum: it is left out when those of the next level are looked for. */
  private readonly taken: Uint8Array;
  private readonly witness: Witness;
  private readonly equal = new Map<string, readonly Pattern[]>();
  private readonly kin: readonly Kin[];

  constructor(
    private readonly field: Field,
    private readonly labels: Labels,
    private readonly budget: Budget,
  ) {
    this.taken = new Uint8Array(field.lines * field.positions);
    this.witness = new Witness(field);
    this.kin = kinOf(field, labels);
  }

  /** How many more sums are kept. */
  take(level: number, where: 'near' | 'far'): number {
    const { field, taken } = this;
    const isLive = (line: number, position: number): boolean => taken[line * field.positions + position] === 0;
    const finder = new Finder(field, isLive, this.kin, this.budget);
    const ranked = finder[where]().flatMap((each) => this.rate(each));
    const rank = ({ score, shape }: Rated): number => score * PREFERENCE[shape];
    ranked.sort(
      (a, b) => rank(b) - rank(a) || b.pattern.parts.length - a.pattern.parts.length || a.distance - b.distance,
    );
    return ranked.filter(({ pattern, shape, stretch, score }) => this.keep({ pattern, shape, level, stretch, score }))
      .length;
  }

  private rate({ total, parts, shape }: Candidate): Rated[] {
    const { field, labels, budget } = this;
    budget.steps -= field.lines * parts.length;
    if (budget.steps <= 0) return [];
    const pattern = { total, parts };
    const { failing, stretches } = this.witness.supportOf(pattern);
    const [factor, base] = PRICE[shape];
    const price = base + factor * Math.log2(2 * field.positions) + PRICE_OF_PARTS * Math.log2(parts.length);
    const bonus = (labels.total[total] === true ? TOTAL_WORD : 0) + (isBelow(labels, total, parts) ? BELOW : 0);
    const distance = parts.reduce((sum, part) => sum + Math.abs(part - total), 0);
    return stretches.flatMap((stretch) => {
      const outside = Math.min(MOST_OUTSIDE * stretch.score, PRICE_OUTSIDE * (failing - stretch.failing));
      const score = stretch.score + bonus - price - outside;
      if (score <= 0 || stretch.holding / (stretch.holding + stretch.failing) < LEAST_COVERAGE) return [];
      if (shape !== 'beside' && shape !== 'kin' && stretch.holding < 2) return [];
      return [{ pattern, shape, stretch, score, distance }];
    });
  }

  private keep(next: Kept): boolean {
    const near = this.kept.filter(({ stretch }) => overlap(stretch, next.stretch));
    const against = near.filter((each) => conflict(each, next));
    const weight = against.reduce((sum, { score }) => sum + score, 0);
    if (weight * STRONGER > next.score) return false;
    const rest = near.filter((each) => !against.includes(each));
    if (follows(next.pattern, [...this.equalIn(next.stretch), ...rest.map(({ pattern }) => pattern)])) return false;
    this.kept = this.kept.filter((each) => !against.includes(each));
    for (const each of against) this.mark(each, 0);
    this.kept.push(next);
    this.mark(next, 1);
    return true;
  }

  private equalIn(stretch: Stretch): readonly Pattern[] {
    const key = `${stretch.first}-${stretch.last}`;
    const known = this.equal.get(key) ?? equalPositions(this.field, stretch);
    this.equal.set(key, known);
    return known;
  }

  private mark({ stretch, pattern }: Kept, value: 0 | 1): void {
    for (let line = stretch.first; line <= stretch.last; line++) {
      for (const part of pattern.parts) this.taken[line * this.field.positions + part] = value;
    }
  }
}

/** Shares apart from counts; codes of one length, and what stands one step above them. */
function kinOf(field: Field, { code }: Labels): Kin[] {
  const { fractional } = field;
  const lengths = [...new Set(code.map(({ length }) => length))].filter((length) => length > 0).sort((a, b) => a - b);
  return [
    ...[0, 1].map(
      (kind): Kin =>
        (position) =>
          fractional[position] === kind,
    ),
    ...lengths.map((length, index): Kin => {
      const above = lengths[index - 1] ?? 0;
      return (position) => code[position]?.length === length || code[position]?.length === above;
    }),
  ];
}

/** Positions that say the same in all lines of a stretch: what is a sum at one is a sum at the other. */
function equalPositions(field: Field, { first: from, last: to }: Stretch): Pattern[] {
  const first = new Map<string, number>();
  const equal: Pattern[] = [];
  for (let position = 0; position < field.positions; position++) {
    let [key, count] = ['', 0];
    for (let line = from; line <= to; line++) {
      const value = field.values[line * field.positions + position] ?? 0;
      if (Number.isNaN(value) || value === 0) continue;
      key += `${line}:${value},`;
      count++;
    }
    if (count === 0) continue;
    const before = first.get(key);
    if (before === undefined) first.set(key, position);
    else equal.push({ total: position, parts: [before] });
  }
  return equal;
}

function overlap(a: Stretch, b: Stretch): boolean {
  return a.last >= b.first && b.last >= a.first;
}

function conflict(a: Kept, b: Kept): boolean {
  const shared = a.pattern.parts.some((part) => b.pattern.parts.includes(part));
  if (a.pattern.total === b.pattern.total) return shared;
  // A part of one that is the total of the other, and the other way round.
  if (a.pattern.parts.includes(b.pattern.total) && b.pattern.parts.includes(a.pattern.total)) return true;
  return shared && (b.score < SHARED_SCORE || b.stretch.holding < SHARED_LINES);
}
