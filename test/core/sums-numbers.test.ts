/** Numbers as any table may print them. */
import { expect, it } from 'vitest';
import { readNumber, readNumbers } from '../../core/sums/numbers';
import { gridOf } from '../accuracy/annotated-tables';

it.each([
  ['1,234,567', 'point', 1_234_567, 0],
  ['1 234 567', 'point', 1_234_567, 0],
  ['1.234.567,8', 'comma', 1_234_567.8, 1],
  ['12,50', 'comma', 12.5, 2],
  ['(1,204)', 'point', -1204, 0],
  ['-  35'.replace('  ', ' '), 'point', -35, 0],
  ['35 -', 'point', -35, 0],
  ['$1,204.50', 'point', 1204.5, 2],
  ['56.1%', 'point', 56.1, 1],
  ['4,501E', 'point', 4501, 0],
  ['*600*', 'point', 600, 0],
  ['38028.00000', 'point', 38_028, 0],
  ['.5', 'point', 0.5, 1],
] as const)('reads %s with a decimal %s', (text, mark, value, decimals) => {
  expect(readNumber(text, mark)).toEqual({ kind: 'number', value, decimals });
});

it.each(['1,23', '12 34', '1,2345', '2024-05-01', '3/4', '1234567890123456', '第3季度', '1.2.3'])(
  'takes %s for no number',
  (text) => {
    expect(readNumber(text, 'point').kind).toBe('text');
  },
);

it.each(['-', '—'.replace('—', '-'), '..', 'N/A', '无'])('takes %s for nothing', (text) => {
  expect(readNumber(text, 'point').kind).toBe('none');
});

it('asks the whole table which mark divides the decimals', () => {
  const [line] = readNumbers(gridOf([['1,234', '12,5', '7,25']]));
  expect(line?.map(({ value }) => value)).toEqual([1.234, 12.5, 7.25]);
  const [other] = readNumbers(gridOf([['1,234', '12.5']]));
  expect(other?.map(({ value }) => value)).toEqual([1234, 12.5]);
});

it('reads thin and full-width characters', () => {
  const [line] = readNumbers(gridOf([['1\u2009234', '１２３', '−7', '（８）']]));
  expect(line?.map(({ value }) => value)).toEqual([1234, 123, -7, -8]);
});
