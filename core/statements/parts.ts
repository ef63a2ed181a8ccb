/** 共…其中…: a total and the parts that the same sentence gives of it. */
import { outcomeBy } from './applications';
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

const MARKER = /^[件份宗起例条项次个篇期家人信息类,;:()。]*(?:其中|包括|包含|分别(?:为|是)|涉及|含)/;
/** Words that leave parts out, or name what is no part. */
/** 动态20条等: more than what is listed; 动态等20条 is one name. */
export const AND_MORE = /\d(?:[件份宗起例条项次个篇则期人户家]|件次|人次)[^,;、。\d]{0,4}等/;
const OPEN_ENDED = /主要|重点|部分(?!公开)|例如|比如|如(?:下)?[:：]|同比|增长|增加|下降|减少|以上|左右|累计/;
const GROUPS: readonly ReadonlySet<string>[] = [
  new Set(['件', '份', '宗', '起', '例', '件次', '次', '个', '项', '条', '篇', '则', '期', '']),
  new Set(['人', '人次', '户', '家']),
  new Set(['元', '万元', '亿元']),
];
const MIN_PARTS = 2;
/** With fewer parts than this a gap may be what the sentence leaves out. */
const ENOUGH_PARTS = 3;

/** Sums whose parts do not make their total under any admissible reading. */
export function brokenSums(passage: Passage): PartsSum[] {
  const sentences = sentencesOf(passage);
  return sentences.flatMap((sentence, index) => {
    const within = sentence.numbers.flatMap((_, at) => sumAt(sentence, at, passage) ?? []);
    const before = sentences[index - 1];
    const across = before === undefined ? null : sumAcross(before, sentence, passage);
    return across === null ? within : [across, ...within];
  });
}

function sumAt(sentence: Sentence, at: number, passage: Passage): PartsSum | null {
  const total = sentence.numbers[at];
  const next = sentence.numbers[at + 1];
  if (total === undefined || next === undefined) return null;
  const between = passage.text.slice(total.end, next.start);
  if (!marksParts(between)) return null;
  return judged(total, partsAfter(sentence, at, passage), passage, passage.text.slice(total.end, sentence.end));
}

function marksParts(between: string): boolean {
  return MARKER.test(between);
}

/** 共发布615条。其中，…: the parts stand in the sentence that follows. */
function sumAcross(before: Sentence, sentence: Sentence, passage: Passage): PartsSum | null {
  const total = before.numbers.at(-1);
  if (total === undefined || !/^其中/.test(sentence.text)) return null;
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
    parts.push(number);
  }
  return parts;
}

function judged(total: Bound, parts: readonly Bound[], passage: Passage, span: string): PartsSum | null {
  const group = GROUPS.find((units) => units.has(total.unit));
  if (group === undefined || total.unit === '' || total.fuzzy || parts.length < MIN_PARTS) return null;
  const own = parts.filter((part) => group.has(part.unit));
  const last = own.at(-1);
  if (last === undefined || own.length < MIN_PARTS || own.some((part) => part.fuzzy || !isPart(part))) return null;
  const listed = span.slice(0, last.end - total.end);
  if (OPEN_ENDED.test(listed) || AND_MORE.test(span) || own.some((part) => part.unit === '')) return null;
  const values = own.map((part) => part.low);
  const sums = sumsOf(own, passage);
  if (sums.some((sum) => sum === total.low)) return null;
  const all = values.reduce((sum, value) => sum + value, 0);
  // Outcomes of requests are often told in part only; those told are held against table three one by one.
  if (all < total.low && own.some((part) => outcomeBy(part.before) !== null)) return null;
  if (all < total.low && !closes(values, total.low, listed)) return null;
  return { passage, start: total.start, end: last.end, total: total.low, parts: values };
}

/** A part has a name beside it; a bare number may be anything. */
function isPart(part: Bound): boolean {
  return part.before.replace(/[、和及以共]/g, '') !== '' || part.after !== '';
}

/** Fewer than the total may be a selection: it counts as a sum where it nearly is one. */
function closes(values: readonly number[], total: number, listed: string): boolean {
  const sum = values.reduce((all, value) => all + value, 0);
  if (/分别/.test(listed)) return true;
  if (values.length >= ENOUGH_PARTS) return sum * 2 >= total;
  return sum * 5 >= total * 4;
}

/**
 * Every sum that the list admits: of all parts, of those up to some point (the text then speaks of something else),
 * of those after a change of subject at a semicolon, and without parts that are parts of the part before them.
 */
function sumsOf(parts: readonly Bound[], passage: Passage): number[] {
  const sums: number[] = [];
  const values = parts.map((part) => part.low);
  for (let from = 0; from < values.length; from++) {
    const begins = from === 0 || passage.text.slice(parts[from - 1]?.end, parts[from]?.start).includes(';');
    if (!begins) continue;
    let sum = 0;
    for (const value of values.slice(from)) {
      sum += value;
      sums.push(sum);
    }
  }
  // 动态1744条，政务393条，解读21条，回应2条 of 2139: one named last may be among the others.
  const all = values.reduce((sum, value) => sum + value, 0);
  return [...sums, ...nestedSums(parts, passage), ...values.slice(1).map((value) => all - value)];
}

/** 其中 once more: what follows may split the part before it. */
function nestedSums(parts: readonly Bound[], passage: Passage): number[] {
  const sums: number[] = [];
  for (const [at, part] of parts.entries()) {
    const next = parts[at + 1];
    if (next === undefined || !/其中|包括|含/.test(passage.text.slice(part.end, next.start))) continue;
    let inner = 0;
    for (let to = at + 1; to < parts.length; to++) {
      inner += parts[to]?.low ?? 0;
      const rest = parts
        .slice(0, at + 1)
        .concat(parts.slice(to + 1))
        .reduce((sum, each) => sum + each.low, 0);
      if (inner <= part.low) sums.push(rest);
    }
  }
  return sums;
}
