/** 重复文字: a phrase written twice in a row, or a character doubled where two words met. */
import type { Passage } from './passage';

export interface Repetition {
  /** Half-open range in `passage.text`, both times. */
  readonly start: number;
  readonly end: number;
}

/** A shorter phrase may recur on purpose: 政府信息公开指南、政府信息公开目录. */
const MIN_LISTED = 8;
const MIN_JOINED = 4;
const MAX_JOINED = 16;
/** 微信信息, 疫情情况, 2022年年度: most characters that meet twice belong to two words; these do not. */
const SLIPS =
  /过程性性|(?<=[县镇乡省级])政政府|[我本]局局(?!长|机关|属|领导|党|办|务|内|里|直|网)|的的(?!确|士)|条例》》|《《/;
/** A row of headings says the same twice; a sentence has its stops. */
const STOP = /[。,;:]/;
const SEPARATED = /[,、;]/;
const HAN = /^[\u4e00-\u9fff]+$/;
/** A pattern for the eye, no slip: names of places in tests, rows of crosses. */
const ONE_CHARACTER = /^(.)\1+$/;

export function repetitionsIn({ text, heading }: Passage): Repetition[] {
  if (heading || text.length < MIN_JOINED * 2) return [];
  const slip = SLIPS.exec(text);
  const slips = slip === null ? [] : [{ start: slip.index, end: slip.index + slip[0].length }];
  const phrases = STOP.test(text) ? [...listedTwice(text), ...joinedTwice(text)] : [];
  return [...slips, ...phrases].sort((a, b) => a.start - b.start);
}

/** …被申请行政复议、…被申请行政复议和: the same item twice, the second one whole. */
function* listedTwice(text: string): Generator<Repetition> {
  let start = 0;
  let before = '';
  for (const piece of text.split(/(?<=[,、;。])/)) {
    const item = piece.replace(/[,、;。]$/, '');
    const next = item.charAt(before.length);
    if (before.length >= MIN_LISTED && item.startsWith(before) && (next === '' || /[和及与]/.test(next))) {
      yield { start: start - before.length - 1, end: start + before.length };
    }
    before = SEPARATED.test(piece.slice(-1)) ? item : '';
    start += piece.length;
  }
}

/**
 * 年度部门年度部门: nothing between the two. For each distance the runs that repeat what stands that far before them. One
 * as long as the distance holds a multiple of it: only there is looked, and back and forth from where it may be.
 */
function* joinedTwice(text: string): Generator<Repetition> {
  for (let length = MIN_JOINED; length <= MAX_JOINED; length++) {
    const repeats = (at: number): boolean => text.charCodeAt(at) === text.charCodeAt(at - length);
    let done = length;
    for (let at = length; at < text.length; at += length) {
      if (at < done || !repeats(at)) continue;
      let [start, end] = [at, at + 1];
      while (start > done && repeats(start - 1)) start--;
      while (end < text.length && repeats(end)) end++;
      done = end;
      for (; start + length <= end; start += length) {
        const phrase = text.slice(start, start + length);
        if (!HAN.test(phrase) || ONE_CHARACTER.test(phrase) || isRepeatedItself(phrase)) continue;
        yield { start: start - length, end: start + length };
      }
    }
  }
}

/** 示例示例: two of its halves were found already. */
function isRepeatedItself(phrase: string): boolean {
  const half = phrase.length / 2;
  return Number.isInteger(half) && phrase.slice(0, half) === phrase.slice(half);
}
