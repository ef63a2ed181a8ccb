/** One page of a PDF as it is painted: each character with its place, and the straight lines that are drawn. */
import type { PDFPageProxy } from 'pdfjs-dist/types/src/display/api';
import type { Pdfjs } from './load';

/** In points from the upper left corner of the page. */
export interface Glyph {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** Baseline. */
  readonly base: number;
  /** Size of the type. */
  readonly size: number;
}

/** A straight line along one of the axes: `at` on the other axis, from `from` to `to`. */
export interface Rule {
  readonly at: number;
  readonly from: number;
  readonly to: number;
}

export interface PageContent {
  readonly width: number;
  readonly height: number;
  readonly glyphs: readonly Glyph[];
  /** Lines across and down. */
  readonly across: readonly Rule[];
  readonly down: readonly Rule[];
  /** Pictures painted: a page of nothing else is a scan. */
  readonly pictures: number;
}

type Matrix = readonly [number, number, number, number, number, number];
const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

interface State {
  matrix: Matrix;
  font: { readonly name: string; readonly size: number };
  charSpacing: number;
  wordSpacing: number;
  scale: number;
  rise: number;
  leading: number;
  strokeIsWhite: boolean;
  fillIsWhite: boolean;
}

interface PaintedGlyph {
  readonly unicode: string;
  readonly width: number;
  readonly isSpace: boolean;
}

/** A filled box no thicker than this is a line. */
const MAX_THICKNESS = 3;
/** Shorter strokes are dots and serifs. */
const MIN_LENGTH = 3;

export async function contentOf(page: PDFPageProxy, pdfjs: Pdfjs): Promise<PageContent> {
  const operators = await page.getOperatorList();
  const viewport = page.getViewport({ scale: 1 });
  const painter = new Painter(pdfjs, page, viewport.transform as unknown as Matrix);
  operators.fnArray.forEach((operator, index) => {
    painter.paint(operator, operators.argsArray[index] as readonly unknown[] | null);
  });
  const { glyphs, across, down, pictures } = painter;
  return { width: viewport.width, height: viewport.height, glyphs, across, down, pictures };
}

class Painter {
  readonly glyphs: Glyph[] = [];
  readonly across: Rule[] = [];
  readonly down: Rule[] = [];
  pictures = 0;
  private state: State = {
    matrix: IDENTITY,
    font: { name: '', size: 0 },
    charSpacing: 0,
    wordSpacing: 0,
    scale: 1,
    rise: 0,
    leading: 0,
    strokeIsWhite: false,
    fillIsWhite: false,
  };
  private readonly saved: State[] = [];
  private text: Matrix = IDENTITY;
  private line: Matrix = IDENTITY;
  private readonly handlers: ReadonlyMap<number, (args: readonly unknown[]) => void>;
  private readonly filling: ReadonlySet<number>;
  private readonly stroking: ReadonlySet<number>;

