/** When a sum that fails is called wrong, and when a person is only asked to look: tables with few lines. */
import { describe, expect, it } from 'vitest';
import { isSlip, slipBits } from '../../core/sums/slip';
import { findSums } from '../../core/sums/sums';
import { gridOf } from '../accuracy/annotated-tables';
import { seeded } from '../support/random';

function wrongIn(rows: readonly string[]): string[] {
  return findSums(gridOf(rows.map((row) => row.split('|'))))
    .filter(({ holds, hint }) => !holds && !hint)
    .map(({ total, difference }) => `${total} off ${difference}`);
}

describe('a slip of the hand', () => {
  it('changes one digit, or swaps two that stand side by side', () => {
    expect([3, 40, -70_000, 9, 18, 27, 540, 81, -8100].map(isSlip)).toEqual(Array.from({ length: 9 }, () => true));
    expect([0, 11, 28, 123, 1001, 0.5, Number.NaN, Number.POSITIVE_INFINITY].some(isSlip)).toBe(false);
  });

  it('says more the larger the total and the nearer the sum', () => {
    expect(slipBits(3000, 10_447_000)).toBeGreaterThan(slipBits(3000, 104_470));
    expect(slipBits(30, 104_470)).toBeGreaterThan(slipBits(30_000, 104_470));
    expect(slipBits(2731, 10_447_000)).toBe(0);
    expect(slipBits(3, 12)).toBe(0);
  });
});

describe('a table of two columns', () => {
  const rows = [
    '项目|预算数|决算数',
    '合计|74158231|76920447',
    '基本支出|51203144|52118302',
    '项目支出|22955087|24802145',
  ];

  it('is believed by the one that holds, where the other is off by one digit', () => {
    expect(wrongIn(rows)).toEqual([]);
    expect(wrongIn(rows.map((row) => row.replace('24802145', '24302145')))).toEqual(['1,2 off 500000']);
    expect(wrongIn(rows.map((row) => row.replace('76920447', '79620447')))).toEqual(['1,2 off 2700000']);
  });

  it('is not, where the difference is no slip: the column may be made of something else', () => {
    expect(wrongIn(rows.map((row) => row.replace('24802145', '21768812')))).toEqual([]);
  });

  it('is not, where numbers are small and a sum may hold by chance', () => {
    expect(wrongIn(['项目|甲|乙', '合计|12|15', '子|5|6', '丑|7|8'])).toEqual([]);
  });

  it('is not, where a third column fails as well', () => {
    const third = ['上年数', '63817226', '50116313', '14700998'];
    expect(wrongIn(rows.map((row, at) => `${row.replace('24802145', '24302145')}|${third[at]}`))).toEqual([]);
  });
});

describe('a table of three columns', () => {
  const rows = [
    '项目|一月|二月|三月',
    '合计|4127|3344|2719',
    '甲|1622|1217|904',
    '乙|1194|1012|600',
    '丙|1311|1115|1215',
  ];

  it('is believed by two that hold', () => {
    expect(wrongIn(rows)).toEqual([]);
    expect(wrongIn(rows.map((row) => row.replace('|1012|', '|1032|')))).toEqual(['1,2 off -20']);
  });
});

describe('a number where the lines that hold have none', () => {
  const lines = Array.from({ length: 9 }, (_, at) => [1307 + at * 211, 2411 + at * at * 37, 517 + at * 53]);
  /** 境外 is blank in all columns but the seventh, where its 8 may or may not be counted. */
  const table = (slipped: number): string[] => {
    const sums = lines.map((line, at) => line.reduce((sum, value) => sum + value, at === slipped ? 40 : 0));
    const rows = [sums, ...[0, 1, 2].map((part) => lines.map((line) => line[part]))];
    const abroad = lines.map((_, at) => (at === 6 ? 8 : '-'));
    return [...rows, abroad].map((row, at) => [['合计', '东部', '中部', '西部', '境外'][at], ...row].join('|'));
  };

  it('leaves a failing sum a hint', () => {
    expect(wrongIn(table(6))).toEqual([]);
  });

  it('does not keep the others from being called wrong', () => {
    expect(wrongIn(table(5))).toEqual(['0,6 off 40']);
  });
});

describe('tables of chance', () => {
  it('are never called wrong, whatever their heads say', () => {
    const random = seeded('chance');
    const wrong = Array.from({ length: 60 }, () => {
      const [height, width] = [random.int(3, 12), random.int(2, 7)];
      const row = (label: string): string =>
        [label, ...Array.from({ length: width }, () => random.int(1, 10 ** random.int(1, 5)))].join('|');
      return ['合计', ...Array.from({ length: height }, (_, at) => `第${at}项`), '总计'].map(row);
    }).flatMap(wrongIn);
    expect(wrong).toEqual([]);
  });
});
