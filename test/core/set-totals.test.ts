/** Sums over a set of reports, and what is carried from year to year. */
import { describe, expect, it } from 'vitest';
import { carryOvers, totalsOf } from '../../core/index';
import { exactShift } from '../../core/relations/exact';
import { carriedCells, savedUnit } from '../support/handouts';

it.each([
  [251000, -4, 25.1],
  [3, -4, 0.0003],
  [0.07, 4, 700],
  [1.1, 4, 11000],
  [-12500, -4, -1.25],
  [1e21, -4, 1e17],
  [0, -4, 0],
])('moves the point of %d by %d', (value, places, expected) => {
  expect(exactShift(value, places)).toBe(expected);
});

describe('what is carried over', () => {
  const year = (of: number, carriedIn: number, carriedOut: number) =>
    savedUnit({
      organ: '示例县教育局',
      year: of,
      published: `${of + 1}-01-20`,
      cells: carriedCells(carriedIn, carriedOut),
    });
  const reports = [year(2024, 2, 0), year(2022, 1, 3), year(2023, 3, 2), year(2020, 0, 9)];

  it('is told of each two years that follow, where no year is asked for', () => {
    const told = carryOvers(reports, null).map((each) => [each.year, each.lines.at(-1)]);
    expect(told).toEqual([
      [2023, { column: 'total', carriedOut: 3, carriedIn: 3, difference: 0 }],
      [2024, { column: 'total', carriedOut: 2, carriedIn: 2, difference: 0 }],
    ]);
  });

  it('is told of a year also where one of the reports is missing', () => {
    const [only, ...more] = carryOvers(reports, 2021);
    expect(more).toEqual([]);
    expect(only).toMatchObject({ now: null, before: reports[3] });
    expect(only?.lines[0]).toEqual({ column: 'individual', carriedOut: 9, carriedIn: null, difference: null });
    expect(carryOvers(reports, 2018)).toEqual([]);
  });
});

it('sums cells and says what was not read', () => {
  const reports = [
    savedUnit({ organ: '示例县甲局' }),
    savedUnit({ organ: '示例县乙局', cells: { 'disclosure.licence.decisions': '—' } }),
    savedUnit({ organ: '示例县丙局', without: ['disclosure'] }),
  ];
  expect(totalsOf(reports, ['disclosure.licence.decisions'])).toEqual([
    { cell: 'disclosure.licence.decisions', amounts: [120, 0, null], sum: 120, unread: 1 },
  ]);
});
