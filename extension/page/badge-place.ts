/** Where a badge goes: beside its number, on no other text, with no other number in between. */
import { area, type Box, intersect } from './geometry';

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Corner {
  readonly left: number;
  readonly top: number;
}

const GAP = 4;
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
  const own = ownText(cell, texts);
  const middle = (cell.top + cell.bottom - size.height) / 2;
  const steps = Array.from({ length: REACH }, (_, step) => step * STEP);
  const candidates = [
    ...[own.left - GAP, cell.left - GAP].flatMap((edge) =>
      steps.map((step) => ({ left: edge - size.width - step, top: middle })),
    ),
    ...[own.right + GAP, cell.right + GAP].flatMap((edge) => steps.map((step) => ({ left: edge + step, top: middle }))),
    ...[cell.top - size.height - 2, cell.bottom + 2].flatMap((top) =>
      [cell.left, cell.right - size.width].map((left) => ({ left, top })),
    ),
  ];
  const inside = candidates.filter(({ left }) => left >= within.left && left + size.width <= within.right);
  const options = inside.length > 0 ? inside : [{ left: within.left, top: cell.bottom + 2 }];
  const costs = options.map((at) => cost(at, size, cell, texts));
  return options[costs.indexOf(Math.min(...costs))] ?? { left: cell.left, top: cell.top };
}

function cost(at: Corner, size: Size, cell: Box, texts: readonly Box[]): number {
  const badge = { ...at, right: at.left + size.width, bottom: at.top + size.height };
  const covered = texts.reduce((sum, text) => sum + area(intersect(badge, text)), 0);
  const distance =
    Math.max(cell.left - badge.right, badge.left - cell.right, 0) +
    Math.max(cell.top - badge.top, badge.bottom - cell.bottom, 0);
  // One of the two is empty: the badge is left of the cell or right of it.
  const gaps = [
    { ...cell, left: badge.right, right: cell.left },
    { ...cell, left: cell.right, right: badge.left },
  ];
  const foreign = texts.filter((text) => gaps.some((gap) => intersect(text, gap) !== null));
  const own = area(intersect(badge, cell));
  const straddles = own > 0 && own < size.width * size.height - 1 ? STRADDLED : 0;
  return covered * COVER + distance + foreign.length * CROSSED + straddles;
}

/** The extent of the cell's own text; its middle where it has none. */
function ownText(cell: Box, texts: readonly Box[]): { left: number; right: number } {
  const mine = texts.filter((text) => intersect(text, cell) !== null);
  const middle = (cell.left + cell.right) / 2;
  if (mine.length === 0) return { left: middle, right: middle };
  return {
    left: Math.max(cell.left, Math.min(...mine.map((text) => text.left))),
    right: Math.min(cell.right, Math.max(...mine.map((text) => text.right))),
  };
}
