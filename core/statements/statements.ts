/** Reads the statements out of the prose: which numbers speak of the report’s own tables, and what they may mean. */
import { disputeBehind, disputeBy, disputeGroups, isDispute, withResult } from './disputes';
import { guardOf, isOtherMatter, type Setting } from './guards';
import { noneStatements } from './none';
import type { Passage } from './passage';
import type { Place, Topic } from './place';
import { CASE_UNITS } from './quantities';
import { requestBy } from './request-number';
import { ANSWERS, flowBy, REQUESTS } from './requests';
import { one, type Said, type SaidAll } from './said';
import { type Bound, type Sentence, sentencesOf } from './sentence';
import type { Statement } from './statement';
import { documentBy, enforcementBy, enforcementIn, feeBy } from './table-two';

export interface Prose extends Setting {
  readonly passages: readonly Passage[];
}

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
  let from = 0;
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
    const since = sentence.text.slice(from, number.start - sentence.start);
    from = number.end - sentence.start;
    place = {
      ...place,
      disputes: disputeGroups(number.before) ?? disputeGroups(since) ?? place.disputes,
      enforcement: enforcementIn(number.before) ?? place.enforcement,
      partial: place.partial === true || SPLIT_BY_CHANNEL.test(number.before),
    };
    if (place.partial === true && topic.requests && isTakenIn(number)) split.push(number);
    const said = saidBy(number, place);
    if (said === null) continue;
    const { subject } = said;
    const guard = guardOf(sentence, number, setting, isCarried(said));
    if (guard === 'scope' && subject === 'fee') {
      found.push({ ...statementOf(said, number, sentence, passage), elsewhere: true });
    }
    if (guard !== null) continue;
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
