/** Pages into blocks: tables by their lines, paragraphs by theirs; tables that run over a page's end put together. */
import type { PageBox } from '../../document/document';
import { element, type SourceNode } from '../nodes';
import type { Box, PageContent } from './content';
import { boxOf, isValue, type Line, linesOf, round, textOf, type Word } from './lines';
import { holds, type RuledCell, type RuledTable, ruledTables } from './ruled';
import { unsureCells } from './second';
import { brokenRows, type LooseTable, unruledTable } from './unruled';

export interface PageTable {
  readonly kind: 'table';
  readonly top: number;
  readonly bottom: number;
  readonly page: number;
  readonly table: RuledTable;
  /** Cells that another way of reading reads differently. */
  readonly unsure: ReadonlySet<RuledCell>;
  /** Lines of cells that the end of the page before it has cut off. */
  readonly before?: readonly Line[];
}

export interface PageLine {
  readonly kind: 'line';
  readonly top: number;
  readonly page: number;
  readonly line: Line;
  /** Near the upper or lower edge of the page. */
  readonly inMargin: boolean;
}

export interface PageRows {
  readonly kind: 'rows';
  readonly top: number;
  readonly page: number;
  readonly table: LooseTable;
}

export interface PagePicture {
  readonly kind: 'picture';
  readonly top: number;
  readonly page: number;
}

export type PagePart = PageTable | PageLine | PageRows | PagePicture;

/** What stands on a page, from the top; page numbers and running heads left out. */
export function partsOf(content: PageContent, page: number): PagePart[] {
  const tables = tablesOf(content);
  const outside = content.glyphs.filter((glyph) => !tables.some(({ box }) => holds(box, glyph)));
  const broken = brokenRows(outside);
  const unbroken = outside.filter((glyph) => !broken.some(({ glyphs }) => glyphs.has(glyph)));
  const loose = unruledTable(unbroken);
  const others = loose === null ? unbroken : unbroken.filter((glyph) => !loose.glyphs.has(glyph));
  const lines = linesOf(others).filter((line) => !isPageNumber(line, content));
  return [
    ...tables.map((table): PagePart => {
      const { top, bottom } = table.box;
      return { kind: 'table', top, bottom, page, table, unsure: unsureCells(table, content.glyphs) };
    }),
    ...[...broken, ...(loose === null ? [] : [loose])].map(
      (table): PagePart => ({ kind: 'rows', top: table.top, page, table }),
    ),
    ...content.pictures
      .filter((box) => isLarge(box, content))
      .map((box): PagePart => ({ kind: 'picture', top: box.top, page })),
    ...lines.map(
      (line): PagePart => ({ kind: 'line', top: line.base, page, line, inMargin: isInMargin(line, content) }),
    ),
  ].sort((a, b) => a.top - b.top);
}

/** By the lines that are seen; where those draw nothing, by the white ones too. */
function tablesOf({ glyphs, seen, all }: PageContent): RuledTable[] {
  const drawn = ruledTables(seen, glyphs).filter(({ cells }) => cells.some((cell) => cell.glyphs.length > 0));
  const hidden = ruledTables(all, glyphs).filter(
    ({ box, xs, ys }) => xs.length > 2 && ys.length > 2 && !drawn.some((table) => overlap(table.box, box)),
  );
  return [...drawn, ...hidden];
}

function overlap(one: Box, other: Box): boolean {
  return one.left < other.right && one.right > other.left && one.top < other.bottom && one.bottom > other.top;
}

/** Emblems and stamps are smaller than any picture of a table. */
function isLarge({ left, top, right, bottom }: Box, { width, height }: PageContent): boolean {
  return right - left >= 0.3 * width && bottom - top >= 0.04 * height;
}

/** - 3 -, 第3页 共5页, in the margin above or below. */
const PAGE_NUMBER = /^[-—–－\s·]*(?:第\s*)?\d{1,4}(?:\s*页)?(?:\s*[/共]\s*(?:共\s*)?\d{1,4}\s*页?)?[-—–－\s·]*$/;
const MARGIN = 0.1;

function isPageNumber(line: Line, content: PageContent): boolean {
  return isInMargin(line, content) && PAGE_NUMBER.test(textOf(line));
}

function isInMargin({ base }: Line, { height }: PageContent): boolean {
  return base < height * MARGIN || base > height * (1 - MARGIN);
}

/** Parts of all pages in order → blocks. */
export function blocksOf(pages: readonly (readonly PagePart[])[]): SourceNode[] {
  const builder = new BlockBuilder();
  for (const part of withoutRunning(pages).flat()) builder.add(part);
  return builder.end();
}

class BlockBuilder {
  private readonly blocks: SourceNode[] = [];
  private tables: PageTable[] = [];
  private lines: PageLine[] = [];

  add(part: PagePart): void {
    if (part.kind === 'line') this.lines.push(part);
    else if (part.kind === 'table') this.addTable(part);
    else {
      this.flush();
      this.blocks.push(part.kind === 'picture' ? element('img') : rowsNode(part));
    }
  }

