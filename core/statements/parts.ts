/** 共…其中…: a total and the parts that the same sentence gives of it. */
import { gather } from '../document/gather';
import { applicantBy } from './applicants';
import { carriedBy } from './carried-over';
import { closes, isOutcome, isPart, isWholeRow, mixesUnits, sumsOf } from './part-sums';
import type { Passage } from './passage';
import { type Bound, type Sentence, sentencesOf } from './sentence';

export interface PartsSum {
  readonly passage: Passage;
  /** Half-open range in `passage.text` from the total to the last part. */
  readonly start: number;
  readonly end: number;
  readonly total: number;
  readonly parts: readonly number[];
}

const MARKER =
  /^[件份宗起例条项次个篇期家人信息类,;:()。]*(?:其中|包括|包含|涵盖|分为|分别(?:为|是|来自)|具体(?:为|是|如下|包括)|涉及|含)|^[,(]?[按从依]照?[^,;。\d]{1,12}(?:分类?|划分|来?看|统计|区分)[,:为]|^[^,;。\d]{0,16}中,/;
/** 42件（网络30件、信函12件）: nothing but the list tells that these are its parts. */
const LIST = /^[(:][^,;。\d()]{1,16}$/;
const NO_LIST = /含|其中|结转|同比|比|占|不予|受理/;
/** 动态20条等: more than what is listed; 动态等20条 is one name. */
export const AND_MORE = /\d(?:[件份宗起例条项次个篇则期人户家]|件次|人次)[^,;、。\d]{0,4}等/;
/** Words that leave parts out, or name what is no part. */
const OPEN_ENDED =
  /主要(?!负责人|领导)|重点(?:包括|公开|涉及|是|有|发布|围绕|推进)|部分(?!公开)|例如|比如|如(?:下)?[:：]|同比|增长|增加|下降|减少|以上|左右|累计/;
const GROUPS: readonly ReadonlySet<string>[] = [
  new Set(['件', '份', '宗', '起', '例', '件次', '次', '个', '项', '条', '篇', '则', '期', '']),
  new Set(['人', '人次', '户', '家']),
  new Set(['场', '部', '幅', '册', '本']),
  new Set(['元', '万元', '亿元']),
];
const MIN_PARTS = 2;

/** Sums whose parts do not make their total under any admissible reading. */
export function brokenSums(passage: Passage): PartsSum[] {
  const sentences = sentencesOf(passage);
  return gather(sentences, (sentence, index) => {
    if (sentence.numbers.length < MIN_PARTS) return [];
    const within = gather(sentence.numbers, (_, at) => sumAt(sentence, at, passage) ?? []);
    const before = sentences[index - 1];
    const across = before === undefined ? null : sumAcross(before, sentence, passage);
    const behind = within.length > 0 ? null : sumBehind(sentence, passage);
    return [across, ...within, behind].filter((each) => each !== null);
  });
}

/** 网站20条，微信30条，合计50条: the total comes last. */
function sumBehind(sentence: Sentence, passage: Passage): PartsSum | null {
  const at = sentence.numbers.findIndex(({ before }) => /(?:合计|共计|总计)[^,;\d]{0,14}$/.test(before));
  const total = sentence.numbers[at];
  if (total === undefined || total.fuzzy || total.unit === '' || total.aside) return null;
  const parts = sentence.numbers.slice(0, at).filter((each) => !each.aside && each.unit !== '%');
  const [first] = parts;
  // One unit all along: 培训5次，资料300份 make no sum of anything.
  const even = parts.every((each) => each.unit === total.unit && !each.fuzzy && isPart(each));
  if (first === undefined || parts.length < MIN_PARTS || !even) return null;
  const listed = passage.text.slice(first.start, total.start);
  if (OPEN_ENDED.test(listed) || /;|其中/.test(listed) || parts.some((each) => each.low > total.low)) return null;
  const values = parts.map((each) => each.low);
  const sums = values.map((_, from) => values.slice(from).reduce((all, value) => all + value, 0));
  const [all = 0] = sums;
  const near = all * 4 >= total.low * 3 && total.low * 4 >= all * 3;
  if (sums.includes(total.low) || !near) return null;
  return { passage, start: first.start, end: total.end, total: total.low, parts: values };
}

function sumAt(sentence: Sentence, at: number, passage: Passage): PartsSum | null {
  const total = sentence.numbers[at];
  const next = sentence.numbers[at + 1];
  if (total === undefined || next === undefined) return null;
  const aside = ASIDE.exec(passage.text.slice(total.end, sentence.end));
  if (aside !== null) return sumAfterAside(sentence, at, total.end + aside[0].length, passage);
  const between = passage.text.slice(total.end, next.start);
  // 办结177件（含结转的3件），其中…: not the 3 are split.
  if (total.aside && between.includes(')')) return null;
  const marked = MARKER.test(between);
  if (!marked && !LIST.test(between)) return null;
  const parts = partsAfter(sentence, at, passage);
  if (isOfEarlier(sentence, at, parts)) return null;
  if (!marked && !isBareList(total, parts, passage)) return null;
  return judged(total, parts, passage, passage.text.slice(total.end, sentence.end));
}

/** 答复33件，含上年结转2件；其中予以公开21件: a part above the last number is one of the number before that. */
function isOfEarlier({ numbers }: Sentence, at: number, parts: readonly Bound[]): boolean {
  const total = numbers[at];
  const before = numbers[at - 1];
  if (total === undefined || before === undefined || before.unit === '%' || before.low <= total.low) return false;
  const all = parts.reduce((sum, part) => sum + part.low, 0);
  return parts.some((part) => part.low > total.low) && all <= before.low;
}

/** （含上年结转的3件）: said of the total, and no list of its parts. */
const ASIDE = /^[^,;。()]{0,6}\([^()]*(?:结转|转结|同比|比上年|比20\d\d年)[^()]*\)/;

function sumAfterAside(sentence: Sentence, at: number, from: number, passage: Passage): PartsSum | null {
  const total = sentence.numbers[at];
  const first = sentence.numbers.findIndex((each) => each.start >= from);
  const next = sentence.numbers[first];
  if (total === undefined || next === undefined || !MARKER.test(passage.text.slice(from, next.start))) return null;
  const parts = partsAfter(sentence, first - 1, passage).filter((part) => !part.aside);
  // Of 122件（含上年结转8件） the list may split those received alone.
  const without = total.low - (sentence.numbers[at + 1]?.low ?? 0);
  if (parts.reduce((sum, part) => sum + part.low, 0) === without) return null;
  return judged(total, parts, passage, passage.text.slice(total.end, sentence.end));
}

/** All of one unit, none above the total, and no word that tells something else of them. */
function isBareList(total: Bound, parts: readonly Bound[], { text }: Passage): boolean {
  const end = parts.at(-1)?.end ?? total.end;
  return (
    parts.length >= MIN_PARTS &&
    parts.every((part) => part.unit === total.unit && part.low <= total.low) &&
    !NO_LIST.test(text.slice(total.end, end))
  );
}

/** 共发布615条。其中，…: the parts stand in the sentence that follows. */
function sumAcross(before: Sentence, sentence: Sentence, passage: Passage): PartsSum | null {
  const total = before.numbers.at(-1);
  if (total === undefined || !/^(?:其中|包括|分别(?:为|是)|具体(?:为|是|如下|包括))/.test(sentence.text)) return null;
  if (passage.text.slice(total.end, before.end).length > 2 || before.numbers.length > 1) return null;
  return judged(total, partsAfter(sentence, -1, passage), passage, sentence.text);
}

/** Numbers of the total’s own kind up to the end of the sentence; a part’s own parts in brackets are not counted. */
function partsAfter(sentence: Sentence, at: number, { text }: Passage): Bound[] {
  const total = sentence.numbers[at];
  const inBrackets = total !== undefined && text.slice(total.end, sentence.numbers[at + 1]?.start).includes('(');
  const parts: Bound[] = [];
  for (const number of sentence.numbers.slice(at + 1)) {
    const closed = inBrackets && text.slice(total.end, number.start).includes(')');
    if (closed) break;
    if (!inBrackets && number.aside) continue;
    if (number.unit === '%' || number.unit === '‰') continue;
    // What is carried over was received, but is no outcome.
    if (/结转|转结/.test(`${number.before}${number.after}`)) break;
    // …；我市办结8134件: another verb, another whole.
    const since = text.slice(parts.at(-1)?.end ?? total?.end ?? number.start, number.start);
    if (/[;。]/.test(since) && /办结|答复|回复|办复|收到|受理/.test(number.before)) break;
    if (parts.length > 0 && /办结|答复|办复/.test(number.before)) break;
    parts.push(number);
  }
  return parts;
}

function judged(total: Bound, parts: readonly Bound[], passage: Passage, span: string): PartsSum | null {
  const group = GROUPS.find((units) => units.has(total.unit));
  if (group === undefined || total.unit === '' || total.fuzzy || parts.length < MIN_PARTS) return null;
  const counted = parts.filter((part) => group.has(part.unit));
  // 予以公开42件，不予公开10件，尚在办理期限内5件: the last is none of those decided.
  const open = counted.findIndex(
    (part, at) => counted.slice(0, at).some(isOutcome) && carriedBy(part.before, null) === 'out',
  );
  const own = open < 0 ? counted : counted.slice(0, open);
  const last = own.at(-1);
  if (last === undefined || own.length < MIN_PARTS || own.some((part) => part.fuzzy)) return null;
  const listed = span.slice(0, last.end - total.end);
  // 分别为704条、111条和0条: the names stand before the total.
  const bare = /^[^\d]{0,6}分别(?:为|是|有)$/.test(listed.slice(0, (own[0]?.start ?? 0) - total.end));
  if (own.some((part) => !isPart(part) && !(bare && part.unit === total.unit))) return null;
  if (OPEN_ENDED.test(listed) || AND_MORE.test(span) || mixesUnits(own)) return null;
  const values = own.map((part) => part.low);
  const sums = sumsOf(own, passage);
  if (sums.some((sum) => sum === total.low)) return null;
  const all = values.reduce((sum, value) => sum + value, 0);
  // Outcomes and applicants are often told in part only; those told are held against the tables one by one.
  if (all < total.low && own.some((part) => isOutcome(part) || applicantBy(part.before) !== null)) return null;
  if (all < total.low && !isWholeRow(own) && !closes(values, total.low, listed)) return null;
  return { passage, start: total.start, end: last.end, total: total.low, parts: values };
}
