/** Prose cut into sentences and clauses, each number with the words that belong to it. */
import { gather } from '../document/gather';
import type { Passage } from './passage';
import { type Quantity, quantitiesIn } from './quantities';

/** A number with its words: those of its own clause before it, back to the number before; and those after it. */
export interface Bound extends Quantity {
  readonly before: string;
  readonly after: string;
  /** Index of its clause in the sentence. */
  readonly clause: number;
  /** It stands in brackets. */
  readonly aside: boolean;
}

export interface Clause {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

export interface Sentence {
  readonly start: number;
  readonly end: number;
  readonly text: string;
  readonly clauses: readonly Clause[];
  readonly numbers: readonly Bound[];
  /** Text of the passage it stands in. */
  readonly around: string;
}

/** Most sentences hold no number. */
const NONE: readonly Quantity[] = [];
const NO_BOUND: readonly Bound[] = [];

const known = new WeakMap<Passage, readonly Sentence[]>();

/** In order; positions count in `passage.text`. Several rules ask, so it is worked out once. */
export function sentencesOf(passage: Passage): readonly Sentence[] {
  const hit = known.get(passage);
  if (hit !== undefined) return hit;
  const sentences = split(passage.text);
  known.set(passage, sentences);
  return sentences;
}

/** What is longer is no sentence but a table run together, and every look back through it would cost its length. */
const LONGEST = 3000;
/** A whole report without paragraphs has some hundreds; rules look back over the sentences before. */
const MOST = 1000;

function split(text: string): Sentence[] {
  const numbers = /[\d一二两三四五六七八九十零]/.test(text) ? quantitiesIn(text) : NONE;
  let next = 0;
  const pieces = spans(text, 0, text.length, isStop, NONE).slice(0, MOST);
  return gather(pieces, ({ start, end }) => {
    const from = next;
    while (next < numbers.length && (numbers[next]?.start ?? 0) < end) next++;
    if (end - start > LONGEST) return [];
    const own = from === next ? NONE : numbers.slice(from, next);
    return sentence(
      text,
      start,
      end,
      own.filter((each) => each.start >= start && each.end <= end),
    );
  });
}

function sentence(text: string, start: number, end: number, numbers: readonly Quantity[]): Sentence {
  const clauses = spans(text, start, end, isPause, numbers);
  const whole = text.slice(start, end);
  // Most sentences: nothing is to be bound to its words.
  if (numbers.length === 0) return { start, end, text: whole, clauses, numbers: NO_BOUND, around: text };
  const brackets = new Brackets(text, start);
  // Clauses and numbers both come in the order of the text.
  let reached = 0;
  const bound = numbers.map((quantity, index): Bound => {
    while (reached < clauses.length && (clauses[reached]?.end ?? 0) < quantity.end) reached++;
    const clause = quantity.start >= (clauses[reached]?.start ?? end) ? reached : -1;
    const own = clauses[clause] ?? { start, end };
    const from = Math.max(own.start, numbers[index - 1]?.end ?? 0);
    const to = Math.min(own.end, numbers[index + 1]?.start ?? end);
    const { low, high, places, fuzzy, raw, unit } = quantity;
    const before =
      text.slice(from, quantity.start) || leadingWords(text, numbers[index - 1]?.end ?? start, quantity.start);
    const after = text.slice(quantity.end, to);
    const aside = brackets.openAt(quantity.start);
    // Field by field: a spread costs more than all the rest of this function.
    return {
      low,
      high,
      places,
      fuzzy,
      raw,
      unit,
      start: quantity.start,
      end: quantity.end,
      clause,
      before,
      after,
      aside,
    };
  });
  return { start, end, text: whole, clauses, numbers: distributed(bound, text), around: text };
}

/** 行政处罚：12件 and 收费（登记费）3万元: the words before the colon or the brackets, where none stand after. */
function leadingWords(text: string, from: number, at: number): string {
  const lead = text.slice(from, at);
  if (!/[:)]$/.test(lead)) return '';
  const plain = lead.replace(/:$/, '').replace(/\([^()]*\)$/, '');
  return plain.slice(Math.max(...['。', ',', ';', ':', '(', ')'].map((mark) => plain.lastIndexOf(mark))) + 1);
}

/** 许可、处罚分别为12件、3件: as many names in a row as numbers; each number is given its own. */
function distributed(numbers: readonly Bound[], text: string): readonly Bound[] {
  const at = numbers.findIndex(({ before }) => before.includes('分别') && RESPECTIVELY.test(before));
  const first = numbers[at];
  if (first === undefined) return numbers;
  const list = [first];
  for (const next of numbers.slice(at + 1)) {
    if (!/^[、,和及]?$/.test(text.slice(list.at(-1)?.end, next.start))) break;
    list.push(next);
  }
  const names = first.before.replace(RESPECTIVELY, '').split(/[、和及与]/);
  if (list.length < 2 || names.length < list.length) return numbers;
  const own = names.slice(-list.length);
  return numbers.map((each, index) => ({ ...each, before: own[index - at] ?? each.before }));
}

const RESPECTIVELY = /(?:数量?|件数)?(?:均)?分别(?:为|是|有|达)?$/;

/** 。 ! ? */
function isStop(code: number): boolean {
  return code === 0x3002 || code === 0x21 || code === 0x3f;
}

/** , ; : ( ) */
function isPause(code: number): boolean {
  return code === 0x2c || code === 0x3b || code === 0x3a || code === 0x28 || code === 0x29;
}

/** Pieces between separators; one inside a number (1,234) separates nothing. */
function spans(
  text: string,
  start: number,
  end: number,
  isSeparator: (code: number) => boolean,
  numbers: readonly Quantity[],
): Clause[] {
  const pieces: Clause[] = [];
  let from = start;
  for (let at = start; at < end; at++) {
    if (!isSeparator(text.charCodeAt(at))) continue;
    if (numbers.some((each) => at > each.start && at < each.end)) continue;
    if (at > from) pieces.push({ start: from, end: at, text: text.slice(from, at) });
    from = at + 1;
  }
  if (end > from) pieces.push({ start: from, end, text: text.slice(from, end) });
  return pieces;
}

/** The brackets of a sentence, read once from left to right. */
class Brackets {
  private depth = 0;

  constructor(
    private readonly text: string,
    private reached: number,
  ) {}

  /** Is one open before this position? Asked in rising order. */
  openAt(at: number): boolean {
    for (; this.reached < at; this.reached++) {
      const char = this.text.charAt(this.reached);
      if (char === '(') this.depth++;
      else if (char === ')') this.depth = Math.max(0, this.depth - 1);
    }
    return this.depth > 0;
  }
}
