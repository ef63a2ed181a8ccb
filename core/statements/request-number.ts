/** What a number says of table three, by the words around it: each reading in its turn, the surest first. */
import { applicantBy, isAnybody } from './applicants';
import { CARRIED, carriedAfter, carriedBy, carriedNext } from './carried-over';
import { isNoCase, isOtherMatter } from './guards';
import { BARELY_DISCLOSED, firstOutcomeBy, outcomeBy } from './outcomes';
import type { Place } from './place';
import { barelyTaken, DECIDED_AFTER, flowBy, isPartOfFlow, REQUESTS } from './requests';
import { one, type Said, type SaidAll, sum } from './said';
import type { Bound, Sentence } from './sentence';

export function requestBy(number: Bound, place: Place): SaidAll | null {
  const { sentence, setting, subject, partial, topic } = place;
  const { before, after } = number;
  if (
    isOtherMatter(before) ||
    isNoCase(before) ||
    isOtherMatter(after.slice(0, 12)) ||
    !/^(?:件|份|宗|起|例|条|项|次|个|件次|)$/.test(number.unit)
  )
    return null;
  const next = sentence.clauses[number.clause + 1]?.text ?? '';
  const way =
    carriedBy(before, setting.year) ??
    carriedAfter(before, after, setting.year) ??
    carriedNext(number, next, setting.year);
  if (way !== null) return one(partial ? null : CARRIED[way]);
  if (partial) return null;
  if (/^[^,]{0,2}(?:全部|均)(?:予以)?公开/.test(after) && REQUESTS.test(before)) return allDisclosed(number, sentence);
  if (OF_CARRIED.test(sentence.text.slice(0, number.start - sentence.start))) return null;
  const outcome = outcomeBy(before);
  if (outcome !== null) return one(outcome);
  if (BARE_DISCLOSURE.test(before)) return subject === 'normativeDocument' ? null : one(BARELY_DISCLOSED);
  const applicant = applicantBy(before, place.flow === 'received');
  if (applicant !== null && subject === 'outcome') return null;
  const flow = isPartOfFlow(before)
    ? null
    : flowBy(number, speaksOfCarried(sentence.text), isBarelyTaken(number, place));
  if (applicant !== null) return one(flow !== null && isAnybody(before) ? eitherOf(flow, applicant) : applicant);
  if (flow !== null) return withOutcomeOfAll(flow, number, sentence);
  return topic.requests && /^(?:全年|本年度?|共|其中|对|有)*$/.test(before) ? byWordsAfter(number) : null;
}

/** 收到公民提交的申请42件: citizens are whoever asked. */
function eitherOf(flow: Said, applicant: Said): Said {
  return { ...flow, readings: [...flow.readings, ...applicant.readings] };
}

/** 上年结转的3件中，予以公开2件: said of these three alone. */
const OF_CARRIED = /(?:^|[,;])[^,;和及与加]*(?:结转|转结|遗留|转入)[^;]{0,12}\d[^,;]{0,8}中,[^;]*$/;

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

/** 应办理申请45件，其中新收42件: 新收 is said of what came in and of nothing else. */
const NEWLY_TAKEN = /^(?:其中|含)?(?:本年度?|今年|当年|年内|20\d\d年度?)?新收(?:到)?(?:的)?(?:申请)?$/;

/** 依法受理申请，全年受理32件: the first number of a sentence that speaks of requests, and of nothing else since. */
function isBarelyTaken({ before, start }: Bound, { sentence, flow, topic }: Place): boolean {
  if (topic.requests && NEWLY_TAKEN.test(before)) return true;
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
