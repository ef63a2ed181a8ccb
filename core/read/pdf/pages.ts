/** Pages into blocks: tables by their lines, paragraphs by theirs; tables that run over a page's end put together. */
import type { PageBox } from '../../document/document';
import { element, type SourceNode } from '../nodes';
import type { PageContent } from './content';
import { boxOf, type Line, linesOf, round, textOf } from './lines';
import { holds, type RuledCell, type RuledTable, ruledTables } from './ruled';

export interface PageTable {
  readonly kind: 'table';
  readonly top: number;
  readonly bottom: number;
  readonly page: number;
  readonly table: RuledTable;
}

export interface PageLine {
  readonly kind: 'line';
  readonly top: number;
  readonly page: number;
  readonly line: Line;
}

export type PagePart = PageTable | PageLine;

/** What stands on a page, from the top; page numbers and running heads left out. */
export function partsOf(content: PageContent, page: number): PagePart[] {
  const tables = ruledTables(content);
  const outside = content.glyphs.filter((glyph) => !tables.some(({ box }) => holds(box, glyph)));
  const lines = linesOf(outside).filter((line) => !isPageNumber(line, content));
  return [
    ...tables.map((table): PagePart => ({ kind: 'table', top: table.box.top, bottom: table.box.bottom, page, table })),
    ...lines.map((line): PagePart => ({ kind: 'line', top: line.base, page, line })),
  ].sort((a, b) => a.top - b.top);
}

/** - 3 -, 第3页 共5页, in the margin above or below. */
const PAGE_NUMBER = /^[-—–－\s·]*(?:第\s*)?\d{1,4}(?:\s*页)?(?:\s*[/共]\s*(?:共\s*)?\d{1,4}\s*页?)?[-—–－\s·]*$/;
const MARGIN = 0.1;

function isPageNumber(line: Line, { height }: PageContent): boolean {
  const inMargin = line.base < height * MARGIN || line.base > height * (1 - MARGIN);
  return inMargin && PAGE_NUMBER.test(textOf(line));
}

/** Parts of all pages in order → blocks. */
export function blocksOf(pages: readonly (readonly PagePart[])[]): SourceNode[] {
  const blocks: SourceNode[] = [];
  let open: PageTable[] = [];
  let lines: PageLine[] = [];
  const endTable = (): void => {
    if (open.length > 0) blocks.push(tableNode(open));
    open = [];
  };
  const endLines = (): void => {
    if (lines.length > 0) blocks.push(...paragraphNodes(lines));
    lines = [];
  };
  for (const part of pages.flat()) {
    if (part.kind === 'line') {
      endTable();
      lines.push(part);
      continue;
    }
    endLines();
    const last = open.at(-1);
    if (last !== undefined && !continues(last, part)) endTable();
    open.push(part);
  }
  endTable();
  endLines();
  return blocks;
}

/** Nothing between them but the end of a page, and the same columns. */
function continues(last: PageTable, next: PageTable): boolean {
  if (next.page !== last.page + 1) return false;
  const close = (x: number, others: readonly number[]): boolean => others.some((other) => Math.abs(other - x) <= 6);
  const [few, many] = [last.table.xs, next.table.xs].sort((a, b) => a.length - b.length) as [
    readonly number[],
    readonly number[],
  ];
  return few.every((x) => close(x, many)) && close(last.table.xs[0] ?? 0, next.table.xs.slice(0, 1));
}

/** One table out of its parts on several pages, on the columns that all have together. */
function tableNode(parts: readonly PageTable[]): SourceNode {
  const xs = columnsOf(parts);
  const at = (x: number): number =>
    xs.reduce((best, each, index) => (Math.abs(each - x) < Math.abs((xs[best] ?? 0) - x) ? index : best), 0);
  const rows: SourceNode[] = [];
  for (const { table, page } of parts) {
    for (let row = 0; row < table.ys.length - 1; row++) {
      const cells = table.cells.filter((cell) => cell.row === row).sort((a, b) => a.column - b.column);
      rows.push(
        element(
          'tr',
          cells.map((cell) => cellNode(cell, page, at(cell.box.right) - at(cell.box.left))),
        ),
      );
    }
  }
  return element('table', [element('tbody', rows)]);
}

function columnsOf(parts: readonly PageTable[]): number[] {
  const xs: number[] = [];
  for (const x of parts.flatMap(({ table }) => table.xs).sort((a, b) => a - b)) {
    const last = xs.at(-1);
    if (last === undefined || x - last > 6) xs.push(x);
  }
  return xs;
}

function cellNode(cell: RuledCell, page: number, columns: number): SourceNode {
  const lines = linesOf(cell.glyphs);
  const text = lines.map((line) => textOf(line)).join('\n');
  const { left, top, right, bottom } = cell.box;
  const at: PageBox = { page, box: [round(left), round(top), round(right - left), round(bottom - top)] };
  const attributes = { rowspan: String(cell.rows), colspan: String(Math.max(1, columns)) };
  return { ...element('td', text === '' ? [] : text.split('\n').map((line) => element('p', [line])), attributes), at };
}

/** Lines of one paragraph: each begins at the margin, and the one before it ends at the other. */
function paragraphNodes(lines: readonly PageLine[]): SourceNode[] {
  const left = Math.min(...lines.map(({ line }) => line.left));
  const right = Math.max(...lines.map(({ line }) => line.right));
  const paragraphs: PageLine[][] = [];
  for (const each of lines) {
    const open = paragraphs.at(-1);
    const last = open?.at(-1);
    if (open !== undefined && last !== undefined && runsOn(last.line, each.line, left, right)) open.push(each);
    else paragraphs.push([each]);
  }
  return paragraphs.map((own) => {
    const [first] = own;
    const node = element('p', [own.map(({ line }) => textOf(line)).join('')]);
    const onFirst = own.filter(({ page }) => page === first?.page).map(({ line }) => line);
    return first === undefined ? node : { ...node, at: boxOf(first.page, onFirst) };
  });
}

function runsOn(last: Line, next: Line, left: number, right: number): boolean {
  return last.right >= right - 1.6 * last.size && next.left <= left + next.size && Math.abs(last.size - next.size) < 1;
}
