/** Characters of a page into words and lines. */
import type { PageBox } from '../../document/document';
import { foldWidth } from '../../document/text';
import type { Glyph } from './content';

/** Characters that stand together: no gap as wide as half of one. */
export interface Word {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly base: number;
  readonly size: number;
}

export interface Line {
  readonly words: readonly Word[];
  readonly left: number;
  readonly right: number;
  readonly base: number;
  readonly size: number;
}

/** Cells stand closer to each other than words of a sentence. */
export const CELL_GAP = 0.3;
/** Lines follow each other closely where a row is broken over them, in parts of the type's size. */
export const BROKEN = 1.7;
/** Baselines that differ by less, in parts of the type's size, are one line. */
export const SAME_LINE = 0.3;
const GAP = 0.5;
/** The part of a character above its baseline. */
const ASCENT = 0.88;
const HEIGHT = 1.1;

/** （一）, 1., 一、: a label of its own begins; not the rest of 第（一）项. */
export const NUMBERED = /^[（(]?[一二三四五六七八九十\d]{1,2}[）)、.．](?![项条款])/;

/** `gap`: what divides words, in parts of the type's size. */
export function linesOf(glyphs: readonly Glyph[], gap = GAP): Line[] {
  const rows: Glyph[][] = [];
  for (const glyph of [...glyphs].sort((a, b) => a.base - b.base)) {
    const row = rows.at(-1);
    // By the first: from one to the next, lines of cells side by side would all run together.
    const [first] = row ?? [];
    if (row !== undefined && first !== undefined && glyph.base - first.base <= SAME_LINE * Math.max(1, first.size))
      row.push(glyph);
    else rows.push([glyph]);
  }
  return rows.map((row) => lineOf(row, gap));
}

function lineOf(glyphs: readonly Glyph[], gap: number): Line {
  const words: Word[] = [];
  for (const glyph of [...glyphs].sort((a, b) => a.left - b.left)) {
    const last = words.at(-1);
    if (last !== undefined && isTwin(last, glyph)) continue;
    if (last !== undefined && glyph.left - last.right <= gap * Math.min(glyph.size, last.size))
      words[words.length - 1] = { ...last, text: last.text + glyph.text, right: Math.max(last.right, glyph.right) };
    else words.push({ ...glyph });
  }
  const [first] = words;
  return {
    words,
    left: first?.left ?? 0,
    right: Math.max(...words.map(({ right }) => right)),
    base: first?.base ?? 0,
    size: Math.max(...words.map(({ size }) => size)),
  };
}

/** Bold type that is none is printed twice, a hair apart. */
function isTwin(word: Word, glyph: Glyph): boolean {
  const width = glyph.right - glyph.left;
  return word.text.endsWith(glyph.text) && Math.abs(word.right - glyph.right) < width * 0.3;
}

export function textOf(line: Line): string {
  return line.words.map(({ text }) => text).join(' ');
}

export function boxOf(page: number, lines: readonly Pick<Line, 'left' | 'right' | 'base' | 'size'>[]): PageBox {
  const left = Math.min(...lines.map((each) => each.left));
  const right = Math.max(...lines.map((each) => each.right));
  const top = Math.min(...lines.map(({ base, size }) => base - size * ASCENT));
  const bottom = Math.max(...lines.map(({ base, size }) => base + size * (HEIGHT - ASCENT)));
  return { page, box: [round(left), round(top), round(right - left), round(bottom - top)] };
}

/** A tenth of a point is finer than any screen shows. */
export function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/** A number, or what stands for none: whether it is one is for others to say. */
const VALUE = /^(?:[+-]?\d[\d,.]*|[-—–/])$/;

export function isValue(text: string): boolean {
  return VALUE.test(foldWidth(text));
}
