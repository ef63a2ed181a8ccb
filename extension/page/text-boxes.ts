/** Where the text around a mark stands, so that a badge covers none of it. */
import type { Target } from './anchor';
import { shiftOf } from './frames';
import { type Box, moved } from './geometry';

/** More cells than any report's table has: beyond, looking at each would cost more than a covered word. */
const MANY = 800;

/** For one layout: badges in one table look at the same text. */
export class TextBoxes {
  private readonly known = new Map<Element, readonly Box[]>();

  around(target: Target): readonly Box[] {
    const container = target.range?.commonAncestorContainer ?? null;
    const at =
      target.element ?? (container?.nodeType === 1 ? (container as Element) : (container?.parentElement ?? null));
    if (at === null) return [];
    const table = at.closest('table');
    if (table !== null && table.querySelectorAll('td, th').length > MANY) return [];
    const element = table ?? at.closest('p, li, div, section') ?? at;
    const boxes = this.known.get(element) ?? lineBoxes(element);
    this.known.set(element, boxes);
    return boxes;
  }
}

/** Of the text alone: a range over whole elements would answer with their boxes, empty room included. */
function lineBoxes(element: Element): readonly Box[] {
  const page = element.ownerDocument;
  const walker = page.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const range = page.createRange();
  const boxes: Box[] = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if ((node.nodeValue ?? '').trim() === '') continue;
    range.selectNodeContents(node);
    for (const rect of range.getClientRects()) if (rect.width > 0) boxes.push(plain(rect));
  }
  const shift = shiftOf(page);
  return shift.left === 0 && shift.top === 0 ? boxes : boxes.map((box) => moved(box, shift));
}

/** Read once: each look at a side of the browser's own rectangle costs more than this. */
function plain({ left, top, right, bottom }: DOMRect): Box {
  return { left, top, right, bottom };
}
