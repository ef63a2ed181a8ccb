/** The prose of a report: its paragraphs between the title and the foot, each with its section, ready to be searched. */
import type { Block, Document, Place } from '../document/document';
import { foldWidth, simplify } from '../document/text';

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
}

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
  return document.blocks.flatMap((block, at): Passage[] => {
    if (at < from || tables.has(at)) return [];
    const section = sections.findLast((each) => at >= each.start && at < each.end);
    const about = { block: at, section: section?.number ?? 0, heading: section?.start === at };
    return textsOf(block).flatMap(({ cell, printed }): Passage[] => {
      const text = plainText(printed);
      if (text === '') return [];
      return [{ ...about, ...(cell === undefined ? {} : { cell }), printed, text }];
    });
  });
}

function textsOf(block: Block): { cell?: number; printed: string }[] {
  if (block.kind === 'paragraph') return [{ printed: block.text }];
  if (block.kind === 'picture') return [];
  return block.rows
    .flatMap((row) => row.cells)
    .flatMap(({ text }, cell) => (text.length >= MIN_CELL ? [{ cell, printed: text }] : []));
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

function plainText(printed: string): string {
  return simplify(foldWidth(printed)).replace(SPACE, '');
}

const SPACE = /[\s\u00a0\u3000]+/g;

/** Place of a range of `passage.text`, in the text as printed. */
export function placeIn(passage: Passage, start: number, end: number): Place {
  const from = printedAt(passage, start);
  const to = end > start ? printedAt(passage, end - 1) + 1 : from;
  const cell = passage.cell === undefined ? {} : { cell: passage.cell };
  return { block: passage.block, ...cell, start: from, end: to };
}

/** The same range as printed. */
export function quoteIn(passage: Passage, start: number, end: number): string {
  const { start: from = 0, end: to = 0 } = placeIn(passage, start, end);
  return passage.printed.slice(from, to);
}

/** Position in `printed` of the character at `position` of `text`: folding keeps or drops characters, never adds one. */
function printedAt({ printed, text }: Passage, position: number): number {
  if (printed.length === text.length) return position;
  let kept = 0;
  for (let at = 0; at < printed.length; at++) {
    if (plainText(printed.charAt(at)) === '') continue;
    if (kept === position) return at;
    kept++;
  }
  return printed.length;
}
