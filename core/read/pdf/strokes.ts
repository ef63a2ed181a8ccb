/** The straight lines of a page, however they are drawn: as strokes, thin boxes, dashes or dots. */
import type { Box } from './content';
import { applied, type Matrix, type Point } from './matrix';

/** A straight line along one of the axes: `at` on the other axis, from `from` to `to`. */
export interface Rule {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

export interface Rules {
  /** Lines across and down. */
  readonly across: readonly Rule[];
  readonly down: readonly Rule[];
}

/** A filled box no thicker than this is a line. */
const MAX_THICKNESS = 3;
/** Shorter strokes are dots, dashes and serifs. */
const MIN_LENGTH = 3;
/** Dots and dashes make a line where this many follow each other, no farther apart than that. */
const LEAST_DOTS = 4;
const DOT_GAP = 5;
/** Points between lines that are one. */
const SAME = 0.6;
/** A drawing of more dots than these is no border. */
const MAX_DOTS = 40_000;

export type Shape = readonly Point[];

interface Sheet {
  readonly across: Rule[];
  readonly down: Rule[];
}

export class Strokes {
  private readonly dark: Sheet = { across: [], down: [] };
  private readonly white: Sheet = { across: [], down: [] };
  private readonly dots: Sheet = { across: [], down: [] };

  /** What is seen, and `all` with what is drawn white on white: the borders that a style has hidden. */
  rules(): { readonly seen: Rules; readonly all: Rules } {
    const seen = {
      across: [...this.dark.across, ...chained(this.dots.across)],
      down: [...this.dark.down, ...chained(this.dots.down)],
    };
    return {
      seen,
      all: { across: [...seen.across, ...this.white.across], down: [...seen.down, ...this.white.down] },
    };
  }

  stroke(shapes: readonly Shape[], clip: Box, isWhite: boolean): void {
    const sheet = isWhite ? this.white : this.dark;
    for (const shape of shapes) {
      const placed = shape.map((point) => within(point, clip));
      for (const [index, to] of placed.slice(1).entries()) {
        const from = placed[index];
        if (from === undefined) continue;
        const [width, height] = [Math.abs(to[0] - from[0]), Math.abs(to[1] - from[1])];
        if (height <= 1 && width >= MIN_LENGTH) sheet.across.push(rule(from[1], from[0], to[0]));
        else if (width <= 1 && height >= MIN_LENGTH) sheet.down.push(rule(from[0], from[1], to[1]));
        else if (height <= 1 && width <= 1) this.dot(from[0], from[1], to[0], to[1]);
        else if (height <= 1) this.dots.across.push(rule(from[1], from[0], to[0]));
        else if (width <= 1) this.dots.down.push(rule(from[0], from[1], to[1]));
      }
    }
  }

  /** Programs draw lines as thin boxes. */
  fill(shapes: readonly Shape[], clip: Box, isWhite: boolean): void {
    const sheet = isWhite ? this.white : this.dark;
    for (const shape of shapes) {
      const placed = shape.map((point) => within(point, clip));
      const [xs, ys] = [placed.map(([x]) => x), placed.map(([, y]) => y)];
      const [left, right] = [Math.min(...xs), Math.max(...xs)];
      const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
      const [width, height] = [right - left, bottom - top];
      if (height <= MAX_THICKNESS && width >= MIN_LENGTH) sheet.across.push(rule((top + bottom) / 2, left, right));
      else if (width <= MAX_THICKNESS && height >= MIN_LENGTH) sheet.down.push(rule((left + right) / 2, top, bottom));
      else if (width <= MAX_THICKNESS && height <= MAX_THICKNESS && !isWhite) this.dot(left, top, right, bottom);
    }
  }

  /** Part of a line across or of one down: those beside it will say. */
  private dot(left: number, top: number, right: number, bottom: number): void {
    if (this.dots.across.length > MAX_DOTS) return;
    this.dots.across.push(rule((top + bottom) / 2, left, right));
    this.dots.down.push(rule((left + right) / 2, top, bottom));
  }
}

/** Dots in a row, as the line that they make. */
function chained(dots: readonly Rule[]): Rule[] {
  return rowsOf(dots).flatMap((row) => {
    const lines: { line: Rule; count: number }[] = [];
    for (const dot of row) {
      const last = lines.at(-1);
      if (last === undefined || dot.from - last.line.to > DOT_GAP) lines.push({ line: dot, count: 1 });
      else {
        last.line = { ...last.line, to: Math.max(last.line.to, dot.to) };
        last.count++;
      }
    }
    return lines.filter(({ count }) => count >= LEAST_DOTS).map(({ line }) => line);
  });
}

function rowsOf(dots: readonly Rule[]): Rule[][] {
  const rows: Rule[][] = [];
  for (const dot of [...dots].sort((a, b) => a.at - b.at)) {
    const row = rows.at(-1);
    const [first] = row ?? [];
    if (row !== undefined && first !== undefined && dot.at - first.at <= SAME) row.push(dot);
    else rows.push([dot]);
  }
  return rows.map((row) => row.sort((a, b) => a.from - b.from));
}

function rule(at: number, one: number, other: number): Rule {
  return { at, from: Math.min(one, other), to: Math.max(one, other) };
}

/** Numbers in a path: what follows each, as pdf.js packs them. */
const POINTS = [1, 1, 3, 2, 0];

/** The corners of each shape of a path, on the page. */
export function shapesOn(data: readonly number[], matrix: Matrix): Shape[] {
  return shapesOf(data).map((shape) => shape.map(([x, y]) => applied(matrix, x, y)));
}

function within([x, y]: Point, { left, top, right, bottom }: Box): Point {
  return [Math.min(Math.max(x, left), right), Math.min(Math.max(y, top), bottom)];
}

/** The corners of each shape of a path; curves by their ends, which are no lines of a table. */
function shapesOf(data: readonly number[]): Point[][] {
  const shapes: Point[][] = [];
  for (let at = 0; at < data.length; ) {
    const kind = data[at] ?? 0;
    const count = POINTS[kind];
    if (count === undefined) return shapes;
    const last = at + count * 2 - 1;
    const point: Point = [data[last] ?? 0, data[last + 1] ?? 0];
    const open = shapes.at(-1);
    if (kind === 0) shapes.push([point]);
    else if (kind === 4) {
      if (open?.[0] !== undefined) open.push(open[0]);
    } else if (kind === 2 || kind === 3) shapes.push([point]);
    else open?.push(point);
    at += 1 + count * 2;
  }
  return shapes;
}

/** `#ffffff`, or three numbers. */
export function isWhite(args: readonly unknown[]): boolean {
  const [first] = args;
  if (typeof first === 'string') return /^#f[a-f]f[a-f]f[a-f]$/i.test(first);
  return args.length >= 3 && args.slice(0, 3).every((value) => typeof value === 'number' && value > 250);
}
