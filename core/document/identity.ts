/** Whose report it is and of which year: organ, year and title as the page itself states them. */

import type { Document } from './document';
import { gather } from './gather';
import { headOf, linesOf } from './head';
import { publicationOf } from './published';
import { foldWidth, simplify, visible, withoutSpace } from './text';
import { yearOf } from './year';

export interface Identity {
  readonly organ: string | null;
  readonly year: number | null;
  readonly title: string | null;
}

const REPORT = /(?:政府|政务)?信息公开.{0,16}?报告(?:制度)?(?:[(（](?:20\d{2})年?度?[)）])?/;
const NO_REPORT = /报告(?:的?编制|格式|的?通知|有关事项|编写|指南)/;
const YEAR = /(20\d{2}|二[〇○零Oo0][〇○零一二三四五六七八九]{2})\s*年?度?/;
const PERIOD = /(20\d{2})年1月1日起?(?:[至到~,，—–-]|截止)/;
const YEAR_IN_PROSE = /^(20\d{2})年|[。；](20\d{2})年/;
const ORGAN_END =
  /(?:人民政府|政府|局|委|委员会|办公室|办公厅|办事处|厅|镇|乡|街道|中心|院|会|队|处|社|馆|部|署|分局|公司|学校|大学|园区|开发区)$/;
/** What may stand before an organ in one line with it: words of publishing, a column’s name in brackets. */
const BEFORE_ORGAN =
  /^(?:.*(?:发布|公布|编制|印发|关于|现将|制作|附件|[:：>»|]))|^[【[(（《〈].*?[】\])）》〉]|^[\d.、．\s《〈]+/;
const AFTER_ORGAN = /[—–\-_:：·,，、|]+$|关于$|的$/;
/** Stops before the words of a title, or a title quoted in a line: prose that mentions a report. */
const IN_PROSE = /[。；;，,]|.《/;
const NOT_ORGAN = /关于|通知|要求|格式|规定|根据|按照|[。；，]/;

/** A title is never longer; what is, is prose. */
const MAX_TITLE = 90;
const MAX_LINE = 200;

interface Candidate {
  readonly organ: string | null;
  readonly year: number | null;
  readonly title: string;
}

export function identify(document: Document): Identity {
  const lines = linesOf(document);
  const stated = titleBeforeText(document, lines);
  const period = firstYear(lines, PERIOD);
  const year = stated === null || stated.year === null ? period : settledYear(document, lines, stated.year, period);
  // Most pages state all of it in their title, and the long text need not be searched for more.
  if (stated !== null && stated.organ !== null && year !== null) return { ...stated, year };
  const quoted = firstOf(gather(lines, (line) => line.match(/《[^》]{6,80}》/g) ?? []));
  return {
    organ: stated?.organ ?? quoted?.organ ?? null,
    year: year ?? quoted?.year ?? firstYear(lines, YEAR_IN_PROSE),
    title: (stated ?? quoted)?.title ?? null,
  };
}

/** Year that a title names; it may be another than the report’s. */
export function yearInTitle(title: string): number | null {
  return titleIn(withoutSpace(title))?.year ?? null;
}

function settledYear(document: Document, lines: readonly string[], title: number, period: number | null): number {
  if (period === title) return title;
  return yearOf({ title, period, published: publicationOf(document)?.date ?? null, lines });
}

/**
 * The title as it stands above the text: a heading, the page’s own title, a line, a line of a table of particulars.
 * The nearest to the first section counts, for lists of other reports stand further up and further down.
 */
function titleBeforeText(document: Document, lines: readonly string[]): Candidate | null {
  const { start, end } = headOf(document, lines);
  const before = Array.from({ length: end - start }, (_, back) => end - 1 - back);
  const headings = before.filter((at) => {
    const block = document.blocks[at];
    return block?.kind === 'paragraph' && block.level > 0;
  });
  const own = titleIn(withoutSpace(visible(document.title ?? '').slice(0, MAX_LINE)));
  const candidates = [
    ...headings.map((at) => titleAt(lines, at)),
    own,
    ...before.map((at) => titleAt(lines, at)),
    ...gather(before, (at) => cellsOf(document, at).map(titleIn)),
  ].filter((candidate) => candidate !== null);
  const dated = candidates.find((candidate) => candidate.year !== null) ?? candidates[0] ?? null;
  if (dated === null || dated.organ !== null) return dated;
  return { ...dated, organ: own?.organ ?? null };
}

