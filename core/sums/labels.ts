/** 行名与列名: what rows and columns are called, told so that the table of next year is called the same. */
import { foldWidth, withoutSpace } from '../document/text';
import type { Grid } from '../grid/grid';
import type { Printed } from './numbers';

export interface Names {
  /** As printed, a space between levels. */
  readonly text: readonly string[];
  /** Without spaces, widths and years; unique on its axis. */
  readonly key: readonly string[];
}

const YEAR = /(?<!\d)(?:19|20)\d{2}(?!\d)/g;
/** Longer is a note, not a name. */
const LONGEST = 80;

/** Of a row the words before its first number, of a column those above it. */
export function namesOf(grid: Grid, numbers: readonly (readonly Printed[])[], of: 'rows' | 'columns'): Names {
  const [count, depth, full] =
    of === 'rows' ? [grid.height, grid.width, grid.height] : [grid.width, grid.height, grid.width];
  const text = Array.from({ length: count }, (_, position) => {
    const words: string[] = [];
    let before: unknown;
    for (let step = 0; step < depth; step++) {
      const [row, column] = of === 'rows' ? [position, step] : [step, position];
      const cell = grid.at(row, column);
      if (cell === undefined || cell === before) continue;
      before = cell;
      const kind = numbers[cell.row]?.[cell.column]?.kind;
      if (kind === 'number' || kind === 'none') break;
      const span = of === 'rows' ? cell.rowSpan : cell.colSpan;
      const isTitle = span >= full && full > 1;
      if (kind === 'text' && !isTitle && cell.text.length <= LONGEST) words.push(cell.text.trim());
    }
    return words.join(' ');
  });
  return { text, key: unique(text.map(keyOf)) };
}

export function keyOf(name: string): string {
  return withoutSpace(foldWidth(name)).toLowerCase().replace(YEAR, '');
}

/** The second of the same name is another. */
function unique(keys: readonly string[]): string[] {
  const seen = new Map<string, number>();
  return keys.map((key) => {
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return count === 1 ? key : `${key}#${count}`;
  });
}
