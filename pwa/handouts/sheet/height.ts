/** How high a row has to be for its wrapped text. Programs differ in whether they work it out when a file is opened. */
import type { Cell, Sheet } from './book';

/** Of one line, and of the highest row there is, in points. */
const LINE = 15;
const HIGHEST = 409;

/** Null where one line is enough. */
export function heightOf(cells: readonly (Cell | null)[], { widths }: Pick<Sheet, 'widths'>): number | null {
  let lines = 1;
  for (const [column, cell] of cells.entries()) {
    if (cell === null || !WRAPPED.has(cell.style)) continue;
    const { content, colSpan = 1, rowSpan = 1 } = cell;
    const text = typeof content === 'object' && content !== null && 'text' in content ? content.text : content;
    if (typeof text !== 'string' || rowSpan > 1) continue;
    const width = widths.slice(column, column + colSpan).reduce((sum, each) => sum + each, 0);
    lines = Math.max(lines, linesOf(text, width));
  }
  return lines === 1 ? null : Math.min(HIGHEST, lines * LINE);
}

const WRAPPED: ReadonlySet<Cell['style']> = new Set(['header', 'label', 'text', 'link', 'reply']);

/** Chinese characters and full-width marks are as wide as two digits; a cell keeps a little room at its sides. */
function linesOf(text: string, width: number): number {
  const room = Math.max(2, width - 1.5);
  return text
    .split('\n')
    .map((line) => Math.max(1, Math.ceil(widthOf(line) / room)))
    .reduce((sum, count) => sum + count, 0);
}

function widthOf(line: string): number {
  let width = 0;
  for (let at = 0; at < line.length; at++) width += line.charCodeAt(at) >= 0x2000 ? 2.1 : 1.1;
  return width;
}
