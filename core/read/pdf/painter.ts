/** Follows the operators of a page as a screen would, and notes what they paint. */
import type { PDFPageProxy } from 'pdfjs-dist/types/src/display/api';
import { withoutRadicals } from '../../document/text';
import type { Box, Glyph } from './content';
import type { Pdfjs } from './load';
import { applied, IDENTITY, type Matrix, matrixOf, times } from './matrix';
import { isWhite, type Shape, Strokes, shapesOn } from './strokes';

interface State {
  matrix: Matrix;
  /** What is painted outside of it is not seen. */
  clip: Box;
  font: { readonly name: string; readonly size: number };
  charSpacing: number;
  wordSpacing: number;
  scale: number;
  rise: number;
  leading: number;
  isHidden: boolean;
  strokeIsWhite: boolean;
  fillIsWhite: boolean;
}

interface PaintedGlyph {
  readonly unicode: string;
  readonly width: number;
  readonly isSpace: boolean;
  /** Advance and origin of a character written downwards. */
  readonly vmetric?: readonly [number, number, number] | null;
}

interface Font {
  readonly vertical: boolean;
  /** Size of the font's own units, beside the size of the type. */
  readonly unit: number;
}

const EVERYWHERE: Box = {
  left: Number.NEGATIVE_INFINITY,
  top: Number.NEGATIVE_INFINITY,
  right: Number.POSITIVE_INFINITY,
  bottom: Number.POSITIVE_INFINITY,
};
/** Type hangs a little over the edge of what is cut out for it. */
const OVERHANG = 1;
/** Of text that is only there to be searched: what a program believes to see in a scan. */
const INVISIBLE = 3;
/** Deeper than any page nests its forms; a hostile one fills the memory. */
const MAX_SAVED = 10_000;

