/** Finds a table of a form in plain text: where it begins and ends, and what stands in it. */
import { gather } from '../document/gather';
import { labelKey } from '../document/text';
import { type Claims, claimRows } from './claims';
import type { FormTable } from './form';
import type { LabelledRow } from './rows';
import { isProse, splitRuns, type Token } from './stream';
import { claimStripRows } from './strip';

/** Headings may share a line: 信息内容 本年制发件数 本年废止件数 现行有效件数. */
export function headingTexts(region: readonly Token[]): string[] {
  const texts = region.filter((token) => token.kind === 'text').map((token) => token.raw);
  return gather(texts, (text) => (/\s/.test(text) ? [text, ...text.split(/\s+/)] : [text]));
}

export function claimFromText(rows: readonly LabelledRow[], table: FormTable): Claims | null {
  if (table.shape === 'strip') return claimStripRows(rows, table);
  const count = table.shape === 'applicants' ? (table.rows[0]?.cells.length ?? 0) : 0;
  return claimRows(count > 0 ? splitRuns(rows, count) : rows, table, false);
}

const STARTS: Readonly<Record<FormTable['shape'], RegExp>> = {
  articles: /第二十条第|^信息内容|^本年制发件数$|^本年新制作数量$/,
  applicants: /申请人情况|本列数据的?勾稽关系|^本年新收政府信息公开申请/,
  strip: /^行政复议|行政复议.{0,3}行政诉讼/,
};
const END = /存在的?主要问题|其他需要报告/;

/** Where each table begins and ends among the tokens: each runs to the start of the next, or to prose after it. */
export function regionsOf(tokens: readonly Token[]): Record<FormTable['shape'], Token[]> {
  const keys = tokens.map((token) => (token.kind === 'text' && !isProse(token) ? labelKey(token.raw) : ''));
  const find = (pattern: RegExp, from: number): number => {
    const at = keys.findIndex((key, index) => index >= from && pattern.test(key));
    return at < 0 ? tokens.length : at;
  };
  const articles = find(STARTS.articles, 0);
  const applicants = find(STARTS.applicants, articles === tokens.length ? 0 : articles);
  const after = Math.max(articles === tokens.length ? 0 : articles, applicants === tokens.length ? 0 : applicants);
  const strip = after === 0 ? tokens.length : find(STARTS.strip, after + 1);
  const end = find(END, strip);
  const firstOf = (...starts: number[]): number => Math.min(...starts);
  return {
    articles: tokens.slice(articles, Math.max(articles, firstOf(applicants, strip))),
    applicants: tokens.slice(applicants, Math.max(applicants, strip)),
    strip: tokens.slice(strip, Math.max(strip, end)),
  };
}
