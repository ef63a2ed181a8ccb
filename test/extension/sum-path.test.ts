import { expect, test } from 'vitest';
import { sumPath } from '../../extension/page/sum-path';

const cell = (left: number, top: number) => ({ left, top, right: left + 40, bottom: top + 20 });

test('a row is tied along its lower edge, a sign at the border of each cell but the first', () => {
  const { stops, signs } = sumPath([
    { box: cell(0, 0), sign: null },
    { box: cell(40, 0), sign: '+' },
    { box: cell(80, 0), sign: '=' },
  ]);
  expect(stops).toEqual([
    { x: 20, y: 15 },
    { x: 60, y: 15 },
    { x: 100, y: 15 },
  ]);
  expect(signs).toEqual([
    { sign: '+', x: 40, y: 15 },
    { sign: '=', x: 80, y: 15 },
  ]);
});

test('a column is tied along its right edge; upwards the sign stands on the lower border', () => {
  const { stops, signs } = sumPath([
    { box: cell(0, 40), sign: null },
    { box: cell(0, 0), sign: '=' },
  ]);
  expect(stops.map(({ x }) => x)).toEqual([35, 35]);
  expect(signs).toEqual([{ sign: '=', x: 35, y: 20 }]);
});

test('nothing to tie gives no path', () => {
  expect(sumPath([])).toEqual({ stops: [], signs: [] });
});
