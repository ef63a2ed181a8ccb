/** Where a badge goes: beside its number, on no other text, with no other number in between. */
import type { Box } from './geometry';

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Corner {
  readonly left: number;
  readonly top: number;
}

const GAP = 4;
/** Above its cell or below it. */
const BESIDE = 2;
const STEP = 12;
/** How far along its row a badge may wander to find room. */
const REACH = 24;
/** One square pixel of covered text weighs as much as this many pixels of distance. */
const COVER = 4;
/** A number in between makes the badge seem to belong to that one. */
const CROSSED = 400;
/** Half in, half out of its cell: legible, but untidy. */
const STRADDLED = 30;

/** `texts`: what must stay readable, marks already there included. `within`: stay inside. */
export function placeBadge(cell: Box, size: Size, texts: readonly Box[], within: Box): Corner {
  const reach = reachOf(cell, size);
  const near = texts.filter(({ top, bottom }) => bottom > reach.top && top < reach.bottom);
  const options = candidates(cell, size, ownText(cell, near)).filter(
    ({ left }) => left >= within.left && left + size.width <= within.right,
  );
  let best: Corner = options[0] ?? { left: within.left, top: cell.bottom + BESIDE };
  let least = Number.POSITIVE_INFINITY;
  for (const at of options) {
    const badge = { ...at, right: at.left + size.width, bottom: at.top + size.height };
    const distance = distanceOf(badge, cell);
    if (distance >= least) continue;
    const own = distance + cost(badge, cell, near, least - distance);
    if (own < least) [best, least] = [at, own];
  }
  return best;
}

/** No candidate reaches farther up or down: of a table's many texts a row or three matter. */
export function reachOf({ top, bottom }: Box, { height }: Size): Pick<Box, 'top' | 'bottom'> {
  return { top: top - height - BESIDE, bottom: bottom + height + BESIDE };
}

function candidates(cell: Box, size: Size, own: { readonly left: number; readonly right: number }): Corner[] {
  const middle = (cell.top + cell.bottom - size.height) / 2;
  const steps = Array.from({ length: REACH }, (_, step) => step * STEP);
  const places: Corner[] = [];
  for (const edge of [own.left - GAP, cell.left - GAP])
    for (const step of steps) places.push({ left: edge - size.width - step, top: middle });
  for (const edge of [own.right + GAP, cell.right + GAP])
    for (const step of steps) places.push({ left: edge + step, top: middle });
  for (const top of [cell.top - size.height - BESIDE, cell.bottom + BESIDE])
    for (const left of [cell.left, cell.right - size.width]) places.push({ left, top });
  return places;
}

function distanceOf(badge: Box, cell: Box): number {
  const across = Math.max(cell.left - badge.right, badge.left - cell.right, 0);
  return across + Math.max(cell.top - badge.top, badge.bottom - cell.bottom, 0);
}

/** What it costs beside the distance; anything above `limit` where it is sure to be more. */
function cost(badge: Box, cell: Box, texts: readonly Box[], limit: number): number {
  const gap = gapBetween(badge, cell);
  const own = overlap(badge, cell);
  const size = (badge.right - badge.left) * (badge.bottom - badge.top);
  let sum = own > 0 && own < size - 1 ? STRADDLED : 0;
  for (const text of texts) {
    sum += overlap(badge, text) * COVER;
    if (gap !== null && overlap(text, gap) > 0) sum += CROSSED;
    if (sum > limit) return sum;
  }
  return sum;
}

/** The badge is left of the cell or right of it, or neither. */
function gapBetween(badge: Box, cell: Box): Box | null {
  if (badge.right < cell.left) return { ...cell, left: badge.right, right: cell.left };
  return badge.left > cell.right ? { ...cell, left: cell.right, right: badge.left } : null;
}

/** The area of `intersect`, without making a box of it: asked thousands of times for each mark. */
function overlap(a: Box, b: Box): number {
  const width = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const height = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return width < 1 || height < 1 ? 0 : width * height;
}

/** The extent of the cell's own text; its middle where it has none. */
function ownText(cell: Box, texts: readonly Box[]): { left: number; right: number } {
  const mine = texts.filter((text) => overlap(text, cell) > 0);
  const middle = (cell.left + cell.right) / 2;
  if (mine.length === 0) return { left: middle, right: middle };
  return {
    left: Math.max(cell.left, Math.min(...mine.map((text) => text.left))),
    right: Math.min(cell.right, Math.max(...mine.map((text) => text.right))),
  };
}
