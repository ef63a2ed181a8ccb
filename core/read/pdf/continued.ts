/** Labels beside numbers that go on below their table, or on the next page. */
import { BROKEN, CELL_GAP, isValue, type Line, NUMBERED, type Word } from './lines';
import type { LooseTable } from './unruled';

/** A table whose last label has been given lines that stand below it, and these lines. */
export interface Continued {
  readonly table: LooseTable;
  readonly taken: readonly Line[];
}

/** Lines below a table on its page, where each before it was full: labels reach farther than they were looked for. */
export function withBelow(table: LooseTable, lines: readonly Line[]): Continued {
  return withRest(table, lines, (word, above, value) => {
    const isNear = word.base > above.base && word.base - above.base <= BROKEN * word.size;
    return isNear && isFullBefore(above, value);
  });
}

/** Lines at the top of the next page, above its first row. */
export function withNext(table: LooseTable, lines: readonly Line[]): Continued {
  return withRest(table, lines, (word, above) => {
    return word.base < above.base || word.base - above.base <= BROKEN * word.size;
  });
}

function withRest(
  table: LooseTable,
  lines: readonly Line[],
  follows: (word: Word, above: Word, value: Word) => boolean,
): Continued {
  const row = table.rows.at(-1);
  const label = row?.labels.at(-1);
  const end = label?.at(-1);
  const value = row?.values.find((each) => each !== null);
  const taken: Line[] = [];
  if (row === undefined || label === undefined || end === undefined || value == null) return { table, taken };
  let above = end;
  for (const line of lines) {
    const [word] = line.words;
    if (word === undefined || line.words.length > 1 || !goesOn(word, end, value) || !follows(word, above, value)) break;
    taken.push(line);
    above = word;
  }
  const whole = [...label, ...taken.flatMap(({ words }) => words)];
  const rows = [...table.rows.slice(0, -1), { ...row, labels: [...row.labels.slice(0, -1), whole] }];
  return { table: { ...table, rows, bottom: Math.max(table.bottom, ...taken.map(({ base }) => base)) }, taken };
}

/** Lines of text whose first word is a label beside numbers, with the lines below that go on with it. */
export function withContinued(lines: readonly Line[]): Line[] {
  const result: Line[] = [];
  let above: Word | null = null;
  for (const line of lines) {
    const last = result.at(-1);
    const [word] = line.words;
    if (last !== undefined && above !== null && word !== undefined && isRestOf(line, above, last)) {
      const [label, ...values] = last.words;
      if (label !== undefined)
        result[result.length - 1] = { ...last, words: [{ ...label, text: label.text + word.text }, ...values] };
      above = word;
    } else {
      result.push(line);
      above = word ?? null;
    }
  }
  return result;
}

/** Below a label that fills its column, beside which numbers stand. */
function isRestOf({ base, words }: Line, above: Word, { words: [label, ...values] }: Line): boolean {
  const [word] = words;
  const [value] = values;
  if (word === undefined || value === undefined || words.length > 1 || label === undefined) return false;
  const isRow = !isValue(label.text) && values.every(({ text }) => isValue(text));
  const isNear = base - above.base <= BROKEN * word.size;
  return isRow && isNear && isFullBefore(above, value) && goesOn(word, above, value);
}

/** Cells are parted by less than a character and half: the line has been broken there. */
function isFullBefore(word: Word, value: Word): boolean {
  return value.left - word.right <= 1.5 * word.size;
}

/** In the column of its label, and no label of its own. */
function goesOn(word: Word, above: Word, value: Word): boolean {
  return (
    Math.abs(word.left - above.left) <= 1 &&
    word.right <= value.left - CELL_GAP * word.size &&
    !isValue(word.text) &&
    !NUMBERED.test(word.text)
  );
}
