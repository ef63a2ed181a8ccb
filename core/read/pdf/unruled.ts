/** Tables without lines: columns of numbers, and beside each row of them the label that is set around its middle. */
import type { Glyph } from './content';
import { type AnchorCosts, anchorCosts } from './label-rows';
import { labelLinesOf, labelsOf } from './labels-beside';
import { BROKEN, CELL_GAP, isValue, type Line, linesOf, SAME_LINE, type Word } from './lines';

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

interface Band {
  readonly left: number;
  readonly right: number;
}

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
