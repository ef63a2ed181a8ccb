/** What heads and labels say of totals: a hint to where one may stand, never a proof. */
import { foldWidth } from '../document/text';
import type { Grid } from '../grid/grid';
import type { Axis } from './field';
import type { Printed } from './numbers';

const TOTAL =
  /(?:^|[^a-z])(?:sub-?\s?)?totals?(?:[^a-z]|$)|(?:^|[^a-z])(?:sum|all|overall|both sexes|altogether|gesamt|insgesamt|summe|suma|totaux|yhteensä|i alt|in alt|ogółem|razem)(?:[^a-z]|$)|[合小总共累]\s*计|总\s*[数额量]|全部|全市|全省|全国|全区/i;

const OTHER =
  /(?:^|[^a-z])(?:average|avg|mean|median|max(?:imum)?|min(?:imum)?|std|stdev|per ?cent(?:age)?|rate|ratio|share|index|growth|change)s?(?:[^a-z]|$)|[%‰率比]|平均|同比|增长|占|中位|最[大高低小]|指数/i;

export interface Labels {
  /** 1 where the words say total, by position. */
  readonly total: readonly boolean[];
  /** Where they say average, share, change: numbers that nobody adds. */
  readonly other: readonly boolean[];
  /** Words that stand in the labels of a position, joined. */
  readonly text: readonly string[];
  /** How far the label of a position is indented; −1 where it has none. */
  readonly indent: readonly number[];
  /** Code of a position in its first cells, 2080505 below 20805; empty where it has none. */
  readonly code: readonly string[];
}

const CODE = /^\d{3,12}$/;
/** Columns where codes stand. */
const CODE_COLUMNS = 2;

/** Words at each position of an axis: in the column of a sum along rows, in the row of one along columns. */
export function labelsOf(grid: Grid, numbers: readonly (readonly Printed[])[], axis: Axis): Labels {
  const count = axis === 'row' ? grid.width : grid.height;
  const text = new Array<string>(count).fill('');
  const indent = new Array<number>(count).fill(-1);
  const code = new Array<string>(count).fill('');
  for (const cell of grid.cells) {
    if (axis === 'column' && cell.column < CODE_COLUMNS && CODE.test(cell.text.trim()))
      code[cell.row] ||= cell.text.trim();
    const at = axis === 'row' ? cell.column : cell.row;
    const span = axis === 'row' ? cell.colSpan : cell.rowSpan;
    if (cell.text.length > 80 || numbers[cell.row]?.[cell.column]?.kind !== 'text') continue;
    if ((text[at]?.length ?? 0) >= 200 && span === 1) continue;
    const word = foldWidth(cell.text);
    for (let position = at; position < at + span && position < count; position++) {
      if ((text[position]?.length ?? 0) < 200) text[position] += `${word.trim()}\n`;
      if (indent[position] === -1) indent[position] = /^\s*/.exec(word)?.[0].length ?? 0;
    }
  }
  return {
    total: text.map((each) => TOTAL.test(each)),
    other: text.map((each) => OTHER.test(each)),
    text,
    indent,
    code,
  };
}

/** Do codes or indentation put all the parts below their total? */
export function isBelow({ code, indent }: Labels, total: number, parts: readonly number[]): boolean {
  const own = code[total] ?? '';
  if (own !== '') return parts.every((part) => code[part] !== own && code[part]?.startsWith(own) === true);
  const length = code[parts[0] ?? 0]?.length ?? 0;
  if (length > 0) return parts.every((part) => code[part]?.length === length);
  const from = indent[total] ?? -1;
  return from >= 0 && parts.every((part) => (indent[part] ?? -1) > from);
}
