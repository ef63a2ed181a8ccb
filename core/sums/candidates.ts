/** Where a sum might be: for each total of a line, the parts that would add up to it. Arithmetic alone, cheap and wide. */
import type { Field } from './field';
import { type Pattern, rounding } from './pattern';

/** How the parts were come upon; the further from the plain order of a table, the more proof is asked for. */
export type Shape = 'beside' | 'kin' | 'around' | 'apart' | 'stride' | 'pair';

export interface Candidate extends Pattern {
  readonly shape: Shape;
}

export interface Budget {
  steps: number;
}

/** Positions of a line that are not yet parts of a sum found there. */
export type Live = (line: number, position: number) => boolean;

/** Positions that may be added to each other. */
export type Kin = (position: number) => boolean;

const MOST_PARTS = 600;
/** How many lines are asked for sums that do not stand in the plain order. */
const ASKED = 12;

export class Finder {
  private readonly found = new Map<number, Candidate>();
  private readonly heard = new Map<number, number>();
  /** Too few lines to ask for two. */
  private single = false;
  /** 1 for lines without a negative number: what is over the total never comes back to it. */
  private readonly rising: Uint8Array;
  private readonly places: readonly (readonly number[])[];

  constructor(
    private readonly field: Field,
    live: Live,
    private readonly kin: readonly Kin[],
    private readonly budget: Budget,
  ) {
    this.rising = new Uint8Array(field.lines).fill(1);
    for (const [at, value] of field.values.entries()) if (value < 0) this.rising[Math.floor(at / field.positions)] = 0;
    this.places = Array.from({ length: field.lines }, (_, line) => {
      const places: number[] = [];
      for (let position = 0; position < field.positions; position++) {
        if (!Number.isNaN(this.value(line, position)) && live(line, position)) places.push(position);
      }
      return places;
    });
  }

  /** What stands beside its total. */
  near(): Candidate[] {
    for (const [line, places] of this.places.entries()) {
      if (places.length < 3 || this.budget.steps < 0) continue;
      this.beside(line, places, 'beside');
      for (const isKin of this.kin) {
        const kin = places.filter(isKin);
        if (kin.length >= 3 && kin.length < places.length) this.beside(line, kin, 'kin');
      }
      this.around(line, places);
    }
    return [...this.found.values()];
  }

  /** All the rest, asked of the lines that have most numbers. */
  far(): Candidate[] {
    const lines = [...this.places.entries()]
      .filter(([, places]) => places.length >= 3)
      .map(([line, places]) => ({ line, places, size: places.filter((place) => this.value(line, place) !== 0).length }))
      .sort((a, b) => b.size - a.size || a.line - b.line);
    const step = Math.max(1, Math.floor(lines.length / ASKED / 2));
    const asked = lines.filter((_, index) => index % step === 0).slice(0, ASKED);
    this.single = asked.length < 3;
    for (const { line, places } of asked) {
      if (this.budget.steps < 0) break;
      this.apart(line, places);
      this.strides(line, places);
      this.pairs(line, places);
    }
    return [...this.found.values()];
  }

  private value(line: number, position: number): number {
    return this.field.values[line * this.field.positions + position] ?? Number.NaN;
  }

  private unit(line: number, position: number): number {
    return this.field.units[line * this.field.positions + position] ?? 1;
  }

  private beside(line: number, places: readonly number[], shape: Shape): void {
    for (let index = 0; index < places.length && this.budget.steps >= 0; index++) {
      this.walk(line, places, index, 1, shape);
      this.walk(line, places, index, -1, shape);
    }
  }

  private walk(line: number, places: readonly number[], index: number, step: number, shape: Shape): void {
    const total = places[index] ?? 0;
    const value = this.value(line, total);
    if (value === 0) return;
    let sum = 0;
    let count = 0;
    let unit = this.unit(line, total);
    let matches = 0;
    const rising = this.rising[line] === 1;
    for (let end = index + step; end >= 0 && end < places.length; end += step) {
      const place = places[end] ?? 0;
      const added = this.value(line, place);
      this.budget.steps--;
      if (added === 0) continue;
      unit = Math.min(unit, this.unit(line, place));
      sum += added;
      count++;
      if (count > MOST_PARTS) return;
      const off = Math.abs(sum - value);
      if (off > rounding(unit, count)) {
        if (rising && sum > value) return;
        continue;
      }
      if (count < 2) continue;
      this.addRun(line, places, index, end, step, shape);
      if (off === 0 || ++matches === 3) return;
    }
  }

  /** What follows the last part at 0 may belong to the sum as well. */
  private addRun(
    line: number,
    places: readonly number[],
    index: number,
    end: number,
    step: number,
    shape: Shape,
  ): void {
    const ends = [end];
    for (let more = end + step; more >= 0 && more < places.length && ends.length < 40; more += step) {
      if (this.value(line, places[more] ?? 0) !== 0) break;
      ends.push(more);
    }
    for (const each of ends.length > 4 ? [end, ...ends.slice(-3)] : ends) {
      const [from, to] = step > 0 ? [index + 1, each + 1] : [each, index];
      this.add(places[index] ?? 0, places.slice(from, to), shape);
    }
  }

