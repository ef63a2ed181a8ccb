/** 占比: a share that the prose works out, with the number it is said to be of and all it may be measured by. */
import { gather } from '../document/gather';
import { applicantBy } from './applicants';
import { outcomeBy } from './outcomes';
import type { Passage } from './passage';
import { CASE_UNITS } from './quantities';
import { DECIDED_AFTER, REQUESTS } from './requests';
import type { Said } from './said';
import { type Bound, type Sentence, sentencesOf } from './sentence';

export interface Share {
  readonly passage: Passage;
  readonly start: number;
  readonly end: number;
  /** In percent, as printed. */
  readonly percent: number;
  /** Digits after its point. */
  readonly places: number;
  /** The number beside it; null where only the outcome is named. */
  readonly part: number | null;
  readonly words: string;
  /** The outcome or the applicants of table three that it is a share of, where it is one. */
  readonly outcome: Said | null;
  /** Numbers of the passage that it may be a share of. */
  readonly wholes: readonly number[];
  /** It speaks of requests, so that the totals of table three may be meant as well. */
  readonly requests: boolean;
}

export function sharesIn(passage: Passage): Share[] {
  if (!passage.text.includes('%')) return [];
  const sentences = sentencesOf(passage);
  return gather(sentences, (sentence) =>
    gather(sentence.numbers, (number, at) => shareAt(sentence, at, number, passage, sentences) ?? []),
  );
}

function shareAt(
  sentence: Sentence,
  at: number,
  number: Bound,
  passage: Passage,
  sentences: readonly Sentence[],
): Share | null {
  if (number.unit !== '%' || number.fuzzy || number.low > 100) return null;
  const { beside, named } = besideOf(sentence, at);
  const between = beside === undefined ? '' : passage.text.slice(beside.end, number.start);
  // 16件（40%）
  const bracketed = between === '(' && passage.text.charAt(number.end) === ')';
  if (named === null && !bracketed && !/占|比例|比重/.test(number.before))
    return rateAt(sentence, number, passage, sentences);
  // 25件,占比86%: the part stands right before; 予以公开占58.5% has none.
  const part =
    beside !== undefined &&
    isCases(beside) &&
    (named !== null ||
      bracketed ||
      /^[,(]?(?:约)?(?:占|比例|比重|占比|占.{0,12}(?:总|的)?.{0,6})(?:为|达)?$/.test(between))
      ? beside
      : null;
  if (named !== null && part === null) return null;
  const said = part === null ? number.before : part.before;
  // 自然人申请占88.1%
  const applicant = part === null && /申请/.test(said) && REQUESTS.test(sentence.text) ? applicantBy(said, true) : null;
  const outcome = outcomeBy(said) ?? applicant;
  if (part === null && outcome === null) return null;
  if (part?.fuzzy === true) return null;
  const earlier = gather(sentences, (each) => each.numbers).filter((each) => isCases(each) && each !== part);
  // 予以公开16件，占40%；无法提供9件，占22.5%: what is itself a share may be none that the others are of.
  const fit = earlier.filter((each) => each.low >= (part?.low ?? 1));
  const wholes =
    named !== null
      ? [named.low]
      : fit.some((each) => !isShared(each, passage))
        ? gather(fit, (each) => [each.low, each.high])
        : [];
  return {
    passage,
    start: part?.start ?? sentence.clauses[number.clause]?.start ?? number.start,
    end: number.end,
    percent: number.low,
    places: Math.max(0, number.places),
    part: part?.low ?? null,
    words:
      outcome?.words ??
      passage.text.slice(Math.max(sentence.start, (part?.start ?? number.start) - 12), part?.start ?? number.start),
    outcome,
    wholes: [...new Set(wholes)],
    requests: named === null && (REQUESTS.test(passage.text) || passage.section === 3),
  };
}

/** 占全部42件申请的88.1%: the number that a share is of may stand between it and its part. */
function besideOf({ numbers, text, start }: Sentence, at: number): { beside?: Bound | undefined; named: Bound | null } {
  const share = numbers[at];
  const last = numbers[at - 1];
  const before = numbers[at - 2];
  if (share === undefined || last === undefined || before === undefined) return { beside: last, named: null };
  const ofWhole =
    isCases(last) &&
    !last.fuzzy &&
    /^[,(]?约?占(?:全部|全年|所有|总数|总共|共|的)*$/.test(text.slice(before.end - start, last.start - start)) &&
    /^[^,;。\d]{0,12}的$/.test(text.slice(last.end - start, share.start - start));
  return ofWhole ? { beside: before, named: last } : { beside: last, named: null };
}

function isShared({ end }: Bound, { text }: Passage): boolean {
  return /^[,(]?(?:约)?占[^,;。\d]{0,12}\d/.test(text.slice(end, end + 20));
}

/** 办结率89.9%: of what was to be decided. 100% is said of those that were due. */
function rateAt(sentence: Sentence, number: Bound, passage: Passage, sentences: readonly Sentence[]): Share | null {
  if (!/办结率(?:为|达到?|是)?$/.test(number.before) || /按[时期]|及时|期限|时限/.test(number.before)) return null;
  if (number.low >= 100 || !(REQUESTS.test(sentence.text) || passage.section === 3)) return null;
  const wholes = gather(sentences, (each) => each.numbers).filter(isCases);
  return {
    passage,
    start: sentence.clauses[number.clause]?.start ?? number.start,
    end: number.end,
    percent: number.low,
    places: Math.max(0, number.places),
    part: null,
    words: '办结率',
    outcome: DECIDED_AFTER,
    wholes: [...new Set(wholes.map(({ low }) => low))],
    requests: true,
  };
}

function isCases({ unit }: Bound): boolean {
  return unit !== '' && CASE_UNITS.has(unit);
}

/** Does `part` of `whole` print as this share: rounded, or cut off after its last digit? */
export function printsAs(part: number, whole: number, percent: number, places: number): boolean {
  if (whole <= 0) return false;
  const exact = (part * 100) / whole;
  const unit = 10 ** -places;
  return exact > percent - unit / 2 - 1e-9 && exact < percent + unit - 1e-9;
}
