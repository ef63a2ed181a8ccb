/** Finds the tables of the known forms in a document, form by form and table by table, and takes the better reading. */
import type { Document, Table } from '../document/document';
import { looksLikeValue } from '../document/number';
import { essence, labelKey } from '../document/text';
import { formGrid, type Grid } from '../grid/grid';
import { type Claims, claimRows, isNumber } from './claims';
import type { Form, FormTable, TableId } from './form';
import { applicantRows, articleRows, type GridRows } from './grid-rows';
import { columnHeadings, type LabelIndex, rowLabels } from './labels';
import type { Alteration } from './reading';
import type { LabelledRow } from './rows';
import { isProse, splitRuns, streamRows, type Token, tokensOf } from './stream';
import { claimStripGrid, claimStripRows } from './strip';

/** Compared in this order: column headings tell the forms apart, then what was read under them. */
interface Fit {
  readonly headings: number;
  /** Numbers claimed and labels recognised. */
  readonly content: number;
}

export interface TableFound {
  readonly form: Form;
  readonly table: FormTable;
  readonly claims: Claims;
  /** How well the form explains the page. */
  readonly fit: Fit;
}

interface GridBlock {
  readonly block: number;
  /** Rows of plain text with equally many cells each: a grid if its headings confirm it. */
  readonly plain: boolean;
  readonly grid: Grid;
  readonly texts: readonly string[];
  readonly essence: string;
}

/** For each table id the reading of every form that has it, best first; ties keep the order of `forms`. */
export function findTables(document: Document, forms: readonly Form[]): ReadonlyMap<TableId, readonly TableFound[]> {
  const grids = gridBlocks(document);
  const result = new Map<TableId, TableFound[]>();
  for (const form of forms) {
    for (const table of form.tables) {
      const claims = claimFromGrids(grids, table);
      if (claims !== null) addFound(result, found(form, table, claims, textsOf(grids, claims)));
    }
  }
  const missing = new Set(
    forms.flatMap((form) => form.tables.map((table) => table.id)).filter((id) => !result.has(id)),
  );
  if (missing.size > 0) findInText(document, forms, missing, result);
  for (const [id, readings] of result) {
    const list = ofFirstReport(readings).sort(byFit);
    result.set(id, list);
    // The form that the headings name, or none: another’s reading of its rows would be a misunderstanding.
    if ((list[0]?.claims.cells.size ?? 0) === 0) result.delete(id);
  }
  return result;
}

/** Two reports of different forms on one page: the first is read, the tables of the other are further ones. */
function ofFirstReport(readings: readonly TableFound[]): TableFound[] {
  const start = (each: TableFound): number => Math.min(...each.claims.blocks);
  const whole = readings.filter((each) => holds(each.claims, each.table, 0.5));
  if (whole.length === 0) return [...readings];
  const first = Math.min(...whole.map(start));
  const later = whole.filter((each) => start(each) > first).map(start);
  return readings
    .filter((each) => start(each) <= first)
    .map((each) => ({
      ...each,
      claims: { ...each.claims, further: [...new Set([...each.claims.further, ...later])] },
    }));
}

function addFound(result: Map<TableId, TableFound[]>, each: TableFound): void {
  const list = result.get(each.table.id);
  if (list === undefined) result.set(each.table.id, [each]);
  else list.push(each);
}

export function byFit(a: TableFound, b: TableFound): number {
  return b.fit.headings - a.fit.headings || b.fit.content - a.fit.content;
}

function found(form: Form, table: FormTable, claims: Claims, texts: readonly string[]): TableFound {
  const numbers = [...claims.cells.values()].filter(isNumber).length;
  const joined = [...texts, ...texts.slice(1).map((text, at) => `${texts[at] ?? ''}${text}`)];
  const columns = columnHeadings(table);
  const headings = recognised(columns, joined);
  // 其他 and 总计 head columns too, and are no sign of a row.
  const labels = joined.filter((text) => columns.match(text) === null);
  return { form, table, claims, fit: { headings, content: numbers + recognised(rowLabels(table), labels) } };
}

