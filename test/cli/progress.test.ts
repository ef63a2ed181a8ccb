import { expect, it } from 'vitest';
import { Progress } from '../../core/cli/progress';

function watched(isTTY: boolean) {
  const lines: string[] = [];
  let now = 0;
  const out = { isTTY, write: (text: string) => lines.push(text.replace('\r\x1b[K', '')) };
  return { lines, out, now: () => now, pass: (ms: number) => (now += ms) };
}

it('tells a person how many, how fast and how long', () => {
  const { lines, out, now, pass } = watched(true);
  const progress = new Progress(100, out, now);
  for (let done = 0; done < 4; done++) {
    pass(500);
    progress.step();
  }
  progress.add(20);
  pass(500);
  progress.step();
  progress.clear();
  progress.clear();
  expect(lines).toEqual([
    '已核对 1/100',
    '已核对 2/100',
    '已核对 3/100，每秒 2.0 份，约剩 49 秒',
    '已核对 4/100，每秒 2.0 份，约剩 48 秒',
    '已核对 5/120，每秒 2.0 份，约剩 58 秒',
    '',
  ]);
});

it('does not write at each of thousands', () => {
  const { lines, out, now, pass } = watched(true);
  const progress = new Progress(5000, out, now);
  for (let done = 0; done < 5000; done++) {
    pass(1);
    progress.step();
  }
  expect(lines).toHaveLength(25);
});

it.each([
  [false, 100],
  [true, 1],
])('says nothing where nobody watches, or where there is one report (%j, %i)', (isTTY, total) => {
  const { lines, out, now, pass } = watched(isTTY);
  const progress = new Progress(total, out, now);
  pass(1000);
  progress.step();
  progress.clear();
  expect(lines).toEqual([]);
});
