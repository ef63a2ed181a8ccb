/** The head of a report: what stands above its text, where title and particulars are looked for. */
import type { Document } from './document';

const FIRST_SECTION = /^一[、.．,，].{0,10}(?:总体|基本|概)/;
/** How far before the first section the head may begin. */
const REACH = 60;

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
