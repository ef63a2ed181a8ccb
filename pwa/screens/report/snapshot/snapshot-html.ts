/**
 * The bytes of a page as something to look at: what could run, load, send or lead elsewhere is left out, and the page's
 * own styles are taken out of the text, since the app's policy lets no inline style through. They are handed to the
 * frame as objects. Nothing is decided about the page here; the evidence itself stays as it was sealed.
 */
import { type DefaultTreeAdapterTypes, parse, serialize } from 'parse5';

type Node = DefaultTreeAdapterTypes.ChildNode;
type Parent = DefaultTreeAdapterTypes.ParentNode;

export interface Snapshot {
  /** A whole document without style, script or address. */
  readonly html: string;
  /** The page's style sheets that stand in it, in order. Those that it links to were not sealed. */
  readonly sheets: readonly string[];
  /** Styles of single elements, by the number in their `data-style`. */
  readonly styles: readonly string[];
  /** Style sheets and pictures that it names and that are not in it. */
  readonly absent: number;
}

/** Elements that are left out with all that is in them. */
const LEFT_OUT = new Set(
  'script noscript template iframe frame frameset noframes object embed applet portal link meta base audio video source track picture img image svg math canvas map area title'.split(
    ' ',
  ),
);
/** What a form would send goes nowhere in the frame; its text is of the page, so it stays as text. */
const AS_TEXT: Readonly<Record<string, string>> = {
  form: 'div',
  button: 'span',
  input: 'span',
  select: 'span',
  textarea: 'span',
};
/** Only these: an attribute that is not known to be harmless is left out. */
const KEPT = new Set(
  'class id lang dir align valign width height bgcolor border cellpadding cellspacing colspan rowspan color face size start type value nowrap hidden open'.split(
    ' ',
  ),
);
const ADDRESS = /url\(\s*(?:"[^"]*"|'[^']*'|[^)]*)\)|@import[^;]*;?|image-set\([^)]*\)/gi;
/** Whatever gets past all this still finds the network shut. */
const POLICY = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'">`;

export function snapshotOf(page: string): Snapshot {
  const tree = parse(page);
  const taken: { sheets: string[]; styles: string[]; absent: number } = { sheets: [], styles: [], absent: 0 };
  clean(tree, taken);
  const html = serialize(tree).replace(/<head[^>]*>/i, (head) => `${head}<meta charset="utf-8">${POLICY}`);
  return { html, ...taken };
}

/** Browsers nest no deeper either. */
const DEPTH = 512;

/** Not by recursion: a hostile page nests deeper than a stack, and what lies below the depth of browsers is left out. */
function clean(tree: Parent, taken: { sheets: string[]; styles: string[]; absent: number }): void {
  const parents: { readonly parent: Parent; readonly depth: number }[] = [{ parent: tree, depth: 0 }];
  for (let next = parents.pop(); next !== undefined; next = parents.pop()) {
    const { parent, depth } = next;
    parent.childNodes = parent.childNodes.filter((node) => {
      if (depth > DEPTH) return false;
      if (node.nodeName === 'style') taken.sheets.push(withoutAddresses(textOf(node)));
      if (node.nodeName === 'img' || isSheetLink(node)) taken.absent += 1;
      return node.nodeName !== '#comment' && node.nodeName !== 'style' && !LEFT_OUT.has(node.nodeName);
    });
    for (const node of parent.childNodes) {
      if (!('attrs' in node)) continue;
      const style = node.attrs.find(({ name }) => name === 'style');
      node.attrs = node.attrs.filter(({ name }) => KEPT.has(name));
      if (style !== undefined) {
        node.attrs.push({ name: 'data-style', value: String(taken.styles.length) });
        taken.styles.push(withoutAddresses(style.value));
      }
      const plain = AS_TEXT[node.tagName];
      if (plain !== undefined) {
        node.nodeName = plain;
        node.tagName = plain;
      }
      parents.push({ parent: node, depth: depth + 1 });
    }
  }
}

function isSheetLink(node: Node): boolean {
  return node.nodeName === 'link' && 'attrs' in node && node.attrs.some(({ value }) => /stylesheet/i.test(value));
}

function textOf(node: Node): string {
  if (!('childNodes' in node)) return '';
  return node.childNodes.map((child) => ('value' in child ? child.value : '')).join('');
}

function withoutAddresses(css: string): string {
  return css.replace(ADDRESS, 'none');
}
