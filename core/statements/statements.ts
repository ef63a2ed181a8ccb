/** Reads the statements out of the prose: which numbers speak of the report's own tables, and what they may mean. */
import {
  ANSWERS,
  applicantBy,
  BARELY_DISCLOSED,
  barelyTaken,
  CARRIED,
  carriedAfter,
  carriedBy,
  DECIDED_AFTER,
  firstOutcomeBy,
  flowBy,
  isPartOfFlow,
  outcomeBy,
  REQUESTS,
  type Said,
  sum,
} from './applications';
import { guardOf, isNoCase, isOtherMatter, type Setting } from './guards';
import { noneStatements } from './none';
import { disputeBy, disputeGroups, documentBy, enforcementBy, enforcementIn, feeBy } from './other-tables';
import type { Passage } from './passage';
import { CASE_UNITS } from './quantities';
import { type Bound, type Sentence, sentencesOf } from './sentence';
import type { Statement } from './statement';

export interface Prose extends Setting {
  readonly passages: readonly Passage[];
}

/** What the text is about, carried on from one sentence to the next. */
interface Topic {
  /** Requests for government information. */
  readonly requests: boolean;
  readonly disputes: ReturnType<typeof disputeGroups>;
}

const DISCLOSURE = /信息公开|政府信息|依申请|政务公开/;
const SPLIT_BY_CHANNEL = /线上|线下/;

export function statementsOf(prose: Prose): readonly Statement[] {
  let topic: Topic = { requests: false, disputes: null };
  const found: Statement[] = [];
  for (const passage of prose.passages) {
    topic = topicAt(passage, topic);
    if (passage.heading) continue;
    for (const sentence of sentencesOf(passage)) {
      topic = { ...topic, requests: stillRequests(sentence.text, topic.requests) };
      found.push(...statementsIn(sentence, passage, topic, prose));
    }
    found.push(...noneStatements(passage, prose, topic.requests));
  }
  return found;
}

/** A heading of its own, （二）依申请公开情况, or the section tells what the next lines are about. */
function topicAt({ text, heading, section }: Passage, topic: Topic): Topic {
  if (heading) return { requests: section === 3, disputes: null };
  if (text.length > 30 || /\d/.test(text.slice(4))) return topic;
  if (/依申请|申请公开|申请情况/.test(text)) return { requests: true, disputes: null };
  return { requests: false, disputes: null };
}

function stillRequests(text: string, before: boolean): boolean {
  if (REQUESTS.test(text) || /依申请/.test(text) || ANSWERS.test(text)) return true;
  return before && !isOtherMatter(text) && !/主动公开(?!.*申请)/.test(text);
}

function statementsIn(sentence: Sentence, passage: Passage, topic: Topic, setting: Setting): Statement[] {
  const found: Statement[] = [];
  const split: Bound[] = [];
  let place: Place = {
    sentence,
    passage,
    topic,
    setting,
    disputes: topic.disputes,
    enforcement: null,
    subject: null,
    flow: null,
  };
  for (const number of sentence.numbers) {
    place = {
      ...place,
      disputes: disputeGroups(number.before) ?? place.disputes,
      enforcement: enforcementIn(number.before) ?? place.enforcement,
      partial: place.partial === true || SPLIT_BY_CHANNEL.test(number.before),
    };
    if (place.partial === true && topic.requests && isTakenIn(number)) split.push(number);
    const said = saidBy(number, place);
    if (said === null || guardOf(sentence, number, setting, isCarried(said)) !== null) continue;
    const { subject } = said;
    place = { ...place, subject, flow: subject === 'received' || subject === 'decided' ? subject : place.flow };
    found.push(...said.also.map((each) => statementOf(each, number, sentence, passage)));
  }
  return [...found, ...together(split, sentence, passage, setting)];
}

function isTakenIn({ before }: Bound): boolean {
  return /收到|接收|受理/.test(before) && REQUESTS.test(before);
}

