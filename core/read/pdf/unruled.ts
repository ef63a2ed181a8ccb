/** Tables without lines: columns of numbers, and beside each row of them the label that is set around its middle. */
import type { Glyph } from './content';
import { type AnchorCosts, anchorCosts, assignLines, isAtFirst, type LabelLine } from './label-rows';
import { isValue, type Line, linesOf, NUMBERED, SAME_LINE, textOf, type Word } from './lines';

/** A row: its labels from the left, each of one or several lines, then one value for each column; null where blank. */
export interface LooseRow {
  readonly labels: readonly (readonly Word[])[];
  readonly values: readonly (Word | null)[];
}

export interface LooseTable {
  readonly top: number;
  readonly bottom: number;
  readonly rows: readonly LooseRow[];
  /** The characters that it is made of. */
  readonly glyphs: ReadonlySet<Glyph>;
}

/** Fewer columns of numbers are read line by line as well, and fewer rows say too little about the columns. */
const LEAST_COLUMNS = 5;
const LEAST_ROWS = 3;
/** Cells stand closer to each other than words of a sentence. */
const CELL_GAP = 0.3;

interface Band {
  readonly left: number;
  readonly right: number;
}

/** Rows follow each other closely where numbers are broken over lines, in parts of the type's size. */
const BROKEN = 1.7;

/**
 * Lines of numbers whose last digits stand on a line of their own, each below its number: together a row in which none
 * of them is a number. Between rows of a table there is a label beside the second.
 */
export function brokenRows(glyphs: readonly Glyph[]): LooseTable[] {
  const lines = linesOf(glyphs, CELL_GAP);
  return lines.flatMap((line, at) => {
    const rest = lines[at + 1];
    const values = trailing(line.words);
    if (rest === undefined || values.length < LEAST_ROWS || rest.words.length < LEAST_ROWS) return [];
    const isBroken =
      rest.base - line.base <= BROKEN * line.size &&
      rest.words.every(
        ({ text, left, right }) => /^\d+$/.test(text) && values.some((word) => isIn(word, { left, right })),
      );
    if (!isBroken) return [];
    const whole = values.map((word): Word => {
      const below = rest.words.filter((other) => isIn(word, other));
      return { ...word, text: [word, ...below].map(({ text }) => text).join('\n') };
    });
    const labels = line.words.slice(0, line.words.length - values.length);
    const own = [...line.words, ...rest.words];
    const inside = new Set(glyphs.filter((glyph) => own.some((word) => isPartOf(glyph, word))));
    const rows = [{ labels: labels.length === 0 ? [] : [labels], values: whole }];
    return [{ top: line.base, bottom: rest.base, rows, glyphs: inside }];
  });
}

/** Rows of numbers of a page that no line draws, and the words that may be their labels. */
interface Found {
  readonly rows: readonly NumberRow[];
  readonly labelled: readonly Word[];
}

/** Null where there is none, or its columns are not certain. */
function find(glyphs: readonly Glyph[]): Found | null {
  const lines = linesOf(glyphs, CELL_GAP);
  const columns = bandsOf(lines);
  const [first] = columns ?? [];
  if (columns === null || first === undefined) return null;
  const rows = longestRun(lines, columns);
  if (rows.length < LEAST_ROWS) return null;
  const [top, bottom] = [rows[0]?.line.base ?? 0, rows.at(-1)?.line.base ?? 0];
  const reach = 6 * (rows[0]?.line.size ?? 0);
  const labelled = lines
    .filter(({ base }) => base >= top - reach && base <= bottom + reach)
    .flatMap((line) => line.words.filter((word) => word.right <= first.left));
  return { rows, labelled };
}

/** What each way of setting labels costs on this page; null where it has no such table. */
export function labelCosts(glyphs: readonly Glyph[]): AnchorCosts | null {
  const found = find(glyphs);
  if (found === null) return null;
  const { bases, lines, size } = labelLinesOf(
    found.rows.map(({ line }) => line),
    found.labelled,
    false,
  );
  return anchorCosts(bases, lines, size);
}

/** The table of a page that no line draws; null where there is none, or its columns are not certain. `all`: see `assignLines`. */
export function unruledTable(glyphs: readonly Glyph[], all?: AnchorCosts): LooseTable | null {
  const found = find(glyphs);
  if (found === null) return null;
  const { rows, labelled } = found;
  const { labels, used } = labelsOf(
    rows.map(({ line }) => line),
    labelled,
    all,
  );
  const own = [...used, ...rows.flatMap(({ values }) => values.filter((value) => value !== null))];
  const inside = new Set(glyphs.filter((glyph) => own.some((word) => isPartOf(glyph, word))));
  return {
    top: Math.min(...own.map(({ base }) => base)),
    bottom: Math.max(...own.map(({ base }) => base)),
    rows: rows.map(({ values }, at) => ({ labels: labels[at] ?? [], values })),
    glyphs: inside,
  };
}

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

