/** HTML text into a document by parse5: for the command line and the app; the same tree as a browser's. */
import { type DefaultTreeAdapterTypes, parse } from 'parse5';
import type { Document } from '../document/document';
import { collapseSpace } from '../document/text';
import { readTree, type TreeAdapter } from './tree';

type HtmlNode = DefaultTreeAdapterTypes.ChildNode | DefaultTreeAdapterTypes.Document;

const adapter: TreeAdapter<HtmlNode> = {
  tag: (node) => ('tagName' in node ? node.tagName.toLowerCase() : node.nodeName === '#text' ? '#text' : null),
  text: (node) => ('value' in node ? node.value : ''),
  children: (node) => ('childNodes' in node ? node.childNodes : []),
  attribute: (node, name) => ('attrs' in node ? (node.attrs.find((each) => each.name === name)?.value ?? null) : null),
};

export function readHtml(html: string): Document {
  const tree = parse(html);
  const title = collapseSpace(titleOf(tree));
  return readTree<HtmlNode>(tree, adapter, { format: 'html', title: title === '' ? null : title, address: null })
    .document;
}

/** Text of the first `<title>`, as `document.title` gives it. */
function titleOf(root: HtmlNode): string {
  const stack: HtmlNode[] = [root];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (adapter.tag(node) === 'title') return [...adapter.children(node)].map(adapter.text).join('');
    for (const child of [...adapter.children(node)].reverse()) stack.push(child);
  }
  return '';
}
