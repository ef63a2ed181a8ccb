/** Slips of one cell of table three, of two at once, and a cell whose total was added up anew from it. */
import type { CellId } from '../../../core/index';
import type { Random } from '../../support/random';
import type { ErrorClass } from './error-class';
import { TableThree } from './table-three';

/** Null where the value has no room for the slip. */
type Slip = (value: number, random: Random) => number | null;

const SLIPS: Readonly<Record<string, Slip>> = {
  'one more or less': (value, random) => (value > 0 && random.chance(0.5) ? value - 1 : value + 1),
  'digits swapped': (value, random) => {
    const digits = [...String(value)];
    const at = digits.flatMap((digit, index) => (index > 0 && digit !== digits[index - 1] ? [index] : []));
    if (at.length === 0) return null;
    const index = random.pick(at);
    [digits[index - 1], digits[index]] = [digits[index] ?? '', digits[index - 1] ?? ''];
    return Number(digits.join(''));
  },
  'digit lost': (value, random) => {
    const text = String(value);
    const at = random.int(0, text.length - 1);
    return text.length < 2 ? null : Number(text.slice(0, at) + text.slice(at + 1));
  },
  'digit doubled': (value, random) => {
    const text = String(value);
    const at = random.int(0, text.length - 1);
    return value === 0 ? null : Number(text.slice(0, at + 1) + text.slice(at));
  },
  'digit wrong': (value, random) => {
    const text = String(value);
    const at = random.int(0, text.length - 1);
    return Number(text.slice(0, at) + random.int(1, 9) + text.slice(at + 1));
  },
  sign: (value) => (value === 0 ? null : -value),
  'times ten': (value) => (value === 0 ? null : value * 10),
  'times ten thousand': (value) => (value === 0 ? null : value * 10_000),
};

const TRIES = 30;

/** A slip that changes the cell; null where none of the tries does. */
function slippedCell(table: TableThree, cells: readonly CellId[], slip: Slip, random: Random): [CellId, number] | null {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const cell = random.pick(cells);
    const value = slip(table.value(cell), random);
    if (value !== null && value !== table.value(cell)) return [cell, value];
  }
  return null;
}

export const ONE_CELL: readonly ErrorClass[] = Object.entries(SLIPS).map(([name, slip]) => ({
  name: `one cell: ${name}`,
  plant(sample, random) {
    const table = new TableThree(sample.truth);
    const changed = slippedCell(table, table.cells, slip, random);
    return changed === null ? null : { cells: new Map([changed]) };
  },
}));

export const ONE_TOTAL: ErrorClass = {
  name: 'one total',
  plant(sample, random) {
    const table = new TableThree(sample.truth);
    const changed = slippedCell(table, table.totals, anySlip(random), random);
    return changed === null ? null : { cells: new Map([changed]) };
  },
};

/** All but the sign, which a rule of its own finds. */
function anySlip(random: Random): Slip {
  return random.pick(Object.entries(SLIPS).flatMap(([name, slip]) => (name === 'sign' ? [] : [slip])));
}

export const TWO_CELLS: ErrorClass = {
  name: 'two cells',
  plant(sample, random) {
    const table = new TableThree(sample.truth);
    const first = slippedCell(table, table.cells, anySlip(random), random);
    const second = slippedCell(table, table.cells, anySlip(random), random);
    return first === null || second === null || first[0] === second[0] ? null : { cells: new Map([first, second]) };
  },
};

/** The row adds up, so only its column and that of the total tell. */
export const RECOMPUTED: ErrorClass = {
  name: 'item and its total recomputed',
  plant(sample, random) {
    const table = new TableThree(sample.truth);
    const items = table.cells.filter((cell) => !table.totals.includes(cell));
    const changed = slippedCell(table, items, anySlip(random), random);
    if (changed === null) return null;
    const [cell, value] = changed;
    const total = cell.replace(/[^.]+$/, 'total');
    return { cells: new Map([changed, [total, table.value(total) + value - table.value(cell)]]) };
  },
};
