/**
 * One axis of a table: lines that are added along, positions in them. `row`: the parts of a sum stand in one row, so a
 * line is a row and a position a column.
 */
import { decimals } from '../relations/exact';
import type { Printed } from './numbers';

export type Axis = 'row' | 'column';

export interface Field {
  readonly axis: Axis;
  readonly lines: number;
  readonly positions: number;
  /** 1 in the unit of `values`. */
  readonly one: number;
  /** Line by line: multiples of the finest unit printed; NaN where no number stands. */
  readonly values: Float64Array;
  /** 1 where a word stands that cannot be left out of a sum. */
  readonly words: Uint8Array;
  /** Finest unit printed at each place, as a multiple of the unit of `values`. */
  readonly units: Float64Array;
  /** The largest power of ten that divides the value: round numbers meet by chance more often than others. */
  readonly grains: Float64Array;
  /** 1 for positions of shares and other fractions, 0 for those of whole numbers. */
  readonly fractional: Uint8Array;
}

/** Below 2^53 with room for a thousand parts. */
const ROOM = 2 ** 43;

/** Digits after the point that all values can keep as whole numbers. */
export function commonScale(numbers: readonly (readonly Printed[])[]): number {
  let scale = 0;
  let largest = 1;
  for (const line of numbers) {
    for (const { kind, value } of line) {
      if (kind !== 'number') continue;
      scale = Math.max(scale, decimals(value));
      largest = Math.max(largest, Math.abs(value));
    }
  }
  while (scale > 0 && largest * 10 ** scale > ROOM) scale--;
  return scale;
}

export function fieldOf(numbers: readonly (readonly Printed[])[], axis: Axis, scale: number): Field {
  const height = numbers.length;
  const width = numbers[0]?.length ?? 0;
  const [lines, positions] = axis === 'row' ? [height, width] : [width, height];
  const values = new Float64Array(lines * positions).fill(Number.NaN);
  const words = new Uint8Array(lines * positions);
  const units = new Float64Array(lines * positions).fill(1);
  for (const [row, cells] of numbers.entries()) {
    for (const [column, { kind, value, decimals: printed }] of cells.entries()) {
      const at = axis === 'row' ? row * width + column : column * height + row;
      if (kind === 'number') {
        values[at] = Math.round(value * 10 ** scale);
        units[at] = 10 ** Math.max(0, scale - printed);
      } else if (kind === 'text') words[at] = 1;
    }
  }
  const grains = values.map(grainOf);
  const rounded = roundedTo(values, 10 ** scale);
  if (rounded > 1) for (const [at, value] of values.entries()) if (value % rounded === 0) units[at] = rounded;
  return {
    axis,
    lines,
    positions,
    one: 10 ** scale,
    values,
    words,
    units,
    grains,
    fractional: fractionsOf(values, positions, scale),
  };
}

function grainOf(value: number): number {
  if (value === 0 || Number.isNaN(value)) return 1;
  let grain = 1;
  while (value % (grain * 10) === 0) grain *= 10;
  return grain;
}

/** Offices round to fives, hundreds or thousands: told by nine tenths of the numbers. 1 where they do not. */
function roundedTo(values: Float64Array, one: number): number {
  let best = 1;
  const numbers = values.filter((value) => !Number.isNaN(value) && value !== 0);
  if (numbers.length < 10) return best;
  for (const base of [5, 10, 50, 100, 1000]) {
    if (numbers.filter((value) => value % (base * one) === 0).length >= numbers.length * 0.9) best = base * one;
  }
  return best;
}

/** Positions where fractions stand in most lines that are not 0. */
function fractionsOf(values: Float64Array, positions: number, scale: number): Uint8Array {
  const one = 10 ** scale;
  const counts = new Int32Array(positions);
  for (const [at, value] of values.entries()) {
    if (value !== 0 && !Number.isNaN(value))
      counts[at % positions] = (counts[at % positions] ?? 0) + (value % one === 0 ? -1 : 1);
  }
  return Uint8Array.from(counts, (count) => (count > 0 ? 1 : 0));
}
