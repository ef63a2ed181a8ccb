/** What a reader of office files makes of them: a small tree in the words of HTML, which takes the one way into a document. */
import type { Block, Document, DocumentFormat, Omission, PageBox, SourceCell } from '../document/document';
import { readTree, type TreeAdapter } from './tree';

/** Words of HTML for what it is: `p`, `h1`, `table`, `tr`, `td`, `br`, `img`, `div`. */
export interface SourceNode {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: (SourceNode | string)[];
  /** Where it is printed, of a paragraph or cell. */
  readonly at?: PageBox;
  /** Name of the cell in a workbook. */
  readonly ref?: string;
  /** Of a cell that two ways of reading read differently. */
  readonly unsure?: true;
  /** Of a table whose columns are not certain. */
  readonly layout?: 'rows';
}

export function element(
  tag: string,
  children: (SourceNode | string)[] = [],
  attributes: Readonly<Record<string, string>> = {},
): SourceNode {
  return { tag, attributes, children };
}

const adapter: TreeAdapter<SourceNode | string> = {
  tag: (node) => (typeof node === 'string' ? '#text' : node.tag),
  text: (node) => (typeof node === 'string' ? node : ''),
  children: (node) => (typeof node === 'string' ? [] : node.children),
  attribute: (node, name) => (typeof node === 'string' ? null : (node.attributes[name] ?? null)),
};

export interface NodeSource {
  readonly format: DocumentFormat;
  readonly title: string | null;
  /** What the reader itself left out. */
  readonly omissions?: readonly Omission[];
}

export function documentOf(root: SourceNode, { format, title, omissions = [] }: NodeSource): Document {
  const { document, nodes } = readTree<SourceNode | string>(root, adapter, { format, title, address: null });
  return {
    ...document,
    blocks: document.blocks.map((block, at) => placed(block, nodes.blocks[at], nodes.cells[at] ?? [])),
    omissions: [...omissions, ...document.omissions],
  };
}

/** The block with the places that its nodes carry. */
function placed(block: Block, node: SourceNode | string | undefined, cells: readonly (SourceNode | string)[]): Block {
  if (block.kind === 'picture') return block;
  if (block.kind === 'paragraph') return { ...block, ...placeOf(node) };
  let next = 0;
  const rows = block.rows.map((row) => ({
    ...row,
    cells: row.cells.map((cell): SourceCell => ({ ...cell, ...placeOf(cells[next++]) })),
  }));
  const layout = typeof node === 'object' ? (node.layout ?? block.layout) : block.layout;
  return { ...block, layout, rows };
}

function placeOf(node: SourceNode | string | undefined): Pick<SourceNode, 'at' | 'ref' | 'unsure'> {
  if (node === undefined || typeof node === 'string') return {};
  return {
    ...(node.at === undefined ? {} : { at: node.at }),
    ...(node.ref === undefined ? {} : { ref: node.ref }),
    ...(node.unsure === undefined ? {} : { unsure: node.unsure }),
  };
}
