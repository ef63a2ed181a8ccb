/** One page of a PDF as it is painted: each character with its place, and the straight lines that are drawn. */
import type { PDFPageProxy } from 'pdfjs-dist/types/src/display/api';
import type { Pdfjs } from './load';
import type { Matrix } from './matrix';
import { Painter } from './painter';
import type { Rules } from './strokes';

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

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface PageContent {
  readonly width: number;
  readonly height: number;
  readonly glyphs: readonly Glyph[];
  readonly seen: Rules;
  readonly all: Rules;
  /** Pictures painted: a page of nothing else is a scan. */
  readonly pictures: readonly Box[];
}

/** A page of a report has some thousands; a map or a drawing has more, and takes minutes. */
export const MAX_OPERATORS = 200_000;
export const MAX_GLYPHS = 50_000;

/** Null where the page holds more than any page of a report. */
export async function contentOf(page: PDFPageProxy, pdfjs: Pdfjs): Promise<PageContent | null> {
  const operators = await page.getOperatorList();
  if (operators.fnArray.length > MAX_OPERATORS) return null;
  const painted = (rotation: number): Painted | null => {
    const viewport = page.getViewport({ scale: 1, rotation });
    const painter = new Painter(pdfjs, page, viewport.transform as unknown as Matrix);
    for (const [index, operator] of operators.fnArray.entries()) {
      painter.paint(operator, operators.argsArray[index] as readonly unknown[] | null);
      if (painter.glyphs.length > MAX_GLYPHS) return null;
    }
    return { painter, width: viewport.width, height: viewport.height };
  };
  const upright = painted(page.rotate);
  const turn = upright === null ? 0 : turnOf(upright.painter.turns);
  // A wide table printed sideways on an upright page: read the way its text runs.
  const whole = turn === 0 ? upright : painted((page.rotate + turn) % 360);
  return whole === null ? null : pageOf(whole);
}

interface Painted {
  readonly painter: Painter;
  readonly width: number;
  readonly height: number;
}

/** By how many degrees the page is to be turned so that most of its text runs to the right. */
function turnOf(turns: readonly number[]): number {
  const most = Math.max(...turns);
  return most === turns[0] ? 0 : ((4 - turns.indexOf(most)) % 4) * 90;
}

/** What lies outside of the page as it is cut is not seen. */
function pageOf({ painter, width, height }: Painted): PageContent {
  const isSeen = ({ left, right, base, size }: Glyph): boolean => {
    const [x, y] = [(left + right) / 2, base - size * 0.35];
    return x >= 0 && x <= width && y >= 0 && y <= height;
  };
  const glyphs = painter.glyphs.filter(isSeen);
  return { width, height, glyphs, ...painter.strokes.rules(), pictures: painter.pictures };
}
