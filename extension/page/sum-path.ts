/** How a line runs through the cells of one sum, and where its signs stand. Geometry only. */
import type { Box } from './geometry';

export type Sign = '+' | '=';

export interface SumStop {
  readonly box: Box;
  /** What joins it to the stop before; null for the first. */
  readonly sign: Sign | null;
}

interface Point {
  readonly x: number;
  readonly y: number;
}

export interface SumPath {
  readonly stops: readonly Point[];
  readonly signs: readonly (Point & { readonly sign: Sign })[];
}

/** Far enough from the edge to be told from the border of the cell, near enough not to run through its number. */
const INSET = 5;

/** Along the lower edge of a row, the right edge of a column: so that the two lines through one cell stay apart. */
export function sumPath(stops: readonly SumStop[]): SumPath {
  const lying = spread(stops.map(({ box }) => centre(box).x)) >= spread(stops.map(({ box }) => centre(box).y));
  const points = stops.map(({ box }) =>
    lying ? { x: centre(box).x, y: box.bottom - INSET } : { x: box.right - INSET, y: centre(box).y },
  );
  const signs = stops.flatMap(({ box, sign }, index) => {
    const [before, here] = [points[index - 1], points[index]];
    if (sign === null || before === undefined || here === undefined) return [];
    return lying
      ? [{ sign, x: before.x < here.x ? box.left : box.right, y: here.y }]
      : [{ sign, x: here.x, y: before.y < here.y ? box.top : box.bottom }];
  });
  return { stops: points, signs };
}

function centre(box: Box): Point {
  return { x: (box.left + box.right) / 2, y: (box.top + box.bottom) / 2 };
}

function spread(values: readonly number[]): number {
  return Math.max(...values) - Math.min(...values);
}
