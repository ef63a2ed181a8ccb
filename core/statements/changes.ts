/** 同比: a change against last year that the prose states of the requests received. */
import { REQUESTS } from './applications';
import type { Passage } from './passage';
import { type Bound, type Sentence, sentencesOf } from './sentence';

export interface YearlyChange {
  readonly passage: Passage;
  readonly start: number;
  readonly end: number;
  /** Signed: −29 for 下降29%, in percent or in cases. */
  readonly change: number;
  readonly unit: 'percent' | 'cases';
  readonly places: number;
  /** This year’s number where the sentence gives it. */
  readonly current: number | null;
  /** Last year’s number where the sentence gives it: 比2022年（31起）. */
  readonly base: number | null;
}

const AGAINST = /同比|[比较与](?:上|去|前)(?:一)?年|(?:上|去|前)(?:一)?年(?:度|同期)?相比|[比较与](20\d\d)年/;
const UP = /(?:增长|上升|增加|提高|增幅|增|多)(?:了|约|到|率|率为|幅度为|为|达)*$/;
const DOWN = /(?:下降|减少|降低|回落|降幅|减|少)(?:了|约|率|率为|幅度为|为|达)*$/;
const RECEIVED = /收到|接收|受理|新收|申请数量|申请量|申请(?:总)?数|依申请公开的数量/;

export function changesIn(passage: Passage, year: number | null): YearlyChange[] {
  if (!/同比|年/.test(passage.text)) return [];
  return sentencesOf(passage).flatMap((sentence) => changeIn(sentence, passage, year) ?? []);
}

function changeIn(sentence: Sentence, passage: Passage, year: number | null): YearlyChange | null {
  const against = AGAINST.exec(sentence.text);
  if (against === null || (against[1] !== undefined && Number(against[1]) !== (year ?? 0) - 1)) return null;
  if (!REQUESTS.test(sentence.text) && !/信息公开申请|依申请公开/.test(sentence.text)) return null;
  const at = sentence.start + against.index;
  const after = sentence.numbers.filter((each) => each.start > at);
  const stated = after.find((each) => UP.test(each.before) || DOWN.test(each.before));
  if (stated === undefined || stated.fuzzy) return null;
  const before = sentence.numbers.filter((each) => each.start < at && each.unit !== '%');
  // Several numbers before it: which of them changed is not certain.
  if (before.length > 1 || !RECEIVED.test(sentence.text.slice(0, stated.start - sentence.start))) return null;
  if (/办结|答复|主动公开|复议|诉讼/.test(sentence.text.slice(0, stated.start - sentence.start))) return null;
  const percent = stated.unit === '%';
  if (!percent && !/^[件宗起份条例]$/.test(stated.unit)) return null;
  const [current] = before;
  return {
    passage,
    start: current?.start ?? at,
    end: stated.end,
    change: DOWN.test(stated.before) ? -stated.low : stated.low,
    unit: percent ? 'percent' : 'cases',
    places: Math.max(0, stated.places),
    current: current === undefined || current.fuzzy ? null : current.low,
    base: baseOf(after, stated),
  };
}

/** （31起） right behind the year. */
function baseOf(after: readonly Bound[], stated: Bound): number | null {
  const base = after.find((each) => each.start < stated.start && each.aside && !each.fuzzy && each.unit !== '%');
  return base?.low ?? null;
}
