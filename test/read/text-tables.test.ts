/** Text whose lines are cells between commas or drawn bars, and prose that only looks like it. */
import { describe, expect, it } from 'vitest';
import { readText } from '../../core/read/text';

const cellsOf = (text: string): string[][] =>
  readText(text).blocks.flatMap((block) =>
    block.kind === 'table' ? block.rows.map((row) => row.cells.map((cell) => cell.text)) : [],
  );

describe('comma-separated lines', () => {
  it('are rows of cells, empty ones and quoted commas kept', () => {
    expect(cellsOf('规章,0,,1\n,"1,234","a ""b""",2\n行政许可,3,4,5')).toEqual([
      ['规章', '0', '', '1'],
      ['', '1,234', 'a "b"', '2'],
      ['行政许可', '3', '4', '5'],
    ]);
  });

  it('are prose where the next lines have another number of commas', () => {
    expect(cellsOf('公开2,条,其中,解读\n公开,3条\n完')).toEqual([]);
    expect(cellsOf('共收到申请3件,答复3件,结转0件,其他0件')).toEqual([]);
  });
});

it('takes drawn bars for bars and drawn lines for nothing', () => {
  expect(cellsOf('┌──┬──┐\n│规章│0 │\n├──┼──┤\n│许可│  │\n└──┴──┘')).toEqual([
    ['规章', '0'],
    ['许可', ''],
  ]);
});
