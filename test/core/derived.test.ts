/** Differences and shares that a head announces: told where the numbers bear them out, and only ever as hints. */
import { describe, expect, it } from 'vitest';
import { findDerived } from '../../core/sums/derived';
import { findSums } from '../../core/sums/sums';
import { gridOf } from '../accuracy/annotated-tables';
import { seeded } from '../support/random';

/** `1,3=1,1−1,2`; a share with ÷; what fails with its difference. */
function derivedIn(rows: readonly string[]): string[] {
  const grid = gridOf(rows.map((row) => row.split('|')));
  return findDerived(grid, findSums(grid)).map(({ operator, total, parts, holds, difference, hint }) => {
    const sign = operator === 'share' ? '÷' : '−';
    return `${total}=${parts.join(sign)}${holds ? '' : ` off ${difference}`}${hint ? '' : '!'}`;
  });
}

const failing = (rows: readonly string[]): string[] => derivedIn(rows).filter((each) => each.includes('off'));

describe('a share', () => {
  const ofTotal = [
    '类别|金额|占比（%）',
    '工资福利支出|5135|51.9',
    '商品和服务支出|2471|25.0',
    '对个人和家庭的补助|1382|14.0',
    '资本性支出|912|9.2',
    '合计|9900|100.0',
  ];

  it('of the total of its column is told, and what is wrong with it named', () => {
    expect(derivedIn(ofTotal)).toEqual(['1,2=1,1÷5,1', '2,2=2,1÷5,1', '3,2=3,1÷5,1', '4,2=4,1÷5,1']);
    expect(failing(ofTotal.map((row) => row.replace('14.0', '41.0')))).toEqual(['3,2=3,1÷5,1 off 27']);
  });

  it('of another number of its line is told', () => {
    const rows = [
      '镇|申请|网上申请|网上占比',
      '甲|412|316|76.7%',
      '乙|344|121|35.2%',
      '丙|719|604|84.0%',
      '丁|233|97|14.6%',
    ];
    expect(derivedIn(rows)).toContain('2,3=2,2÷2,1');
    expect(failing(rows)).toEqual(['4,3=4,2÷4,1 off -27']);
  });

  it('may be cut off in its last digit: no word about that', () => {
    expect(derivedIn(ofTotal.map((row) => row.replace('51.9', '51.8')))).not.toContain('1,2=1,1÷5,1 off -0.1');
    expect(failing(ofTotal.map((row) => row.replace('51.9', '51.8')))).toEqual([]);
  });

  it('is nothing in a column of growth, though the numbers agree', () => {
    expect(derivedIn(ofTotal.map((row) => row.replace('占比（%）', '同比增长（%）')))).toEqual([]);
  });

  it('is nothing where too few lines agree', () => {
    const two = [ofTotal[0], '工资福利支出|5135|67.5', '商品和服务支出|2471|32.5', '合计|7606|100.0'].map(String);
    expect(derivedIn(two)).toEqual([]);
  });
});