  /** The total stands among its parts: what lies around it is twice its value. */
  private around(line: number, places: readonly number[]): void {
    const { sums, at } = this.sumsOf(line, places);
    for (const [index, total] of places.entries()) {
      if (this.budget.steps < 0) return;
      const value = this.value(line, total);
      if (value === 0) continue;
      for (let start = Math.max(0, index - 60); start < index; start++) {
        const end = at.get((sums[start] ?? 0) + 2 * value);
        this.budget.steps--;
        if (end === undefined || end <= index + 1) continue;
        this.add(
          total,
          places.slice(start, end).filter((place) => place !== total),
          'around',
        );
      }
    }
  }

  /** A run of parts with something between it and its total. */
  private apart(line: number, places: readonly number[]): void {
    const { sums, at } = this.sumsOf(line, places);
    for (const [index, total] of places.entries()) {
      if (this.budget.steps < 0) return;
      const value = this.value(line, total);
      if (value === 0) continue;
      for (let start = Math.max(0, index - 60); start < Math.min(places.length - 1, index + 60); start++) {
        const end = at.get((sums[start] ?? 0) + value);
        this.budget.steps--;
        if (end === undefined || end < start + 2 || (start <= index && end > index)) continue;
        if (start !== index + 1 && end !== index) this.hear(line, total, places.slice(start, end), 'apart');
      }
    }
  }

  /** Sums of the first 0, 1, 2… places, and where each of them is reached. */
  private sumsOf(line: number, places: readonly number[]): { sums: number[]; at: Map<number, number> } {
    const sums = [0];
    const at = new Map<number, number>([[0, 0]]);
    for (const [index, place] of places.entries()) {
      const sum = (sums[index] ?? 0) + this.value(line, place);
      sums.push(sum);
      at.set(sum, index + 1);
    }
    return { sums, at };
  }

  /** Every second, third… place: one head for men, one for women, again and again. */
  private strides(line: number, places: readonly number[]): void {
    const isLive = new Set(places);
    for (const total of places) {
      if (this.budget.steps < 0) return;
      if (this.value(line, total) === 0) continue;
      for (let stride = 2; stride <= 14; stride++) {
        for (let gap = 1; gap <= stride; gap++) {
          this.stride(line, isLive, total, gap, stride);
          this.stride(line, isLive, total, -gap, -stride);
        }
      }
    }
  }

  private stride(line: number, isLive: ReadonlySet<number>, total: number, gap: number, step: number): void {
    const value = this.value(line, total);
    let sum = 0;
    let count = 0;
    let unit = this.unit(line, total);
    const rising = this.rising[line] === 1;
    const parts: number[] = [];
    for (let place = total + gap; place >= 0 && place < this.field.positions; place += step) {
      if (!isLive.has(place)) return;
      this.budget.steps--;
      const added = this.value(line, place);
      parts.push(place);
      if (added === 0) continue;
      unit = Math.min(unit, this.unit(line, place));
      sum += added;
      count++;
      if (Math.abs(sum - value) > rounding(unit, count)) {
        if (rising && sum > value) return;
        continue;
      }
      if (count < 2) continue;
      this.hear(line, total, step > 0 ? parts : parts.reverse(), 'stride');
      return;
    }
  }

  /** Any two that make a third. */
  private pairs(line: number, places: readonly number[]): void {
    const window = 40;
    const at = new Map<number, number[]>();
    for (const place of places) {
      const value = this.value(line, place);
      if (value !== 0) at.set(value, [...(at.get(value) ?? []), place]);
    }
    for (const [first, a] of places.entries()) {
      if (this.budget.steps < 0) return;
      for (let second = first + 1; second < Math.min(places.length, first + window); second++) {
        const b = places[second] ?? 0;
        this.budget.steps--;
        const [left, right] = [this.value(line, a), this.value(line, b)];
        if (left === 0 || right === 0) continue;
        for (const total of at.get(left + right) ?? []) {
          if (total !== a && total !== b) this.hear(line, total, [a, b], 'pair');
        }
      }
    }
  }

  private add(total: number, parts: readonly number[], shape: Shape): void {
    this.budget.steps -= parts.length;
    const key = keyOf(total, parts);
    if (!this.found.has(key)) this.found.set(key, { total, parts: [...parts], shape });
  }

  /** What is out of the plain order is believed when a second line says it too. */
  private hear(line: number, total: number, parts: readonly number[], shape: Shape): void {
    this.budget.steps -= parts.length;
    const key = keyOf(total, parts);
    const before = this.heard.get(key);
    if (before === undefined) this.heard.set(key, line);
    if (this.single || (before !== undefined && before !== line)) this.add(total, parts, shape);
  }
}

/** Two sums of one key are as good as impossible: 2^52 of them. */
function keyOf(total: number, parts: readonly number[]): number {
  let [low, high] = [total + 1, parts.length];
  for (const part of parts) {
    low = Math.imul(low ^ part, 0x01000193) ^ (low >>> 15);
    high = Math.imul(high + part, 0x27d4eb2f) ^ (high >>> 13);
  }
  return (low >>> 0) * 0x100000 + (high & 0xfffff);
}