  constructor(
    { OPS }: Pdfjs,
    private readonly page: PDFPageProxy,
    private readonly viewport: Matrix,
  ) {
    this.filling = new Set([OPS.fill, OPS.eoFill, OPS.fillStroke, OPS.eoFillStroke]);
    this.stroking = new Set([OPS.stroke, OPS.closeStroke, OPS.fillStroke, OPS.eoFillStroke]);
    const number = (value: unknown): number => (typeof value === 'number' ? value : 0);
    const picture = (): void => {
      this.pictures++;
    };
    this.handlers = new Map<number, (args: readonly unknown[]) => void>([
      [OPS.save, () => this.saved.push({ ...this.state })],
      [OPS.restore, () => this.restore()],
      [OPS.transform, (args) => this.transform(args)],
      [OPS.paintFormXObjectBegin, ([matrix]) => this.beginForm(matrix)],
      [OPS.paintFormXObjectEnd, () => this.restore()],
      [OPS.beginText, () => this.moveTo(IDENTITY)],
      [OPS.setFont, ([name, size]) => (this.state.font = { name: String(name), size: number(size) })],
      [OPS.setCharSpacing, ([value]) => (this.state.charSpacing = number(value))],
      [OPS.setWordSpacing, ([value]) => (this.state.wordSpacing = number(value))],
      [OPS.setHScale, ([value]) => (this.state.scale = number(value) / 100)],
      [OPS.setTextRise, ([value]) => (this.state.rise = number(value))],
      [OPS.setLeading, ([value]) => (this.state.leading = -number(value))],
      [OPS.moveText, ([x, y]) => this.moveBy(number(x), number(y))],
      [
        OPS.setLeadingMoveText,
        ([x, y]) => {
          this.state.leading = number(y);
          this.moveBy(number(x), number(y));
        },
      ],
      [OPS.nextLine, () => this.moveBy(0, this.state.leading)],
      [OPS.setTextMatrix, (args) => this.moveTo(matrixOf(args))],
      [OPS.showText, ([glyphs]) => this.show(glyphs)],
      [
        OPS.nextLineShowText,
        ([glyphs]) => {
          this.moveBy(0, this.state.leading);
          this.show(glyphs);
        },
      ],
      [OPS.constructPath, (args) => this.path(args)],
      [OPS.setStrokeRGBColor, (args) => (this.state.strokeIsWhite = isWhite(args))],
      [OPS.setFillRGBColor, (args) => (this.state.fillIsWhite = isWhite(args))],
      [OPS.paintImageXObject, picture],
      [OPS.paintInlineImageXObject, picture],
      [OPS.paintImageMaskXObject, picture],
    ]);
  }

  paint(operator: number, args: readonly unknown[] | null): void {
    this.handlers.get(operator)?.(args ?? []);
  }

  private restore(): void {
    this.state = this.saved.pop() ?? this.state;
  }

  private transform(args: readonly unknown[]): void {
    this.state.matrix = times(this.state.matrix, matrixOf(args));
  }

  private beginForm(matrix: unknown): void {
    this.saved.push({ ...this.state });
    if (Array.isArray(matrix) || ArrayBuffer.isView(matrix)) this.transform([...(matrix as unknown as number[])]);
  }

  private moveTo(matrix: Matrix): void {
    this.text = matrix;
    this.line = matrix;
  }

  private moveBy(x: number, y: number): void {
    this.moveTo(times(this.line, [1, 0, 0, 1, x, y]));
  }

  private show(glyphs: unknown): void {
    if (!Array.isArray(glyphs)) return;
    const { font, charSpacing, wordSpacing, scale, rise } = this.state;
    const { vertical, unit } = this.fontOf(font.name);
    for (const glyph of glyphs as readonly (number | PaintedGlyph | null)[]) {
      if (glyph === null) continue;
      if (typeof glyph === 'number') {
        this.advance((-glyph / 1000) * font.size * (vertical ? 1 : scale), vertical);
        continue;
      }
      const width = glyph.width * unit * font.size;
      this.glyph(glyph.unicode, times(this.text, [scale, 0, 0, 1, 0, rise]), width, font.size);
      this.advance((width + charSpacing + (glyph.isSpace ? wordSpacing : 0)) * (vertical ? 1 : scale), vertical);
    }
  }

  private advance(by: number, vertical: boolean): void {
    this.text = times(this.text, vertical ? [1, 0, 0, 1, 0, -Math.abs(by)] : [1, 0, 0, 1, by, 0]);
  }

  private fontOf(name: string): { vertical: boolean; unit: number } {
    const font = (this.page.commonObjs.has(name) ? this.page.commonObjs.get(name) : null) as {
      vertical?: boolean;
      fontMatrix?: readonly number[];
    } | null;
    return { vertical: font?.vertical === true, unit: font?.fontMatrix?.[0] ?? 0.001 };
  }

  private glyph(text: string, matrix: Matrix, width: number, size: number): void {
    if (text === '' || text.trim() === '') return;
    const whole = times(this.viewport, times(this.state.matrix, matrix));
    const [x, base] = applied(whole, 0, 0);
    const [end] = applied(whole, width, 0);
    const height = Math.hypot(whole[2], whole[3]) * size;
    this.glyphs.push({ text, left: Math.min(x, end), right: Math.max(x, end), base, size: height });
  }

