/**
 * Finds text of a document again in the live page. White space is the reader's to collapse, so texts are compared
 * without any: offsets count the other characters.
 */

const SPACE = /[\s\u00a0\u3000]/;
/** Not read as running text, so not searched. */
const SKIPPED = 'script, style, noscript, template, svg, math, select, textarea, button, canvas, object';

interface Letters {
  readonly text: string;
  readonly nodes: readonly Text[];
  /** For each character of `text`: index into `nodes`, offset in that node. */
  readonly at: readonly (readonly [number, number])[];
}

/** The range of `[start, end)` of a block's text, where the block begins at `node`; null where the page reads differently. */
export function rangeOfPlace(node: Node, blockText: string, start: number, end: number): Range | null {
  const whole = squeeze(blockText);
  const letters = lettersFrom(node, whole.length);
  if (!letters.text.startsWith(whole)) return null;
  return toRange(letters, squeeze(blockText.slice(0, start)).length, squeeze(blockText.slice(0, end)).length);
}

/** The range of a quote below a node. `nth` of equal quotes, from 0. */
export function rangeOfQuote(root: Node, quote: string, nth = 0): Range | null {
  const wanted = squeeze(quote);
  if (wanted === '') return null;
  const letters = lettersFrom(root, Number.POSITIVE_INFINITY, root);
  let at = -1;
  for (let count = 0; count <= nth; count++) {
    at = letters.text.indexOf(wanted, at + 1);
    if (at < 0) return null;
  }
  return toRange(letters, at, at + wanted.length);
}

/** The visible text of an element, without the blanks around it; null where it has none. */
export function rangeOfContent(element: Element): Range | null {
  const letters = lettersFrom(element, Number.POSITIVE_INFINITY, element);
  return letters.text === '' ? null : toRange(letters, 0, letters.text.length);
}

function squeeze(text: string): string {
  return text.replace(new RegExp(SPACE, 'g'), '');
}

/** Characters in page order from a node on, at least `enough` of them, not beyond `within`. */
function lettersFrom(from: Node, enough: number, within: Node = from.ownerDocument?.body ?? from): Letters {
  const page = from.ownerDocument;
  if (page === null) return { text: '', nodes: [], at: [] };
  const walker = page.createTreeWalker(within, NodeFilter.SHOW_TEXT, (node) =>
    node.parentElement?.closest(SKIPPED) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  walker.currentNode = from;
  let text = '';
  const nodes: Text[] = [];
  const at: [number, number][] = [];
  for (let node = walker.nextNode(); node !== null && text.length < enough; node = walker.nextNode()) {
    const value = node.nodeValue ?? '';
    nodes.push(node as Text);
    for (let offset = 0; offset < value.length; offset++) {
      const char = value.charAt(offset);
      if (SPACE.test(char)) continue;
      text += char;
      at.push([nodes.length - 1, offset]);
    }
  }
  return { text, nodes, at };
}

function toRange(letters: Letters, start: number, end: number): Range | null {
  const first = letters.at[start];
  const last = letters.at[end - 1];
  const from = first && letters.nodes[first[0]];
  const to = last && letters.nodes[last[0]];
  if (first === undefined || last === undefined || from === undefined || to === undefined) return null;
  const range = from.ownerDocument.createRange();
  range.setStart(from, first[1]);
  range.setEnd(to, last[1] + 1);
  return range;
}
