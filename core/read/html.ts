/** HTML text into a document by parse5: for the command line and the app; the same tree as a browser's. */
import { type DefaultTreeAdapterTypes, defaultTreeAdapter, html, parse } from 'parse5';
import type { Document } from '../document/document';
import { collapseSpace } from '../document/space';
import { Refusal } from './refusal';
import { publishedOf, readTree, type TreeAdapter } from './tree';

type HtmlNode = DefaultTreeAdapterTypes.ChildNode | DefaultTreeAdapterTypes.Document;

const adapter: TreeAdapter<HtmlNode> = {
  tag: ({ nodeName }) => (nodeName.startsWith('#') ? (nodeName === '#text' ? nodeName : null) : nodeName),
  text: (node) => ('value' in node ? node.value : ''),
  children: (node) => ('childNodes' in node ? node.childNodes : []),
  attribute: (node, name) => ('attrs' in node ? attributeOf(node.attrs, name) : null),
};

/**
 * A report has some thousands. The standard makes a parser repeat open formatting in every paragraph: a short page can
 * ask for billions.
 */
export const MAX_HTML_ELEMENTS = 500_000;

/** Throws a `Refusal` for a page of more elements; `readFile` makes a failure of it. */
export function readHtml(text: string): Document {
  const seen: Seen = { title: null, published: null };
  const tree = parse(text, { treeAdapter: seeing(seen) });
  const title = collapseSpace((seen.title?.childNodes ?? []).map(adapter.text).join(''));
  return readTree<HtmlNode>(tree, adapter, {
    format: 'html',
    title: title === '' ? null : title,
    address: null,
    ...publishedOf(seen.published),
  }).document;
}

type Attributes = readonly { readonly name: string; readonly value: string }[];

function attributeOf(attributes: Attributes, name: string): string | null {
  return attributes.find((each) => each.name === name)?.value ?? null;
}

/** What is noticed while the tree grows, so that nobody has to walk through all of it once more. */
interface Seen {
  /** The first `<title>` of the page, not of a picture in it: what a browser calls `document.title`. */
  title: DefaultTreeAdapterTypes.Element | null;
  published: string | null;
}

function seeing(seen: Seen): typeof defaultTreeAdapter {
  let count = 0;
  return {
    ...defaultTreeAdapter,
    createElement(tag, namespace, attributes, ...rest) {
      if (++count > MAX_HTML_ELEMENTS) throw tooMany(count);
      const node = defaultTreeAdapter.createElement(tag, namespace, attributes, ...rest);
      if (tag === 'title' && namespace === HTML) seen.title ??= node;
      else if (tag === 'meta' && attributeOf(attributes, 'name')?.toLowerCase() === 'pubdate')
        seen.published ??= attributeOf(attributes, 'content');
      return node;
    },
  };
}

const HTML: string = html.NS.HTML;

function tooMany(size: number): Refusal {
  return new Refusal({ code: 'too-complex', kind: 'html', reason: 'elements', size, limit: MAX_HTML_ELEMENTS });
}
