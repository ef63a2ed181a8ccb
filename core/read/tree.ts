/**
 * A tree of elements into a document: paragraphs, headings, pictures and tables in reading order.
 * It walks any tree through a small adapter, so the live DOM and parse5 give the same document.
 */
import type { Block, Document, Omission } from '../document/document';
import { collapseSpace } from '../document/space';
import { MAX_DEPTH, type Part, TableReader } from './tables';
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
  /** The text of a cell that holds nothing else but elements around it; null of any other. Most cells are such. */
  onlyText?(cell: N): string | null;
  /** Whether an element in a cell is not there for a reader of the page: a number is what one sees. */
  hidden?(node: N): boolean;
  /** Whether the text right in an element of a cell is not shown, while the cell is. */
  unseen?(parent: N, cell: N): boolean;
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
/** A table that has its place among the blocks, and is read after the running text. */
interface Waiting<N> {
  readonly at: number;
  readonly node: N;
  /** Its rows, where they had to be looked at before. */
  readonly parts: readonly Part<N>[] | null;
}

const HEADING = /^h[1-6]$/;

export function readTree<N>(
  root: N,
  adapter: TreeAdapter<N>,
  source: Omit<Document, 'blocks' | 'omissions'>,
): TreeReading<N> {
  const steps = treeSteps(root, adapter, source);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/**
 * The same, resting after each row of a table: gives how many cells it had. All but the tables is read before the first
 * rest. Whoever lets others have their turn meanwhile sees to it that the tree stands still.
 */
export function* treeSteps<N>(
  root: N,
  adapter: TreeAdapter<N>,
  source: Omit<Document, 'blocks' | 'omissions'>,
): Generator<number, TreeReading<N>> {
  const reader = new TreeReader(adapter);
  reader.flow(root, 0);
  reader.endParagraph();
  yield* reader.readTables();
  const { blocks, blockNodes, cellNodes } = reader;
  return {
    document: { ...source, title: source.title, blocks, omissions: reader.omissions() },
    nodes: { blocks: blockNodes, cells: cellNodes },
  };
}

/** `<meta name="PubDate">`, which the guide for government sites asks for on every page. */
export function publishedOf(content: string | null): Pick<Document, 'published'> {
  const text = collapseSpace(content ?? '');
  return text === '' ? {} : { published: text };
}

class TreeReader<N> {
  blocks: Block[] = [];
  blockNodes: N[] = [];
  cellNodes: (readonly N[] | null)[] = [];
  private readonly tables: TableReader<N>;
  private readonly waiting: Waiting<N>[] = [];
  private dropped = 0;
  private frames = 0;
  private deep = 0;
  private text = '';
  private level = 0;
  private start: N | null = null;

  constructor(private readonly adapter: TreeAdapter<N>) {
    this.tables = new TableReader(adapter);
  }

  omissions(): Omission[] {
    const { tooLarge, dropped, deep } = this.tables;
    const result: Omission[] = tooLarge.map((count) => ({ code: 'table-too-large', count }));
    if (this.dropped + dropped > 0) result.push({ code: 'too-many-blocks', count: this.dropped + dropped });
    if (this.deep + deep > 0) result.push({ code: 'too-deep', count: this.deep + deep });
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
    const mayNest = this.adapter.nested?.(node) ?? true;
    const parts = mayNest ? this.tables.parts(node) : null;
    if (typeof parts === 'number') {
      this.tables.leaveOut(parts);
      return;
    }
    if (parts?.some(({ cells }) => cells.some((cell) => this.tables.holdsTable(cell, depth)))) {
      for (const { cells } of parts) for (const cell of cells) this.block(cell, 'div', depth);
      return;
    }
    for (const child of this.adapter.children(node))
      if (this.adapter.tag(child) === 'caption') this.block(child, 'caption', depth);
    const at = this.blocks.length;
    this.add({ kind: 'table', layout: 'grid', rows: [] }, node, []);
    if (at < this.blocks.length) this.waiting.push({ at, node, parts });
  }

  /** Fills the places that the tables have; one that is too large or holds nothing gives its place up. */
  *readTables(): Generator<number> {
    const empty = new Set<number>();
    for (const { at, node, parts } of this.waiting) {
      const read = yield* this.tables.read(node, parts);
      if (read === null) {
        empty.add(at);
        continue;
      }
      this.blocks[at] = { kind: 'table', layout: 'grid', rows: read.rows };
      this.cellNodes[at] = read.nodes;
    }
    if (empty.size === 0) return;
    const stays = (_: unknown, at: number): boolean => !empty.has(at);
    this.blocks = this.blocks.filter(stays);
    this.blockNodes = this.blockNodes.filter(stays);
    this.cellNodes = this.cellNodes.filter(stays);
  }
}