export class Painter {
  readonly glyphs: Glyph[] = [];
  readonly strokes = new Strokes();
  readonly pictures: Box[] = [];
  /** Characters that run to the right, down, to the left, up. */
  readonly turns = [0, 0, 0, 0];
  private state: State = {
    matrix: IDENTITY,
    clip: EVERYWHERE,
    font: { name: '', size: 0 },
    charSpacing: 0,
    wordSpacing: 0,
    scale: 1,
    rise: 0,
    leading: 0,
    isHidden: false,
    strokeIsWhite: false,
    fillIsWhite: false,
  };
  private readonly saved: State[] = [];
  /** The next path cuts out what is painted after it. */
  private clips = false;
  private readonly fonts = new Map<string, Font>();
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
    this.handlers = new Map<number, (args: readonly unknown[]) => void>([
      [OPS.save, () => this.save()],
      [OPS.restore, () => this.restore()],
      [OPS.transform, (args) => this.transform(args)],
      [OPS.paintFormXObjectBegin, ([matrix, box]) => this.beginForm(matrix, box)],
      [OPS.paintFormXObjectEnd, () => this.restore()],
      [OPS.beginText, () => this.moveTo(IDENTITY)],
      [OPS.setFont, ([name, size]) => (this.state.font = { name: String(name), size: number(size) })],
      [OPS.setCharSpacing, ([value]) => (this.state.charSpacing = number(value))],
      [OPS.setWordSpacing, ([value]) => (this.state.wordSpacing = number(value))],
      [OPS.setHScale, ([value]) => (this.state.scale = number(value) / 100)],
      [OPS.setTextRise, ([value]) => (this.state.rise = number(value))],
      [OPS.setLeading, ([value]) => (this.state.leading = -number(value))],
      [OPS.setTextRenderingMode, ([value]) => (this.state.isHidden = value === INVISIBLE)],
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
      [OPS.clip, () => (this.clips = true)],
      [OPS.eoClip, () => (this.clips = true)],
      [OPS.constructPath, (args) => this.path(args)],
      [OPS.setStrokeRGBColor, (args) => (this.state.strokeIsWhite = isWhite(args))],
      [OPS.setFillRGBColor, (args) => (this.state.fillIsWhite = isWhite(args))],
      [OPS.paintImageXObject, () => this.picture()],
      [OPS.paintImageXObjectRepeat, () => this.picture()],
      [OPS.paintInlineImageXObject, () => this.picture()],
      [OPS.paintInlineImageXObjectGroup, () => this.picture()],
      [OPS.paintImageMaskXObject, () => this.picture()],
      [OPS.paintImageMaskXObjectGroup, () => this.picture()],
    ]);
  }

  paint(operator: number, args: readonly unknown[] | null): void {
    this.handlers.get(operator)?.(args ?? []);
  }

  private save(): void {
    if (this.saved.length < MAX_SAVED) this.saved.push({ ...this.state });
  }

  private restore(): void {
    this.state = this.saved.pop() ?? this.state;
  }

  private transform(args: readonly unknown[]): void {
    this.state.matrix = times(this.state.matrix, matrixOf(args));
  }

  private beginForm(matrix: unknown, box: unknown): void {
    this.save();
    if (Array.isArray(matrix) || ArrayBuffer.isView(matrix)) this.transform([matrix]);
    if (!Array.isArray(box) && !ArrayBuffer.isView(box)) return;
    const [left = 0, top = 0, right = 0, bottom = 0] = [...(box as unknown as number[])];
    const place = times(this.viewport, this.state.matrix);
    const corners: [number, number][] = [
      [left, top],
      [right, top],
      [left, bottom],
      [right, bottom],
    ];
    this.clip([corners.map(([x, y]) => applied(place, x, y))]);
  }

  /** By the box around the shapes: what is cut out for a table or a page is a box. */
  private clip(shapes: readonly Shape[]): void {
    const points = shapes.flat();
    const { clip } = this.state;
    if (points.length === 0) return;
    const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
    this.state.clip = {
      left: Math.max(clip.left, Math.min(...xs)),
      top: Math.max(clip.top, Math.min(...ys)),
      right: Math.min(clip.right, Math.max(...xs)),
      bottom: Math.min(clip.bottom, Math.max(...ys)),
    };
  }

  private isClipped(left: number, right: number, base: number, size: number): boolean {
    const { clip } = this.state;
    const [x, y] = [(left + right) / 2, base - size * 0.35];
    return (
      x < clip.left - OVERHANG || x > clip.right + OVERHANG || y < clip.top - OVERHANG || y > clip.bottom + OVERHANG
    );
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
    const font = this.fontOf(this.state.font.name);
    for (const glyph of glyphs as readonly (number | PaintedGlyph | null)[]) {
      if (glyph === null) continue;
      if (font.vertical) this.showDown(glyph, font.unit);
      else this.showAcross(glyph, font.unit);
    }
  }

  private showAcross(glyph: number | PaintedGlyph, unit: number): void {
    const { font, charSpacing, wordSpacing, scale, rise } = this.state;
    if (typeof glyph === 'number') {
      this.advance((-glyph / 1000) * font.size * scale, 0);
      return;
    }
    const width = glyph.width * unit * font.size;
    this.glyph(glyph.unicode, times(this.text, [scale, 0, 0, 1, 0, rise]), width);
    this.advance((width + charSpacing + (glyph.isSpace ? wordSpacing : 0)) * scale, 0);
  }

  private showDown(glyph: number | PaintedGlyph, unit: number): void {
    const { font, charSpacing, wordSpacing, scale, rise } = this.state;
    if (typeof glyph === 'number') {
      this.advance(0, -(glyph / 1000) * font.size);
      return;
    }
    const [height, left, top] = glyph.vmetric ?? [-1000, glyph.width / 2, 880];
    const [x, y] = [-left * unit * font.size, -top * unit * font.size];
    this.glyph(glyph.unicode, times(this.text, [scale, 0, 0, 1, x, y + rise]), glyph.width * unit * font.size);
    this.advance(0, height * unit * font.size - charSpacing - (glyph.isSpace ? wordSpacing : 0));
  }

  private advance(x: number, y: number): void {
    this.text = times(this.text, [1, 0, 0, 1, x, y]);
  }

  private fontOf(name: string): Font {
    const known = this.fonts.get(name);
    if (known !== undefined) return known;
    const loaded = (this.page.commonObjs.has(name) ? this.page.commonObjs.get(name) : null) as {
      vertical?: boolean;
      fontMatrix?: readonly number[];
    } | null;
    const font = { vertical: loaded?.vertical === true, unit: loaded?.fontMatrix?.[0] ?? 0.001 };
    this.fonts.set(name, font);
    return font;
  }

  private glyph(text: string, matrix: Matrix, width: number): void {
    if (this.state.isHidden || text.trim() === '') return;
    const whole = times(this.viewport, times(this.state.matrix, matrix));
    const [x, base] = applied(whole, 0, 0);
    const [end] = applied(whole, width, 0);
    const size = Math.hypot(whole[2], whole[3]) * Math.abs(this.state.font.size);
    const [left, right] = [Math.min(x, end), Math.max(x, end)];
    if (![left, right, base, size].every(Number.isFinite) || this.isClipped(left, right, base, size)) return;
    const turn = Math.abs(whole[0]) >= Math.abs(whole[1]) ? (whole[0] < 0 ? 2 : 0) : whole[1] > 0 ? 1 : 3;
    this.turns[turn] = (this.turns[turn] ?? 0) + 1;
    this.glyphs.push({ text: withoutRadicals(text), left, right, base, size });
  }

  private path([operator, data]: readonly unknown[]): void {
    if (typeof operator !== 'number' || !Array.isArray(data)) return;
    const points: unknown = data[0];
    if (!ArrayBuffer.isView(points)) {
      this.clips = false;
      return;
    }
    const shapes = shapesOn([...(points as Float32Array)], times(this.viewport, this.state.matrix));
    const { clip, strokeIsWhite, fillIsWhite } = this.state;
    if (this.stroking.has(operator)) this.strokes.stroke(shapes, clip, strokeIsWhite);
    else if (this.filling.has(operator)) this.strokes.fill(shapes, clip, fillIsWhite);
    if (this.clips) this.clip(shapes);
    this.clips = false;
  }

  /** A picture fills the unit square. */
  private picture(): void {
    const place = times(this.viewport, this.state.matrix);
    const corners = [applied(place, 0, 0), applied(place, 1, 0), applied(place, 0, 1), applied(place, 1, 1)];
    const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
    this.pictures.push({
      left: Math.min(...xs),
      right: Math.max(...xs),
      top: Math.min(...ys),
      bottom: Math.max(...ys),
    });
  }
}
