/** Labels of several lines, as near to each other as rows are: a number of its own begins one; without, nobody is sure. */
import { expect, it } from 'vitest';
import { assignLines } from '../../core/read/pdf/label-rows';

const SIZE = 10;
const PITCH = 15;
/** How many lines each label has. */
const LABELS = [4, 2, 5, 2, 3, 4, 2, 5, 3, 4];

/** The indexes of the lines of each label, one label after the other. */
const blocks = LABELS.map((count, at) => {
  const first = LABELS.slice(0, at).reduce((sum, each) => sum + each, 0);
  return Array.from({ length: count }, (_, line) => first + line);
});

/** `room`: between labels, beyond what lies between lines. */
function linesOf(isNumbered: (line: number, at: number) => boolean, room = 0) {
  return blocks.flatMap((block, label) =>
    block.map((index, at) => ({ base: 100 + index * PITCH + label * room, isNumbered: isNumbered(at, label) })),
  );
}

const basesOf = (lines: readonly { readonly base: number }[], at: (block: readonly number[]) => number): number[] =>
  blocks.map((block) => lines[at(block)]?.base ?? 0);

it.each([
  ['first', (block: readonly number[]) => block[0] ?? 0],
  ['last', (block: readonly number[]) => block.at(-1) ?? 0],
] as const)('gives each row the lines from a number on, where values stand beside the %s', (_, at) => {
  const lines = linesOf((line) => line === 0);
  expect(assignLines(basesOf(lines, at), lines, SIZE)).toEqual(blocks);
});

it('leaves rows without a label where none begins with a number', () => {
  const lines = linesOf(() => false);
  expect(
    assignLines(
      basesOf(lines, (block) => block[0] ?? 0),
      lines,
      SIZE,
    ),
  ).toContain(null);
});

it('keeps a line that happens to begin with one in its label where all else says so', () => {
  const lines = linesOf((line, label) => line === 0 || (label === 2 && line === 3), 2 * PITCH);
  expect(
    assignLines(
      basesOf(lines, (block) => block[0] ?? 0),
      lines,
      SIZE,
    ),
  ).toEqual(blocks);
});
