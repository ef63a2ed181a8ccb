/** Numbers over two lines of one cell: one number where it does not fit into the cell, two where it does. */
import { expect, it } from 'vitest';
import type { Table } from '../../core/index';
import { handmadePdf, ruled, text } from '../support/pdf/handmade';
import { readBytes } from '../support/read-bytes';

const HEADINGS = ['结果维持', '1', '2', '3', '4'];

/** A table of five columns, its last row of cells of several lines; digits are 5 points wide. `?`: not believed. */
async function lastRow(stacks: readonly (readonly string[])[], width: number, pitch = 13): Promise<string[]> {
  const xs = [50, 100, ...[1, 2, 3, 4].map((column) => 100 + column * width)];
  const rows = [HEADINGS, ['行政复议', ...stacks.map(() => '')]];
  const typed = stacks.flatMap((lines, column) =>
    lines.map((words, line) => text(words, (xs[column + 1] ?? 0) + 3, 650 - line * pitch)),
  );
  const content = [ruled(rows, { top: 700, xs, height: 40 }), ...typed].join('\n');
  const { blocks } = await readBytes(handmadePdf([{ content }]));
  const table = blocks.find((block): block is Table => block.kind === 'table');
  const cells = table?.rows.at(-1)?.cells ?? [];
  return cells.slice(1).map((cell) => `${cell.text}${cell.unsure === true ? '?' : ''}`);
}

it('puts a number together that does not fit on one line', async () => {
  expect(await lastRow([['102', '5'], ['7'], ['100', '0'], ['0']], 24)).toEqual(['1025', '7', '1000', '0']);
});

it('puts it together where every number of the row is broken', async () => {
  const stacks = [
    ['102', '5'],
    ['333', '06'],
    ['100', '0'],
    ['400', '1'],
  ];
  expect(await lastRow(stacks, 24)).toEqual(['1025', '33306', '1000', '4001']);
});

it('leaves two numbers alone where one would have had room', async () => {
  const row = await lastRow([['102', '5'], ['7'], ['100', '0'], ['0']], 34);
  expect(row).toEqual(['102\n5?', '7?', '100\n0?', '0?']);
});

it('believes none of a row where one cell holds two', async () => {
  const row = await lastRow([['102', '5'], ['7'], ['10', '0'], ['0']], 24);
  expect(row.slice(0, 3)).toEqual(['102\n5?', '7?', '10\n0?']);
});

it('leaves numbers alone that stand farther apart than lines', async () => {
  const row = await lastRow([['102', '5'], ['7'], ['100', '0'], ['0']], 24, 20);
  expect(row[0]).toBe('102\n5?');
});

it('leaves numbers alone where another line of the column is as long as both', async () => {
  const row = await lastRow([['10', '5'], ['7'], ['10', '0'], ['0']], 13);
  expect(row[0]).toBe('105');
  const wide = await lastRow([['10', '5', '333'], ['7'], ['10', '0'], ['0']], 13);
  expect(wide[0]).not.toBe('105333');
});
