/**
 * 数字: the numbers of any table, however it writes them. Which mark divides the decimals is a question to the whole
 * table, since `1,234` alone may be either; a cell that is not certainly one number is text.
 */
import { foldWidth } from '../document/text';
import type { Grid } from '../grid/grid';

export type Kind = 'blank' | 'none' | 'text' | 'number';

export interface Printed {
  readonly kind: Kind;
  /** At most 15 significant digits; 0 unless a number. */
  readonly value: number;
  /** Digits printed after the decimal mark. */
  readonly decimals: number;
}

const BLANK: Printed = { kind: 'blank', value: 0, decimals: 0 };
/** What says that there is nothing, or nothing to be told. */
const NONE: Printed = { kind: 'none', value: 0, decimals: 0 };
const TEXT: Printed = { kind: 'text', value: 0, decimals: 0 };

const SPACES = /[\s\u00a0\u2000-\u200b\u202f\u3000\ufeff]+/g;
const MINUS = /[−﹣‒–—]/g;
const NOTHING =
  /^(?:[-–—_.…·*x×#?/\\:]{1,4}|n\.?\/?a\.?|n\.?d\.?|nil|none|null|tbd|hc|f|s|无|無|不适用|不涉及|未填|空)$/i;
const CURRENCY = /^(?:us\$|[$€£¥￥])|(?:[€£]|元)$/gi;
/** A note beside a number: `4,501E`, `*600*`, `1 234 (r)`. */
const NOTE = /^\*+|(?:\*+|\(?[a-z]\)?|[†‡§¹²³])$/gi;
const MAX_DIGITS = 15;
const MAX_LENGTH = 40;

export type Mark = 'point' | 'comma';

const SURE_COMMA = /^-?(?:\d{1,3}(?:[ .]\d{3})+|\d+),(?:\d{1,2}|\d{4,})$/;
const SURE_POINT =
  /^-?(?:(?:\d{1,3}(?:[ ,]\d{3})+|\d+)\.(?:\d{1,2}|\d{4,})|\d{1,3}(?:,\d{3}){2,}|\d{1,3}(?:,\d{3})+\.\d+)$/;
const GROUPED: Readonly<Record<Mark, RegExp>> = {
  point: /^\d{1,3}(?:([, '])\d{3})(?:\1\d{3})*(?:\.(\d+))?$/,
  comma: /^\d{1,3}(?:([. '])\d{3})(?:\1\d{3})*(?:,(\d+))?$/,
};
const PLAIN: Readonly<Record<Mark, RegExp>> = { point: /^\d*(?:\.(\d+))?$/, comma: /^\d*(?:,(\d+))?$/ };
const EXPONENT = /^(\d(?:\.\d+)?)e([+-]?\d{1,2})$/i;

/** Row by row; a cell that spans several slots stands in the first of them. */
export function readNumbers(grid: Grid): Printed[][] {
  const texts = Array.from({ length: grid.height }, () => new Array<string>(grid.width).fill(''));
  for (const { row, column, text } of grid.cells) {
    const line = texts[row];
    if (line !== undefined && text !== '') line[column] = text.length > MAX_LENGTH ? 'text' : folded(text);
  }
  const mark = markOf(texts);
  const known = new Map<string, Printed>([['', BLANK]]);
  return texts.map((line) =>
    line.map((text) => {
      const before = known.get(text);
      if (before !== undefined) return before;
      const printed = readNumber(text, mark);
      known.set(text, printed);
      return printed;
    }),
  );
}

function folded(text: string): string {
  return foldWidth(text).replace(SPACES, ' ').trim().replace(MINUS, '-');
}

function markOf(texts: readonly (readonly string[])[]): Mark {
  let votes = 0;
  for (const line of texts) {
    for (const text of line) {
      if (SURE_COMMA.test(text)) votes++;
      else if (SURE_POINT.test(text)) votes--;
    }
  }
  return votes > 0 ? 'comma' : 'point';
}

/** `text` with single spaces and plain minus signs. */
export function readNumber(text: string, mark: Mark): Printed {
  if (text === '') return BLANK;
  if (NOTHING.test(text)) return NONE;
  if (!/\d/.test(text)) return TEXT;
  let rest = text.replace(CURRENCY, '').trim();
  let sign = '';
  const enclosed = /^\(\s*(.*?)\s*\)$/.exec(rest);
  if (enclosed?.[1] !== undefined) [sign, rest] = ['-', enclosed[1].replace(CURRENCY, '').trim()];
  if (/\d -$/.test(rest)) [sign, rest] = ['-', rest.slice(0, -2)];
  const signed = /^([+-]) ?/.exec(rest);
  if (signed) [sign, rest] = [sign === '' && signed[1] === '-' ? '-' : sign, rest.slice(signed[0].length)];
  rest = rest
    .replace(CURRENCY, '')
    .replace(/ ?[%‰]$/, '')
    .trim();
  return digitsOf(sign, rest, mark) ?? digitsOf(sign, rest.replace(NOTE, '').trim(), mark) ?? TEXT;
}

function digitsOf(sign: string, text: string, mark: Mark): Printed | null {
  const exponent = EXPONENT.exec(text);
  if (exponent) return numberOf(sign, String(Number(text)));
  const grouped = GROUPED[mark].exec(text);
  const fraction = grouped ? grouped[2] : PLAIN[mark].exec(text)?.[1];
  if (!grouped && (!PLAIN[mark].test(text) || text === '')) return null;
  const whole = (fraction === undefined ? text : text.slice(0, -fraction.length - 1)).replace(/\D/g, '');
  return numberOf(sign, fraction === undefined ? whole : `${whole}.${fraction}`);
}

function numberOf(sign: string, plain: string): Printed {
  // Programs that print every number with many digits have not measured them.
  const fraction = (plain.split('.')[1] ?? '').replace(/^0{4,}$/, '');
  if (plain.replace('.', '').replace(/^0+/, '').length > MAX_DIGITS || plain.includes('e')) return TEXT;
  const value = Number(plain);
  return { kind: 'number', value: sign === '-' && value !== 0 ? -value : value, decimals: fraction.length };
}
