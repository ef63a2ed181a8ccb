import { describe, expect, it } from 'vitest';
import { sketchOf } from '../../core/document/shingles';
import {
  alike,
  alikeFindings,
  check,
  explainRollUp,
  explainSet,
  linkYears,
  missingFindings,
  missingUnits,
  previousInSet,
  rollUp,
  rollUpFindings,
  rollUps,
  rules,
  type SetReport,
} from '../../core/index';
import { readHtml } from '../../core/read/html';
import type { ExampleReport } from '../../core/rules/rule';
import { ownText } from '../support/own-text';
import { formOf, renderPage } from '../support/render';

function report(example: ExampleReport, about: Omit<SetReport, 'outcome'> = {}): SetReport {
  const document = readHtml(renderPage({ year: 2024, ...example, form: formOf(example.form ?? '2021') }));
  return { outcome: check(document), ...about };
}

const names = (reports: readonly SetReport[]): string[] =>
  reports.map(({ outcome }) => `${outcome.organ} ${outcome.year}`);

describe('the years of an organ', () => {
  const reports = [
    report({ organ: '示例县教育局', year: 2024 }),
    report({ organ: '示例县教育局', year: 2022 }),
    report({ organ: '示例县财政局', year: 2023 }),
    report({ organ: '示例市示例县教育局', year: 2023 }),
    report({ organ: '示例县教育局', year: 2020 }),
    report({ organ: '示例县教育局', year: 2022, cells: { 'disclosure.licence.decisions': 1 } }),
  ];

  it('are linked, with gaps and doubles', () => {
    const [education, finance, ...more] = linkYears(reports);
    expect(more).toEqual([]);
    expect(education).toEqual({
      organ: '示例县教育局',
      reports: [reports[4], reports[5], reports[3], reports[0]],
      gaps: [2021],
      doubles: [2022],
    });
    expect(finance?.reports).toEqual([reports[2]]);
  });

  it('give each report the one before', () => {
    const previous = previousInSet(reports);
    expect(reports.map((each) => reports.indexOf(previous.get(each) ?? each))).toEqual([3, 1, 2, 5, 4, 5]);
  });

  it('leave a short name alone that fits two organs', () => {
    const chains = linkYears([
      report({ organ: '甲县城关镇人民政府', year: 2023 }),
      report({ organ: '乙县城关镇人民政府', year: 2023 }),
      report({ organ: '城关镇人民政府', year: 2024 }),
    ]);
    expect(chains.map((chain) => names(chain.reports))).toEqual([
      ['甲县城关镇人民政府 2023'],
      ['乙县城关镇人民政府 2023'],
      ['城关镇人民政府 2024'],
    ]);
  });
});

describe('units without a report', () => {
  const reports = [
    report({ organ: '示例县教育局' }),
    report({ organ: '示例市示例县人民政府办公室' }),
    report({ organ: '示例县财政局', year: 2023 }),
    report({ organ: '示例县水利局' }),
    report({ organ: '示例县水利局' }),
  ];

  it('are named, and those with several', () => {
    const found = missingUnits(['教育局', '县政府办', '县财政局', '水利局'], reports, 2024, '示例县');
    expect(found).toEqual({
      missing: ['县财政局'],
      doubled: [{ unit: '水利局', reports: [reports[3], reports[4]] }],
      unclear: [],
      others: [],
    });
    const [finding, ...more] = missingFindings(found, 2024);
    expect(more).toEqual([]);
    expect(finding).toMatchObject({ rule: 'publish-missing', severity: 'error', organ: '县财政局' });
  });

  it.each([
    ['城关镇', '城关镇人民政府'],
    ['李庄乡', '示例县李庄乡人民政府'],
    ['城关街道', '示例县人民政府城关街道办事处'],
    ['城关街道办事处', '城关街道办'],
  ])('%s is what reports call %s', (unit, organ) => {
    expect(missingUnits([unit], [report({ organ })], 2024, '示例县')).toMatchObject({ missing: [], others: [] });
  });

  it('are no error where a report is left over that may be theirs', () => {
    const found = missingUnits(['教育局', '水利局', '审计局'], reports, 2024, '示例县');
    expect(names(found.others)).toEqual(['示例市示例县人民政府办公室 2024']);
    const [finding] = missingFindings(found, 2024);
    expect(finding?.severity).toBe('warning');
    if (finding === undefined) throw new Error('no finding');
    expect(explainSet(finding, 'zh-CN').message).toBe(
      '未见审计局 2024 年年度报告；另有 1 份报告与名单对不上，可能在其中。',
    );
  });

  it('are unclear where a short name fits two', () => {
    const both = [report({ organ: '甲县城关镇人民政府' }), report({ organ: '乙县城关镇人民政府' })];
    const found = missingUnits(['城关镇人民政府'], both, 2024);
    expect(found.missing).toEqual([]);
    expect(found.unclear).toEqual([{ unit: '城关镇人民政府', reports: both }]);
  });
});