  private path([operator, data]: readonly unknown[]): void {
    if (typeof operator !== 'number' || !Array.isArray(data)) return;
    const strokes = this.stroking.has(operator) && !this.state.strokeIsWhite;
    const fills = this.filling.has(operator) && !this.state.fillIsWhite;
    const points: unknown = data[0];
    if ((!strokes && !fills) || !ArrayBuffer.isView(points)) return;
    for (const shape of shapesOf([...(points as Float32Array)])) {
      const placed = shape.map(([x, y]) => applied(times(this.viewport, this.state.matrix), x, y));
      if (strokes) for (const [index, to] of placed.slice(1).entries()) this.stroke(placed[index], to);
      else this.fill(placed);
    }
  }

  private stroke(from: Point | undefined, to: Point): void {
    if (from === undefined) return;
    const [width, height] = [Math.abs(to[0] - from[0]), Math.abs(to[1] - from[1])];
    if (height <= 1 && width >= MIN_LENGTH) this.across.push(rule(from[1], from[0], to[0]));
    else if (width <= 1 && height >= MIN_LENGTH) this.down.push(rule(from[0], from[1], to[1]));
  }

  /** Programs draw lines as thin boxes. */
  private fill(shape: readonly Point[]): void {
    const [xs, ys] = [shape.map(([x]) => x), shape.map(([, y]) => y)];
    const [left, right] = [Math.min(...xs), Math.max(...xs)];
    const [top, bottom] = [Math.min(...ys), Math.max(...ys)];
    if (bottom - top <= MAX_THICKNESS && right - left >= MIN_LENGTH)
      this.across.push(rule((top + bottom) / 2, left, right));
    else if (right - left <= MAX_THICKNESS && bottom - top >= MIN_LENGTH)
      this.down.push(rule((left + right) / 2, top, bottom));
  }
}

type Point = readonly [number, number];

function rule(at: number, one: number, other: number): Rule {
  return { at, from: Math.min(one, other), to: Math.max(one, other) };
}

/** Numbers in a path: what follows each, as pdf.js packs them. */
const POINTS = [1, 1, 3, 2, 0];

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
    else if (kind === 4 && open?.[0] !== undefined) open.push(open[0]);
    else if (kind === 2 || kind === 3) shapes.push([point]);
    else open?.push(point);
    at += 1 + count * 2;
  }
  return shapes;
}

function matrixOf(args: readonly unknown[]): Matrix {
  const flat = args.length === 1 && ArrayBuffer.isView(args[0]) ? [...(args[0] as Float32Array)] : args;
  const [a, b, c, d, e, f] = flat.map((value) => (typeof value === 'number' ? value : 0));
  return [a ?? 1, b ?? 0, c ?? 0, d ?? 1, e ?? 0, f ?? 0];
}

/** `left` after `right`. */
function times(left: Matrix, right: Matrix): Matrix {
  return [
    left[0] * right[0] + left[2] * right[1],
    left[1] * right[0] + left[3] * right[1],
    left[0] * right[2] + left[2] * right[3],
    left[1] * right[2] + left[3] * right[3],
    left[0] * right[4] + left[2] * right[5] + left[4],
    left[1] * right[4] + left[3] * right[5] + left[5],
  ];
}

function applied(matrix: Matrix, x: number, y: number): Point {
  return [matrix[0] * x + matrix[2] * y + matrix[4], matrix[1] * x + matrix[3] * y + matrix[5]];
}

/** `#ffffff`, or three numbers. */
function isWhite(args: readonly unknown[]): boolean {
  const [first] = args;
  if (typeof first === 'string') return /^#f[a-f]f[a-f]f[a-f]$/i.test(first);
  return args.length >= 3 && args.slice(0, 3).every((value) => typeof value === 'number' && value > 250);
}
