/** The prose of one section, and whether it is certain that all of it was read. */

import { blockText, type Place } from '../document/document';
import { gather } from '../document/gather';
import type { Section } from '../forms/sections';
import { isCut } from './cut';
import type { Report } from './rule';

export interface SectionText {
  readonly section: Section;
  /** What the line of the heading says beyond its title: 六、其他需要报告的事项：无。 */
  readonly heading: string;
  /** Its paragraphs put together, for matching. */
  readonly text: string;
  readonly place: Place;
}

/** Null where the section was not found, or where it may say more than was read. */
export function wholeSection(report: Report, number: number): SectionText | null {
  const at = report.sections.findIndex((section) => section.number === number);
  const section = report.sections[at];
  if (section === undefined) return null;
  const blocks = report.document.blocks.slice(section.start, section.end);
  const tables = new Set(gather(report.tables, (reading) => [...reading.blocks, ...reading.further]));
  const hidden = blocks.some(
    (block, offset) => (block.kind !== 'paragraph' && !tables.has(section.start + offset)) || isCut(block),
  );
  if (hidden || isNamedTwice(report, section) || !hasText(report)) return null;
  const passages = report.passages.filter((passage) => passage.section === number);
  const text = gather(passages, (passage) => (passage.heading ? [] : [passage.text])).join('');
  const heading = passages.find((passage) => passage.heading)?.text.slice(2) ?? '';
  // An empty form beside it invites, it does not ask: what nobody typed is not known to be empty.
  if (report.document.format === 'entry' && text === '') return null;
  const ends = report.sections[at + 1] !== undefined || endsSurely(report, text);
  return ends
    ? { section, heading: heading.replace(/^[^:。]*[:。]?/, ''), text, place: { block: section.start } }
    : null;
}

/** A text that says there is nothing has no more to say; nor has a file that was read to its end. */
export const NOTHING =
  /^(?:\(.\))?(?:本(?:机关|单位|部门|年度|年|局|镇|乡))*(?:无|没有)(?:其他|其它)?(?:需要?)?(?:报告|说明)?(?:的)?(?:事项|情况|内容)?[。.;]?$/;

function endsSurely({ document }: Report, text: string): boolean {
  if (document.omissions.length > 0) return false;
  return document.format !== 'text' || NOTHING.test(text);
}

/** Headings without a text between them are a table of contents. */
function hasText({ passages }: Report): boolean {
  return passages.some((passage) => passage.section === 1 && !passage.heading);
}

/** Two runs of headings: what belongs to which part of such a page is not certain. */
function isNamedTwice({ document }: Report, section: Section): boolean {
  const heading = blockText(document.blocks[section.start]);
  return document.blocks.some((block, at) => at > section.start && blockText(block) === heading);
}
