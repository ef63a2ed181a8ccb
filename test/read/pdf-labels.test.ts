/** Labels of many lines that begin beside their numbers, without borders: where the pages together say so, and no further. */
import { expect, it } from 'vitest';
import type { Document } from '../../core/index';
import { handmadePdf, text } from '../support/pdf/handmade';
import { readBytes } from '../support/read-bytes';

const PITCH = 15;
const VALUES = [180, 220, 260, 300, 340, 380, 420];

interface Label {
  readonly lines: readonly string[];
}

/** Lines of labels one below the other from the top of a page; seven numbers beside the first line of each. */
function page(labels: readonly Label[], first: number, rest: readonly string[] = []): string {
  let y = 740;
  let number = first;
  const typed: string[] = [];
  const put = (words: string): void => {
    y -= PITCH;
    typed.push(text(words, 120, y));
  };
  for (const words of rest) put(words);
  for (const { lines } of labels)
    for (const [at, words] of lines.entries()) {
      put(words);
      if (at === 0) for (const x of VALUES) typed.push(text(String(number++), x, y));
    }
  return typed.join('\n');
}

const label = (count: number, at: number): Label => ({
  lines: Array.from({ length: count }, (_, line) => (line === 0 ? `${at}.甲乙丙` : '丁戊己庚')),
});
/** How many lines the labels of each page have. */
const FIRST = [4, 2, 5, 2, 3, 4, 2, 5, 3, 4].map((count, at) => label(count, at + 1));
const NEXT = [2, 4, 3, 5, 2, 4].map((count, at) => label(count, at + 12));

async function labels(pages: readonly string[]): Promise<string[]> {
  const document: Document = await readBytes(handmadePdf(pages.map((content) => ({ content }))));
  const rows = document.blocks.flatMap((block) => (block.kind === 'table' ? block.rows : []));
  return rows.map(({ cells }) =>
    cells
      .slice(0, cells.length - VALUES.length)
      .map((cell) => cell.text.replace(/\s/g, ''))
      .join('|'),
  );
}

const whole = ({ lines }: Label): string => lines.join('');

it('gives each row the lines below its first', async () => {
  expect(await labels([page(FIRST, 11)])).toEqual(FIRST.map(whole));
});

it('gives the last row what the next page begins with', async () => {
  const read = await labels([page(FIRST, 11), page(NEXT, 100, ['辛壬癸子', '丑寅'])]);
  expect(read).toEqual([
    ...FIRST.slice(0, -1).map(whole),
    `${whole(FIRST[9] ?? { lines: [] })}辛壬癸子丑寅`,
    ...NEXT.map(whole),
  ]);
});

it('leaves to itself what begins the next page with a number of its own', async () => {
  const read = await labels([page(FIRST, 11), page(NEXT, 100, ['11.辛壬', '丑寅'])]);
  expect(read.slice(0, FIRST.length)).toEqual(FIRST.map(whole));
});
