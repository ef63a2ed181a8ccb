/** The live page into a document. */
import type { Document } from '../document/document';
import { collapseSpace } from '../document/space';
import { MAX_DEPTH } from './tables';
import { SKIPPED } from './tags';
import { type NodeMap, publishedOf, readTree, type TreeAdapter, treeSteps } from './tree';

/** A page of 500 tables has a fifth of them. Read in one go, while the page waits. */
export const MAX_CELLS = 200_000;

const adapter: TreeAdapter<Node> = {
  tag: (node) => {
    if (node.nodeType === 1) return tagOf(node);
    return node.nodeType === 3 ? '#text' : null;
  },
  text: (node) => node.nodeValue ?? '',
  children: childrenOf,
  attribute: (node, name) => (node as Element).getAttribute(name),
  // Null where the frame is of another origin.
  frame: (node) => (node as HTMLIFrameElement).contentDocument?.body ?? null,
  onlyText,
  maxCells: MAX_CELLS,
  hidden: isHidden,
  unseen: isUnseen,
  nested: (table) => (table as Element).querySelector('table') !== null,
};

/** From neighbour to neighbour: a browser's own list of children is slow to walk, and does not stand still. */
function childrenOf(node: Node): Node[] {
  const children: Node[] = [];
  for (let child = node.firstChild; child !== null; child = child.nextSibling) children.push(child);
  return children;
}

/** Word wraps the number of each cell in a paragraph and a span or two. */
function onlyText(cell: Node): string | null {
  let node = cell;
  for (let depth = 0; depth < MAX_DEPTH; depth++) {
    const only = onlyChild(node);
    if (only === undefined) return null;
    if (only === null) return '';
    if (only.nodeType === 3) return node !== cell && isUnseen(node, cell) ? '' : only.nodeValue;
    if (tagOf(only) === 'br' || SKIPPED.has(tagOf(only)) || isHidden(only)) return '';
    node = only;
  }
  return null;
}

/** Comments and white space aside; null where there is none, undefined where there are several. */
function onlyChild(node: Node): Node | null | undefined {
  let only: Node | null = null;
  for (let child = node.firstChild; child !== null; child = child.nextSibling) {
    const counts = child.nodeType === 3 ? /\S/.test(child.nodeValue ?? '') : child.nodeType === 1;
    if (!counts) continue;
    if (only !== null) return undefined;
    only = child;
  }
  return only;
}

function tagOf(node: Node): string {
  return (node as Element).localName.toLowerCase();
}

function isHidden(node: Node): boolean {
  return styleOf(node)?.display === 'none';
}

/** By itself, not because a fold or another tab hides all of its table. Both are inherited, and may be undone further in. */
function isUnseen(parent: Node, cell: Node): boolean {
  const style = styleOf(parent);
  if (style === null) return false;
  if (style.fontSize === '0px') return true;
  return style.visibility !== 'visible' && styleOf(cell)?.visibility === 'visible';
}

function styleOf(node: Node): CSSStyleDeclaration | null {
  return node.ownerDocument?.defaultView?.getComputedStyle(node as Element) ?? null;
}

export interface PageReading {
  readonly document: Document;
  readonly nodes: NodeMap<Node>;
}

/** Reads the page as it stands now; `nodes` leads from every place back to the page. */
export function readPage(page: globalThis.Document): PageReading {
  return readTree<Node>(rootOf(page), adapter, sourceOf(page));
}

/** The same, resting after each row of a table: see `treeSteps`. */
export function pageSteps(page: globalThis.Document): Generator<number, PageReading> {
  return treeSteps<Node>(rootOf(page), adapter, sourceOf(page));
}

function rootOf(page: globalThis.Document): Node {
  return page.body ?? page.documentElement;
}

function sourceOf(page: globalThis.Document): Omit<Document, 'blocks' | 'omissions'> {
  const title = collapseSpace(page.title);
  return {
    format: 'page',
    title: title === '' ? null : title,
    address: page.location?.href ?? null,
    ...publishedOf(page.querySelector('meta[name="PubDate" i]')?.getAttribute('content') ?? null),
  };
}