/** Online and offline told apart: what was received is their sum. */
function together(split: readonly Bound[], sentence: Sentence, passage: Passage, setting: Setting): Statement[] {
  const [first] = split;
  const last = split.at(-1);
  if (first === undefined || last === undefined || split.length < 2) return [];
  if (split.some((each) => each.fuzzy || guardOf(sentence, each, setting) !== null)) return [];
  const low = split.reduce((all, each) => all + each.low, 0);
  const raw = split.map((each) => each.raw).join('＋');
  const number: Bound = { ...first, low, high: low, raw, end: last.end, before: first.before, after: '' };
  const said = flowBy({ ...number, before: '收到政府信息公开申请' }, false);
  if (said === null) return [];
  const clause = sentence.clauses[last.clause] ?? sentence;
  return [{ ...statementOf(said, number, sentence, passage), end: clause.end }];
}

function isCarried({ subject }: Said): boolean {
  return subject === 'carriedIn' || subject === 'carriedOut';
}

interface Place {
  readonly sentence: Sentence;
  readonly passage: Passage;
  readonly topic: Topic;
  readonly setting: Setting;
  readonly disputes: Topic['disputes'];
  /** 行政许可 …, as the sentence named it last. */
  readonly enforcement: string | null;
  readonly subject: Statement['subject'] | null;
  /** Which of the two the sentence named last. */
  readonly flow: 'received' | 'decided' | null;
  /** Online and offline are told apart: each number is a part only. */
  readonly partial?: boolean;
}

type SaidAll = Said & { readonly also: readonly Said[] };

function one(said: Said | null): SaidAll | null {
  return said === null ? null : { ...said, also: [said] };
}

function saidBy(number: Bound, place: Place): SaidAll | null {
  const { sentence, passage } = place;
  const at = number.start - sentence.start;
  const fee = feeBy(number, sentence);
  if (fee !== null) return one(fee);
  if (!CASE_UNITS.has(number.unit) && number.unit !== '部' && number.unit !== '篇') return null;
  const heading = /规范性文件|政府信息管理/.test(passage.text.slice(0, 40));
  const document = documentBy(number, sentence, heading);
  if (document !== null || !CASE_UNITS.has(number.unit)) return one(document);
  const enforcement = enforcementBy(number, sentence, at, place.enforcement);
  if (enforcement !== null) return one(enforcement);
  const counted = disputeBehind(number);
  const dispute = counted === null ? number : { ...number, before: `${number.before}${counted}` };
  if (isDispute(dispute, place)) return withResult(disputeBy(dispute.before, place.disputes), number, sentence);
  return place.topic.requests ? requestBy(number, place) : null;
}

/** 收到4件行政复议申请: what is counted stands behind its number. */
function disputeBehind({ before, after }: Bound): string | null {
  if (!/(?:^|收到|发生|引发|引起|涉及|产生|出现|共有?|有|计)$/.test(before)) return null;
  return (
    /^(?:因?政府信息公开)?(?:的|类|引发的?|引起的?)*(?:行政)?(?:复议|诉讼)(?=申请|案|$|[,;])/.exec(after)?.[0] ?? null
  );
}

