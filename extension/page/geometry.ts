/** Rectangles of the page, in the window's coordinates. */
import { frameOf } from './frames';

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** What is to be seen of an element or range inside the boxes and frames that scroll or clip it; null where nothing is. */
export function visibleBox(thing: Element | Range): Box | null {
  const rect = thing.getBoundingClientRect();
  if (rect.width === 0 && rect.height === 0) return null;
  const start = 'commonAncestorContainer' in thing ? parentOf(thing.commonAncestorContainer) : thing.parentElement;
  return start === null ? rect : clipped(rect, start);
}

function clipped(rect: Box, start: Element): Box | null {
  const page = start.ownerDocument;
  let box: Box | null = rect;
  for (let each: Element | null = start; each !== null && box !== null; each = each.parentElement) {
    // The root's own overflow is the window's business.
    if (each === page.body || each === page.documentElement) break;
    if (clips(each)) box = intersect(box, each.getBoundingClientRect());
  }
  const frame = frameOf(page);
  if (frame === null || box === null) return box;
  const { left: outerLeft, top: outerTop } = frame.getBoundingClientRect();
  const [left, top] = [outerLeft + frame.clientLeft, outerTop + frame.clientTop];
  const shown = { left, top, right: left + frame.clientWidth, bottom: top + frame.clientHeight };
  const inside = intersect(moved(box, { left, top }), shown);
  return inside === null || frame.parentElement === null ? inside : clipped(inside, frame.parentElement);
}

export function moved(box: Box, { left, top }: { readonly left: number; readonly top: number }): Box {
  return { left: box.left + left, top: box.top + top, right: box.right + left, bottom: box.bottom + top };
}

export function intersect(a: Box, b: Box): Box | null {
  const box = {
    left: Math.max(a.left, b.left),
    top: Math.max(a.top, b.top),
    right: Math.min(a.right, b.right),
    bottom: Math.min(a.bottom, b.bottom),
  };
  return box.right - box.left < 1 || box.bottom - box.top < 1 ? null : box;
}

export function union(a: Box, b: Box): Box {
  return {
    left: Math.min(a.left, b.left),
    top: Math.min(a.top, b.top),
    right: Math.max(a.right, b.right),
    bottom: Math.max(a.bottom, b.bottom),
  };
}

function clips(element: Element): boolean {
  const { overflowX, overflowY } = getComputedStyle(element);
  return overflowX !== 'visible' || overflowY !== 'visible';
}

function parentOf(node: Node): Element | null {
  return node.nodeType === 1 ? (node as Element) : node.parentElement;
}
