/** Which lines of labels belong to which row: in order, each row a run of lines whose middle is near its numbers. */

/** Where the numbers of a row stand beside its label: at the middle, at its first line, at its last. */
const ANCHORS: readonly ((lines: readonly number[]) => number)[] = [
  (lines) => ((lines[0] ?? 0) + (lines.at(-1) ?? 0)) / 2,
  (lines) => lines[0] ?? 0,
  (lines) => lines.at(-1) ?? 0,
];

const NO_COSTS: AnchorCosts = ANCHORS.map(() => 0);

/** What another anchor than the middle must be better by. */
const UNUSUAL = 0.8;
/** What the others must be worse by, to be out of the question. */
const CLEARLY_WORSE = 2;
/** Costs, in squares of the type's size. */
const NO_LABEL = 0.6;
const LEFT_OUT = 1.5;
const LEFT_OUT_AT_END = 0.05;
/** Two lines as near as those of one label, in two rows. */
const CLOSE_APART = 0.5;
/** For each part of the usual distance that two lines of one label are farther from each other. */
const WIDE = 3;
/** A line that begins with a number of its own, as labels do, behind another of its label: less than one left out. */
const NUMBER_INSIDE = 1.2;
/** How much of that distance is none. */
const EVEN = 0.12;
const MAX_LINES = 20;
/** Lines of one label stand no farther apart, in parts of the type's size. */
const MAX_PITCH = 2;
/** Rows and lines of one page; more are no table of labels. */
const MAX_ROWS = 200;

export interface LabelLine {
  readonly base: number;
  /** Whether it begins with a number of its own: 1., （一）. */
  readonly isNumbered: boolean;
}

/** What each way of setting labels costs on all pages of a document together: they are set in one of them. */
export type AnchorCosts = readonly number[];

/** Null where the page has too many rows or lines to tell. */
export function anchorCosts(rows: readonly number[], lines: readonly LabelLine[], size: number): AnchorCosts | null {
  if (rows.length > MAX_ROWS || lines.length > MAX_ROWS * 2) return null;
  return ANCHORS.map((anchor) => cheapest(rows, lines, size, anchor).cost);
}

/** Whether labels begin beside their numbers on every page, and nothing else explains them. */
export function isAtFirst(costs: AnchorCosts): boolean {
  const [middle = 0, first = 0, last = 0] = costs;
  return first + CLEARLY_WORSE <= Math.min(middle, last);
}

/**
 * For each row the indexes of its lines, from the top; null where another way of setting labels explains the page nearly
 * as well and gives the row other lines. `rows` are baselines, sorted, and so are those of `lines`. Distances come first;
 * where they leave a row open, the numbers that labels begin with may tell. `all`: ways that the other pages rule out are
 * no rivals on this one.
 */
export function assignLines(
  rows: readonly number[],
  lines: readonly LabelLine[],
  size: number,
  all: AnchorCosts = NO_COSTS,
): (readonly number[] | null)[] {
  if (rows.length > MAX_ROWS || lines.length > MAX_ROWS * 2) return rows.map(() => null);
  const plain = certain(
    rows,
    lines.map(({ base }) => ({ base, isNumbered: false })),
    size,
    all,
  );
  if (!plain.includes(null) || !lines.some(({ isNumbered }) => isNumbered)) return plain;
  const taken = new Set(plain.flatMap((block) => block ?? []));
  const told = certain(rows, lines, size, all);
  return plain.map((block, row) => block ?? (told[row]?.some((line) => taken.has(line)) ? null : (told[row] ?? null)));
}

