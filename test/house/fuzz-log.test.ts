/** docs/fuzz.md tells of no failure that nobody has mended, and of cases enough for each reader that it has. */
import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { READERS } from '../fuzz/seeds';

const rows = readFileSync('docs/fuzz.md', 'utf8')
  .split('\n')
  .filter((line) => /^\| \w+ \| \d{4}-/.test(line))
  .map((line) => line.split('|').map((cell) => cell.trim()));

it('has a row for every reader', () => {
  expect(rows.map((row) => row[1]).sort()).toEqual([...READERS].sort());
});

it.each(rows.map((row) => [row[1], row] as const))('%s: cases enough, none of them failed', (reader, row) => {
  expect(READERS).toContain(reader);
  expect(Number(row[5])).toBeGreaterThanOrEqual(reader === 'pdf' ? 2000 : 10_000);
  expect(row.at(-2)).toBe('0');
});