function isPartOf(glyph: Glyph, word: Word): boolean {
  return (
    glyph.left >= word.left - 0.5 &&
    glyph.right <= word.right + 0.5 &&
    Math.abs(glyph.base - word.base) <= SAME_LINE * word.size
  );
}

/** Where the numbers of each column stand, by the most rows that follow each other; null unless the columns stand apart. */
function bandsOf(lines: readonly Line[]): Band[] | null {
  let best: (readonly Word[])[] = [];
  let open: (readonly Word[])[] = [];
  for (const line of lines) {
    const values = trailing(line.words);
    const left = Math.min(...open.map(([first]) => first?.left ?? Number.POSITIVE_INFINITY));
    if (values.length >= LEAST_ROWS) open = [...open, values];
    else if (values.length === 0 && line.right > left) open = [];
    if (open.length > best.length) best = open;
  }
  if (best.length < LEAST_ROWS) return null;
  const bands: Band[] = [];
  for (const { left, right } of best.flat().sort((a, b) => a.left - b.left)) {
    const last = bands.at(-1);
    if (last !== undefined && left <= last.right)
      bands[bands.length - 1] = { ...last, right: Math.max(last.right, right) };
    else bands.push({ left, right });
  }
  const isApart = best.every((values) => bands.every((band) => values.filter((word) => isIn(word, band)).length <= 1));
  return bands.length >= LEAST_COLUMNS && isApart ? bands : null;
}

function isIn(word: Word, band: Band): boolean {
  return word.left <= band.right && word.right >= band.left;
}

/** The values at the end of a line. */
function trailing(words: readonly Word[]): readonly Word[] {
  return words.slice(words.findLastIndex(({ text }) => !isValue(text)) + 1);
}

interface NumberRow {
  readonly line: Line;
  readonly values: readonly (Word | null)[];
}

/** A line whose words right of the labels are values, each within one column. */
function rowOf(line: Line, bands: readonly Band[]): NumberRow[] | null {
  const [first] = bands;
  const words = line.words.filter((word) => word.right > (first?.left ?? 0));
  const labels = line.words.length - words.length;
  const isOther = labels > 0 && line.words.slice(0, labels).every(({ text }) => isValue(text));
  if (words.length === 0 || isOther || !words.every(({ text }) => isValue(text))) return null;
  const values = bands.map((band) => words.filter((word) => isIn(word, band)));
  if (values.some((found) => found.length > 1) || values.flat().length !== words.length) return null;
  return [{ line, values: values.map(([word]) => word ?? null) }];
}

/** The rows of one table: headings and prose end it, lines of labels do not. */
function longestRun(lines: readonly Line[], bands: readonly Band[]): NumberRow[] {
  const left = bands[0]?.left ?? 0;
  let best: NumberRow[] = [];
  let open: NumberRow[] = [];
  for (const line of lines) {
    const row = rowOf(line, bands);
    const isLabel = line.right <= left && !line.words.every(({ text }) => isValue(text));
    if (row !== null) open.push(...row);
    else if (!isLabel) open = [];
    if (open.length > best.length) best = open;
  }
  return best;
}

interface Labels {
  readonly labels: readonly (readonly (readonly Word[])[])[];
  readonly used: readonly Word[];
}

interface LabelLines {
  readonly inner: readonly Word[];
  readonly outer: readonly Word[];
  /** Lines of the labels, as words and as `assignLines` wants them. */
  readonly joined: readonly Word[];
  readonly bases: readonly number[];
  readonly lines: readonly LabelLine[];
  readonly size: number;
}

/** `atFirst`: labels are known to begin beside their numbers. */
function labelLinesOf(rows: readonly Line[], words: readonly Word[], atFirst: boolean): LabelLines {
  const edge = gutterOf(words);
  const rest = atFirst ? continuedAcross(rows, words, edge) : new Set<Word>();
  const inner = words.filter((word) => word.right > edge || rest.has(word));
  const lines = joined(inner);
  return {
    inner,
    outer: words.filter((word) => word.right <= edge && !rest.has(word)),
    joined: lines,
    bases: rows.map(({ base }) => base),
    lines: lines.map(({ base, size }) => ({ base, isNumbered: isNumbered(inner, base, SAME_LINE * size) })),
    size: rows[0]?.size ?? 1,
  };
}

/** Short last lines of labels that run across the column of groups: they are no groups. */
function continuedAcross(rows: readonly Line[], words: readonly Word[], edge: number): Set<Word> {
  const result = new Set<Word>();
  for (const [at, { base, size }] of rows.entries()) {
    const beside = words.filter((word) => Math.abs(word.base - base) <= SAME_LINE * size);
    const label = beside.reduce<Word | null>(
      (right, word) => (right === null || word.left > right.left ? word : right),
      null,
    );
    if (label === null || label.left > edge || label.right <= edge) continue;
    const end = rows[at + 1]?.base ?? Number.POSITIVE_INFINITY;
    let last = label.base;
    for (const word of [...words].sort((a, b) => a.base - b.base)) {
      const isBelow = word.base > base + SAME_LINE * size && word.base < end - SAME_LINE * size;
      if (!isBelow || Math.abs(word.left - label.left) > 1 || word.base - last > BROKEN * size) continue;
      result.add(word);
      last = word.base;
    }
  }
  return result;
}

