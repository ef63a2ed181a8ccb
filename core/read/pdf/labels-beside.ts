/** Which words left of rows of numbers are the labels of which row, and which those of groups of rows. */
import { type AnchorCosts, assignLines, isAtFirst, type LabelLine } from './label-rows';
import { BROKEN, type Line, NUMBERED, SAME_LINE, type Word } from './lines';

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
export function labelLinesOf(rows: readonly Line[], words: readonly Word[], atFirst: boolean): LabelLines {
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
    const label = lastBeside(words, base, SAME_LINE * size);
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
export function labelsOf(rows: readonly Line[], words: readonly Word[], all?: AnchorCosts): Labels {
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
  const last = lastBeside(words, base, reach);
  return last !== null && NUMBERED.test(last.text);
}

/** The word of a line that begins farthest to the right. */
function lastBeside(words: readonly Word[], base: number, reach: number): Word | null {
  const beside = words.filter((word) => Math.abs(word.base - base) <= reach);
  return beside.reduce<Word | null>((right, word) => (right === null || word.left > right.left ? word : right), null);
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
        word.base - last.base <= BROKEN * word.size &&
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
