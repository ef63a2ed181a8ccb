/** The six sections of a report: where their headings stand. */
import { blockText, type Document } from '../document/document';
import { essence } from '../document/text';

export interface Section {
  /** 1 to 6. */
  readonly number: number;
  /** Block of its heading, and the block after its last. */
  readonly start: number;
  readonly end: number;
}

const NUMERALS = '一二三四五六';
const MAX_HEADING = 40;
/** What tells each section, however its title is varied. */
const SUBJECTS: readonly RegExp[] = [
  /总体情况|基本情况|概述/,
  /主动公开/,
  /收到和处理|依申请|申请情况/,
  /行政复议|行政诉讼/,
  /问题/,
  /其他需要报告|其他事项/,
];

/** Numbered headings in order; a table of contents before them is passed over, for the last run of headings counts. */
export function sectionsOf(document: Document): Section[] {
  const starts = new Map<number, number>();
  for (const [index, block] of document.blocks.entries()) {
    const text = essence(blockText(block));
    const number = NUMERALS.indexOf(text.charAt(0)) + 1;
    if (number === 0 || text.length > MAX_HEADING || !/^.[、.．,，:]/.test(text)) continue;
    if (SUBJECTS[number - 1]?.test(text)) starts.set(number, index);
  }
  const ordered = [...starts].sort((a, b) => a[1] - b[1]);
  return ordered.map(([number, start], at) => ({
    number,
    start,
    end: ordered[at + 1]?.[1] ?? document.blocks.length,
  }));
}
