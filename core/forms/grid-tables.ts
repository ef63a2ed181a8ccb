/** Finds a table of a form among the grids of a document. */

import { blockText, type Document, type Table } from '../document/document';
import { gather } from '../document/gather';
import { isNumberText, looksLikeValue } from '../document/number';
import { essence } from '../document/text';
import { formGrid, type Grid } from '../grid/grid';
import { cutRows, turned, withoutDoubles } from '../grid/reshape';
import { applicantRows } from './applicant-rows';
import { articleRows } from './article-rows';
import { type Claims, claimRows } from './claims';
import type { FormTable } from './form';
import type { GridRows } from './grid-rows';
import type { Alteration } from './reading';
import { claimStripGrid, joinStrips, withStripAlterations } from './strip';

export interface GridBlock {
  readonly block: number;
  /** Rows of plain text with equally many cells each: a grid if its headings confirm it. */
  readonly plain: boolean;
  /** The text before the table; empty where another table or a picture stands there. */
  readonly caption: string;
  readonly grid: Grid;
  readonly texts: readonly string[];
  readonly essence: string;
}

export function gridBlocks(document: Document): GridBlock[] {
  return gather(document.blocks, (block, index) => {
    if (block.kind !== 'table' || !(block.layout === 'grid' || isEven(block))) return [];
    const joined = joinedEssence(block);
    if (!Object.values(GATES).some((gate) => gate.test(joined))) return [];
    const grid = formGrid(block);
    const caption = blockText(document.blocks[index - 1]);
    return grid === null
      ? []
      : partsOf(grid, joined).map((part) => {
          // Cells of the source and of its grid follow each other alike.
          const own = part === grid ? joined : essence(part.cells.map((cell) => cell.text).join(''));
          return gridBlock(part, { block: index, plain: block.layout === 'rows', caption, essence: own });
        });
  });
}

function joinedEssence(table: Table): string {
  let joined = '';
  for (const row of table.rows) for (const cell of row.cells) joined += cell.text;
  return essence(joined);
}

function gridBlock(grid: Grid, about: Omit<GridBlock, 'grid' | 'texts'>): GridBlock {
  const texts: string[] = [];
  for (const { text } of grid.cells) if (!looksLikeValue(text)) texts.push(text);
  return { ...about, grid, texts };
}

/** What begins a table of the form below another one, by its words and as a cell, and what stands in that other. */
const BEGINNINGS: readonly { readonly words: RegExp; readonly first: RegExp; readonly above: RegExp }[] = [
  { words: /勾稽关系|申请人情况/, first: /勾稽关系|申请人情况/, above: /规章|行政许可/ },
  { words: /行政复议/, first: /^行政复议$/, above: /申请人情况|自然人|结转/ },
];

/** One table of the page may hold several of the form, one below the other. `joined`: essence of all its cells. */
function partsOf(grid: Grid, joined: string): Grid[] {
  const cuts = [0];
  for (const { words, first, above } of BEGINNINGS) {
    // Most tables hold but one, which spares looking through the cells.
    if (!words.test(joined) || !above.test(joined)) continue;
    const start = grid.cells.findIndex((cell) => first.test(essence(cell.text)));
    const row = grid.cells[start]?.row ?? 0;
    if (grid.cells.slice(0, Math.max(start, 0)).some((cell) => cell.row < row && above.test(essence(cell.text))))
      cuts.push(row);
  }
  const parts = cuts.length === 1 ? [grid] : cuts.map((from, at) => cutRows(grid, from, cuts[at + 1] ?? grid.height));
  return parts.map(withoutDoubles);
}

/** Three rows and columns at least, every row with the same number of cells: what a spreadsheet or Markdown gives. */
function isEven(table: Table): boolean {
  const width = table.rows[0]?.cells.length ?? 0;
  return table.rows.length >= 3 && width >= 3 && table.rows.every((row) => row.cells.length === width);
}

export function numbersOf({ grid }: GridBlock): number {
  return grid.cells.filter(({ text }) => isNumberText(text)).length;
}

export function textsOf(grids: readonly GridBlock[], blocks: readonly number[]): string[] {
  return gather(
    grids.filter((grid) => blocks.includes(grid.block)),
    (grid) => grid.texts,
  );
}

