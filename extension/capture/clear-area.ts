/** Which part of a table is to be seen in the window with nothing of the page lying over it, and how to get there. */
import { type Box, intersect, visibleBox } from '../page/geometry';
import type { Area } from './seal-calls';

/** Rows of the window are looked at so far apart, each at this many places. */
const STEP = 6;
const ACROSS = 5;

export function clearArea(table: Element): Area | null {
  const page = table.ownerDocument;
  const { clientWidth, clientHeight } = page.documentElement;
  const view = page.defaultView;
  const seen = visibleBox(table);
  const inWindow: Box = {
    left: 0,
    top: 0,
    right: Math.min(clientWidth, view?.innerWidth ?? clientWidth),
    bottom: view?.innerHeight ?? clientHeight,
  };
  const box = seen === null ? null : intersect(seen, inWindow);
  if (box === null) return null;
  const free = freeRows(table, box);
  return free === null ? null : [box.left, free.top, box.right - box.left, free.bottom - free.top];
}

/** The first run of rows that nothing covers: fixed headers, floating windows and the like cover. */
function freeRows(table: Element, box: Box): { readonly top: number; readonly bottom: number } | null {
  const rows: number[] = [];
  for (let y = box.top + 1; y < box.bottom - 1; y += STEP) rows.push(y);
  rows.push(box.bottom - 1);
  const free = rows.map((y) => isFree(table, box, y));
  const first = free.indexOf(true);
  if (first < 0) return null;
  const after = free.indexOf(false, first);
  // A row between two that were looked at may be covered: the run ends where it was seen to be free.
  return {
    top: first === 0 ? box.top : (rows[first] ?? box.top),
    bottom: after < 0 ? box.bottom : (rows[after - 1] ?? box.bottom),
  };
}

function isFree(table: Element, box: Box, y: number): boolean {
  for (let index = 0; index < ACROSS; index++) {
    const x = box.left + 1 + ((box.right - box.left - 2) * index) / (ACROSS - 1);
    const hit = table.ownerDocument.elementFromPoint(x, y);
    // What holds the table lies behind it: between cells, or where the table lets clicks through.
    if (hit !== null && !table.contains(hit) && !hit.contains(table)) return false;
  }
  return true;
}

/** Elements around it that scroll, the innermost first; the window is not among them. */
export function scrollersOf(table: Element): readonly Element[] {
  const found: Element[] = [];
  const { body, documentElement } = table.ownerDocument;
  for (let each = table.parentElement; each !== null; each = each.parentElement) {
    if (each === body || each === documentElement) break;
    if (each.scrollHeight > each.clientHeight + 1 || each.scrollWidth > each.clientWidth + 1) found.push(each);
  }
  return found;
}

interface PlaceInTable {
  readonly x: number;
  readonly y: number;
  readonly lead: number;
}

/** At once, whatever the page says of smooth scrolling. */
export function scrollToPlace(table: Element, { x, y, lead }: PlaceInTable): void {
  for (const each of scrollersOf(table)) {
    const [inside, outside] = [table.getBoundingClientRect(), each.getBoundingClientRect()];
    const left = inside.left + x - outside.left;
    each.scrollBy({ left: x === 0 ? Math.min(0, left) : left, top: inside.top + y - outside.top, behavior: 'instant' });
  }
  const { left, top } = table.getBoundingClientRect();
  const view = table.ownerDocument.defaultView;
  view?.scrollBy({ left: x === 0 ? Math.min(0, left) : left + x, top: top + y - lead, behavior: 'instant' });
}
