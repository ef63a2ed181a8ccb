/** Automatic numbers: 一、 and （一） that Word prints before a paragraph although they stand nowhere in its text. */
import { childElements, findElement, type XmlElement } from '../xml';

interface Level {
  readonly format: string;
  /** `（%1）`: %1 is the number of the first level. */
  readonly text: string;
  readonly start: number;
}

/** Levels by number id, as the paragraphs name it. */
export type NumberingLists = ReadonlyMap<string, { readonly list: string; readonly levels: readonly Level[] }>;

export const NO_NUMBERING: NumberingLists = new Map();

export function numberingLists(root: XmlElement): NumberingLists {
  const numbering = findElement(root, 'w:numbering');
  if (numbering === null) return NO_NUMBERING;
  const lists = new Map(
    childElements(numbering, 'w:abstractNum').map((each) => [attribute(each, 'w:abstractNumId'), levelsOf(each)]),
  );
  return new Map(
    childElements(numbering, 'w:num').map((each) => {
      const list = settingOf(each, 'w:abstractNumId') ?? '';
      const levels = [...(lists.get(list) ?? [])];
      for (const own of childElements(each, 'w:lvlOverride')) {
        const at = Number(attribute(own, 'w:ilvl'));
        const start = Number(settingOf(own, 'w:startOverride') ?? Number.NaN);
        const level = levels[at];
        if (level !== undefined && Number.isInteger(start)) levels[at] = { ...level, start };
      }
      return [attribute(each, 'w:numId'), { list, levels }];
    }),
  );
}

/** Word has nine levels, from 0. */
const MAX_LEVEL = 8;

function levelsOf(list: XmlElement): Level[] {
  const levels: Level[] = [];
  for (const each of childElements(list, 'w:lvl')) {
    const at = Number(attribute(each, 'w:ilvl'));
    if (!Number.isInteger(at) || at < 0 || at > MAX_LEVEL) continue;
    levels[at] = {
      format: settingOf(each, 'w:numFmt') ?? 'decimal',
      text: settingOf(each, 'w:lvlText') ?? '',
      start: Number(settingOf(each, 'w:start') ?? 1),
    };
  }
  return levels;
}

/** Counts as Word does: a level begins anew after each number of a level above it. */
export class Counter {
  private readonly counts = new Map<string, number[]>();

  constructor(private readonly lists: NumberingLists) {}

  /** The number that the next paragraph of this list and level shows; empty for a bullet or an unknown list. */
  next(numberId: string, level: number): string {
    const own = this.lists.get(numberId);
    const rule = own?.levels[level];
    if (own === undefined || rule === undefined) return '';
    const counts = this.counts.get(own.list) ?? [];
    this.counts.set(own.list, counts);
    counts.length = Math.max(counts.length, level + 1);
    counts[level] = (counts[level] ?? rule.start - 1) + 1;
    counts.length = level + 1;
    if (rule.format === 'bullet' || rule.format === 'none') return '';
    return rule.text.replace(/%(\d)/g, (_, digit: string) => {
      const at = Number(digit) - 1;
      const part = own.levels[at];
      return part === undefined ? '' : numeral(counts[at] ?? part.start, at === level ? rule.format : part.format);
    });
  }
}

const DIGITS = '〇一二三四五六七八九';
/** ① stands at 1. */
const CIRCLED_ONE = 0x2460;
const CIRCLED = 20;

function numeral(value: number, format: string): string {
  if (
    /^(?:chineseCounting|chineseCountingThousand|japaneseCounting|taiwaneseCounting|taiwaneseCountingThousand)$/.test(
      format,
    )
  )
    return counted(value);
  if (format === 'ideographDigital' || format === 'taiwaneseDigital' || format === 'japaneseDigitalTenThousand')
    return [...String(value)].map((digit) => DIGITS.charAt(Number(digit))).join('');
  if (format === 'decimalEnclosedCircle' || format === 'decimalEnclosedCircleChinese')
    return value >= 1 && value <= CIRCLED ? String.fromCharCode(CIRCLED_ONE + value - 1) : String(value);
  if (format === 'lowerLetter' || format === 'upperLetter') {
    const letter = String.fromCharCode(97 + ((value - 1) % 26));
    return format === 'upperLetter' ? letter.toUpperCase() : letter;
  }
  return String(value);
}

/** 1 to 99 in words; a report numbers no further. */
function counted(value: number): string {
  if (value < 1 || value > 99) return String(value);
  const tens = Math.floor(value / 10);
  const ones = value % 10;
  const head = tens === 0 ? '' : `${tens === 1 ? '' : DIGITS.charAt(tens)}十`;
  return `${head}${ones === 0 ? '' : DIGITS.charAt(ones)}`;
}

export function attribute(node: XmlElement, name: string): string {
  return node.attributes[name] ?? '';
}

/** `w:val` of the first child of that name; null where there is none. */
export function settingOf(node: XmlElement, name: string): string | null {
  const child = childElements(node, name)[0];
  return child === undefined ? null : (child.attributes['w:val'] ?? null);
}
