/** Numbers with their units in running text: digits and Chinese numerals, exact or as intervals. */
import { matchesOf } from '../document/matches';
import type { Amount } from './statement';

export interface Quantity extends Amount {
  /** 余, 约, 以上 …: it bounds a sum, and proves none. */
  readonly fuzzy: boolean;
  /** Digits after the decimal point, the factor of 万 taken in: 1.8万 has −3. */
  readonly places: number;
}

const UNITS = '万元|亿元|元|件次|人次|件|份|宗|起|例|条|项|次|个|篇|期|家|人|户|处|场|部|幅|本|册|批|则|封|通|%|‰';
const ARABIC = '(?:\\d{1,3}(?:,\\d{3})+(?!\\d)|\\d+)(?:\\.\\d+)?';
const CHINESE = '[零〇一二两三四五六七八九十百千]+';
const NUMBER = new RegExp(
  `(约|近|超过|超|逾|不足|不到|至少|接近)?(?:(${ARABIC})([万亿](?!元))?|(${CHINESE})(?=(?:余|多)?(?:件|份|宗|例|起|条|项|次|个|篇)))(余|多)?([万亿](?!元))?(${UNITS})?(以上|左右|以内|以下|余|多)?`,
  'g',
);

/** What follows makes the digits a date, a clock time, an address or a share of a word, no count. */
const NO_COUNT_AFTER = /^(?:年|月|日|号|时|点|版|楼|室|路|届|级|季度|分钟|小时|天|-\d|\/\d|:\d|[A-Za-z〕\]〉》])/;
const NO_COUNT_BEFORE = /(?:第|[A-Za-z〔[〈《№\-/.]|\d:|电话|传真|邮编|编号|条例|号令)$/;
/** 一起, 一次性, 一条龙, 一项项: words, no numbers. */
const WORD_AFTER = /^(?:性|龙|一|步|方面|体|律|站|网|样|般|致|直|旦|并)/;
/** Units of one item of work; 项 and 条 also count powers and posts, which their users mind. */
export const CASE_UNITS: ReadonlySet<string> = new Set([
  '件',
  '份',
  '宗',
  '起',
  '例',
  '条',
  '项',
  '次',
  '个',
  '件次',
  '',
]);

/** Before the point; what is longer is a telephone number or a code. Fees of a province run into billions. */
const MAX_DIGITS = 8;
const MAX_DIGITS_OF_MONEY = 13;

export function quantitiesIn(text: string): Quantity[] {
  const found: Quantity[] = [];
  for (const match of matchesOf(text, NUMBER)) {
    const quantity = quantityOf(match, text);
    if (quantity !== null) found.push(quantity);
  }
  return found;
}

function quantityOf(match: RegExpMatchArray, text: string): Quantity | null {
  const [whole, before = '', arabic, tens, chinese, more, tensAfter, own = '', after = ''] = match;
  const start = match.index ?? 0;
  const unit = own === '' ? unitBefore(text, start) : own;
  const end = start + whole.length;
  const rest = text.slice(end, end + 4);
  const head = text.slice(Math.max(0, start - 3), start);
  if (arabic !== undefined && !isCount(arabic, unit, head, rest, before)) return null;
  if (chinese !== undefined && !isChineseCount(chinese, unit, head, rest)) return null;
  const factor = tenThousands(tens) * tenThousands(tensAfter);
  const digits = arabic?.replaceAll(',', '');
  const value = digits === undefined ? chineseValue(chinese ?? '') : Number(digits);
  if (value === null) return null;
  const places = (digits?.split('.')[1]?.length ?? 0) - Math.log10(factor);
  const bound = before || after || (more ?? '');
  const rounded = factor > 1 && bound === '';
  const [low, high] = interval(exactProduct(value, factor, places), bound, places, rounded, digits ?? '');
  return { low, high, places, fuzzy: bound !== '' || rounded, raw: whole, unit, start, end };
}

/** 收费金额(万元):46.13 */
function unitBefore(text: string, start: number): string {
  const mark = text.charAt(start - 1);
  return mark === ':' || mark === ')' ? (UNIT_BEFORE.exec(text.slice(Math.max(0, start - 8), start))?.[1] ?? '') : '';
}

const UNIT_BEFORE = /\((?:单位:)?(万元|亿元|元)\):?$/;

function isCount(digits: string, unit: string, head: string, rest: string, before: string): boolean {
  const most = unit === '元' ? MAX_DIGITS_OF_MONEY : MAX_DIGITS;
  if (digits.replace(/\..*|\D/g, '').length > most) return false;
  if (before === '' && NO_COUNT_BEFORE.test(head)) return false;
  if (unit === '' && (NO_COUNT_AFTER.test(rest) || isNumbering(digits, head, rest))) return false;
  return !isOfOtherThings(unit, rest);
}

const OTHER_THINGS = /^(?:工作日|方面|部分|部门|单位|乡镇|镇|村|月|平台|栏目|渠道|环节|层面|重点)/;

/** 3个工作日, 5个方面, 六个部分: counts of something named after the unit. */
function isOfOtherThings(unit: string, rest: string): boolean {
  return /^[个次]$/.test(unit) && OTHER_THINGS.test(rest);
}

/** 1.  1、 (1): the number of an item, not of things. */
function isNumbering(digits: string, head: string, rest: string): boolean {
  if (!/^\d{1,2}$/.test(digits)) return false;
  if (/(?:^|[。;\n])$/.test(head) && /^[.、)]/.test(rest)) return true;
  return head.endsWith('(') && rest.startsWith(')');
}

