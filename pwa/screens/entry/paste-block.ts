/** A block of numbers, as a spreadsheet or a table puts it on the clipboard, onto the cells of a form. Pure. */
import type { CellId } from '../../../core/index';
import type { PlacedCell } from '../../ui/table-layout';

export interface PlacedBlock {
  readonly cells: Readonly<Record<CellId, string>>;
  /** Numbers beyond the right or lower edge of the table. */
  readonly left: number;
}

const HAN = /\p{Script=Han}/u;
const NUMBERS_APART = /^\s*[-−]?[\d,，.]+(?:[ \u3000]+[-−]?[\d,，.]+)+\s*$/;
/** What a cell says where it says nothing: no label, though it may be a character. */
const NOTHING = /^(?:无|不涉及)$/;

/** Rows of texts; null where it is no block but one text, which the field takes by itself. */
export function blockOf(text: string): readonly (readonly string[])[] | null {
  const lines = text.replace(/\r\n?/g, '\n').replace(/\n+$/, '').split('\n');
  const split = (line: string): string[] =>
    !line.includes('\t') && NUMBERS_APART.test(line) ? line.trim().split(/[ \u3000]+/) : line.split('\t');
  const rows = lines.map((line) => withoutLabels(split(line))).filter((row) => row.length > 0);
  const isOne = lines.length === 1 && split(lines[0] ?? '').length === 1;
  return isOne ? null : rows;
}

/** Labels that were copied along stand before the numbers. A row of nothing but labels is a heading. */
function withoutLabels(row: readonly string[]): string[] {
  const texts = row.map((text) => text.trim());
  const last = texts.findLastIndex((text) => HAN.test(text) && !NOTHING.test(text));
  return texts.slice(last + 1);
}

/** Row by row from this cell on; rows of headings inside the table are passed over. */
export function placeBlock(
  block: readonly (readonly string[])[],
  from: CellId,
  placed: readonly PlacedCell[],
): PlacedBlock {
  const values = placed.filter(({ drawn }) => drawn.cell !== undefined);
  const start = values.find(({ drawn }) => drawn.cell === from);
  if (start === undefined) return { cells: {}, left: 0 };
  const rows = [...new Set(values.map(({ row }) => row))].filter((row) => row >= start.row).sort((a, b) => a - b);
  const cells: Record<CellId, string> = {};
  let left = 0;
  for (const [index, texts] of block.entries()) {
    const own = values.filter(({ row, column }) => row === rows[index] && column >= start.column);
    for (const [at, text] of texts.entries()) {
      const cell = own[at]?.drawn.cell;
      if (cell !== undefined) cells[cell] = text;
      else if (text !== '') left += 1;
    }
  }
  return { cells, left };
}