/** How many different entries of an index stand among the texts, each as surely as it was recognised. */
function recognised(index: LabelIndex, texts: readonly string[]): number {
  const scores = new Map<number, number>();
  for (const text of texts) {
    const match = index.match(text);
    if (match !== null) scores.set(match.index, Math.max(match.score, scores.get(match.index) ?? 0));
  }
  return [...scores.values()].reduce((sum, score) => sum + score, 0);
}

// --- Grids -----------------------------------------------------------------------------------------------------

function gridBlocks(document: Document): GridBlock[] {
  return document.blocks.flatMap((block, index) => {
    if (block.kind !== 'table' || !(block.layout === 'grid' || isEven(block))) return [];
    const texts = block.rows.flatMap((row) => row.cells.map((cell) => cell.text));
    const joined = essence(texts.join(''));
    if (!/规章|行政许可|申请|维持/.test(joined)) return [];
    const grid = formGrid(block);
    return grid === null
      ? []
      : [
          {
            block: index,
            plain: block.layout === 'rows',
            grid,
            texts: texts.filter((text) => !looksLikeValue(text)),
            essence: joined,
          },
        ];
  });
}

/** Three rows and columns at least, every row with the same number of cells: what a spreadsheet or Markdown gives. */
function isEven(table: Table): boolean {
  const width = table.rows[0]?.cells.length ?? 0;
  return table.rows.length >= 3 && width >= 3 && table.rows.every((row) => row.cells.length === width);
}

function textsOf(grids: readonly GridBlock[], claims: Claims): string[] {
  return grids.filter((grid) => claims.blocks.includes(grid.block)).flatMap((grid) => grid.texts);
}

const GATES: Readonly<Record<FormTable['shape'], RegExp>> = {
  articles: /规章|行政许可/,
  applicants: /申请|不予|结转/,
  strip: /维持/,
};

function claimFromGrids(grids: readonly GridBlock[], table: FormTable): Claims | null {
  const candidates = grids.filter((grid) => GATES[table.shape].test(grid.essence));
  if (table.shape === 'strip') return claimStrip(candidates, table);
  const read = candidates.flatMap((candidate) => {
    const rows = rowsOf(candidate, table, null);
    if (rows === null) return [];
    const claims = claimRows(rows.rows, table, true);
    const enough = candidate.plain ? isConfirmed(rows) && holds(claims, table, PLAIN_SHARE) : claims.cells.size > 0;
    return enough ? [{ candidate, rows, claims }] : [];
  });
  const best = firstOrFullest(read, (each) => each.claims, table);
  if (best === null) return null;
  const claims = joinContinuations(best, candidates, table);
  return {
    ...claims,
    further: furtherOf(
      read.map((each) => each.claims),
      claims,
      table,
    ),
  };
}

/** Blocks of other candidates that are such a table too. */
function furtherOf(read: readonly Claims[], chosen: Claims, table: FormTable): number[] {
  return read
    .filter((each) => holds(each, table, 0.5) && each.blocks.every((block) => !chosen.blocks.includes(block)))
    .flatMap((each) => each.blocks.slice(0, 1));
}

/** Headings say which column is which; in plain text nothing less does. */
function isConfirmed(rows: GridRows): boolean {
  return rows.columns !== null || rows.rows.some((row) => row.columns !== null);
}

/** Lines of plain text that are a grid are nearly the whole table; less is a fragment that only looks even. */
const PLAIN_SHARE = 0.9;

function holds(claims: Claims, table: FormTable, share: number): boolean {
  return claims.cells.size >= share * table.rows.reduce((sum, row) => sum + row.cells.length, 0);
}

/**
 * The first candidate that holds at least half of the table, else the fullest: a page with two reports is read as its
 * first, and a list that shares a few words with the form never stands in for it.
 */
function firstOrFullest<T>(candidates: readonly T[], claims: (of: T) => Claims, table: FormTable): T | null {
  const size = (each: T): number => claims(each).cells.size;
  const half = candidates.find((each) => holds(claims(each), table, 0.5));
  return (
    half ?? candidates.reduce<T | null>((top, each) => (top === null || size(each) > size(top) ? each : top), null)
  );
}