const GATES: Readonly<Record<FormTable['shape'], RegExp>> = {
  articles: /规章|规范性文件|行政许可|行政处罚|事业性收费|集中采购/,
  applicants: /申请|不予|结转/,
  strip: /维持/,
};

/** Grids that may hold a table of this shape. */
export function candidatesFor(grids: readonly GridBlock[], shape: FormTable['shape']): GridBlock[] {
  return grids.filter((grid) => GATES[shape].test(grid.essence));
}

export function claimFromGrids(candidates: readonly GridBlock[], table: FormTable): Claims | null {
  if (table.shape === 'strip') return claimStrip(candidates, table);
  const read = gather(candidates, (upright) => {
    // As wide as table three is long: its rows may stand side by side.
    const isWide = table.shape === 'applicants' && upright.grid.width > upright.grid.height;
    const ways = isWide ? [upright, { ...upright, grid: turned(upright.grid) }] : [upright];
    const [first] = gather(ways, (candidate) => readGrid(candidate, table));
    return first === undefined ? [] : [first];
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

interface GridReading {
  readonly candidate: GridBlock;
  readonly rows: GridRows;
  readonly claims: Claims;
}

function readGrid(candidate: GridBlock, table: FormTable): GridReading[] {
  const rows = rowsOf(candidate, table, null);
  if (rows === null) return [];
  const claims = claimRows(rows.rows, table, true);
  const enough = candidate.plain ? isConfirmed(rows) && holds(claims, table, PLAIN_SHARE) : claims.cells.size > 0;
  return enough ? [{ candidate, rows, claims }] : [];
}

/** Blocks of other candidates that are such a table too. */
function furtherOf(read: readonly Claims[], chosen: Claims, table: FormTable): number[] {
  return gather(
    read.filter((each) => holds(each, table, 0.5) && each.blocks.every((block) => !chosen.blocks.includes(block))),
    (each) => each.blocks.slice(0, 1),
  );
}

/** Headings say which column is which; in plain text nothing less does. */
function isConfirmed(rows: GridRows): boolean {
  return rows.columns !== null || rows.rows.some((row) => row.columns !== null);
}

/** Lines of plain text that are a grid are nearly the whole table; less is a fragment that only looks even. */
const PLAIN_SHARE = 0.9;

export function holds(claims: Claims, table: FormTable, share: number): boolean {
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
function joinContinuations(best: GridReading, candidates: readonly GridBlock[], table: FormTable): Claims {
  const columns = best.rows.columns ?? columnsOfFirstPart(best.candidate, candidates, table);
  const inherits = columns !== best.rows.columns;
  const main = (inherits ? rowsOf(best.candidate, table, columns) : null) ?? best.rows;
  const mainClaims = main === best.rows ? best.claims : claimRows(main.rows, table, true);
  const parts = [{ block: best.candidate.block, rows: main }];
  const claimed = new Set(mainClaims.cells.keys());
  for (const candidate of candidates) {
    if (candidate === best.candidate) continue;
    const rows = rowsOf(candidate, table, columns);
    const own = rows === null ? [] : [...claimRows(rows.rows, table, false).cells.keys()];
    if (rows === null || own.length === 0 || own.some((cell) => claimed.has(cell))) continue;
    for (const cell of own) claimed.add(cell);
    parts.push({ block: candidate.block, rows });
  }
  parts.sort((a, b) => a.block - b.block);
  const allRows = gather(parts, (part) => part.rows.rows);
  const claims = parts.length === 1 ? mainClaims : claimRows(allRows, table, true);
  return { ...claims, alterations: [...claims.alterations, ...columnAlterations(best.rows)] };
}

/** The headings may stand over a shorter part than the fullest one. */
function columnsOfFirstPart(best: GridBlock, candidates: readonly GridBlock[], table: FormTable): GridRows['columns'] {
  if (table.shape !== 'applicants') return null;
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
  const parts = gather(candidates, ({ grid, block, plain, caption }) => {
    const claims = claimStripGrid(grid, block, table, caption);
    return claims === null || (plain && !holds(claims, table, PLAIN_SHARE)) ? [] : [claims];
  });
  const read = joinStrips(parts);
  const best = firstOrFullest(read, (claims) => claims, table);
  return best === null ? null : withStripAlterations({ ...best, further: furtherOf(read, best, table) }, table);
}
