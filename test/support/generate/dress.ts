/** How a page writes its cells: zeros, blanks and slashes, thousands separators, full-width digits. */
import type { CellId, Form } from '../../../core/index';
import type { Random } from '../random';

export interface Dress {
  /** How the page writes nothing. */
  readonly zero: string;
  /** Share of the zeros written so; the rest are 0. */
  readonly share: number;
  readonly thousands: boolean;
  readonly fullWidth: boolean;
  /** Chooses the cells of `share`. */
  readonly seed: number;
}

export function dressFor(random: Random): Dress {
  const zero = random.pick(['0', '0', '0', '', '/', '-', '—', '无']);
  return {
    zero,
    share: random.pick([1, 1, 0.5, 0.1]),
    thousands: random.chance(0.1),
    fullWidth: random.chance(0.07),
    seed: random.int(0, 2 ** 31),
  };
}

/** Raw texts for all cells of the form. */
export function dressed(form: Form, cells: ReadonlyMap<CellId, number>, dress: Dress): Record<CellId, string> {
  const raw: Record<CellId, string> = {};
  const ids = form.tables.flatMap((table) => table.rows.flatMap((row) => row.cells));
  for (const [at, { id, type }] of ids.entries()) {
    const value = cells.get(id) ?? 0;
    raw[id] = value === 0 ? zeroOf(at, dress) : type === 'signed' ? signed(value) : numberText(value, dress);
    if (type === 'money' && value !== 0) raw[id] += '元';
  }
  return raw;
}

function zeroOf(at: number, { zero, share, seed, fullWidth }: Dress): string {
  const spot = (Math.imul(at + 1, 0x9e3779b1) ^ seed) >>> 0;
  return spot / 2 ** 32 < share ? zero : fullWidth ? '０' : '0';
}

function signed(value: number): string {
  return value > 0 ? `+${value}` : String(value);
}

function numberText(value: number, { thousands, fullWidth }: Dress): string {
  const [whole = '', fraction] = String(value).split('.');
  const grouped = thousands ? whole.replace(/\B(?=(\d{3})+$)/g, ',') : whole;
  const text = fraction === undefined ? grouped : `${grouped}.${fraction}`;
  return fullWidth ? text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0)) : text;
}