function rowsOf(block: GridBlock, table: FormTable, inherited: GridRows['columns']): GridRows | null {
  return table.shape === 'articles'
    ? articleRows(block.grid, block.block, table)
    : applicantRows(block.grid, block.block, table, inherited);
}

/** A table may be cut in two or three: the other parts are those that claim rows which the best part lacks. */
function joinContinuations(
  best: { readonly candidate: GridBlock; readonly rows: GridRows; readonly claims: Claims },
  candidates: readonly GridBlock[],
  table: FormTable,
): Claims {
  const columns = best.rows.columns ?? columnsOfFirstPart(best.candidate, candidates, table);
  const main = rowsOf(best.candidate, table, columns) ?? best.rows;
  const parts = [{ block: best.candidate.block, rows: main }];
  const claimed = new Set(claimRows(main.rows, table, false).cells.keys());
  for (const candidate of candidates) {
    if (candidate === best.candidate) continue;
    const rows = rowsOf(candidate, table, columns);
    const own = rows === null ? [] : [...claimRows(rows.rows, table, false).cells.keys()];
    if (rows === null || own.length === 0 || own.some((cell) => claimed.has(cell))) continue;
    for (const cell of own) claimed.add(cell);
    parts.push({ block: candidate.block, rows });
  }
  parts.sort((a, b) => a.block - b.block);
  const claims = claimRows(
    parts.flatMap((part) => part.rows.rows),
    table,
    true,
  );
  return { ...claims, alterations: [...claims.alterations, ...columnAlterations(best.rows)] };
}

/** The headings may stand over a shorter part than the fullest one. */
function columnsOfFirstPart(best: GridBlock, candidates: readonly GridBlock[], table: FormTable): GridRows['columns'] {
  for (const candidate of candidates) {
    const columns = candidate.grid.width === best.grid.width ? rowsOf(candidate, table, null)?.columns : null;
    if (columns) return columns;
  }
  return null;
}

function columnAlterations(rows: GridRows): Alteration[] {
  return [
    ...rows.missingColumns.map((column) => ({ kind: 'column-missing' as const, label: column.label.zh, place: null })),
    ...rows.extraColumns.map((head) => ({ kind: 'column-extra' as const, label: head.text, place: head.place })),
  ];
}

function claimStrip(candidates: readonly GridBlock[], table: FormTable): Claims | null {
  const read = candidates.flatMap(({ grid, block, plain }) => {
    const claims = claimStripGrid(grid, block, table);
    return claims === null || (plain && !holds(claims, table, PLAIN_SHARE)) ? [] : [claims];
  });
  const best = firstOrFullest(read, (claims) => claims, table);
  return best === null ? null : { ...best, further: furtherOf(read, best, table) };
}

// --- Plain text ------------------------------------------------------------------------------------------------

function findInText(
  document: Document,
  forms: readonly Form[],
  missing: ReadonlySet<TableId>,
  result: Map<TableId, TableFound[]>,
): void {
  const claimed = new Set([...result.values()].flat().flatMap((each) => each.claims.blocks));
  const tokens = tokensOf(document).filter((token) => !claimed.has(token.place.block));
  const regions = regionsOf(tokens);
  for (const form of forms) {
    for (const table of form.tables) {
      const region = regions[table.shape];
      if (!missing.has(table.id) || region.length === 0) continue;
      const claims = claimFromText(streamRows(region), table);
      if (claims !== null) {
        addFound(result, found(form, table, claims, headingTexts(region)));
      }
    }
  }
}

/** Headings may share a line: 信息内容 本年制发件数 本年废止件数 现行有效件数. */
function headingTexts(region: readonly Token[]): string[] {
  const texts = region.filter((token) => token.kind === 'text').map((token) => token.raw);
  return texts.flatMap((text) => (/\s/.test(text) ? [text, ...text.split(/\s+/)] : [text]));
}

function claimFromText(rows: readonly LabelledRow[], table: FormTable): Claims | null {
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
function regionsOf(tokens: readonly Token[]): Record<FormTable['shape'], Token[]> {
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