function isChineseCount(numerals: string, unit: string, head: string, rest: string): boolean {
  if (/第$|[《“"万亿]$/.test(head)) return false;
  if (/[〇零一二两三四五六七八九]{3,}/.test(numerals) || isOfOtherThings(unit, rest)) return false;
  // 零件 is a part of a machine; no requests are 零件 only behind what is counted.
  if (numerals === '零') return /(?:申请|复议|诉讼|收费|案件|公开)$/.test(head);
  if (/^[起个次条项]$/.test(unit) && numerals === '一') return /^(?:$|[,。;、)])/.test(rest);
  return !WORD_AFTER.test(rest);
}

function tenThousands(word: string | undefined): number {
  return word === '万' ? 1e4 : word === '亿' ? 1e8 : 1;
}

/** 1.8 × 10⁴ without the noise of binary fractions. */
function exactProduct(value: number, factor: number, places: number): number {
  const product = value * factor;
  return places > 0 ? Number(product.toFixed(places)) : Math.round(product);
}

function interval(value: number, bound: string, places: number, rounded: boolean, digits: string): [number, number] {
  if (rounded) return [value - 10 ** -places / 2, value + 10 ** -places / 2];
  if (bound === '') return [value, value];
  if (bound === '余' || bound === '多')
    return [value, value + step(value, places, digits) - 10 ** -Math.max(0, places)];
  if (/约|近|左右/.test(bound)) return [Number((value * 0.9).toFixed(4)), Number((value * 1.1).toFixed(4))];
  if (/不足|不到|以内|以下/.test(bound)) return [0, value];
  return [value, Number.MAX_SAFE_INTEGER];
}

/** 300余 is below 400, 1120余 below 1130, 1.8万余 below 1.9万. */
function step(value: number, places: number, digits: string): number {
  if (digits.includes('.') || places < 0) return 10 ** -places;
  const zeros = /0*$/.exec(String(value))?.[0].length ?? 0;
  return 10 ** Math.max(1, zeros);
}

const NUMERALS = '零一二三四五六七八九';
const PLACES: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };

function chineseValue(text: string): number | null {
  let total = 0;
  let digit = 0;
  for (const char of text.replaceAll('〇', '零').replaceAll('两', '二')) {
    const place = PLACES[char];
    if (place === undefined) {
      digit = NUMERALS.indexOf(char);
      continue;
    }
    total += (digit === 0 ? 1 : digit) * place;
    digit = 0;
  }
  return Number.isFinite(total + digit) ? total + digit : null;
}
