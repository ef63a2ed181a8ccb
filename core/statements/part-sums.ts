/** Which sums a list of parts admits, and whether they have to make the whole. */
import { carriedBy } from './carried-over';
import { firstOutcomeBy, outcomeBy } from './outcomes';
import type { Passage } from './passage';
import type { Bound } from './sentence';

/** With fewer parts than this a gap may be what the sentence leaves out. */
const ENOUGH_PARTS = 3;

/** 网络1303、信函172、当面24: none has a unit, or each has. */
export function mixesUnits(parts: readonly Bound[]): boolean {
  const bare = parts.filter((part) => part.unit === '');
  return (
    bare.length > 0 && (bare.length < parts.length || !bare.every((part) => /[\u4e00-\u9fff]{2}$/.test(part.before)))
  );
}

export function isOutcome({ before, after }: Bound): boolean {
  return outcomeBy(before) !== null || RESULT.test(before) || firstOutcomeBy(after.slice(0, 16)) !== null;
}

const RESULT = /维持|纠正|纠错|败诉|胜诉|驳回|撤回|撤诉|审结/;

/** A part has a name beside it; a bare number may be anything. */
export function isPart(part: Bound): boolean {
  return part.before.replace(/[、和及以共]/g, '') !== '' || part.after !== '';
}

/** Fewer than the total may be a selection: it counts as a sum where it nearly is one. */
export function closes(values: readonly number[], total: number, listed: string): boolean {
  const sum = values.reduce((all, value) => all + value, 0);
  // Online and offline are all there is.
  if (/分别/.test(listed) || (/线上/.test(listed) && /线下/.test(listed))) return true;
  if (values.length >= ENOUGH_PARTS) return sum * 2 >= total;
  return sum * 5 >= total * 4;
}

/**
 * Every sum that the list admits: of all parts, of those up to some point (the text then speaks of something else),
 * of those after a change of subject at a semicolon, and without parts that are parts of the part before them.
 */
export function sumsOf(parts: readonly Bound[], passage: Passage): number[] {
  const sums: number[] = [];
  const values = parts.map((part) => part.low);
  for (let from = 0; from < values.length; from++) {
    const begins = from === 0 || passage.text.slice(parts[from - 1]?.end, parts[from]?.start).includes(';');
    if (!begins) continue;
    let sum = 0;
    for (const [index, value] of values.slice(from).entries()) {
      sum += value;
      // …；全年答复45件: a number told again is no list.
      if (from === 0 ? endsAt(parts, index, passage) : index > 0) sums.push(sum);
    }
  }
  if (isWholeRow(parts)) return [...sums, ...nestedSums(parts, passage)];
  // 动态1744条，政务393条，解读21条，回应2条 of 2139: one named last may be among the others.
  const all = values.reduce((sum, value) => sum + value, 0);
  const among = values.slice(1).filter((value) => value * 20 <= all);
  return [...sums, ...nestedSums(parts, passage), ...among.map((value) => all - value)];
}

/** In one row of names, 网络4件、信函0件、当面6件, only the whole counts; a new clause with a verb may be of another. */
function endsAt(parts: readonly Bound[], at: number, { text }: Passage): boolean {
  const next = parts[at + 1];
  if (next === undefined || /[;。]|其中/.test(text.slice(parts[at]?.end, next.start))) return true;
  return next.unit !== parts[0]?.unit || VERB.test(next.before) || carriedBy(next.before, null) !== null;
}

/** 网络5件、信函0件、当面1件: the ways to ask for information are told all or not at all, and nil is told by who tells all. */
export function isWholeRow(parts: readonly Bound[]): boolean {
  const ways = parts.filter(({ before }) => WAYS.some((way) => way.test(before)));
  if (parts.length < ENOUGH_PARTS || parts.some(({ unit }) => unit !== parts[0]?.unit)) return false;
  return ways.length === parts.length
    ? WAYS.every((way) => ways.some(({ before }) => way.test(before)))
    : hasNil(parts);
}

function hasNil(parts: readonly Bound[]): boolean {
  return parts.some(({ low }) => low === 0);
}

const WAYS = [/网|在线|线上|平台|邮箱|电子/, /信函|信件|来信|邮寄|书面|EMS|快递/, /当面|现场|窗口|来访/];

const VERB =
  /通过|利用|发布|公开|公布|推送|转发|另|还|同时|累计|收到|受理|回应|回复|答复|处理|办理|办结|制作|解读|编发|报送|开展|组织|撰写|更新|尚|仍|剩余|其余/;

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
