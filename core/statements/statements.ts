/** Reads the statements out of the prose: which numbers speak of the report's own tables, and what they may mean. */
import {
  applicantBy,
  BARELY_DISCLOSED,
  CARRIED,
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
import { guardOf, isOtherMatter, type Setting } from './guards';
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
    found.push(...noneStatements(passage, prose));
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
  if (REQUESTS.test(text) || /依申请/.test(text)) return true;
  return before && !isOtherMatter(text) && !/主动公开(?!.*申请)/.test(text);
}

function statementsIn(sentence: Sentence, passage: Passage, topic: Topic, setting: Setting): Statement[] {
  const found: Statement[] = [];
  const split: Bound[] = [];
  let place: Place = { sentence, passage, topic, setting, disputes: topic.disputes, enforcement: null, subject: null };
  for (const number of sentence.numbers) {
    place = {
      ...place,
      disputes: disputeGroups(number.before) ?? place.disputes,
      enforcement: enforcementIn(number.before) ?? place.enforcement,
      partial: place.partial === true || SPLIT_BY_CHANNEL.test(number.before),
    };
    if (place.partial === true && topic.requests && isTakenIn(number)) split.push(number);
    const said = saidBy(number, place);
    if (said === null || guardOf(sentence, number, exempt(said, setting)) !== null) continue;
    place = { ...place, subject: said.subject };
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

/** 2022年结转的3件 names another year because it means it. */
function exempt(said: Said, setting: Setting): Setting {
  return said.subject === 'carriedIn' || said.subject === 'carriedOut' ? { ...setting, year: null } : setting;
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
  if (!CASE_UNITS.has(number.unit)) return null;
  const heading = /规范性文件|政府信息管理/.test(passage.text.slice(0, 40));
  const document = documentBy(number, sentence, heading);
  if (document !== null) return one(document);
  const enforcement = enforcementBy(number, sentence, at, place.enforcement);
  if (enforcement !== null) return one(enforcement);
  if (isDispute(number, place)) return withResult(disputeBy(number.before, place.disputes), number, sentence);
  return place.topic.requests ? requestBy(number, place) : null;
}

/** Disputes over requests for information, not those that the organ itself hears or is party to otherwise. */
function isDispute({ before, start }: Bound, { sentence, passage, disputes, topic }: Place): boolean {
  const named = disputeGroups(before) !== null;
  const about = named || (disputes !== null && /维持|纠正|纠错|败诉|未审结|其他结果/.test(before));
  if (!about || /申请人|赔偿|调解|审理|审结|办理|应诉率|出庭/.test(before)) return false;
  if (passage.section === 4 || (topic.requests && passage.section === 3)) return true;
  const near = sentence.text.slice(Math.max(0, start - sentence.start - 60), start - sentence.start);
  return DISCLOSURE.test(near) || (topic.requests && REQUESTS.test(passage.text));
}

/** 行政诉讼1件，结果维持: the next clause tells how all of them ended. */
function withResult(said: Said | null, number: Bound, sentence: Sentence): SaidAll | null {
  if (said === null) return null;
  const next = sentence.clauses[number.clause + 1]?.text ?? '';
  const ended = /^(?:结果)?(?:为|获)?(?:维持|纠正)(?:原.{0,6})?$/.test(next) && !/结果/.test(said.words);
  const result = ended ? disputeBy(next, disputeGroups(number.before)) : null;
  return { ...said, also: result === null ? [said] : [said, result] };
}

function requestBy(number: Bound, { sentence, setting, subject, partial, topic }: Place): SaidAll | null {
  const { before, after } = number;
  if (
    isOtherMatter(before) ||
    isOtherMatter(after.slice(0, 12)) ||
    !/^(?:件|份|宗|起|例|条|项|次|个|件次|)$/.test(number.unit)
  )
    return null;
  const way =
    carriedBy(before, setting.year) ??
    (/^(?:在|已|其中|另有|除|有|含|包括|还有)?$/.test(before) ? carriedBy(after, setting.year) : null);
  if (way !== null) return one(partial ? null : CARRIED[way]);
  if (partial) return null;
  if (/^[^,]{0,2}(?:全部|均)(?:予以)?公开/.test(after) && REQUESTS.test(before)) return allDisclosed(number, sentence);
  const outcome = outcomeBy(before);
  if (outcome !== null) return one(outcome);
  if (/(?:^|其中|以及|和)公开$/.test(before)) return one(BARELY_DISCLOSED);
  const applicant = applicantBy(before);
  if (applicant !== null) return subject === 'outcome' ? null : one(applicant);
  const flow = isPartOfFlow(before) ? null : flowBy(number, speaksOfCarried(sentence.text));
  if (flow !== null) return withOutcomeOfAll(flow, number, sentence);
  return topic.requests && /^(?:其中|对|有|对其中)?$/.test(before) ? byWordsAfter(number) : null;
}

/** 3件予以公开, 2件为自然人申请: the number comes first. */
function byWordsAfter({ after }: Bound): SaidAll | null {
  const words = after.slice(0, 16);
  const outcome = firstOutcomeBy(words);
  if (outcome !== null) return one(outcome);
  if (/^(?:均)?已[^,]{0,12}(?:办结|答复|回复)/.test(after)) return one(DECIDED_AFTER);
  return /^(?:为|是|属|由)?(?:自然人|法人|商业企业|科研机构|社会公益组织|法律服务机构)/.test(after)
    ? one(applicantBy(after))
    : null;
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