function cellsOf(document: Document, at: number): string[] {
  const block = document.blocks[at];
  if (block?.kind !== 'table') return [];
  return gather(block.rows.slice(0, 20), (row) =>
    row.cells.map((cell) => withoutSpace(visible(cell.text.slice(0, MAX_LINE)))),
  );
}

/** The title that ends in this line, alone or broken over up to four. */
function titleAt(lines: readonly string[], at: number): Candidate | null {
  if (!/[报報]/.test(lines[at] ?? '')) return null;
  let undated: Candidate | null = null;
  for (let count = 1; count <= 4 && count <= at + 1; count++) {
    const parts = lines.slice(at + 1 - count, at + 1);
    if (parts.some((part) => part.length > MAX_TITLE)) break;
    const candidate = titleIn(parts.join(''));
    if (candidate === null) continue;
    // 肖村乡人民政府 / 2021年政府信息公开工作年度报告: the organ on a line of its own, before or after.
    const beside = [lines[at - count], lines[at + 1]].find((line) => line !== undefined && isOrgan(line));
    const whole = { ...candidate, organ: candidate.organ ?? beside ?? null };
    if (whole.year !== null) return whole;
    undated ??= whole;
  }
  return undated;
}

function firstOf(texts: readonly string[]): Candidate | null {
  for (const text of texts) {
    const candidate = titleIn(text);
    if (candidate !== null && candidate.year !== null) return candidate;
  }
  return null;
}

/** `line` as printed, without white space; `simplify` and `foldWidth` keep its positions. */
function titleIn(line: string): Candidate | null {
  if (line.length > MAX_LINE || (line.length > MAX_TITLE && !line.startsWith('《'))) return null;
  const plain = simplify(foldWidth(line));
  const report = REPORT.exec(plain);
  if (report === null || NO_REPORT.test(plain)) return null;
  const end = report.index + report[0].length;
  if (IN_PROSE.test(plain.slice(0, end))) return null;
  const year = YEAR.exec(plain.slice(0, end));
  // 示例局2024年… names the organ before the year, 2024年示例局… after it.
  const cut = year === null ? report.index : Math.min(year.index, report.index);
  const rest = year === null ? report.index : Math.min(year.index + year[0].length, report.index);
  return {
    organ: organName(line.slice(0, cut)) ?? organName(line.slice(rest, report.index)),
    year: year === null ? null : yearInFigures(year[1] ?? ''),
    title: trimmed(line.slice(0, end)),
  };
}

function trimmed(title: string): string {
  return title.replace(/^《/, '');
}

const NUMERALS = '〇一二三四五六七八九';

function yearInFigures(text: string): number {
  const digits = [...text].map((char) => (/\d/.test(char) ? char : Math.max(0, NUMERALS.indexOf(char))));
  return Number(digits.join(''));
}

function organName(head: string): string | null {
  let name = head;
  for (let before = ''; before !== name; ) {
    before = name;
    name = name.replace(AFTER_ORGAN, '').replace(BEFORE_ORGAN, '');
  }
  // 示例县人民政府信息公开… writes 政府 once for both words.
  if (name.endsWith('人民')) name += '政府';
  return name.length >= 2 && !NOT_ORGAN.test(simplify(name)) ? name : null;
}

/** A line that is nothing but the name of an organ. */
export function isOrgan(line: string): boolean {
  return line.length >= 3 && line.length <= 40 && ORGAN_END.test(simplify(line)) && !/[。，；:：\d>]/.test(line);
}

function firstYear(lines: readonly string[], pattern: RegExp): number | null {
  for (const line of lines) {
    const match = pattern.exec(foldWidth(line));
    if (match !== null) return Number(match[1] ?? match[2]);
  }
  return null;
}