describe('a region beside its organs', () => {
  const cell = 'disclosure.licence.decisions';
  const fee = 'disclosure.fee.amount';
  const region = (cells: ExampleReport['cells'], organ = '示例县人民政府'): SetReport =>
    report({ organ, cells: cells ?? {} });
  const child = (organ: string, cells: ExampleReport['cells'] = {}): SetReport =>
    report({ organ, cells }, { parent: '示例县人民政府' });
  const children = [
    child('示例县教育局', { [cell]: 3, [fee]: '0.1' }),
    child('示例县财政局', { [cell]: 4, [fee]: '0.2' }),
    child('示例县水利局', { [cell]: '' }),
  ];
  const lineOf = (set: SetReport, below: readonly SetReport[], missing = 0, id = cell) => {
    const line = rollUp(set, below, missing)?.lines.find((each) => each.cell === id);
    return line && [line.region, line.children, line.difference, line.verdict, line.reason];
  };

  it.each([
    [7, 0, [7, 7, 0, 'equal', null]],
    [9, 0, [9, 7, 2, 'greater', null]],
    [5, 0, [5, 7, -2, 'less', null]],
    [9, 1, [9, 7, 2, 'incomparable', 'children-missing']],
    [5, 1, [5, 7, -2, 'less', null]],
    ['多', 0, [null, 7, null, 'incomparable', 'cell-missing']],
  ])('%s with %i missing', (value, missing, expected) => {
    expect(lineOf(region({ [cell]: value }), children, missing)).toEqual(expected);
  });

  it('adds decimals exactly', () => {
    expect(lineOf(region({ [fee]: '0.3' }), children, 0, fee)).toEqual([0.3, 0.3, 0, 'equal', null]);
  });

  it('is not compared where its report counts the organ alone, or nobody knows', () => {
    const office = region({ [cell]: 1 }, '示例县人民政府办公室');
    expect(lineOf(office, children)?.at(-1)).toBe('scope-organ');
    expect(lineOf({ ...office, scope: 'region' }, children)?.at(-2)).toBe('less');
    expect(lineOf({ ...region({ [cell]: 1 }), scope: 'organ' }, children)?.at(-1)).toBe('scope-organ');
    expect(lineOf(region({ [cell]: 1 }, '示例高新区管委会'), children)?.at(-1)).toBe('scope-unknown');
    expect(lineOf(region({ [cell]: 1 }), [])?.at(-1)).toBe('no-children');
  });

  it('counts no child twice, none of another year, and not itself', () => {
    const twice = [
      ...children,
      child('示例市示例县财政局', { [cell]: 4, [fee]: '0.2' }),
      report({ organ: '示例县审计局', year: 2023, cells: { [cell]: 50 } }),
      region({ [cell]: 7 }),
    ];
    expect(rollUp(region({ [cell]: 7 }), twice)).toMatchObject({ children: 3 });
    expect(lineOf(region({ [cell]: 7 }), twice)).toEqual([7, 7, 0, 'equal', null]);
  });

  it('cannot be more than a sum with an unread child', () => {
    const unread = [...children, report({ organ: '示例县审计局', without: ['disclosure'] })];
    expect(lineOf(region({ [cell]: 9 }), unread)).toEqual([9, 7, 2, 'incomparable', 'children-missing']);
  });

  it('is one table and at most one finding, however many numbers are less', () => {
    const many = Array.from({ length: 60 }, (_, at) =>
      child(`示例县第${at}局`, { [cell]: 3, 'disclosure.penalty.decisions': 1, [fee]: 2 }),
    );
    const [table, ...more] = rollUps([region({ [cell]: 5 }), ...many]);
    expect(more).toEqual([]);
    if (table === undefined) throw new Error('no table');
    const [finding, ...others] = rollUpFindings(table);
    expect(others).toEqual([]);
    if (finding === undefined) throw new Error('no finding');
    expect(explainSet(finding, 'zh-CN').message).toBe(
      '表二“行政许可”填 5，小于所属 60 个单位之和 180；另有 2 项同样偏小。',
    );
    expect(explainSet(finding, 'en').message).toBe(
      'Table 2 “Licences”: 5, less than 180, the sum of 60 organs; so are 2 more figures.',
    );
    const words = explainRollUp(table, 'zh-CN');
    expect(words.headline).toBe('示例县人民政府 2024 年：与所属 60 个单位之和相比，3 项偏小，25 项相等。');
    expect(words.lines[3]).toEqual({ cell: '表二“行政许可”', verdict: '小于各单位之和', reason: '' });
    expect(explainRollUp(table, 'en').headline).toBe(
      '示例县人民政府 2024, against the sum of 60 organs: 3 less, 25 equal.',
    );
  });

  it('gives no finding where nothing is less', () => {
    const table = rollUp(region({ [cell]: 9, [fee]: 9 }), children);
    expect(table && rollUpFindings(table)).toEqual([]);
  });
});

