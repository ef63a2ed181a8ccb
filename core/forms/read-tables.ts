/** Finds the tables of the known forms in a document, form by form and table by table, and takes the better reading. */
import type { Document } from '../document/document';
import { looksLikeValue } from '../document/number';
import { essence, labelKey } from '../document/text';
import { formGrid, type Grid } from '../grid/grid';
import { type Claims, claimRows } from './claims';
import type { Form, FormTable, TableId } from './form';
import { applicantRows, articleRows, type GridRows } from './grid-rows';
import { allLabels } from './labels';
import type { Alteration } from './reading';
import type { LabelledRow } from './rows';
import { isProse, splitRuns, streamRows, type Token, tokensOf } from './stream';
import { claimStripGrid, claimStripRows } from './strip';

export interface TableFound {
  readonly form: Form;
  readonly table: FormTable;
  readonly claims: Claims;
  /** Cells claimed and headings recognised: how well the form explains the page. */
  readonly score: number;
}

interface GridBlock {
  readonly block: number;
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
  for (const list of result.values()) list.sort((a, b) => b.score - a.score);
  return result;
}

function addFound(result: Map<TableId, TableFound[]>, each: TableFound): void {
  const list = result.get(each.table.id);
  if (list === undefined) result.set(each.table.id, [each]);
  else list.push(each);
}

function found(form: Form, table: FormTable, claims: Claims, texts: readonly string[]): TableFound {
  return { form, table, claims, score: claims.cells.size + recognised(table, texts) };
}

/** How many different headings of the table stand among the texts. */
function recognised(table: FormTable, texts: readonly string[]): number {
  const index = allLabels(table);
  const joined = [...texts, ...texts.slice(1).map((text, at) => `${texts[at] ?? ''}${text}`)];
  return new Set(joined.map((text) => index.match(text)?.index).filter((each) => each !== undefined)).size;
}

// --- Grids -----------------------------------------------------------------------------------------------------

function gridBlocks(document: Document): GridBlock[] {
  return document.blocks.flatMap((block, index) => {
    if (block.kind !== 'table' || block.layout !== 'grid') return [];
    const texts = block.rows.flatMap((row) => row.cells.map((cell) => cell.text));
    const joined = essence(texts.join(''));
    if (!/规章|行政许可|申请|维持/.test(joined)) return [];
    const grid = formGrid(block);
    return grid === null
      ? []
      : [{ block: index, grid, texts: texts.filter((text) => !looksLikeValue(text)), essence: joined }];
  });
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
    return claims.cells.size === 0 ? [] : [{ candidate, rows, claims }];
  });
  const best = read.reduce<(typeof read)[number] | null>(
    (top, each) => (each.claims.cells.size > (top?.claims.cells.size ?? 0) ? each : top),
    null,
  );
  if (best === null) return null;
  return joinContinuations(best, candidates, table);
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
  const parts = [{ block: best.candidate.block, rows: best.rows }];
  const claimed = new Set(best.claims.cells.keys());
  for (const candidate of candidates) {
    if (candidate === best.candidate) continue;
    const rows = rowsOf(candidate, table, best.rows.columns);
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

function columnAlterations(rows: GridRows): Alteration[] {
  return [
    ...rows.missingColumns.map((column) => ({ kind: 'column-missing' as const, label: column.label.zh, place: null })),
    ...rows.extraColumns.map((head) => ({ kind: 'column-extra' as const, label: head.text, place: head.place })),
  ];
}

function claimStrip(candidates: readonly GridBlock[], table: FormTable): Claims | null {
  let best: Claims | null = null;
  for (const { grid, block } of candidates) {
    const claims = claimStripGrid(grid, block, table);
    if (claims !== null && claims.cells.size > (best?.cells.size ?? 0)) best = claims;
  }
  return best;
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
      if (claims !== null && claims.cells.size > 0) {
        addFound(
          result,
          found(
            form,
            table,
            claims,
            region.filter((token) => token.kind === 'text').map((token) => token.raw),
          ),
        );
      }
    }
  }
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
