/** Where the text around a mark stands, so that a badge covers none of it. */
import type { Target } from './anchor';
import { shiftOf } from './frames';
import { type Box, moved } from './geometry';

/** More cells than any report's table has: beyond, looking at each would cost more than a covered word. */
const MANY = 800;

export function textBoxesAround(target: Target): readonly Box[] {
  const container = target.range?.commonAncestorContainer ?? null;
  const at =
    target.element ?? (container?.nodeType === 1 ? (container as Element) : (container?.parentElement ?? null));
  if (at === null) return [];
  const table = at.closest('table');
  if (table === null) return lineBoxes(at.closest('p, li, div, section') ?? at);
  const cells = [...table.querySelectorAll('td, th')];
  return cells.length > MANY ? [] : cells.filter((cell) => cell.textContent.trim() !== '').flatMap(lineBoxes);
}

/** Of the text alone: a range over whole elements would answer with their boxes, empty room included. */
function lineBoxes(element: Element): Box[] {
  const page = element.ownerDocument;
  const walker = page.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const range = page.createRange();
  const boxes: Box[] = [];
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if ((node.nodeValue ?? '').trim() === '') continue;
    range.selectNodeContents(node);
    boxes.push(...[...range.getClientRects()].filter((rect) => rect.width > 0));
  }
  const shift = shiftOf(page);
  return shift.left === 0 && shift.top === 0 ? boxes : boxes.map((box) => moved(box, shift));
}
