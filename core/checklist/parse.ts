/** The text of a relation into terms: `2×行政许可 − 上年.行政许可 ≥ 10`. What the names mean is no matter here. */
import { failed, ok, type Result } from '../document/result';
import type { Comparison } from '../relations/own-relation';
import type { RelationFault } from './fault';

export interface NamedTerm {
  /** With the sign. */
  readonly coefficient: number;
  /** Null: a plain number, which is the coefficient. */
  readonly name: string | null;
  readonly previous: boolean;
  /** UTF-16 offsets of the term. */
  readonly start: number;
  readonly end: number;
}

export interface ParsedRelation {
  readonly left: readonly NamedTerm[];
  readonly comparison: Comparison;
  readonly right: readonly NamedTerm[];
}

export const MAX_TEXT = 500;
const MAX_COEFFICIENT = 1e6;
const MAX_NUMBER = 1e15;

const COMPARISON = /<>|<=|>=|!=|==?|[≥≧⩾≤≦⩽≠<>]/g;
const MEANING: Readonly<Record<string, Comparison>> = {
  '=': '=',
  '==': '=',
  '≠': '≠',
  '!=': '≠',
  '<>': '≠',
  '≥': '≥',
  '≧': '≥',
  '⩾': '≥',
  '>=': '≥',
  '≤': '≤',
  '≦': '≤',
  '⩽': '≤',
  '<=': '≤',
  '>': '>',
  '<': '<',
};
const SIGN = /[+\-−–]/g;
const PREVIOUS = /^(?:上年|上一年|去年)\s*[.。·]\s*/;
const NUMBER = /^\d+(?:\.\d+)?$/;
/** `2×`, `2 ` or `2` straight before a Chinese name; `1.` before one is the numbering of the form. */
const BEFORE = /^(\d+(?:\.\d+)?)(?:\s*[*×✕xX]\s*|\s+|(?=[\p{Script=Han}“"「]))(?=\S)/u;
const AFTER = /\s*[*×✕]\s*(\d+(?:\.\d+)?)$/;

/** Never throws. */
export function parseRelation(text: string): Result<ParsedRelation, RelationFault> {
  if (text.length > MAX_TEXT) return failed({ code: 'too-long', start: MAX_TEXT, end: text.length });
  const folded = folding(text);
  const [sign, second] = folded.matchAll(COMPARISON);
  if (sign === undefined) return failed({ code: 'no-comparison', start: 0, end: text.length });
  if (second !== undefined) {
    return failed({ code: 'second-comparison', start: second.index, end: second.index + second[0].length });
  }
  const left = parseSum(folded, 0, sign.index);
  if (!left.ok) return left;
  const right = parseSum(folded, sign.index + sign[0].length, folded.length);
  if (!right.ok) return right;
  return ok({ left: left.value, comparison: MEANING[sign[0]] ?? '=', right: right.value });
}

/** Full-width signs and digits as ASCII, character by character, so that offsets stay. */
function folding(text: string): string {
  return text
    .replace(/[\uff01-\uff5e]/g, (char) => String.fromCharCode(char.charCodeAt(0) - 0xfee0))
    .replace(/[\s\u3000]/g, ' ');
}

function parseSum(text: string, start: number, end: number): Result<readonly NamedTerm[], RelationFault> {
  const terms: NamedTerm[] = [];
  let from = start;
  let factor = 1;
  const signs = [...text.slice(start, end).matchAll(SIGN)].map((match) => [start + match.index, match[0]] as const);
  for (const [at, sign] of [...signs, [end, ''] as const]) {
    // A sign may lead a sum: there is no term before it.
    const leads = terms.length === 0 && from === start && at < end && text.slice(from, at).trim() === '';
    if (!leads) {
      const term = parseTerm(text, from, at, factor);
      if (!term.ok) return term;
      terms.push(term.value);
    }
    factor = sign === '+' || sign === '' ? 1 : -1;
    from = at + 1;
  }
  return ok(terms);
}

function parseTerm(text: string, from: number, to: number, sign: number): Result<NamedTerm, RelationFault> {
  const raw = text.slice(from, to);
  const start = from + raw.length - raw.trimStart().length;
  const end = from + raw.trimEnd().length;
  const body = raw.trim();
  if (body === '') return failed({ code: 'empty-term', start: from, end: to });
  if (!isBalanced(body)) return failed({ code: 'brackets', start, end });
  if (NUMBER.test(body)) {
    const value = whole(body, MAX_NUMBER);
    if (value === null) return failed({ code: 'number', start, end });
    return ok({ coefficient: signed(sign, value), name: null, previous: false, start, end });
  }
  const before = BEFORE.exec(body);
  const after = before === null ? AFTER.exec(body) : null;
  const coefficient = whole((before ?? after)?.[1] ?? '1', MAX_COEFFICIENT);
  if (coefficient === null) return failed({ code: 'number', start, end });
  const name = body.slice(before?.[0].length ?? 0, after?.index ?? body.length);
  const shorn = name.replace(PREVIOUS, '');
  if (shorn === '') return failed({ code: 'empty-term', start, end });
  return ok({ coefficient: signed(sign, coefficient), name: shorn, previous: shorn !== name, start, end });
}

/** No −0. */
function signed(sign: number, value: number): number {
  return value === 0 ? 0 : sign * value;
}

function whole(digits: string, limit: number): number | null {
  const value = Number(digits);
  return Number.isInteger(value) && !digits.includes('.') && value <= limit ? value : null;
}

function isBalanced(text: string): boolean {
  let depth = 0;
  for (const char of text) {
    if (char === '(') depth++;
    if (char === ')') depth--;
    if (depth < 0) return false;
  }
  return depth === 0;
}
