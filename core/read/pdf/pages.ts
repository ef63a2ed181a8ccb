/** Pages into blocks: paragraphs by their lines; tables that run over a page's end put together. */
import { element, type SourceNode } from '../nodes';
import { boxOf, textOf, type Word } from './lines';
import { paragraphNodes } from './paragraphs';
import type { PageLine, PagePart, PageRows, PageTable } from './parts';
import { continues, isPiece, tableNode } from './stitch';

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
