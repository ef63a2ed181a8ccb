/** The sum finder on tables of unknown form, with the traps that published tables set. */
import { describe, expect, it } from 'vitest';
import { findSums } from '../../core/sums/sums';
import { type Equation, suspectsOf } from '../../core/sums/suspects';
import { gridOf } from '../accuracy/annotated-tables';
import { seeded } from '../support/random';

/** One row a line, cells apart by bars; spaces before a label are indentation. */
function tableOf(text: string): string[][] {
  return text
    .replace(/^\n|\n\s*$/g, '')
    .split('\n')
    .map((line) => line.replace(/^ {4}/, '').split('|'));
}

/** `1,0=2,0+3,0`; what fails with its difference, hints with a question mark. */
function sumsIn(text: string): string[] {
  return findSums(gridOf(tableOf(text))).map(
    ({ total, parts, holds, hint, difference }) =>
      `${total}=${parts.join('+')}${holds ? '' : ` off ${difference}`}${hint ? '?' : ''}`,
  );
}

describe('sums that hold', () => {
  it('are found with the total first and last, along both axes', () => {
    const sums = sumsIn(`
    项目|合计|城区|乡镇
    甲|1532|1021|511
    乙|2871|919|1952
    丙|964|613|351
    合计|5367|2553|2814`);
    expect(sums).toEqual([
      '4,1=1,1+2,1+3,1',
      '4,2=1,2+2,2+3,2',
      '4,3=1,3+2,3+3,3',
      '1,1=1,2+1,3',
      '2,1=2,2+2,3',
      '3,1=3,2+3,3',
      '4,1=4,2+4,3',
    ]);
  });

  it('are nested: a grand total is made of subtotals', () => {
    const sums = sumsIn(`
    项目|2023年|2024年
    总计|9318|10185
    一、收费小计|3307|3551
    其中：行政|1204|1318
    其中：事业|2103|2233
    二、罚没小计|2604|3121
    其中：公安|1409|1717
    其中：交通|1001|1204
    其中：城管|194|200
    三、捐赠小计|3407|3513
    其中：个人|1306|1211
    其中：单位|2101|2302`);
    expect(sums).toContain('2,1=3,1+4,1');
    expect(sums).toContain('5,2=6,2+7,2+8,2');
    expect(sums).toContain('1,1=2,1+5,1+9,1');
    expect(sums).not.toContain('1,1=3,1+4,1+6,1+7,1+8,1+10,1+11,1');
  });

  it('may have their total among the parts', () => {
    const sums = sumsIn(`
    甲|1311|2207|1718
    乙|2423|1119|3307
    合计|10257|7643|12244
    丙|3306|2114|4402
    丁|3217|2203|2817`);
    expect(sums).toContain('2,1=0,1+1,1+3,1+4,1');
  });

  it('may break one total down in two ways', () => {
    const sums = sumsIn(`
    |一季度|二季度|三季度
    合计|9127|8344|7719
    男|5116|4217|3904
    女|4011|4127|3815
    城镇|6203|5518|4407
    农村|2924|2826|3312`);
    expect(sums).toContain('1,1=2,1+3,1');
    expect(sums).toContain('1,1=4,1+5,1');
  });

  it('leave shares between their parts out', () => {
    const sums = sumsIn(`
    |合计|城区|占比|镇|乡
    甲|4127|2316|56.1%|1500|311
    乙|3344|1217|36.4%|1014|1113
    丙|2719|1504|55.3%|604|611`);
    expect(sums).toEqual(['1,1=1,2+1,4+1,5', '2,1=2,2+2,4+2,5', '3,1=3,2+3,4+3,5']);
  });

  it('follow the codes of budget subjects', () => {
    const sums = sumsIn(`
    科目编码|科目名称|合计|基本支出
    |合计|318.47|206.44
    201|一般公共服务支出|264.87|152.84
    20139|社会工作事务|264.87|152.84
    2013901|行政运行|51.32|51.32
    2013950|事业运行|11.31|11.31
    2013999|其他社会工作事务支出|202.24|90.21
    208|社会保障和就业支出|21.34|21.34
    20805|行政事业单位养老支出|21.34|21.34
    2080505|基本养老保险|13.18|13.18
    2080506|职业年金|8.16|8.16
    210|卫生健康支出|2.84|2.84
    21011|行政事业单位医疗|2.84|2.84
    221|住房保障支出|29.42|29.42
    22102|住房改革支出|29.42|29.42`);
    expect(sums).toContain('1,2=2,2+7,2+11,2+13,2');
    expect(sums).toContain('3,2=4,2+5,2+6,2');
    expect(sums).not.toContain('1,2=3,2+8,2+12,2+14,2');
  });

  it('take in a month that has no number yet', () => {
    const sums = sumsIn(`
    月份|甲|乙
    1月|1311|2207
    2月|2423|1119
    3月||
    合计|3734|3326`);
    expect(sums).toContain('4,1=1,1+2,1+3,1');
  });

  it('allow what rounding makes of the printed digits', () => {
    const sums = findSums(
      gridOf(
        tableOf(`
    |甲|乙|丙|合计
    一|33.3|33.4|33.4|100.0
    二|21.2|31.7|47.0|100.0
    三|11.7|58.2|30.2|100.0
    四|25.6|24.1|50.3|100.0`),
      ),
    );
    expect(sums.map(({ holds, difference }) => [holds, difference])).toEqual([
      [true, -0.1],
      [true, 0.1],
      [true, -0.1],
      [true, 0],
    ]);
  });
});

