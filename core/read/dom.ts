/** The live page into a document. */
import type { Document } from '../document/document';
import { collapseSpace } from '../document/space';
import { type NodeMap, publishedOf, readTree, type TreeAdapter, treeSteps } from './tree';

/** A page of 500 tables has a fifth of them. Read in one go, while the page waits. */
export const MAX_CELLS = 200_000;

const adapter: TreeAdapter<Node> = {
  tag: (node) => {
    if (node.nodeType === 1) return (node as Element).localName.toLowerCase();
    return node.nodeType === 3 ? '#text' : null;
  },
  text: (node) => node.nodeValue ?? '',
  children: childrenOf,
  attribute: (node, name) => (node as Element).getAttribute(name),
  // Null where the frame is of another origin.
  frame: (node) => (node as HTMLIFrameElement).contentDocument?.body ?? null,
  onlyText: (node) => {
    const only = node.firstChild;
    return only?.nodeType === 3 && only.nextSibling === null ? only.nodeValue : null;
  },
  maxCells: MAX_CELLS,
  hidden: isHidden,
  nested: (table) => (table as Element).querySelector('table') !== null,
};

/** From neighbour to neighbour: a browser's own list of children is slow to walk, and does not stand still. */
function childrenOf(node: Node): Node[] {
  const children: Node[] = [];
  for (let child = node.firstChild; child !== null; child = child.nextSibling) children.push(child);
  return children;
}

/** By itself, not because a fold or another tab hides all of its table. */
function isHidden(node: Node): boolean {
  const view = node.ownerDocument?.defaultView;
  if (!view || node.parentElement === null) return false;
  const { display, fontSize, visibility } = view.getComputedStyle(node as Element);
  if (display === 'none' || fontSize === '0px') return true;
  return visibility !== 'visible' && view.getComputedStyle(node.parentElement).visibility === 'visible';
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
