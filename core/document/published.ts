/**
 * When a page was published, where it says so: 发布日期 and its like, a line of particulars under the title, or the date
 * that the page declares for machines. Dates of the text itself (成文日期, the one above a seal) are none.
 */

import type { Document, Place, SourceCell } from './document';
import { gather } from './gather';
import { headOf, linesOf } from './head';
import { collapseSpace } from './space';
import { foldWidth, simplify, withoutSpace } from './text';

export interface Publication {
  /** 2025-01-24 */
  readonly date: string;
  /** Null where the page declares it without showing it. */
  readonly place: Place | null;
}

const DATE = '(20\\d{2})\\s*[-/.年]\\s*(\\d{1,2})\\s*[-/.月]\\s*(\\d{1,2})(?!\\d)\\s*日?';
const TIME = '\\s*\\d{1,2}:\\d{2}(?::\\d{2})?';
const NAME = '(?:发\\s*布|公\\s*布|公\\s*开|发\\s*表)\\s*(?:日\\s*期|时\\s*间)|发\\s*布\\s*于';
/** What else a page prints in the line of particulars under a title. */
const PARTICULARS = '来\\s*源|浏\\s*览|点\\s*击|阅\\s*读|访\\s*问|字\\s*号|字\\s*体|打\\s*印|作\\s*者|编\\s*辑';

const ANY_DATE = new RegExp(DATE);
const ONLY_NAME = new RegExp(`^(?:${NAME})\\s*[:]?$`);
const NAMED = new RegExp(`(?:${NAME})\\s*[\\]】)]?\\s*[:]?\\s*${DATE}`);
/** 时间：2025-01-24 来源：… : the bare word tells publication only among its like. */
const AMONG_PARTICULARS = new RegExp(`(?:^|[^\\u4e00-\\u9fff])(?:日\\s*期|时\\s*间)\\s*:\\s*${DATE}`);
const HAS_PARTICULARS = new RegExp(PARTICULARS);
/** [2025-01-24 10:00]; 2025年1月24日 without an hour may be the date of the text. */
const ALONE = new RegExp(
  `^[[(【]?\\s*(?:${DATE.replace('[-/.年]', '[-/.]').replace('[-/.月]', '[-/.]')}(?:${TIME})?|${DATE}${TIME})\\s*[\\])】]?(?:$|\\s*(?:${PARTICULARS}))`,
);
const TITLE = /(?:报告|年报)(?:\([^()]{0,12}\))?$/;
const MAX_LINE = 200;

/** Null where the page does not say it, or says two dates. */
export function publicationOf(document: Document): Publication | null {
  const head = headOf(document, linesOf(document));
  const named: Publication[] = [];
  const alone: Publication[] = [];
  let title = false;
  for (let block = head.start; block < head.end; block++) {
    const each = document.blocks[block];
    if (each?.kind === 'table') named.push(...inCells(each.rows, block));
    if (each?.kind !== 'paragraph' || each.text.length > MAX_LINE) continue;
    const text = plain(each.text);
    title ||= TITLE.test(withoutSpace(text));
    const date = dateIn(text);
    if (date !== null) named.push({ date, place: { block } });
    const only = title ? ALONE.exec(text) : null;
    if (only !== null) alone.push(...published(only, { block }));
  }
  const stated = named.length > 0 ? named : alone;
  if (stated.length === 0) return published(ANY_DATE.exec(document.published ?? ''), null)[0] ?? null;
  return new Set(stated.map(({ date }) => date)).size === 1 ? (stated[0] ?? null) : null;
}

/** A table of particulars: name and date in one cell or in two that follow each other. */
function inCells(rows: readonly { readonly cells: readonly SourceCell[] }[], block: number): Publication[] {
  const cells = gather(rows.slice(0, 20), (row) => row.cells.map(({ text }) => plain(text.slice(0, MAX_LINE))));
  return gather(cells, (text, cell): Publication[] => {
    const date = dateIn(text);
    if (date !== null) return [{ date, place: { block, cell } }];
    if (!ONLY_NAME.test(text)) return [];
    return published(ANY_DATE.exec(cells[cell + 1] ?? ''), { block, cell: cell + 1 });
  });
}

function dateIn(text: string): string | null {
  const match = NAMED.exec(text) ?? (HAS_PARTICULARS.test(text) ? AMONG_PARTICULARS.exec(text) : null);
  return match === null ? null : isoDate(match);
}

function published(match: RegExpExecArray | null, place: Place | null): Publication[] {
  const date = match === null ? null : isoDate(match);
  return date === null ? [] : [{ date, place }];
}

/** Of the first three groups that matched. */
function isoDate(match: RegExpExecArray): string | null {
  const [year = '', month = '', day = ''] = match.slice(1).filter((group) => group !== undefined);
  if (Number(month) < 1 || Number(month) > 12 || Number(day) < 1 || Number(day) > 31) return null;
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

function plain(text: string): string {
  return collapseSpace(simplify(foldWidth(text)));
}
