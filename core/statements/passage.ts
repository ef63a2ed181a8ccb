/** The prose of a report: its paragraphs between the title and the foot, each with its section, ready to be searched. */

import type { Block, Document, Place } from '../document/document';
import { gather } from '../document/gather';
import { plainText } from '../document/text';

/** A section as the headings tell it: from its heading to the next one. */
export interface SectionSpan {
  /** 1 to 6. */
  readonly number: number;
  readonly start: number;
  readonly end: number;
}

export interface Passage {
  readonly block: number;
  /** Source cell, where the text stands in a table that is none of the form’s. */
  readonly cell?: number;
  /** 1 to 6; 0 for the foreword between title and first section. */
  readonly section: number;
  /** It is the heading of its section. */
  readonly heading: boolean;
  /** As printed. */
  readonly printed: string;
  /** For matching: width folded, simplified, without white space and invisible characters. */
  readonly text: string;
  /** Where the next blocks begin in `printed`: lines of plain text that one sentence runs over. */
  readonly breaks: readonly number[];
}

const NO_BREAKS: readonly number[] = [];

/** Between the title and the first section there is a foreword; what stands further up is the site’s. */
const FOREWORD = 12;
/** A cell with less is a label or a value. */
const MIN_CELL = 24;

/**
 * Passages in reading order, empty ones left out. `tables`: blocks that were read as tables of the form. Where no
 * section is found every paragraph counts as foreword.
 */
export function passagesOf(
  document: Document,
  sections: readonly SectionSpan[],
  tables: ReadonlySet<number>,
): readonly Passage[] {
  const first = sections[0]?.start ?? document.blocks.length;
  const from = sections.length === 0 ? 0 : Math.max(0, titleBlock(document, first) ?? first - FOREWORD);
  const passages = gather(document.blocks, (block, at): Passage[] => {
    if (at < from || tables.has(at)) return [];
    const section = sections.findLast((each) => at >= each.start && at < each.end);
    const number = section?.number ?? 0;
    const heading = section?.start === at;
    return gather(textsOf(block), ({ cell, printed }): Passage[] => {
      const text = plainText(printed);
      if (text === '') return [];
      const own = { block: at, section: number, heading, breaks: NO_BREAKS, printed, text };
      return [cell === undefined ? own : { ...own, cell }];
    });
  });
  return document.format === 'text' ? joined(passages) : passages;
}

/** A line of print is never shorter; what is, ends a paragraph. */
const MIN_LINE = 16;

/** Plain text copied out of a printed page breaks its lines anywhere: they are put together again. */
function joined(passages: readonly Passage[]): Passage[] {
  const result: Passage[] = [];
  for (const passage of passages) {
    const last = result.at(-1);
    if (last === undefined || !runsOn(last, passage)) {
      result.push(passage);
      continue;
    }
    const breaks = [...last.breaks, last.printed.length];
    result[result.length - 1] = {
      ...last,
      printed: last.printed + passage.printed,
      text: last.text + passage.text,
      breaks,
    };
  }
  return result;
}

function runsOn(line: Passage, next: Passage): boolean {
  if (line.heading || next.heading || line.cell !== undefined || next.cell !== undefined) return false;
  if (next.block !== line.block + line.breaks.length + 1 || line.section !== next.section) return false;
  const width = line.text.length - (line.breaks.length > 0 ? textBefore(line) : 0);
  return (
    width >= MIN_LINE &&
    !/[。!?;:|]$/.test(line.text) &&
    !/^(?:[一二三四五六七八九十]{1,2}[、.是]|\(|\d{1,2}[.、]|第[一二三四五六七八九十]|\|)/.test(next.text)
  );
}

/** Length of the text before the last line of a passage. */
function textBefore({ printed, breaks }: Passage): number {
  return plainText(printed.slice(0, breaks.at(-1))).length;
}

function textsOf(block: Block): { cell?: number; printed: string }[] {
  if (block.kind === 'paragraph') return [{ printed: block.text }];
  if (block.kind === 'picture') return [];
  return gather(
    gather(block.rows, (row) => row.cells),
    ({ text }, cell) => (text.length >= MIN_CELL ? [{ cell, printed: text }] : []),
  );
}

/** The last line before the first section that ends like a report’s title. */
function titleBlock(document: Document, first: number): number | null {
  for (let at = first - 1; at >= Math.max(0, first - 4 * FOREWORD); at--) {
    const block = document.blocks[at];
    if (block?.kind !== 'paragraph' || block.text.length > 120) continue;
    const text = plainText(block.text);
    if (/(?:年度报告|工作报告|年报|情况报告)$/.test(text) && !/[。；]/.test(text)) return at;
  }
  return null;
}

/** Place of a range of `passage.text`, in the text as printed; in its first line where it runs over several. */
export function placeIn(passage: Passage, start: number, end: number): Place {
  return placeInPrint(passage, ...printedRange(passage, start, end));
}

/** Place of a range of `passage.printed`. */
export function placeInPrint(passage: Passage, from: number, to: number): Place {
  const cell = passage.cell === undefined ? {} : { cell: passage.cell };
  const line = passage.breaks.filter((at) => at <= from).length;
  const begin = line === 0 ? 0 : (passage.breaks[line - 1] ?? 0);
  const stop = Math.min(to, passage.breaks[line] ?? to);
  return { block: passage.block + line, ...cell, start: from - begin, end: stop - begin };
}

/** The same range as printed, whole. */
export function quoteIn(passage: Passage, start: number, end: number): string {
  return passage.printed.slice(...printedRange(passage, start, end));
}

function printedRange(passage: Passage, start: number, end: number): [number, number] {
  const from = printedAt(passage, start);
  return [from, end > start ? printedAt(passage, end - 1) + 1 : from];
}

/** Position in `printed` of the character at `position` of `text`: folding keeps or drops characters, never adds one. */
function printedAt(passage: Passage, position: number): number {
  const { printed, text } = passage;
  return printed.length === text.length ? position : (keptIn(passage)[position] ?? printed.length);
}

/** Where in `printed` each character of `text` stands. Kept: a passage of a thousand findings is walked through once. */
function keptIn(passage: Passage): readonly number[] {
  const known = kept.get(passage);
  if (known !== undefined) return known;
  const positions: number[] = [];
  for (let at = 0; at < passage.printed.length; at++)
    if (plainText(passage.printed.charAt(at)) !== '') positions.push(at);
  kept.set(passage, positions);
  return positions;
}

const kept = new WeakMap<Passage, readonly number[]>();