  end(): SourceNode[] {
    this.flush();
    return this.blocks;
  }

  private addTable(part: PageTable): void {
    const last = this.tables.at(-1);
    const between = this.lines.filter(({ line }) => !CONTINUED.test(textOf(line)));
    if (last !== undefined && continues(last, part) && between.every((line) => isPiece(line, last, part))) {
      this.tables.push({ ...part, before: between.map(({ line }) => line) });
      this.lines = [];
    } else {
      this.flush();
      this.tables.push(part);
    }
  }

  private flush(): void {
    if (this.tables.length > 0) this.blocks.push(tableNode(this.tables));
    if (this.lines.length > 0) this.blocks.push(...paragraphNodes(this.lines));
    this.tables = [];
    this.lines = [];
  }
}

/** 续表, 续上表, 表三（续） over a part of a table. */
const CONTINUED = /^[（(]?(?:接|续)[上前]?[表页][^。]{0,12}$|^[^。]{0,20}[（(]续[表一二三四]?[）)]$/;

/** A line of a cell that the end of the page has cut: near the table, each word within a column. */
function isPiece({ line, page }: PageLine, last: PageTable, next: PageTable): boolean {
  const { table, away } =
    page === last.page
      ? { table: last.table, away: line.base - last.table.box.bottom }
      : { table: next.table, away: next.table.box.top - line.base };
  const { xs } = table;
  return (
    Math.abs(away) <= 4 * line.size &&
    line.words.every((word) => xs.some((x, at) => word.left >= x - 2 && word.right <= (xs[at + 1] ?? x) + 2))
  );
}

/** Heads and feet that the pages of a document share: the same words, or with another number, at the same height. */
function withoutRunning(pages: readonly (readonly PagePart[])[]): PagePart[][] {
  const seen = new Map<string, Set<number>>();
  const keyOf = (part: PageLine): string =>
    `${Math.round(part.line.base / 3)} ${textOf(part.line).replace(/\d+/g, '#')}`;
  for (const part of pages.flat())
    if (part.kind === 'line' && part.inMargin) {
      const key = keyOf(part);
      // A line of numbers is not one, wherever it stands.
      if ((key.match(/#/g)?.length ?? 0) > 2 || !/\p{L}/u.test(key)) continue;
      seen.set(key, (seen.get(key) ?? new Set()).add(part.page));
    }
  const isRunning = (part: PagePart): boolean =>
    part.kind === 'line' && part.inMargin && (seen.get(keyOf(part))?.size ?? 0) > 1;
  return pages.map((parts) => parts.filter((part) => !isRunning(part)));
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

/** A cell on the columns that all parts of its table have together. */
interface PlacedCell {
  readonly from: number;
  readonly to: number;
  rows: number;
  readonly page: number;
  readonly box: Box;
  lines: readonly Line[];
  unsure: boolean;
}

/** One table out of its parts on several pages. */
function tableNode(parts: readonly PageTable[]): SourceNode {
  const xs = columnsOf(parts);
  const at = (x: number): number =>
    xs.reduce((best, each, index) => (Math.abs(each - x) < Math.abs((xs[best] ?? 0) - x) ? index : best), 0);
  const rows: PlacedCell[][] = [];
  let last: PageTable | null = null;
  for (const part of parts) {
    const placed = rowsOf(part, at);
    const isCut = last?.table.cut.below === true && part.table.cut.above;
    const [first] = placed;
    const isJoined = first !== undefined && (isCut || isRest(rows.at(-1), first)) && joinRow(rows, first);
    rows.push(...(part.before ?? []).map((line) => pieceRow(line, part.table.xs, at)));
    rows.push(...(isJoined ? placed.slice(1) : placed));
    last = part;
  }
  return element('table', [
    element(
      'tbody',
      rows.map((cells) => element('tr', cells.map(cellNode))),
    ),
  ]);
}

function rowsOf({ table, page, unsure }: PageTable, at: (x: number) => number): PlacedCell[][] {
  return Array.from({ length: table.ys.length - 1 }, (_, row) =>
    table.cells
      .filter((cell) => cell.row === row)
      .map((cell): PlacedCell => {
        const { box, rows, glyphs } = cell;
        const from = at(box.left);
        const to = Math.max(from + 1, at(box.right));
        return { from, to, rows, page, box, lines: linesOf(glyphs), unsure: unsure.has(cell) };
      })
      .sort((a, b) => a.from - b.from),
  );
}

/** （一）, 1., 一、: a label of its own. */
const NUMBERED = /^[（(]?[一二三四五六七八九十\d]{1,2}[）)、.．]/;

/** Some programs close a cut row with lines: then its numbers stand in one part, and the other goes on in mid-label. */
function isRest(above: readonly PlacedCell[] | undefined, first: readonly PlacedCell[]): boolean {
  if (above === undefined || first.every(({ lines }) => lines.length === 0)) return false;
  const label = first.findLast(({ lines }) => lines.length > 0 && !hasValue(lines))?.lines ?? [];
  const holdsValues = (cells: readonly PlacedCell[]): boolean => cells.some(({ lines }) => hasValue(lines));
  const text = label.map(textOf).join('');
  return holdsValues(above) !== holdsValues(first) && !NUMBERED.test(text);
}

function hasValue(lines: readonly Line[]): boolean {
  return lines.some(({ words }) => words.some(({ text }) => isValue(text)));
}

/** The rest of a row that the end of a page has cut, to its beginning; not where a number of one stands over anything of the other. */
function joinRow(rows: readonly (readonly PlacedCell[])[], rest: readonly PlacedCell[]): boolean {
  const open = rest.map((cell) =>
    rows
      .flatMap((row, index) => row.filter((each) => index + each.rows === rows.length))
      .find((each) => each.from === cell.from && each.to === cell.to),
  );
  const isFree = (one: readonly Line[], other: readonly Line[]): boolean => !hasValue(one) || other.length === 0;
  const fits = open.every((cell, at) => {
    const own = rest[at]?.lines ?? [];
    return cell !== undefined && isFree(cell.lines, own) && isFree(own, cell.lines);
  });
  if (!fits) return false;
  for (const [at, cell] of open.entries()) {
    const own = rest[at];
    if (cell === undefined || own === undefined) continue;
    cell.lines = [...cell.lines, ...own.lines];
    cell.rows += own.rows - 1;
    cell.unsure ||= own.unsure;
  }
  return true;
}

/** A line that is cut off from its cells: each word in its column. */
function pieceRow(line: Line, xs: readonly number[], at: (x: number) => number): PlacedCell[] {
  return xs.slice(0, -1).map((left, index) => {
    const right = xs[index + 1] ?? left;
    const words = line.words.filter(
      (word) => (word.left + word.right) / 2 >= left && (word.left + word.right) / 2 < right,
    );
    const box = { left, right, top: line.base - line.size, bottom: line.base };
    const lines = words.length === 0 ? [] : [{ ...line, words }];
    return { from: at(left), to: Math.max(at(left) + 1, at(right)), rows: 1, page: 0, box, lines, unsure: false };
  });
}

/** Rows whose columns no line draws: their order is certain, no more. */
function rowsNode({ table, page }: PageRows): SourceNode {
  const rows = table.rows.map(({ labels, values }) =>
    element('tr', [
      ...labels.map((words) => wordsNode(words, page)),
      ...values.map((value) => wordsNode(value === null ? [] : [value], page)),
    ]),
  );
  return { ...element('table', [element('tbody', rows)]), layout: 'rows' };
}

function wordsNode(words: readonly Word[], page: number): SourceNode {
  const node = element(
    'td',
    words.map(({ text }) => element('p', [text])),
  );
  return words.length === 0 ? node : { ...node, at: boxOf(page, words) };
}

function columnsOf(parts: readonly PageTable[]): number[] {
  const xs: number[] = [];
  for (const x of parts.flatMap(({ table }) => table.xs).sort((a, b) => a - b)) {
    const last = xs.at(-1);
    if (last === undefined || x - last > 6) xs.push(x);
  }
  return xs;
}

function cellNode({ from, to, rows, page, box, lines, unsure }: PlacedCell): SourceNode {
  const { left, top, right, bottom } = box;
  const at: PageBox = { page, box: [round(left), round(top), round(right - left), round(bottom - top)] };
  const attributes = { rowspan: String(rows), colspan: String(to - from) };
  const text = lines.map((line) => element('p', [textOf(line)]));
  return {
    ...element('td', text, attributes),
    ...(page === 0 ? {} : { at }),
    ...(unsure ? { unsure: true as const } : {}),
  };
}

/** Lines of one paragraph: each begins at the margin, and the one before it ends at the other. */
function paragraphNodes(lines: readonly PageLine[]): SourceNode[] {
  const left = Math.min(...lines.map(({ line }) => line.left));
  const right = Math.max(...lines.map(({ line }) => line.right));
  const paragraphs: PageLine[][] = [];
  for (const each of lines) {
    const open = paragraphs.at(-1);
    const last = open?.at(-1);
    const isNear =
      last !== undefined && (last.page !== each.page || each.line.base - last.line.base <= MAX_PITCH * each.line.size);
    if (open !== undefined && last !== undefined && isNear && runsOn(last.line, each.line, left, right))
      open.push(each);
    else paragraphs.push([each]);
  }
  return paragraphs.map((own) => {
    const [first] = own;
    const node = element('p', [own.map(({ line }) => textOf(line)).join('')]);
    const onFirst = own.filter(({ page }) => page === first?.page).map(({ line }) => line);
    return first === undefined ? node : { ...node, at: boxOf(first.page, onFirst) };
  });
}

/** Lines of a paragraph are no farther apart, in parts of the type's size. */
const MAX_PITCH = 3;
/** Words that stand apart are cells of a row. */
const MOST_WORDS = 2;

function runsOn(last: Line, next: Line, left: number, right: number): boolean {
  if (last.words.length > MOST_WORDS || next.words.length > MOST_WORDS) return false;
  return last.right >= right - 1.6 * last.size && next.left <= left + next.size && Math.abs(last.size - next.size) < 1;
}
