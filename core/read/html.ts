/** HTML text into a document by parse5: for the command line and the app; the same tree as a browser's. */
import { type DefaultTreeAdapterTypes, defaultTreeAdapter, parse } from 'parse5';
import type { Document } from '../document/document';
import { collapseSpace } from '../document/text';
import { Refusal } from './refusal';
import { publishedOf, readTree, type TreeAdapter } from './tree';

type HtmlNode = DefaultTreeAdapterTypes.ChildNode | DefaultTreeAdapterTypes.Document;

const adapter: TreeAdapter<HtmlNode> = {
  tag: (node) => ('tagName' in node ? node.tagName.toLowerCase() : node.nodeName === '#text' ? '#text' : null),
  text: (node) => ('value' in node ? node.value : ''),
  children: (node) => ('childNodes' in node ? node.childNodes : []),
  attribute: (node, name) => ('attrs' in node ? (node.attrs.find((each) => each.name === name)?.value ?? null) : null),
};

/**
 * A report has some thousands. The standard makes a parser repeat open formatting in every paragraph: a short page can
 * ask for billions.
 */
export const MAX_HTML_ELEMENTS = 500_000;

/** Throws a `Refusal` for a page of more elements; `readFile` makes a failure of it. */
export function readHtml(html: string): Document {
  const tree = parse(html, { treeAdapter: counting() });
  const title = collapseSpace(titleOf(tree));
  const date = find(tree, isPubDate);
  return readTree<HtmlNode>(tree, adapter, {
    format: 'html',
    title: title === '' ? null : title,
    address: null,
    ...publishedOf(date === null ? null : adapter.attribute(date, 'content')),
  }).document;
}

function counting(): typeof defaultTreeAdapter {
  let count = 0;
  return {
    ...defaultTreeAdapter,
    createElement(...parts) {
      if (++count > MAX_HTML_ELEMENTS)
        throw new Refusal({
          code: 'too-complex',
          kind: 'html',
          reason: 'elements',
          size: count,
          limit: MAX_HTML_ELEMENTS,
        });
      return defaultTreeAdapter.createElement(...parts);
    },
  };
}

/** Text of the first `<title>`, as `document.title` gives it. */
function titleOf(root: HtmlNode): string {
  const title = find(root, (node) => adapter.tag(node) === 'title');
  return title === null ? '' : [...adapter.children(title)].map(adapter.text).join('');
}

function isPubDate(node: HtmlNode): boolean {
  return adapter.tag(node) === 'meta' && adapter.attribute(node, 'name')?.toLowerCase() === 'pubdate';
}

/** The first in page order. */
function find(root: HtmlNode, matches: (node: HtmlNode) => boolean): HtmlNode | null {
  const stack: HtmlNode[] = [root];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (matches(node)) return node;
    for (const child of [...adapter.children(node)].reverse()) stack.push(child);
  }
  return null;
}
