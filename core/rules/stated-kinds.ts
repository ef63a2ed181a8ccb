/** Outcomes of requests listed in one sentence, against the number of those decided. */
import { gather } from '../document/gather';
import { AND_MORE } from '../statements/parts';
import type { Passage } from '../statements/passage';
import { CASE_UNITS } from '../statements/quantities';
import { type Sentence, sentencesOf } from '../statements/sentence';
import type { Statement } from '../statements/statement';
import type { Report } from './rule';
import { valuesOfReading } from './stated';

export interface BrokenKinds {
  readonly passage: Passage;
  /** From the first outcome to the last. */
  readonly start: number;
  readonly end: number;
  readonly sum: number;
  readonly decided: number;
}

/** Rows (one) to (six) and their unions; reasons below them are parts of these. */
const TOP = /^(?:公开|予以公开|部分公开|不予公开|无法提供|不予处理|其他处理)(?:和|$)/;
const ENOUGH = 3;

const known = new WeakMap<Report, readonly BrokenKinds[]>();

/** Two rules ask, so they are looked for once. */
export function brokenKinds(report: Report): readonly BrokenKinds[] {
  const hit = known.get(report);
  if (hit !== undefined) return hit;
  const outcomes = report.statements.filter(({ subject }) => subject === 'outcome');
  const broken = gather([...new Set(outcomes.map(({ passage }) => passage))], (passage) => {
    const own = outcomes.filter((each) => each.passage === passage);
    if (own.length < ENOUGH) return [];
    return gather(sentencesOf(passage), (sentence) => brokenIn(report, passage, sentence, own) ?? []);
  });
  known.set(report, broken);
  return broken;
}

function brokenIn(
  report: Report,
  passage: Passage,
  sentence: Sentence,
  outcomes: readonly Statement[],
): BrokenKinds | null {
  const own = outcomes.filter(({ start }) => start >= sentence.start && start < sentence.end);
  const [first] = own;
  const last = own.at(-1);
  if (first === undefined || last === undefined || own.length < ENOUGH) return null;
  if (
    own.some(({ amount }) => amount.low !== amount.high) ||
    isOpenEnded(passage.text.slice(first.start, sentence.end))
  ) {
    return null;
  }
  const others = othersIn(sentence, own);
  const sums = sumsOf(own, others);
  const decided = decidedOf(report, passage);
  const [whole] = decided;
  if (whole === undefined || sums.some((sum) => decided.includes(sum))) return null;
  // Some outcomes left out, and those told agree with the table: nothing is wrong.
  if (Math.max(...sums) < whole && own.every((each) => agrees(report, each))) return null;
  return { passage, start: first.start, end: last.end, sum: sums[0] ?? 0, decided: whole };
}

function isOpenEnded(list: string): boolean {
  return AND_MORE.test(list) || /主要/.test(list);
}

function agrees(report: Report, { readings, amount }: Statement): boolean {
  return readings.some((reading) => valuesOfReading(report, reading)?.includes(amount.low) === true);
}

/** Cases in the list that are of no row of the table: 告知其他途径3件, 其他1件. */
function othersIn(sentence: Sentence, own: readonly Statement[]): number[] {
  const from = own[0]?.amount.start ?? 0;
  return sentence.numbers
    .filter((each) => each.start > from && each.unit !== '' && CASE_UNITS.has(each.unit) && !each.aside)
    .filter((each) => !own.some(({ amount }) => amount.start === each.start))
    .map((each) => each.low);
}

function sumsOf(own: readonly Statement[], others: readonly number[]): number[] {
  const add = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
  const all = own.map(({ amount }) => amount.low);
  const top = own.filter(({ words }) => TOP.test(words)).map(({ amount }) => amount.low);
  return [add(top), add(all), add([...top, ...others]), add([...all, ...others])];
}

/** What the passage says was decided, else received; else what table three has. */
function decidedOf(report: Report, passage: Passage): number[] {
  const stated = report.statements.filter(
    (each) => each.passage === passage && (each.subject === 'decided' || each.subject === 'received') && !each.none,
  );
  const first = stated.find(({ subject }) => subject === 'decided') ?? stated[0];
  const table = valuesOfReading(report, { plus: ['applications.decided.total'], minus: [] }) ?? [];
  const ordered = first === undefined ? [] : [first.amount.low];
  return [...new Set([...ordered, ...stated.map(({ amount }) => amount.low), ...table])];
}
