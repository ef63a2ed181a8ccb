/** Kinds of reports that organs publish beside the one on open information, known by their titles alone. */

import type { Document } from './document';
import { gather } from './gather';
import { linesOf } from './head';

export const OTHER_REPORTS = [
  'final-accounts',
  'budget',
  'website-annual',
  'enforcement-statistics',
  'rule-of-law',
] as const;
export type OtherReport = (typeof OTHER_REPORTS)[number];

const TITLES: Readonly<Record<OtherReport, RegExp>> = {
  'final-accounts': /(?:部门|单位|财政|“?三公”?经费.{0,8})决算/,
  budget: /(?:部门|单位|财政|“?三公”?经费.{0,8})预算(?!执行|绩效)/,
  'website-annual': /政府网站(?:年度)?工作(?:年度)?(?:报表|报告)/,
  'enforcement-statistics': /行政执法(?:数据|情况)?统计(?:年报|年度报告)/,
  'rule-of-law': /法治政府建设.{0,12}(?:报告|情况)/,
};
/** A list of reports and a column of a site name the kind without a year. */
const YEAR = /20\d{2}|二[〇○零Oo0][〇○零一二三四五六七八九]{2}/;
/** Writings about such reports, and the report that this program is for. */
const NO_TITLE = /通知|批复|办法|规定|解读|指南|目录|信息公开.{0,16}报告|[。；]/;
/** Titles of files stand alone on their first page, over so many lines at most. */
const FIRST_LINES = 4;
const MAX_TITLE = 90;

/** What its title says it is; null where none does, or several do. */
export function otherReportOf(document: Document): OtherReport | null {
  const kinds = new Set(gather(titlesOf(document), kindsIn));
  const [kind] = kinds;
  return kinds.size === 1 && kind !== undefined ? kind : null;
}

function kindsIn(title: string): OtherReport[] {
  if (title.length > MAX_TITLE || !YEAR.test(title) || NO_TITLE.test(title)) return [];
  return OTHER_REPORTS.filter((kind) => TITLES[kind].test(title));
}

/** Pages begin with the names of their columns: of these only what they call a title counts. */
function titlesOf(document: Document): string[] {
  const lines = linesOf(document);
  const headings = gather(document.blocks, (block, at) =>
    block.kind === 'paragraph' && block.level > 0 && block.level <= 2 ? [lines[at] ?? ''] : [],
  );
  const own = document.title === null ? [] : [document.title.replace(/\s/g, '')];
  return isPage(document) ? [...own, ...headings] : [...own, ...headings, firstLines(document, lines)];
}

function isPage({ format }: Document): boolean {
  return format === 'page' || format === 'html' || format === 'mhtml';
}

/** A long name is broken over lines: as many of the first as together say what it is. */
function firstLines({ blocks }: Document, lines: readonly string[]): string {
  const table = blocks.findIndex(({ kind }) => kind === 'table');
  const first = lines
    .slice(0, table < 0 ? lines.length : table)
    .filter((line) => line !== '')
    .slice(0, FIRST_LINES);
  const counts = first.map((_, at) => first.slice(0, at + 1).join(''));
  return counts.find((text) => kindsIn(text).length > 0) ?? '';
}
