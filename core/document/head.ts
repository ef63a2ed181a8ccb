/** The head of a report: what stands above its text, where title and particulars are looked for. */
import { blockText, type Document } from './document';
import { visible, withoutSpace } from './text';

const FIRST_SECTION = /^一[、.．,，].{0,10}(?:总体|基本|概)/;
/** How far before the first section the head may begin. */
const REACH = 60;

const knownLines = new WeakMap<Document, readonly string[]>();

/** Texts of the blocks without white space, which page tools put anywhere and which tells nothing in a Chinese title. */
export function linesOf(document: Document): readonly string[] {
  const known = knownLines.get(document);
  if (known !== undefined) return known;
  const lines = document.blocks.map((block) => withoutSpace(visible(blockText(block))));
  knownLines.set(document, lines);
  return lines;
}

/** Half-open range of blocks. */
export interface Head {
  readonly start: number;
  readonly end: number;
}

/** `lines`: texts of the blocks without white space. Ends with the first section, or the first table of a report’s size. */
export function headOf(document: Document, lines: readonly string[]): Head {
  const section = lines.findIndex((line) => FIRST_SECTION.test(line));
  const text =
    section < 0 ? document.blocks.findIndex((block) => block.kind === 'table' && block.rows.length > 8) : section;
  const end = text < 0 ? Math.min(lines.length, REACH) : text;
  return { start: Math.max(0, end - REACH), end };
}