describe('a difference', () => {
  const rows = [
    '项目|代码|本年|上年|较上年增减',
    '受理|11|1311|1207|104',
    '办结|25|2423|2519|-96',
    '公开|38|964|613|351',
    '不予公开|47|528|402|126',
  ];
  const sumless = (list: readonly string[]): string[] => {
    return findDerived(gridOf(list.map((row) => row.split('|'))), []).map(
      ({ total, parts, holds, difference }) => `${total}=${parts.join('−')}${holds ? '' : ` off ${difference}`}`,
    );
  };

  it('is told, and what is wrong with it named', () => {
    expect(sumless(rows)).toEqual(['1,4=1,2−1,3', '2,4=2,2−2,3', '3,4=3,2−3,3', '4,4=4,2−4,3']);
    expect(sumless(rows.map((row) => row.replace('|351', '|315')))).toContain('3,4=3,2−3,3 off -36');
  });

  it('of numbers printed in hundreds may be one hundred off', () => {
    const hundreds = (off: string): string[] => [
      '省|2009/IV|2008/IV|Change 2009/IV - 2008/IV',
      `合计|4 100|4 400|${off}`,
      '甲|1 500|800|700',
      '乙|1 300|500|800',
      '丙|900|1 300|-400',
      '丁|2 600|1 100|1 500',
    ];
    expect(sumless(hundreds('-200')).filter((each) => each.includes('off'))).toEqual([]);
    expect(sumless(hundreds('-100')).filter((each) => each.includes('off'))).toEqual(['1,3=1,1−1,2 off 200']);
  });

  it('is not told of a line without a name before or after all that holds', () => {
    const nameless = [...rows, '|50|700|200|415'];
    expect(sumless(nameless).filter((each) => each.includes('off'))).toEqual([]);
    expect(
      sumless(nameless.map((row) => row.replace(/^\|/, '其他|'))).filter((each) => each.includes('off')),
    ).toHaveLength(1);
  });

  it('is not said twice where a sum says it of the same cells', () => {
    const found = findSums(gridOf(rows.map((row) => row.split('|'))));
    expect(found.length).toBeGreaterThan(0);
    expect(derivedIn(rows)).toEqual([]);
  });

  it('is read in a row as well', () => {
    const table = ['|一季度|二季度|三季度', '收入|9127|8344|7719', '支出|6203|5518|6407', '收支结余|2924|2826|1312'];
    expect(sumless(table)).toEqual(['3,1=1,1−2,1', '3,2=1,2−2,2', '3,3=1,3−2,3']);
  });

  it('is nothing where the head does not say so, or speaks of a rate', () => {
    expect(sumless(rows.map((row) => row.replace('较上年增减', '丙类')))).toEqual([]);
    expect(sumless(rows.map((row) => row.replace('较上年增减', '较上年增减（%）')))).toEqual([]);
    expect(sumless(rows.map((row) => row.replace('较上年增减', '差旅费')))).toEqual([]);
    expect(sumless(rows.map((row) => row.replace('较上年增减', 'Effect of accounting change')))).toEqual([]);
    expect(sumless(rows.map((row) => row.replace('较上年增减', 'Net change')))).toHaveLength(4);
  });

  it('is nothing where a third of the lines speak against it', () => {
    const more = [...rows, '维持|53|877|712|165'];
    const against = more.map((row) => row.replace('|126', '|777').replace('|351', '|888'));
    expect(sumless(against)).toEqual([]);
  });

  it('is not judged where the number taken away is 0 or missing', () => {
    expect(sumless([...rows, '新增|52|77|0|70', '其他|61|88||31']).filter((each) => each.includes('off'))).toEqual([]);
  });
});

describe('tables of chance', () => {
  it('hold neither, whatever their heads say', () => {
    const random = seeded('derived');
    const found = Array.from({ length: 80 }, () => {
      const heads = ['项目', '合计', '本年', '上年', '较上年增减', '占比（%）', '结余'];
      const lines = Array.from({ length: random.int(3, 12) }, (_, at) =>
        [`第${at}项`, ...heads.slice(1).map(() => random.int(1, 10 ** random.int(2, 5)))].join('|'),
      );
      return [heads.join('|'), ...lines, ['合计', ...heads.slice(1).map(() => random.int(1, 99_999))].join('|')];
    }).flatMap(derivedIn);
    expect(found).toEqual([]);
  });

  it('are searched in a moment, large ones too', () => {
    const random = seeded('large derived');
    const heads = Array.from({ length: 60 }, (_, at) => (at % 2 === 0 ? `占比${at}` : `结余${at}`));
    const lines = Array.from({ length: 400 }, () => heads.map(() => random.int(0, 99_999)).join('|'));
    const grid = gridOf([heads.join('|'), ...lines].map((row) => row.split('|')));
    const from = process.cpuUsage();
    findDerived(grid, []);
    const { user, system } = process.cpuUsage(from);
    expect((user + system) / 1000).toBeLessThan(2000);
  });
});
