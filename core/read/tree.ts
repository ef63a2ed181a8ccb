/**
 * A tree of elements into a document: paragraphs, headings, pictures and tables in reading order.
 * It walks any tree through a small adapter, so the live DOM and parse5 give the same document.
 */
import type { Block, Document, Omission, SourceCell, SourceRow } from '../document/document';
import { collapseSpace, withoutBreaks } from '../document/space';
import { MAX_SLOTS } from '../grid/grid';
import { slotsOf, spanOf } from './spans';
import { BLOCKS, SKIPPED } from './tags';

export interface TreeAdapter<N> {
  /** Lower-case tag name of an element, `#text` of a text node, null of anything else. */
  tag(node: N): string | null;
  text(node: N): string;
  children(node: N): Iterable<N>;
  attribute(node: N, name: string): string | null;
  /** What an embedded frame shows, where it may be read. */
  frame?(node: N): N | null;
  /** Where the tree can tell at once: whether there is a table anywhere in this one. */
  nested?(table: N): boolean;
  /** Whether what a cell holds is not shown: a number is what a reader of the page sees. */
  hidden?(node: N): boolean;
  /** How many cells of all tables are read, where somebody waits; else each table has its own limit only. */
  readonly maxCells?: number;
}

/** Which nodes the parts of a document came from, index for index. */
export interface NodeMap<N> {
  readonly blocks: readonly N[];
  /** Elements of the source cells of a table, by `Place.cell`; null for other blocks. */
  readonly cells: readonly (readonly N[] | null)[];
}

export interface TreeReading<N> {
  readonly document: Document;
  readonly nodes: NodeMap<N>;
}

/** Blocks beyond this are left out: a page of 500 tables has a few thousand. */
export const MAX_BLOCKS = 50_000;
/** Deeper nesting is not descended into: no real page comes near, and a hostile one would exhaust the stack. */
export const MAX_DEPTH = 1000;
/** Cells and rows that are looked at, for each cell that may be read: to find out how large a table is, too. */
const LOOKS = 3;
/** No table of a report has a tenth of them, and looking for headings above so many takes seconds. */
export const MAX_ROW_CELLS = 1000;

interface Part<N> {
  readonly group: number;
  readonly isRow: boolean;
  readonly cells: readonly N[];
  readonly captions: readonly N[];
}

const HEADING = /^h[1-6]$/;

export function readTree<N>(
  root: N,
  adapter: TreeAdapter<N>,
  source: Omit<Document, 'blocks' | 'omissions'>,
): TreeReading<N> {
  const reader = new TreeReader(adapter);
  reader.flow(root, 0);
  reader.endParagraph();
  return {
    document: { ...source, title: source.title, blocks: reader.blocks, omissions: reader.omissions() },
    nodes: { blocks: reader.blockNodes, cells: reader.cellNodes },
  };
}

/** `<meta name="PubDate">`, which the guide for government sites asks for on every page. */
export function publishedOf(content: string | null): Pick<Document, 'published'> {
  const text = collapseSpace(content ?? '');
  return text === '' ? {} : { published: text };
}

class TreeReader<N> {
  readonly blocks: Block[] = [];
  readonly blockNodes: N[] = [];
  readonly cellNodes: (readonly N[] | null)[] = [];
  private readonly tooLarge: number[] = [];
  private cellsRead = 0;
  private readonly maxCells: number;
  private lookedAt = 0;
  private dropped = 0;
  private frames = 0;
  private deep = 0;
  private text = '';
  private level = 0;
  private start: N | null = null;

  constructor(private readonly adapter: TreeAdapter<N>) {
    this.maxCells = adapter.maxCells ?? Number.POSITIVE_INFINITY;
  }

  omissions(): Omission[] {
    const result: Omission[] = this.tooLarge.map((count) => ({ code: 'table-too-large', count }));
    if (this.dropped > 0) result.push({ code: 'too-many-blocks', count: this.dropped });
    if (this.deep > 0) result.push({ code: 'too-deep', count: this.deep });
    if (this.frames > 0) result.push({ code: 'frame-not-read', count: this.frames });
    return result;
  }

  /** Reads the content of an element as running text and blocks. */
  flow(node: N, depth: number): void {
    if (depth > MAX_DEPTH) {
      this.deep++;
      return;
    }
    for (const child of this.adapter.children(node)) {
      if (this.blocks.length >= MAX_BLOCKS) this.endParagraph();
      if (this.blocks.length >= MAX_BLOCKS) {
        this.dropped++;
        continue;
      }
      const tag = this.adapter.tag(child);
      if (tag === null) continue;
      if (tag === '#text') this.addText(this.adapter.text(child), node);
      else this.element(child, tag, depth + 1);
    }
  }

  private element(node: N, tag: string, depth: number): void {
    if (tag === 'br') this.endParagraph();
    else if (tag === 'img') this.picture(node);
    else if (tag === 'iframe' || tag === 'frame') this.frame(node, depth);
    else if (SKIPPED.has(tag)) return;
    else if (tag === 'table') this.table(node, depth);
    else if (BLOCKS.has(tag)) this.block(node, tag, depth);
    else this.flow(node, depth);
  }

  private frame(node: N, depth: number): void {
    const content = this.adapter.frame?.(node) ?? null;
    this.endParagraph();
    if (content === null) this.frames++;
    else this.flow(content, depth);
    this.endParagraph();
  }

  private block(node: N, tag: string, depth: number): void {
    this.endParagraph();
    if (HEADING.test(tag)) this.level = Number(tag.charAt(1));
    this.flow(node, depth);
    this.endParagraph();
    this.level = 0;
  }

