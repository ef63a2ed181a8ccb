/** Numbers as the cells of a report hold them. */
import { remembering } from './remembering';
import { foldWidth } from './text';

export type CellState = 'number' | 'blank' | 'dash' | 'text';

export interface CellNumber {
  readonly state: CellState;
  /** Null unless the state is `number`. */
  readonly value: number | null;
  readonly unit?: string;
  /** A word or unit stood beside the number. */
  readonly mixed?: true;
}

const DASH = /^(?:[-—–－‐―ー─━_＿~～/／\\、.。·*×✕□]+|无|無|不涉及|不适用|没有|暂无|空白?|无数据|N\/?A|None|null)$/i;
/** Zero in words. */
const ZERO = /^[〇零○]$/;
const UNIT = '(?:万元|亿元|元|万|件|条|项|宗|起|个|份|次|例|人|万件)';
const DIGITS = '(?:\\d{1,3}(?:[, ]\\d{3})+|\\d+)(?:\\.\\d+)?';
const PLAIN = new RegExp(`^([+-]?)(${DIGITS})$`);
const WITH_UNIT = new RegExp(`^([+-]?)(${DIGITS})\\s*(${UNIT})$`);
/** 增2, 减4, ↑2 of the 2019 form’s 本年增/减 column. */
const SIGNED = /^(增加?|减少?|↑|↓|上升|下降)\s*(\d+)\s*(?:项|件|个|条)?$/;

const MAX_DIGITS = 15;

/** A decimal string of at most 15 significant digits, exactly as a JS number; otherwise null. */
function exact(sign: string, digits: string): number | null {
  const plain = digits.replace(/[, ]/g, '');
  if (plain.replace('.', '').replace(/^0+/, '').length > MAX_DIGITS) return null;
  const value = Number(sign === '-' ? `-${plain}` : plain);
  // What JS prints with an exponent is too small for any report, and no longer a plain decimal.
  if (String(value).includes('e')) return null;
  return Object.is(value, -0) ? 0 : value;
}

/**
 * Reads the text of one cell. Full-width digits, thousands separators and spaces around are accepted silently;
 * a unit or word is kept in `unit`, with `mixed` set. What is not certainly one number is `text`, never a guess.
 */
export const readCellNumber: (raw: string) => CellNumber = remembering((raw): CellNumber => {
  if (/^\d{1,9}$/.test(raw)) return { state: 'number', value: Number(raw) };
  // Two lines with digits are two things, whatever they would make together; under an override they are drawn backwards.
  if (/\u202e/.test(raw) || /\d\s*\n\s*\d/.test(raw)) return { state: 'text', value: null };
  const text = foldWidth(raw)
    .replace(/[\s\u00a0\u3000]+/g, ' ')
    .trim()
    .replace(/[−﹣]/g, '-');
  if (text === '') return { state: 'blank', value: null };
  const plain = PLAIN.exec(text);
  if (plain) return number(plain[1], plain[2]);
  if (ZERO.test(text)) return { state: 'number', value: 0 };
  if (DASH.test(text)) return { state: 'dash', value: null };
  const united = WITH_UNIT.exec(text);
  if (united) return number(united[1], united[2], united[3]);
  const signed = SIGNED.exec(text);
  if (signed) return number(/^(减|↓|下降)/.test(signed[1] ?? '') ? '-' : '+', signed[2]);
  return { state: 'text', value: null };
});

function number(sign: string | undefined, digits: string | undefined, unit?: string): CellNumber {
  const value = exact(sign ?? '', digits ?? '');
  if (value === null) return { state: 'text', value: null };
  return unit === undefined ? { state: 'number', value } : { state: 'number', value, unit, mixed: true };
}

/** Could this text stand in a number cell at all: a number, a blank, a dash? */
export function looksLikeValue(raw: string): boolean {
  return raw === '' || isCount(raw) || readCellNumber(raw).state !== 'text';
}

export function isNumberText(raw: string): boolean {
  return raw !== '' && (isCount(raw) || readCellNumber(raw).state === 'number');
}

/** Digits alone, as most cells hold: a number, told without a look-up. */
function isCount(raw: string): boolean {
  if (raw.length === 0 || raw.length > 9) return false;
  for (let at = 0; at < raw.length; at++) {
    const code = raw.charCodeAt(at);
    if (code < 0x30 || code > 0x39) return false;
  }
  return true;
}
