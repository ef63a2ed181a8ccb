/** Personal data in print: numbers of identity cards, mobile phones and bank accounts, told by their own check digits. */
import { matchesOf } from '../document/matches';
import { foldWidth } from '../document/text';
import { type Passage, placeInPrint } from './passage';

export type PersonalDataKind = 'identity' | 'mobile' | 'account';

export interface PersonalData {
  readonly kind: PersonalDataKind;
  /** Half-open range in `passage.printed`. */
  readonly start: number;
  readonly end: number;
  /** Fit to be shown and shared: 138****1234. */
  readonly masked: string;
}

/** A longer number, a code, an address or a file's name goes on beside it. */
const BEFORE = '(?<![0-9A-Za-z_/=&%.#+*\\-])';
const AFTER = '(?![0-9A-Za-z_/=&%#@*]|-\\d|\\.\\d)';
const IDENTITY = new RegExp(
  `${BEFORE}[1-8]\\d{5}(?:19|20)\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])\\d{3}[\\dXx]${AFTER}`,
  'g',
);
const MOBILE = new RegExp(`${BEFORE}(?:86[ -]?)?1[3-9]\\d([ -]?)\\d{4}\\1\\d{4}${AFTER}`, 'g');
const ACCOUNT = new RegExp(`${BEFORE}(?:\\d{4} ?){4}\\d{0,3}${AFTER}`, 'g');
/** Digits in a row or grouped as a phone prints them, of either width; without them a page needs no search. */
const LONG_NUMBER = /[\d０-９]{3}[ -]?[\d０-９]{4}/;

/** What such a number is when it is a person's. */
const CODE_BEFORE =
  /(?:信用代码|机构代码|组织代码|索引号|编号|文号|案号|(?<!身份)证号|登记号|注册号|备案号?|标识码|流水号|批号|单号|序号|代码|QQ群?|QQ号码?)[^0-9A-Za-z。]{0,6}$/i;
const AMOUNT_AFTER = /^[ ]?(?:[元件条次人户个亿万吨字]|平方|公里|立方)/;
/** Accounts that are printed for payments to the treasury. */
const OFFICIAL_ACCOUNT = /财政|国库|专户|非税|对公|缴款|缴费|基本存款/;

export function personalDataIn(passage: Passage): PersonalData[] {
  if (!LONG_NUMBER.test(passage.printed)) return [];
  const text = foldWidth(passage.printed);
  // Where folding dropped a character positions no longer fit: rather nothing than a mark in the wrong place.
  if (text.length !== passage.printed.length) return [];
  return [
    ...numbersIn(text, IDENTITY, 'identity', isIdentity),
    ...numbersIn(text, MOBILE, 'mobile', () => true),
    ...numbersIn(text, ACCOUNT, 'account', (digits, at) => isAccount(digits, text.slice(Math.max(0, at - 40), at))),
  ].sort((a, b) => a.start - b.start);
}

/** Place of the number, where a page marks it. */
export function placeOfPersonalData(passage: Passage, { start, end }: PersonalData): ReturnType<typeof placeInPrint> {
  return placeInPrint(passage, start, end);
}

function* numbersIn(
  text: string,
  pattern: RegExp,
  kind: PersonalDataKind,
  proves: (digits: string, at: number) => boolean,
): Generator<PersonalData> {
  for (const match of matchesOf(text, pattern)) {
    const start = match.index;
    const end = start + match[0].trimEnd().length;
    const digits = match[0].replace(/[ -]/g, '');
    if (CODE_BEFORE.test(text.slice(Math.max(0, start - 16), start))) continue;
    if (AMOUNT_AFTER.test(text.slice(end, end + 4)) || !proves(digits, start)) continue;
    yield { kind, start, end, masked: MASKS[kind](digits) };
  }
}

const MASKS: Readonly<Record<PersonalDataKind, (digits: string) => string>> = {
  identity: (digits) => `${digits.slice(0, 2)}*************${digits.slice(-3)}`,
  mobile: (digits) => `${digits.slice(-11, -8)}****${digits.slice(-4)}`,
  account: (digits) => `${digits.slice(0, 4)}${'*'.repeat(digits.length - 8)}${digits.slice(-4)}`,
};

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CHECK_DIGITS = '10X98765432';

/** GB 11643: the last digit is the weighted sum of the others modulo 11. */
function isIdentity(digits: string): boolean {
  const sum = WEIGHTS.reduce((all, weight, at) => all + weight * Number(digits.charAt(at)), 0);
  return CHECK_DIGITS.charAt(sum % 11) === digits.charAt(17).toUpperCase();
}

/** One number in ten passes Luhn's sum by chance, so it also begins as a bank card or is called an account. */
function isAccount(digits: string, before: string): boolean {
  if (OFFICIAL_ACCOUNT.test(before) || !passesLuhn(digits)) return false;
  if (digits.length === 18 && isIdentity(digits)) return false;
  return /^62/.test(digits) || /(?:[账帐]号|[账帐]户|卡号|开户行)[^。]{0,12}$/.test(before);
}

function passesLuhn(digits: string): boolean {
  const sum = [...digits].reverse().reduce((all, char, at) => {
    const value = Number(char) * (at % 2 === 1 ? 2 : 1);
    return all + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}
