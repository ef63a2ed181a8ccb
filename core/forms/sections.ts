/** The six sections of a report: where their headings stand. */

import { blockText, type Document } from '../document/document';
import { gather } from '../document/gather';
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

interface Heading {
  readonly number: number;
  readonly block: number;
}

/**
 * Numbered headings in order. A table of contents, a preface or a list at the foot of the page names them too: of all
 * runs with rising numbers, the one that has most text between its headings is the report.
 */
export function sectionsOf(document: Document): Section[] {
  const best = risingRuns(headingsOf(document)).reduce<readonly Heading[]>(
    (top, run) => (extent(run) > extent(top) ? run : top),
    [],
  );
  return best.map(({ number, block }, at) => ({
    number,
    start: block,
    end: best[at + 1]?.block ?? document.blocks.length,
  }));
}

function headingsOf(document: Document): Heading[] {
  return gather(document.blocks, (each, block) => {
    const printed = blockText(each);
    if (printed === '' || printed.length > MAX_HEADING * 2 || beginsOtherwise(printed)) return [];
    const text = essence(printed);
    const number = NUMERALS.indexOf(text.charAt(0)) + 1;
    if (number === 0 || text.length > MAX_HEADING || !/^.[、.．,，:]/.test(text)) return [];
    return SUBJECTS[number - 1]?.test(text) ? [{ number, block }] : [];
  });
}

/** Does it begin with a common character that is no numeral? So most lines do, and need no further look. */
function beginsOtherwise(printed: string): boolean {
  const first = printed.charAt(0);
  return first >= '\u4e00' && first <= '\u9fff' && !NUMERALS.includes(first);
}

function risingRuns(headings: readonly Heading[]): Heading[][] {
  const runs: Heading[][] = [];
  for (const heading of headings) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    if (run !== undefined && last !== undefined && heading.number > last.number) run.push(heading);
    else runs.push([heading]);
  }
  return runs;
}

function extent(run: readonly Heading[]): number {
  return (run.at(-1)?.block ?? 0) - (run[0]?.block ?? 0);
}
