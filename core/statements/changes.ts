/** 同比: a change against last year that the prose states of the requests received. */

import { gather } from '../document/gather';
import type { Passage } from './passage';
import { REQUESTS } from './requests';
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
const AGAINST_ITS = /[比较与](?:(?:上|去|前)(?:一)?年(?:度|同期)?|20\d\d年(?:度)?)的$/;
const UP = /(?:增长|上升|增加|提高|增幅|增|多)(?:了|约|到|率|率为|幅度为|为|达)*$/;
const DOWN = /(?:下降|减少|降低|回落|降幅|减|少)(?:了|约|率|率为|幅度为|为|达)*$/;
const RECEIVED = /收到|接收|受理|新收|申请数量|申请量|申请(?:总)?数|信息公开申请(?=\d)|依申请公开的数量/;

export function changesIn(passage: Passage, year: number | null): YearlyChange[] {
  if (!/同比|年/.test(passage.text)) return [];
  return gather(sentencesOf(passage), (sentence) => {
    const first = changeIn(sentence, passage, year);
    return first === null ? [] : [first, ...saidOnceMore(first, sentence)];
  });
}

/** 增加6件，增幅16.7%: the same change, in the other unit. */
function saidOnceMore(first: YearlyChange, sentence: Sentence): YearlyChange[] {
  const next = sentence.numbers.find((each) => each.start > first.end);
  if (
    next === undefined ||
    next.fuzzy ||
    !/^(?:增幅|降幅|增长率?|下降率?|同比|增长|上升|下降|减少|增加)(?:率|约|达|为|了)*$/.test(next.before)
  )
    return [];
  if ((next.unit === '%') === (first.unit === 'percent') || !/^[%件宗起份]$/.test(next.unit)) return [];
  const change = first.change < 0 ? -next.low : next.low;
  const unit = next.unit === '%' ? 'percent' : 'cases';
  // 收到48件，比上年增加12件，增长33.3%: what it grew by tells what it grew from.
  const grownFrom = first.unit === 'cases' && first.current !== null ? first.current - first.change : null;
  return [
    {
      ...first,
      start: sentence.clauses[next.clause]?.start ?? next.start,
      end: next.end,
      change,
      unit,
      places: Math.max(0, next.places),
      base: first.base ?? grownFrom,
    },
  ];
}

function changeIn(sentence: Sentence, passage: Passage, year: number | null): YearlyChange | null {
  const against = AGAINST.exec(sentence.text);
  if (against === null || (against[1] !== undefined && Number(against[1]) !== (year ?? 0) - 1)) return null;
  const aboutRequests =
    REQUESTS.test(sentence.text) ||
    (passage.section === 3 && /^[^,;]{0,12}(?:收到|受理|接收|新收)申请/.test(sentence.text));
  if (!aboutRequests) return null;
  const at = sentence.start + against.index;
  const after = sentence.numbers.filter((each) => each.start > at);
  const stated = after.find((each) => UP.test(each.before) || DOWN.test(each.before));
  if (stated === undefined || stated.fuzzy) return null;
  const earlier = sentence.numbers.filter((each) => each.start < at && each.unit !== '%');
  // 上年为36件，同比增长16.7%
  const named = earlier.find((each) => isOfLastYear(each.before, year));
  const before = earlier.filter((each) => each !== named);
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
    base: baseOf(after, stated) ?? (named === undefined || named.fuzzy ? null : named.low),
  };
}

function isOfLastYear(before: string, year: number | null): boolean {
  const match = /(?:(?:上|去|前)(?:一)?年(?:度|同期)?|(20\d\d)年(?:度|同期)?)(?:为|是|收到|受理)?$/.exec(before);
  return match !== null && (match[1] === undefined || Number(match[1]) === (year ?? 0) - 1);
}

/** （31起） right behind the year, or 的31起. */
function baseOf(after: readonly Bound[], stated: Bound): number | null {
  const base = after.find(
    (each) =>
      each.start < stated.start && (each.aside || AGAINST_ITS.test(each.before)) && !each.fuzzy && each.unit !== '%',
  );
  return base?.low ?? null;
}
