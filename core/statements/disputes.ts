/** What a number says of table four: review and lawsuits over requests for information. */
import { matchesOf } from '../document/matches';
import type { Place } from './place';
import { REQUESTS } from './requests';
import { type Said, type SaidAll, sum } from './said';
import type { Bound, Sentence } from './sentence';

const REVIEW = ['disputes.review'];
const DIRECT = 'disputes.lawsuit.direct';
const AFTER = 'disputes.lawsuit.afterReview';
const RESULTS: readonly (readonly [RegExp, string, string])[] = [
  [/维持/, '结果维持', 'upheld'],
  [/纠正|纠错|败诉/, '结果纠正', 'corrected'],
  [/其[他它]结果/, '其他结果', 'otherResult'],
  [/未审结|尚未审|正在审/, '尚未审结', 'pending'],
];

const DISPUTES = /(未经复议(?:直接)?(?:起诉|诉讼)?|直接起诉)|(复议后(?:再)?(?:起诉|诉讼)?)|(复议)|(诉讼|应诉|起诉)/g;

/** Which disputes the words speak of last: review, lawsuits of one way or both, or both kinds joined. */
export function disputeGroups(words: string): { readonly groups: readonly string[]; readonly name: string } | null {
  const matches = matchesOf(words, DISPUTES);
  const last = matches.at(-1);
  if (last === undefined) return null;
  if (last[1] !== undefined) return { groups: [DIRECT], name: '未经复议直接起诉' };
  if (last[2] !== undefined) return { groups: [AFTER], name: '复议后起诉' };
  if (last[3] !== undefined) return { groups: REVIEW, name: '行政复议' };
  const before = matches.at(-2);
  if (before?.[1] !== undefined) return { groups: [DIRECT], name: '未经复议直接起诉' };
  if (before?.[2] !== undefined) return { groups: [AFTER], name: '复议后起诉' };
  const between = before === undefined ? null : words.slice((before.index ?? 0) + before[0].length, last.index);
  const joined =
    before?.[3] !== undefined && between !== null && /^(?:和|及|或|与|、|以及|,)?(?:提起)?(?:行政)?$/.test(between);
  if (joined) return { groups: [...REVIEW, DIRECT, AFTER], name: '行政复议、行政诉讼' };
  return { groups: [DIRECT, AFTER], name: '行政诉讼' };
}

/** `last`: the disputes that the sentence spoke of before this number. */
export function disputeBy(words: string, last: ReturnType<typeof disputeGroups>): Said | null {
  const own = disputeGroups(words);
  const result = RESULTS.find(([pattern]) => pattern.test(words));
  const about = own ?? (result === undefined ? null : last);
  if (
    about === null ||
    /撤回|胜诉|驳回|撤诉|(?<!不服[^,]{0,10})答复(?![^,]{0,4}(?:引发|引起|提起|导致|产生))|终止/.test(words)
  )
    return null;
  const column = result?.[2] ?? 'total';
  return {
    subject: 'dispute',
    words: `${about.name}${result === undefined ? '' : result[1]}`,
    readings: [sum(...about.groups.map((group) => `${group}.${column}`))],
  };
}

const DISCLOSURE = /信息公开|政府信息|依申请|政务公开/;

/** 收到4件行政复议申请: what is counted stands behind its number. */
export function disputeBehind({ before, after }: Bound): string | null {
  if (!/(?:^|收到|发生|引发|引起|涉及|产生|出现|共有?|有|计)$/.test(before)) return null;
  return (
    /^(?:因?政府信息公开)?(?:的|类|引发的?|引起的?)*(?:行政)?(?:复议|诉讼)(?=申请|案|$|[,;])/.exec(after)?.[0] ?? null
  );
}

/** Disputes over requests for information, not those that the organ itself hears or is party to otherwise. */
export function isDispute({ before, start }: Bound, { sentence, passage, disputes, topic }: Place): boolean {
  const named = disputeGroups(before) !== null;
  const about = named || (disputes !== null && /维持|纠正|纠错|败诉|未审结|其他结果/.test(before));
  // 作为复议机关受理行政复议申请305件: cases that the organ hears.
  const hears = /作为[^,]{0,8}复议机关|受理|办理/.test(before) && !DISCLOSURE.test(before);
  // 行政诉讼共31件，其中涉及信息公开的5件: of all kinds, but for those.
  const ofAllKinds =
    (/被告/.test(before) && !DISCLOSURE.test(before)) ||
    /原告|第三人/.test(before) ||
    /^,?其中[^,;]{0,8}信息公开/.test(afterOf(sentence, start));
  if (!about || hears || ofAllKinds || /申请人|赔偿|调解|审理|(?<!未)审结|办理|应诉率|出庭/.test(before)) return false;
  if (passage.section === 4 || (topic.requests && passage.section === 3)) return true;
  const near = sentence.text.slice(Math.max(0, start - sentence.start - 60), start - sentence.start);
  return DISCLOSURE.test(near) || (topic.requests && REQUESTS.test(passage.text));
}

/** Text of the sentence behind the number that begins at `start`. */
function afterOf(sentence: Sentence, start: number): string {
  const number = sentence.numbers.find((each) => each.start === start);
  return number === undefined ? '' : sentence.text.slice(number.end - sentence.start);
}

/** 行政诉讼1件，结果维持: the next clause tells how all of them ended. */
export function withResult(said: Said | null, number: Bound, sentence: Sentence): SaidAll | null {
  if (said === null) return null;
  const next = sentence.clauses[number.clause + 1]?.text ?? '';
  const ended = /^(?:结果)?(?:为|获)?(?:维持|纠正)(?:原.{0,6})?$/.test(next) && !/结果/.test(said.words);
  const result = ended ? disputeBy(next, disputeGroups(number.before)) : null;
  return { ...said, also: result === null ? [said] : [said, result] };
}
