/** What stands on a page: tables by their lines, rows of numbers, lines of text, pictures. */
import type { Box, PageContent } from './content';
import { type Line, linesOf, textOf } from './lines';
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