/** Disputes over requests for information, not those that the organ itself hears or is party to otherwise. */
function isDispute({ before, start }: Bound, { sentence, passage, disputes, topic }: Place): boolean {
  const named = disputeGroups(before) !== null;
  const about = named || (disputes !== null && /维持|纠正|纠错|败诉|未审结|其他结果/.test(before));
  // 作为复议机关受理行政复议申请305件: cases that the organ hears.
  const hears = /作为[^,]{0,8}复议机关|受理|办理/.test(before) && !DISCLOSURE.test(before);
  // 行政诉讼共31件，其中涉及信息公开的5件: of all kinds, but for those.
  const ofAllKinds = /被告|原告|第三人/.test(before) || /^,?其中[^,;]{0,8}信息公开/.test(afterOf(sentence, start));
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
function withResult(said: Said | null, number: Bound, sentence: Sentence): SaidAll | null {
  if (said === null) return null;
  const next = sentence.clauses[number.clause + 1]?.text ?? '';
  const ended = /^(?:结果)?(?:为|获)?(?:维持|纠正)(?:原.{0,6})?$/.test(next) && !/结果/.test(said.words);
  const result = ended ? disputeBy(next, disputeGroups(number.before)) : null;
  return { ...said, also: result === null ? [said] : [said, result] };
}

function requestBy(number: Bound, place: Place): SaidAll | null {
  const { sentence, setting, subject, partial, topic } = place;
  const { before, after } = number;
  if (
    isOtherMatter(before) ||
    isNoCase(before) ||
    isOtherMatter(after.slice(0, 12)) ||
    !/^(?:件|份|宗|起|例|条|项|次|个|件次|)$/.test(number.unit)
  )
    return null;
  const way = carriedBy(before, setting.year) ?? carriedAfter(before, after, setting.year);
  if (way !== null) return one(partial ? null : CARRIED[way]);
  if (partial) return null;
  if (/^[^,]{0,2}(?:全部|均)(?:予以)?公开/.test(after) && REQUESTS.test(before)) return allDisclosed(number, sentence);
  const outcome = outcomeBy(before);
  if (outcome !== null) return one(outcome);
  if (BARE_DISCLOSURE.test(before)) return subject === 'normativeDocument' ? null : one(BARELY_DISCLOSED);
  const applicant = applicantBy(before, place.flow === 'received');
  if (applicant !== null) return subject === 'outcome' ? null : one(applicant);
  const flow = isPartOfFlow(before)
    ? null
    : flowBy(number, speaksOfCarried(sentence.text), isBarelyTaken(number, place));
  if (flow !== null) return withOutcomeOfAll(flow, number, sentence);
  return topic.requests && /^(?:全年|本年度?|共|其中|对|有)*$/.test(before) ? byWordsAfter(number) : null;
}

/** 其中公开3件, 公开类答复15件; of documents just counted it says how many were published. */
const BARE_DISCLOSURE = /(?:^|其中|以及|和)公开(?:类(?:答复|告知)?)?$/;

/** 3件予以公开, 2件为自然人申请: the number comes first. */
function byWordsAfter({ after }: Bound): SaidAll | null {
  const words = after.slice(0, 16);
  const outcome = firstOutcomeBy(words);
  if (outcome !== null) return one(outcome);
  if (/^(?:[^,]{0,8}申请)?(?:均)?(?:已|得到|获得)[^,]{0,12}(?:办结|答复|回复)/.test(after)) return one(DECIDED_AFTER);
  return /^(?:为|是|属|由)?(?:自然人|法人|商业企业|科研机构|社会公益组织|法律服务机构)/.test(after)
    ? one(applicantBy(after))
    : null;
}

/** 依法受理申请，全年受理32件: the first number of a sentence that speaks of requests, and of nothing else since. */
function isBarelyTaken({ before, start }: Bound, { sentence, flow, topic }: Place): boolean {
  const bare = flow === null && topic.requests ? barelyTaken(before) : null;
  if (bare === null) return false;
  const said = sentence.text.slice(0, start - sentence.start);
  return !isOtherMatter(said) && (bare === 'named' || REQUESTS.test(said) || /依申请/.test(said));
}

/** 收到申请1件，为本机关不掌握的政府信息: the next clause tells what became of all of them. */
function withOutcomeOfAll(flow: Said, number: Bound, sentence: Sentence): SaidAll {
  const next = sentence.clauses[number.clause + 1]?.text ?? '';
  const outcome = /^(?:均)?(?:为|系|属于?)/.test(next) && !/\d/.test(next) ? outcomeBy(next) : null;
  return { ...flow, also: outcome === null ? [flow] : [flow, outcome] };
}

function allDisclosed(number: Bound, sentence: Sentence): SaidAll | null {
  const received = flowBy(number, speaksOfCarried(sentence.text));
  const disclosed: Said = { subject: 'outcome', words: '予以公开', readings: [sum('applications.granted.total')] };
  return received === null ? one(disclosed) : { ...received, also: [received, disclosed] };
}

function speaksOfCarried(text: string): boolean {
  return /(?:含|包括|包含|加上|连同|其中)[^,。]{0,20}(?:结转|转结)/.test(text);
}

function statementOf(said: Said, number: Bound, sentence: Sentence, passage: Passage): Statement {
  const clause = sentence.clauses[number.clause] ?? sentence;
  const { low, high, raw, unit, start, end } = said.words.endsWith('废止') ? withExpired(number, sentence) : number;
  return {
    subject: said.subject,
    words: said.words,
    amount: { low, high, raw, unit, start, end },
    readings: said.readings,
    none: false,
    passage,
    start: clause.start,
    end: clause.end,
  };
}

/** 失效2件、废止4件: some count what expired among what was repealed. */
function withExpired(number: Bound, sentence: Sentence): Bound {
  const expired = sentence.numbers.find((each) => /失效$/.test(each.before));
  return expired === undefined ? number : { ...number, high: number.high + expired.high };
}
