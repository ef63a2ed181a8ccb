/** Sections that should hold a table of the form where none was read. */

import { type Block, blockText, type Omission } from '../document/document';
import { gather } from '../document/gather';
import { essence, labelKeyWithoutAsides } from '../document/text';
import type { FormTable } from '../forms/form';
import { isCut } from './cut';
import type { Report } from './rule';

/** A table may be among what was not read: nobody can say then that there is none. */
export function tablesLeftOut({ document }: Report): boolean {
  return document.omissions.some(({ code }) => LEFT_OUT.has(code));
}

const LEFT_OUT = new Set<Omission['code']>(['table-too-large', 'too-many-blocks', 'too-deep']);

export interface Tableless {
  readonly table: FormTable;
  readonly numeral: string;
  /** Block of the section’s heading. */
  readonly start: number;
  readonly blocks: readonly Block[];
}

/**
 * Only those that were read to their end: without the next heading nobody knows. A section in which the labels of its
 * table stand has it in a shape that was not read, and is no case either.
 */
export function tableless(report: Report): Tableless[] {
  const { sections, document } = report;
  return gather(report.tables, ({ table, found }): Tableless[] => {
    const at = sections.findIndex((section) => section.number === table.section);
    const section = sections[at];
    if (found || section === undefined || sections[at + 1] === undefined) return [];
    const blocks = document.blocks.slice(section.start, section.end);
    if (blocks.some((block) => block.kind === 'table' || isCut(block)) || speaksOf(table, blocks)) return [];
    return [{ table, numeral: '一二三四五六'.charAt(table.section - 1), start: section.start, blocks }];
  });
}

/** Prose names one or two of them, a table all. */
const ENOUGH_LABELS = 4;

function speaksOf(table: FormTable, blocks: readonly Block[]): boolean {
  const text = essence(blocks.map(blockText).join(''));
  const labels = gather(table.rows, (row) => [row.label?.zh ?? '', ...row.cells.map((cell) => cell.column.label.zh)]);
  const found = new Set(labels.map(labelKeyWithoutAsides).filter((label) => label !== '' && text.includes(label)));
  return found.size >= ENOUGH_LABELS;
}

/** Where the table is said, or seen, to be elsewhere: a picture, an attachment. */
export function elsewhere({ blocks }: Tableless): 'picture' | 'attachment' | null {
  if (blocks.some((block) => block.kind === 'picture')) return 'picture';
  return blocks.some((block) => ATTACHED.test(blockText(block))) ? 'attachment' : null;
}

const ATTACHED = /附件|见附|下载|\.(?:docx?|xlsx?|pdf|wps|et)(?![a-z])/i;
