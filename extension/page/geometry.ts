/** Rectangles of the page, in the window's coordinates. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** What is to be seen of an element or range inside the boxes that scroll or clip it; null where nothing is. */
export function visibleBox(thing: Element | Range): Box | null {
  const rect = thing.getBoundingClientRect();
  if (rect.width === 0 && rect.height === 0) return null;
  let box: Box | null = rect;
  const start = thing instanceof Element ? thing.parentElement : parentOf(thing.commonAncestorContainer);
  for (let each = start; each !== null && box !== null; each = each.parentElement) {
    // The root's own overflow is the window's business.
    if (each === each.ownerDocument.body || each === each.ownerDocument.documentElement) break;
    if (clips(each)) box = intersect(box, each.getBoundingClientRect());
  }
  return box;
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

export function area(box: Box | null): number {
  return box === null ? 0 : (box.right - box.left) * (box.bottom - box.top);
}

function clips(element: Element): boolean {
  const { overflowX, overflowY } = getComputedStyle(element);
  return overflowX !== 'visible' || overflowY !== 'visible';
}

function parentOf(node: Node): Element | null {
  return node.nodeType === 1 ? (node as Element) : node.parentElement;
}