function certain(
  rows: readonly number[],
  lines: readonly LabelLine[],
  size: number,
  all: AnchorCosts,
): (readonly number[] | null)[] {
  const ways = ANCHORS.map((anchor, at) => ({ ...cheapest(rows, lines, size, anchor), all: all[at] ?? 0 }));
  const least = Math.min(...all);
  const cheap = ways.reduce((top, way) => (way.cost + UNUSUAL < top.cost ? way : top));
  const rivals = ways.filter((way) => way.cost < cheap.cost + CLEARLY_WORSE);
  const left = rivals.filter((way) => way.all < least + CLEARLY_WORSE);
  // Where this page alone speaks against what the others say, it is not sure of anything that they differ in.
  const believed = left.length > 0 ? left : rivals;
  const best = believed.includes(cheap) ? cheap : believed[0];
  if (best === undefined) return rows.map(() => null);
  return best.blocks.map((block, row) =>
    believed.every((way) => way.blocks[row]?.join(' ') === block.join(' ')) ? block : null,
  );
}

/** The distance of lines within a label, where labels have several: the least that is common. */
function pitchOf(lines: readonly number[], size: number): number {
  const gaps = lines
    .slice(1)
    .map((line, at) => line - (lines[at] ?? 0))
    .filter((gap) => gap > 0.8 * size && gap < 1.8 * size)
    .sort((a, b) => a - b);
  return gaps[Math.floor(gaps.length / 10)] ?? 1.3 * size;
}

interface Way {
  readonly cost: number;
  readonly blocks: number[][];
}

interface Step {
  readonly cost: number;
  readonly before: Step | null;
  /** Lines that the last row took; null where a line was left out. */
  readonly block: readonly number[] | null;
}

function cheapest(
  rows: readonly number[],
  labels: readonly LabelLine[],
  size: number,
  anchor: (lines: readonly number[]) => number,
): Way {
  const lines = labels.map(({ base }) => base);
  const width = lines.length + 1;
  const pitch = pitchOf(lines, size);
  /** How many usual distances more than one lie between a line and the one before it. */
  const beyond = (line: number): number =>
    ((lines[line] ?? 0) - (lines[line - 1] ?? Number.NEGATIVE_INFINITY)) / pitch - 1;
  const table: (Step | undefined)[] = new Array((rows.length + 1) * width).fill(undefined);
  table[0] = { cost: 0, before: null, block: null };
  const offer = (row: number, line: number, step: Step): void => {
    const known = table[row * width + line];
    if (known === undefined || step.cost < known.cost) table[row * width + line] = step;
  };
  for (let row = 0; row <= rows.length; row++) {
    for (let line = 0; line <= lines.length; line++) {
      const here = table[row * width + line];
      if (here === undefined) continue;
      const isAtEnd = row === 0 || row === rows.length;
      if (line < lines.length)
        offer(row, line + 1, {
          cost: here.cost + (isAtEnd ? LEFT_OUT_AT_END : LEFT_OUT),
          before: here,
          block: null,
        });
      if (row === rows.length) continue;
      offer(row + 1, line, { cost: here.cost + NO_LABEL, before: here, block: [] });
      let cost = here.cost + (beyond(line) < EVEN ? CLOSE_APART : 0);
      for (let count = 1; count <= MAX_LINES && line + count <= lines.length; count++) {
        const own = lines.slice(line, line + count);
        if (count > 1 && (own[count - 1] ?? 0) - (own[count - 2] ?? 0) > MAX_PITCH * size) break;
        if (count > 1) cost += WIDE * Math.max(0, beyond(line + count - 1) - EVEN);
        if (count > 1 && labels[line + count - 1]?.isNumbered === true) cost += NUMBER_INSIDE;
        const away = (anchor(own) - (rows[row] ?? 0)) / size;
        const block = own.map((_, at) => line + at);
        offer(row + 1, line + count, { cost: cost + away * away, before: here, block });
      }
    }
  }
  const blocks: number[][] = [];
  const last = table[rows.length * width + lines.length] ?? null;
  for (let step = last; step !== null; step = step.before) if (step.block !== null) blocks.unshift([...step.block]);
  return { cost: last?.cost ?? 0, blocks };
}
