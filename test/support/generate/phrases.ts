/**
 * Sentences from templates. `[a|b|]` is one of several, `{name}` a number with its unit, `{name#}` the number alone,
 * `{name%}` a share as given, `{name~}` digits and nothing else; `{S}` the organ, `{Y}` the year, `{Y-1}` and `{Y+1}` those beside it.
 */
import type { Random } from '../random';
import type { Truth } from './truth';

export type Numbers = Readonly<Record<string, number>>;

/** A template, or what makes one of the numbers; null where it has nothing to say of these. */
export type Template = string | ((numbers: Numbers, random: Random) => string | null);

export interface Pattern {
  /** N1 to N17 of the rule book, §4.1; `trap` and `filler` state nothing of the tables. */
  readonly id: string;
  readonly units: readonly string[];
  /** What the sentences may state, as the tables have it; null where there is nothing. */
  numbers(truth: Truth, random: Random): Numbers | null;
  readonly templates: readonly Template[];
  /** It says that there was none: wrong just where `numbers` has nothing to say. */
  readonly denies?: true;
  /** The same with one number that no reading admits; null where the report allows none. */
  wrong?(numbers: Numbers, truth: Truth, random: Random): Wrong | null;
}

export interface Wrong {
  readonly numbers: Numbers;
  /** The number that is wrong: a sentence that does not use it states nothing wrong. */
  readonly key: string;
}

export interface Spoken {
  readonly pattern: string;
  readonly text: string;
  /** Names of the numbers it states. */
  readonly uses: readonly string[];
}

/** How one report writes numbers: a writer never mixes habits within a sentence. */
export interface Habits {
  readonly thousands: boolean;
  readonly fullWidth: boolean;
  /** Share of small numbers written 两件, 十二件. */
  readonly numerals: number;
  /** Share of numbers from a hundred on written 1200余, 约1200. */
  readonly rounded: number;
}

export function habitsFor(random: Random): Habits {
  return {
    thousands: random.chance(0.05),
    fullWidth: random.chance(0.05),
    numerals: random.chance(0.1) ? 0.5 : 0,
    rounded: random.chance(0.1) ? 0.3 : 0,
  };
}

/** Null where the template has nothing to say of these numbers. */
export function speak(
  pattern: Pattern,
  template: Template,
  numbers: Numbers,
  truth: Truth,
  habits: Habits,
  random: Random,
): Spoken | null {
  const text = typeof template === 'string' ? template : template(numbers, random.fork('template'));
  if (text === null) return null;
  const uses: string[] = [];
  const unit = random.chance(0.75) ? (pattern.units[0] ?? '件') : random.pick(pattern.units);
  const numerals = random.chance(habits.numerals);
  const chosen = choose(text, random.fork('choices'));
  const written = chosen.replace(/\{([^}]+)\}/g, (_, slot: string) => {
    if (slot === 'S') return random.pick(truth.organ.own);
    if (/^Y([+-]1)?$/.test(slot)) return String(truth.year + Number(slot.slice(1)));
    const name = slot.replace(/[#%~]$/, '');
    const value = numbers[name];
    if (value === undefined) throw new Error(`${pattern.id}: no number ${name} in ${text}`);
    uses.push(name);
    if (slot.endsWith('%')) return `${value}%`;
    if (slot.endsWith('~')) return String(value);
    const exact = slot.endsWith('#') || !random.chance(habits.rounded);
    const number = numberText(value, exact, numerals && !slot.endsWith('#') && /[件份宗]/.test(unit), habits, random);
    return slot.endsWith('#') ? number : `${number}${unit}`;
  });
  return { pattern: pattern.id, text: written, uses };
}

/** Innermost brackets first. */
function choose(text: string, random: Random): string {
  let chosen = text;
  for (let before = ''; before !== chosen; ) {
    before = chosen;
    chosen = chosen.replace(/\[([^[\]]*)\]/, (_, options: string) => random.pick(options.split('|')));
  }
  return chosen;
}

function numberText(value: number, exact: boolean, numerals: boolean, habits: Habits, random: Random): string {
  if (numerals && value > 0 && value <= 99) return chinese(value);
  if (!exact && value >= 100) {
    const step = 10 ** (String(value).length - 2);
    const down = Math.floor(value / step) * step;
    if (down !== value && step >= 10) return random.chance(0.6) ? `${down}余` : `约${Math.round(value / step) * step}`;
  }
  const grouped = habits.thousands ? String(value).replace(/\B(?=(\d{3})+$)/g, ',') : String(value);
  return habits.fullWidth
    ? grouped.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))
    : grouped;
}

const DIGITS = '零一二三四五六七八九';

function chinese(value: number): string {
  if (value === 2) return '两';
  const [tens, ones] = [Math.floor(value / 10), value % 10];
  const digit = ones === 0 ? '' : DIGITS.charAt(ones);
  if (tens === 0) return digit;
  return `${tens === 1 ? '' : DIGITS.charAt(tens)}十${digit}`;
}

/** A number near `value`, of the kinds that slip from a keyboard, that is none of `admitted`. */
export function slipped(value: number, admitted: readonly number[], random: Random): number {
  const text = String(value);
  const slips = [
    value + random.int(1, 3),
    value + random.int(1, 9) * 10 ** random.int(0, Math.max(0, text.length - 1)),
    Math.abs(value - random.int(1, 9)),
    Number(text.slice(1) || '0'),
    Number(text + text.slice(-1)),
    Number([...text].reverse().join('')),
  ];
  const fitting = random.shuffled(slips).find((each) => each !== value && !admitted.includes(each));
  return fitting ?? Math.max(value, ...admitted) + 1;
}
