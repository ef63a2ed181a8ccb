/**
 * A second reading of a ruled table, which knows nothing of the lines between its columns: words that are numbers, by
 * their baselines. Where it sees other numbers in a row than the cells hold, neither is believed.
 */
import type { Glyph } from './content';
import { isValue, linesOf, type Word } from './lines';
import type { RuledCell, RuledTable } from './ruled';

/** Rows of seven and fifteen are meant, some of them blank; fewer numbers say too little about columns. */
const LEAST_VALUES = 4;
/** Digits of two numbers are farther apart than those of one. */
const DIGIT_GAP = 0.2;

/** Cells of the rows that the two readings read differently. */
export function unsureCells(
  { box, cells, ys }: RuledTable,
  glyphs: readonly Glyph[],
  broken: ReadonlySet<RuledCell>,
): ReadonlySet<RuledCell> {
  const unsure = new Set<RuledCell>();
  const words = linesOf(glyphs, DIGIT_GAP).flatMap((line) => line.words);
  const numbers = words.filter(
    (word) => isValue(word.text) && middle(word) >= box.top && middle(word) < box.bottom && word.right > box.left,
  );
  for (let row = 0; row < ys.length - 1; row++) {
    const own = cells.filter((cell) => cell.row === row && cell.rows === 1).sort((a, b) => a.column - b.column);
    const [top, bottom] = [ys[row] ?? 0, ys[row + 1] ?? 0];
    const byCells = own.map((cell) => textIn(cell, broken.has(cell) ? '' : '\n')).filter(isValue);
    const beside = numbers.filter((word) => middle(word) >= top && middle(word) < bottom && stands(word, own));
    const byBaselines = whole(
      beside,
      own.filter((cell) => broken.has(cell)),
    )
      .sort((a, b) => a.left - b.left)
      .map(({ text }) => text);
    const isCompared = Math.max(byCells.length, byBaselines.length) >= LEAST_VALUES;
    if (isCompared && byCells.join(' ') !== byBaselines.join(' '))
      for (const cell of own) if (!/\p{L}/u.test(textIn(cell, '\n'))) unsure.add(cell);
  }
  return unsure;
}

function middle({ base, size }: Word): number {
  return base - size * 0.35;
}

/** Numbers of cells that run over several rows are no part of this one. */
function stands({ left, right }: Word, own: readonly RuledCell[]): boolean {
  const x = (left + right) / 2;
  return own.some(({ box }) => x >= box.left && x <= box.right);
}

/** Words that stand below each other in a cell of one broken number, put together. */
function whole(words: readonly Word[], broken: readonly RuledCell[]): Word[] {
  const parts = broken.map((cell) => words.filter((word) => stands(word, [cell])).sort((a, b) => a.base - b.base));
  const joined = parts.flatMap(([first, ...rest]) =>
    first === undefined ? [] : [{ ...first, text: [first, ...rest].map(({ text }) => text).join('') }],
  );
  return [...words.filter((word) => !stands(word, broken)), ...joined];
}

function textIn({ glyphs }: RuledCell, between: string): string {
  return linesOf(glyphs)
    .map(({ words }) => words.map(({ text }) => text).join(' '))
    .join(between);
}