describe('sums that fail', () => {
  const good = `
    项目|合计|甲类|乙类|丙类
    一月|4127|1311|1505|1311
    二月|3344|1217|1012|1115
    三月|2719|904|600|1215
    四月|6112|2301|1804|2007
    五月|5209|1702|2203|1304
    六月|4408|2106|1001|1301
    合计|25919|9541|8125|8253`;

  it('do not occur in a table that is right', () => {
    expect(findSums(gridOf(tableOf(good))).filter(({ holds }) => !holds)).toEqual([]);
  });

  it('lead to the wrong cell, where a row and a column fail by the same amount', () => {
    const sums = findSums(gridOf(tableOf(good.replace('1804', '1840')))).filter(({ holds }) => !holds);
    expect(sums.map(({ axis, difference, hint, suspects }) => ({ axis, difference, hint, suspects }))).toEqual([
      { axis: 'column', difference: -36, hint: false, suspects: [[4, 3]] },
      { axis: 'row', difference: -36, hint: false, suspects: [[4, 3]] },
    ]);
  });

  it('are seen in the last digit of a table that is exact elsewhere', () => {
    const sums = findSums(gridOf(tableOf(good.replace('5209', '5208')))).filter(({ holds }) => !holds);
    expect(sums.map(({ difference, suspects }) => [difference, suspects])).toEqual([
      [1, [[5, 1]]],
      [-1, [[5, 1]]],
    ]);
  });

  it('are hints where a number beside the parts is just what is missing', () => {
    const rows = Array.from({ length: 14 }, (_, at) => {
      const [a, b, c] = [1307 + at * 211, 2411 + at * at * 37, 517 + at * 53];
      // A column of its own that is 0 in all lines but one, where the total counts it.
      const rest = at === 9 ? 413 : 0;
      return [`第${at}镇`, a + b + c + rest, a, b, c, rest].join('|');
    });
    const table = ['镇|合计|甲|乙|丙|其他', ...rows].join('\n    ');
    const certain = (text: string): unknown[] =>
      findSums(gridOf(tableOf(`\n    ${text}`))).filter(({ holds, hint }) => !holds && !hint);
    expect(certain(table)).toEqual([]);
    // Elsewhere in the same table a slip is still one.
    expect(certain(table.replace('|2411|', '|2711|'))).toHaveLength(1);
  });

  it('are not seen in averages, shares and largest numbers below a table', () => {
    const rows = `${good}
    平均|4320|1590|1354|1376
    最大|6112|2301|2203|2007
    同比%|12.1|3.4|5.6|7.7`;
    expect(findSums(gridOf(tableOf(rows))).filter(({ holds }) => !holds)).toEqual([]);
  });
});

describe('coincidences', () => {
  it('prove nothing where a part vanishes in the rounding of another', () => {
    expect(
      sumsIn(`
    机构|数量|总量
    甲|1|1709945
    乙|1709945|1709945
    丙|1|1709946`).filter((sum) => !sum.endsWith('?')),
    ).toEqual([]);
  });

  it('prove nothing in lines that are one another times a number', () => {
    const fees = [2003, 777, 3001, 1234, 5004];
    const rows = Array.from({ length: 12 }, (_, row) => fees.map((fee) => String(Math.round(fee * (1 + row * 0.037)))));
    expect(findSums(gridOf(rows)).filter(({ hint }) => !hint)).toEqual([]);
  });

  it('of small numbers are none', () => {
    const random = seeded('small numbers');
    const rows = Array.from({ length: 12 }, () => Array.from({ length: 6 }, () => String(random.int(0, 9))));
    expect(findSums(gridOf(rows))).toEqual([]);
  });
});

describe('the finder', () => {
  const random = seeded('large');
  const large = Array.from({ length: 400 }, () => Array.from({ length: 60 }, () => String(random.int(0, 99_999))));

  it('gives the same bytes for the same table, and ends on a large one', () => {
    const once = JSON.stringify(findSums(gridOf(large)));
    expect(JSON.stringify(findSums(gridOf(large)))).toBe(once);
  });

  it('has nothing to say of tables without numbers', () => {
    expect(
      findSums(
        gridOf([
          ['甲', '乙'],
          ['', '无'],
        ]),
      ),
    ).toEqual([]);
    expect(findSums(gridOf([]))).toEqual([]);
  });
});

describe('suspects', () => {
  const fails = (total: number, parts: number[], difference: number): Equation => {
    return { total, parts, holds: false, difference, telling: true };
  };
  const holds = (total: number, parts: number[]): Equation => ({ ...fails(total, parts, 0), holds: true });

  it('are all cells of a sum that fails by itself, but for those of sums that hold', () => {
    const alone = fails(0, [1, 2, 3], 5);
    expect(suspectsOf([alone]).suspects.get(alone)).toEqual([0, 1, 2, 3]);
    expect(suspectsOf([alone, holds(7, [2, 8])]).suspects.get(alone)).toEqual([0, 1, 3]);
    expect(suspectsOf([alone]).confirmed.size).toBe(0);
  });

  it('are those alone that two failing sums agree on, in place and amount', () => {
    const [one, two] = [fails(0, [1, 2, 3], 5), fails(4, [2, 6], 5)];
    const { suspects, confirmed } = suspectsOf([one, two]);
    expect([suspects.get(one), suspects.get(two)]).toEqual([[2], [2]]);
    expect(confirmed).toEqual(new Set([one, two]));
    const other = fails(4, [2, 6], 7);
    expect(suspectsOf([one, other]).suspects.get(one)).toEqual([0, 1, 3]);
  });
});

it('a line of thirty thousand numbers ends the search, not the patience', () => {
  const random = seeded('wide');
  const line = Array.from({ length: 30_000 }, () => String(random.int(1, 999)));
  const from = process.cpuUsage();
  expect(findSums(gridOf([line]))).toEqual([]);
  const { user, system } = process.cpuUsage(from);
  // A minute and more when candidates were free.
  expect((user + system) / 1e6).toBeLessThan(15);
});
