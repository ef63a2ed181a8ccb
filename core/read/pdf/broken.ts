/**
 * Numbers too long for their cell, which a program breaks over lines: 18 above 6 is 186 where 186 does not fit, and two
 * numbers where it would.
 */
import { foldWidth } from '../../document/text';
import { type Line, linesOf } from './lines';
import type { RuledCell, RuledTable } from './ruled';

/** Lines of one paragraph are no farther apart, in parts of the type's size. */
const MAX_PITCH = 1.7;
/** Lines that end so near to each other end at the same place, in points. */
const EVEN = 0.2;
const DIGITS = /^\d+$/;

/** Cells that hold one number broken over lines. In a row where one may hold two of them, none does. */
export function brokenCells({ cells }: RuledTable): ReadonlySet<RuledCell> {
  const stacks = new Map<RuledCell, readonly Line[]>();
  for (const cell of cells) {
    const lines = cell.glyphs.length === 0 ? [] : linesOf(cell.glyphs);
    if (lines.length > 1 && lines.every(isNumber)) stacks.set(cell, lines);
  }
  if (stacks.size === 0) return new Set();
  const padding = paddingOf(cells);
  const loose = [...stacks].filter(([cell, lines]) => !isFull(lines, roomOf(cell, cells, padding)));
  const rows = new Set(loose.map(([cell]) => cell.row));
  return new Set([...stacks.keys()].filter(({ row }) => !rows.has(row)));
}

/** The lines of such a cell as one. */
export function joinedLine(lines: readonly Line[]): Line[] {
  const words = lines.flatMap((line) => line.words);
  const [first] = words;
  const [line] = lines;
  if (first === undefined || line === undefined) return [];
  return [{ ...line, words: [{ ...first, text: words.map(({ text }) => text).join('') }] }];
}

function isNumber({ words }: Line): boolean {
  const [first] = words;
  return words.length === 1 && first !== undefined && DIGITS.test(foldWidth(first.text));
}

/** Whether each line but the last has no room for the digit that follows it. */
function isFull(lines: readonly Line[], room: number): boolean {
  return lines.slice(1).every((line, at) => {
    const above = lines[at];
    if (above === undefined || line.base - above.base > MAX_PITCH * line.size) return false;
    const digits = line.words[0]?.text.length ?? 1;
    return above.right - above.left + (line.right - line.left) / digits > room + EVEN;
  });
}

/** How wide a line of this cell may be: between its paddings, or as wide as a line of its column is. */
function roomOf({ box, column, columns }: RuledCell, cells: readonly RuledCell[], padding: number): number {
  const widths = cells
    .filter((cell) => cell.column === column && cell.columns === columns && cell.glyphs.length > 0)
    .flatMap(({ glyphs }) => linesOf(glyphs).map(({ left, right }) => right - left));
  return Math.max(box.right - box.left - 2 * padding, ...widths);
}

/** The least room that any line of the table leaves to the side of its cell. */
function paddingOf(cells: readonly RuledCell[]): number {
  const gaps = cells
    .filter(({ glyphs }) => glyphs.length > 0)
    .flatMap(({ box, glyphs }) => linesOf(glyphs).flatMap(({ left, right }) => [left - box.left, box.right - right]));
  return Math.max(0, Math.min(...gaps));
}