describe('organs that say the same', () => {
  const writing = (organ: string, seed: number, five: number, cells: ExampleReport['cells'] = {}, year = 2024) =>
    report({ organ, year, cells, prose: { 1: [`${organ}${ownText(seed, 20)}`], 5: [ownText(five, 8)] } });
  const requests = {
    'applications.received.individual': 12,
    'applications.received.total': 12,
    'applications.granted.individual': 7,
    'applications.granted.total': 7,
    'applications.partlyGranted.individual': 3,
    'applications.partlyGranted.total': 3,
    'applications.notHandled.petition.individual': 12,
    'applications.notHandled.petition.total': 12,
    'applications.carriedOut.individual': 0,
  };
  const reports = [
    writing('示例县教育局', 1, 11),
    writing('示例县财政局', 2, 12, requests),
    writing('示例县水利局', 3, 11),
    writing('示例县审计局', 4, 14, requests),
    writing('示例县统计局', 5, 11),
    writing('示例县教育局', 1, 11, {}, 2023),
    writing('示例市示例县教育局', 1, 11),
  ];

  it('are found in groups, within a year, and not with themselves', () => {
    const groups = alike(reports);
    expect(groups.map(({ part, year, reports: each }) => [part, year, ...names(each)])).toEqual([
      ['problems', 2024, '示例县教育局 2024', '示例县水利局 2024', '示例县统计局 2024', '示例市示例县教育局 2024'],
      ['applications', 2024, '示例县财政局 2024', '示例县审计局 2024'],
    ]);
    expect(groups.map(({ pairs }) => pairs.length)).toEqual([3, 1]);
  });

  it('are told once for each organ', () => {
    const findings = alikeFindings(alike(reports));
    expect(findings.map(({ organ }) => organ)).toEqual([
      '示例县教育局',
      '示例县水利局',
      '示例县统计局',
      '示例市示例县教育局',
      '示例县财政局',
      '示例县审计局',
    ]);
    const [first] = findings;
    const numbers = findings.at(-1);
    if (first === undefined || numbers === undefined) throw new Error('no finding');
    expect(explainSet(first, 'zh-CN').message).toBe(
      '第五部分与“示例县水利局”年报相似度约 100%，疑似雷同；同样的另有 2 个单位。',
    );
    expect(explainSet(numbers, 'en').message).toBe('Table 3 is that of 示例县财政局.');
  });

  it.each([
    ['all different', 1000, 0],
    ['all the same', 1, 999],
  ])(
    'are found among 1,000 within two seconds: %s',
    (_, variety, pairs) => {
      const { outcome } = report({ organ: '示例县教育局' });
      const sketches = Array.from({ length: variety }, (__, at) => ({
        overview: sketchOf(ownText(at, 20), 288),
        problems: sketchOf(ownText(at + 5000, 8), 160),
      }));
      const many = Array.from({ length: 1000 }, (__, at) => {
        const sketch = sketches[at % variety];
        return { outcome: { ...outcome, organ: `示例县第${at}局`, ...(sketch === undefined ? {} : { sketch }) } };
      });
      const begun = process.cpuUsage();
      const groups = alike(many);
      // Time of this process alone: the machine may be busy with others.
      expect(process.cpuUsage(begun).user / 1000).toBeLessThan(2000);
      expect(groups.map((group) => group.pairs.length)).toEqual(pairs === 0 ? [] : [pairs, pairs]);
    },
    30_000,
  );
});

it('each thing said of a set has its words among the rules', () => {
  expect(rules.filter(({ judgesSet }) => judgesSet === true).map(({ id }) => id)).toEqual([
    'publish-missing',
    'rollup-less-than-children',
    'similar-other-org',
  ]);
});
