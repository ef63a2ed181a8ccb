/** What stands on a page: tables by their lines, rows of numbers, lines of text, pictures. */
import { brokenCells } from './broken';
import type { Box, Glyph, PageContent } from './content';
import { withBelow, withContinued, withNext } from './continued';
import { type AnchorCosts, isAtFirst } from './label-rows';
import { type Line, linesOf, textOf } from './lines';
import { holds, type RuledCell, type RuledTable, ruledTables } from './ruled';
import { unsureCells } from './second';
import { brokenRows, type LooseTable, labelCosts, unruledTable } from './unruled';

export interface PageTable {
  readonly kind: 'table';
  readonly top: number;
  readonly bottom: number;
  readonly page: number;
  readonly table: RuledTable;
  /** Cells that another way of reading reads differently. */
  readonly unsure: ReadonlySet<RuledCell>;
  /** Cells of one number that is broken over lines. */
  readonly broken: ReadonlySet<RuledCell>;
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

/** What is told from one page alone. */
interface Look {
  readonly content: PageContent;
  readonly tables: readonly RuledTable[];
  readonly broken: readonly LooseTable[];
  readonly others: readonly Glyph[];
}

function lookAt(content: PageContent): Look {
  const tables = tablesOf(content);
  const outside = content.glyphs.filter((glyph) => !tables.some(({ box }) => holds(box, glyph)));
  const broken = brokenRows(outside);
  return {
    content,
    tables,
    broken,
    others: outside.filter((glyph) => !broken.some(({ glyphs }) => glyphs.has(glyph))),
  };
}

/** What stands on each page, from the top; page numbers and running heads left out. Null: a page that was not read. */
export function partsOf(contents: readonly (PageContent | null)[]): PagePart[][] {
  const looks = contents.map((content) => (content === null ? null : lookAt(content)));
  const costs = totalOf(looks.map((look) => (look === null ? null : labelCosts(look.others))));
  const pages = looks.map((look) => (look === null ? null : looseOf(look, costs)));
  if (costs !== null && isAtFirst(costs)) passRests(pages);
  return pages.map((page, at) => (page === null ? [] : partsOfPage(page, at + 1)));
}

/** What the ways of setting labels cost on all pages. */
function totalOf(pages: readonly (AnchorCosts | null)[]): AnchorCosts | null {
  return pages.reduce((sum, page) => {
    if (page === null || sum === null) return sum ?? page;
    return sum.map((cost, way) => cost + (page[way] ?? 0));
  }, null);
}

interface Loose extends Look {
  loose: LooseTable | null;
  lines: readonly Line[];
}

function looseOf(look: Look, costs: AnchorCosts | null): Loose {
  const loose = unruledTable(look.others, costs ?? undefined);
  const others = loose === null ? look.others : look.others.filter((glyph) => !loose.glyphs.has(glyph));
  const lines = linesOf(others).filter((line) => !isPageNumber(line, look.content));
  return { ...look, loose, lines: costs !== null && isAtFirst(costs) ? withContinued(lines) : lines };
}

/** Labels go on below the last row, and where the end of a page cuts one, the next page begins with the rest of it. */
function passRests(pages: readonly (Loose | null)[]): void {
  for (const [at, page] of pages.entries()) {
    if (page?.loose == null) continue;
    const { loose } = page;
    const below = withBelow(
      loose,
      page.lines.filter((line) => isBelow(line, loose, page)),
    );
    page.loose = below.table;
    page.lines = page.lines.filter((line) => !below.taken.includes(line));
    const next = pages[at + 1];
    if (next == null || page.lines.some((line) => isBelow(line, below.table, page))) continue;
    const top = Math.min(next.loose?.top ?? 0, ...next.tables.map(({ box }) => box.top));
    const first = next.lines.filter((line) => line.base < top && !isInMargin(line, next.content));
    const over = withNext(below.table, first);
    // All of it, or it is something else.
    if (over.taken.length < first.length) continue;
    page.loose = { ...over.table, bottom: below.table.bottom };
    next.lines = next.lines.filter((line) => !over.taken.includes(line));
  }
}

function isBelow(line: Line, { bottom }: LooseTable, { content }: Look): boolean {
  return line.base > bottom && !isInMargin(line, content);
}

function partsOfPage({ content, tables, broken, loose, lines }: Loose, page: number): PagePart[] {
  return [
    ...tables.map((table): PagePart => {
      const { top, bottom } = table.box;
      const numbers = brokenCells(table);
      const unsure = unsureCells(table, content.glyphs, numbers);
      return { kind: 'table', top, bottom, page, table, broken: numbers, unsure };
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