  private addText(text: string, parent: N): void {
    if (this.start === null && text.trim() !== '') this.start = parent;
    this.text += text;
  }

  endParagraph(): void {
    const text = collapseSpace(this.text);
    if (text !== '' && this.start !== null) this.add({ kind: 'paragraph', text, level: this.level }, this.start, null);
    this.text = '';
    this.start = null;
  }

  private picture(node: N): void {
    const text = collapseSpace(this.adapter.attribute(node, 'alt') ?? '');
    this.endParagraph();
    this.add({ kind: 'picture', text }, node, null);
  }

  private add(block: Block, node: N, cells: readonly N[] | null): void {
    if (this.blocks.length >= MAX_BLOCKS) {
      this.dropped++;
      return;
    }
    this.blocks.push(block);
    this.blockNodes.push(node);
    this.cellNodes.push(cells);
  }

  /** A table that holds another is layout: its cells are read as running text. */
  private table(node: N, depth: number): void {
    this.endParagraph();
    const parts = this.parts(node);
    if (typeof parts === 'number') {
      this.leaveOut(parts);
      return;
    }
    const nested = this.adapter.nested?.(node) ?? true;
    if (nested && parts.some((part) => part.cells.some((cell) => this.holdsTable(cell, depth)))) {
      for (const part of parts) for (const cell of part.cells) this.block(cell, 'div', depth);
      return;
    }
    const count = parts.reduce((sum, { cells }) => sum + cells.length, 0);
    if (this.cellsRead + count > this.maxCells) {
      this.leaveOut(count);
      return;
    }
    this.cellsRead += count;
    for (const caption of parts.flatMap((part) => part.captions)) this.block(caption, 'caption', depth);
    const nodes: N[] = [];
    // A row without cells counts: cells that span down from above end in it.
    const rows: SourceRow[] = parts
      .filter((part) => part.isRow)
      .map((part) => ({ group: part.group, cells: part.cells.map((cell) => this.cell(cell, nodes)) }));
    if (nodes.length === 0) return;
    const slots = slotsOf(rows);
    if (slots > MAX_SLOTS || rows.some(({ cells }) => cells.length > MAX_ROW_CELLS)) this.tooLarge.push(slots);
    else this.add({ kind: 'table', layout: 'grid', rows }, node, nodes);
  }

  private leaveOut(count: number): void {
    if (count > this.maxCells) this.tooLarge.push(count);
    else this.dropped++;
  }

  /** Rows in the order a browser draws them: head first, feet last. The count so far where it is more than may be looked at. */
  private parts(table: N): Part<N>[] | number {
    let looks = 0;
    const heads: N[] = [];
    const bodies: N[] = [];
    const feet: N[] = [];
    const captions: N[] = [];
    for (const child of this.adapter.children(table)) {
      const tag = this.adapter.tag(child);
      if (tag === 'thead') heads.push(child);
      else if (tag === 'tfoot') feet.push(child);
      else if (tag === 'tbody' || tag === 'tr') bodies.push(child);
      else if (tag === 'caption') captions.push(child);
    }
    const result: Part<N>[] = [{ group: -1, isRow: false, cells: [], captions }];
    for (const [group, section] of [...heads, ...bodies, ...feet].entries()) {
      const rows = this.adapter.tag(section) === 'tr' ? [section] : [...this.adapter.children(section)];
      for (const row of rows) {
        if (this.adapter.tag(row) !== 'tr') continue;
        const cells = this.cells(row);
        looks += 1 + cells.length;
        this.lookedAt += 1 + cells.length;
        if (looks > this.maxCells || this.lookedAt > LOOKS * this.maxCells) return looks;
        result.push({ group, isRow: true, cells, captions: [] });
      }
    }
    return result;
  }

  private cells(row: N): N[] {
    const cells: N[] = [];
    for (const child of this.adapter.children(row)) {
      const tag = this.adapter.tag(child);
      if (tag === 'td' || tag === 'th') cells.push(child);
    }
    return cells;
  }

  private holdsTable(node: N, depth: number): boolean {
    if (depth > MAX_DEPTH) return false;
    for (const child of this.adapter.children(node)) {
      if (this.adapter.tag(child) === 'table' || this.holdsTable(child, depth + 1)) return true;
    }
    return false;
  }

  private cell(node: N, nodes: N[]): SourceCell {
    nodes.push(node);
    return {
      text: this.cellText(node),
      rowSpan: spanOf(this.adapter.attribute(node, 'rowspan'), 0),
      colSpan: spanOf(this.adapter.attribute(node, 'colspan'), 1),
    };
  }

  /** Text of a cell; blocks and line breaks inside it become line breaks. */
  private cellText(node: N): string {
    let whole = '';
    const visit = (parent: N, depth: number): void => {
      if (depth > MAX_DEPTH) {
        this.deep++;
        return;
      }
      for (const child of this.adapter.children(parent)) {
        const tag = this.adapter.tag(child);
        if (tag === null || SKIPPED.has(tag)) continue;
        if (tag === '#text') whole += withoutBreaks(this.adapter.text(child));
        else if (tag === 'br') whole += '\n';
        else if (this.adapter.hidden?.(child) === true) continue;
        else if (BLOCKS.has(tag)) {
          whole += '\n';
          visit(child, depth + 1);
          whole += '\n';
        } else visit(child, depth + 1);
      }
    };
    visit(node, 0);
    const text = whole.trim();
    if (!text.includes('\n')) return collapseSpace(text);
    return text
      .split('\n')
      .map((line) => collapseSpace(line))
      .filter((line) => line !== '')
      .join('\n');
  }
}