/** Labels of rows by their distance from the numbers; those of groups of rows, left of them, to the row beside them. */
function labelsOf(rows: readonly Line[], words: readonly Word[], all?: AnchorCosts): Labels {
  const {
    outer,
    joined: lines,
    bases,
    lines: own,
    size,
  } = labelLinesOf(rows, words, all !== undefined && isAtFirst(all));
  const blocks = assignLines(bases, own, size, all).map(
    (block) => block?.map((at) => lines[at]).filter((line) => line !== undefined) ?? null,
  );
  const groups: Word[][][] = rows.map(() => []);
  const used: Word[] = blocks.flatMap((block) => block ?? []);
  for (const block of stacked(outer)) {
    const middle = ((block[0]?.base ?? 0) + (block.at(-1)?.base ?? 0)) / 2;
    const at = nearest(rows, middle);
    const away = Math.abs((rows[at]?.base ?? 0) - middle);
    if (away > 2 * size) continue;
    groups[at]?.push(block);
    used.push(...block);
  }
  return {
    labels: blocks.map((block, at) => {
      // A row whose label is not certain has none: its place among the others may still say which it is.
      if (block === null) return [];
      const beside = [...(groups[at] ?? [])].sort((a, b) => (a[0]?.left ?? 0) - (b[0]?.left ?? 0));
      return block.length === 0 ? beside : [...beside, block];
    }),
    used,
  };
}

/** Whether the last word of a line begins with a number: left of it a group's label may stand, which is no row's. */
function isNumbered(words: readonly Word[], base: number, reach: number): boolean {
  const beside = words.filter((word) => Math.abs(word.base - base) <= reach);
  const last = beside.reduce<Word | null>(
    (right, word) => (right === null || word.left > right.left ? word : right),
    null,
  );
  return last !== null && NUMBERED.test(last.text);
}

function nearest(rows: readonly Line[], base: number): number {
  const away = rows.map((row) => Math.abs(row.base - base));
  return away.indexOf(Math.min(...away));
}

/** Words of one line as one, from the left. */
function joined(words: readonly Word[]): Word[] {
  const lines: Word[] = [];
  for (const word of [...words].sort((a, b) => a.base - b.base || a.left - b.left)) {
    const last = lines.at(-1);
    if (last !== undefined && word.base - last.base <= SAME_LINE * word.size)
      lines[lines.length - 1] = { ...last, text: `${last.text}${word.text}`, right: Math.max(last.right, word.right) };
    else lines.push(word);
  }
  return lines;
}

/**
 * Where the labels of rows begin: as far right as some stand wholly left of it, most wholly right of it, and few across:
 * those of rows that belong to no group. On a page of few rows, where a group and a label stand in one line.
 */
function gutterOf(words: readonly Word[]): number {
  const edges = words.map(({ left }) => left - 0.5).sort((a, b) => b - a);
  const common = edges.find((x) => {
    const before = words.filter(({ right }) => right <= x).length;
    const behind = words.filter(({ left }) => left >= x).length;
    return before >= 2 && behind >= 0.4 * words.length && words.length - before - behind <= 0.3 * words.length;
  });
  const isBeside = (word: Word, other: Word): boolean =>
    other.right <= word.left && Math.abs(other.base - word.base) <= SAME_LINE * word.size;
  const behind = words.filter((word) => words.some((other) => isBeside(word, other)));
  const before = words.filter((word) => words.some((other) => isBeside(other, word)));
  const pairs = behind.map(({ left }) => left - 0.5);
  const free = pairs.filter((x) => before.every(({ left, right }) => left >= x || right <= x));
  return Math.max(common ?? Number.NEGATIVE_INFINITY, ...free);
}

/** Lines below each other in one column, without the room of a row between them. */
function stacked(words: readonly Word[]): Word[][] {
  const blocks: Word[][] = [];
  for (const word of [...words].sort((a, b) => a.base - b.base)) {
    const block = blocks.find((each) => {
      const last = each.at(-1);
      return (
        last !== undefined &&
        word.base - last.base <= 1.7 * word.size &&
        word.base > last.base &&
        word.left < last.right &&
        word.right > last.left
      );
    });
    if (block === undefined) blocks.push([word]);
    else block.push(word);
  }
  return blocks;
}

export function textOfWords(words: readonly Word[]): string {
  return textOf({ words, left: 0, right: 0, base: 0, size: 0 });
}
