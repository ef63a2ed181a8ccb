import { describe, expect, it } from 'vitest';
import { readCellNumber } from '../../core/document/number';
import { exactDifference, exactSum } from '../../core/relations/exact';

describe('readCellNumber', () => {
  it.each([
    ['58', 58],
    ['  0', 0],
    ['０', 0],
    ['１，２３４', 1234],
    ['1,234', 1234],
    ['12,345,678', 12345678],
    ['1 234', 1234],
    ['18.8710', 18.871],
    ['190.457379', 190.457379],
    ['-2', -2],
    ['−2', -2],
    ['+173', 173],
    ['增2', 2],
    ['减4', -4],
    ['↑2', 2],
    ['\u200b7\u00a0', 7],
    ['0.0', 0],
    ['-0', 0],
  ])('reads %j as %d', (raw, value) => {
    expect(readCellNumber(raw)).toEqual({ state: 'number', value });
  });

  it.each([
    ['12件', 12, '件'],
    ['251000元', 251000, '元'],
    ['160.5964万元', 160.5964, '万元'],
    ['43.788 万元', 43.788, '万元'],
  ])('reads %j with its unit', (raw, value, unit) => {
    expect(readCellNumber(raw)).toEqual({ state: 'number', value, unit, mixed: true });
  });

  it.each(['', ' ', '\u3000', '\u00a0\n'])('reads %j as blank', (raw) => {
    expect(readCellNumber(raw).state).toBe('blank');
  });

  it.each(['/', '-', '—', '——', '无', '不涉及', '、', 'N/A'])('reads %j as a dash', (raw) => {
    expect(readCellNumber(raw).state).toBe('dash');
  });

  it.each([
    '1 2',
    '12/3',
    '约12',
    '1O',
    '详见附件',
    '1,23',
    '3..5',
    '12345678901234567890',
    '1\n2',
    '12\n345',
    '0.0000001',
  ])('does not guess %j', (raw) => {
    expect(readCellNumber(raw)).toEqual({ state: 'text', value: null });
  });
});

describe('exact arithmetic', () => {
  it('adds decimals without the error of floats', () => {
    expect(exactSum([0.1, 0.2])).toBe(0.3);
    expect(exactSum([307.82, -264.87, -10.82, -2.71, -29.42])).toBe(0);
    expect(exactSum([434.16, 0.55])).toBe(434.71);
    expect(exactDifference(1.005, 1)).toBe(0.005);
    expect(exactSum([])).toBe(0);
  });
});

it('digits that are drawn backwards are no number; marks of direction around others are nothing', () => {
  expect(readCellNumber('\u202e21\u202c')).toEqual({ state: 'text', value: null });
  expect(readCellNumber('\u200f\u206721\u2069')).toMatchObject({ state: 'number', value: 21 });
});
