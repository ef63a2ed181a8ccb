import { describe, expect, it } from 'vitest';
import { punctualityOf, valuesOf } from '../../core/index';
import { deadlinesNow } from '../../pwa/checklists/deadlines';
import { chooseFor } from '../../pwa/db/checklist-choice';
import { saveChecklist } from '../../pwa/db/checklists';
import type { ReportSummary } from '../../pwa/db/index';
import { handoutReport } from '../../pwa/handouts/handout-report';
import { cellHistories, gapsOf, historyOf } from '../../pwa/library/history';
import { countPublishing, organsIn } from '../../pwa/library/organs';
import { overviewOf } from '../../pwa/library/overview';
import { type LibraryRecord, recordOf } from '../../pwa/library/record';
import { NO_UNITS, unitsOf } from '../../pwa/library/units';
import { niceTop } from '../../pwa/plot/lines';
import { OPTIONS, savedUnit } from '../support/handouts';
import { opinion, saved } from './sample';

interface Kept {
  readonly organ: string;
  readonly year: number;
  readonly published?: string | null;
  readonly errors?: number;
  readonly warnings?: number;
}

let last = 0;

function kept({ organ, year, published = `${year + 1}-01-20`, errors = 0, warnings = 0 }: Kept): LibraryRecord {
  last += 1;
  const counts = { error: errors, warning: warnings, info: 0 };
  const summary: ReportSummary = {
    ...{ id: `r${last}`, savedAt: `2026-01-01T00:00:${String(last).padStart(2, '0')}Z`, organ, year, title: null },
    ...{ form: 'open-info-annual@2021', status: 'checked', source: { address: null, fileName: null }, beside: null },
    counts,
    rules: errors + warnings === 0 ? {} : { 't3-balance': counts },
  };
  return recordOf(summary, { id: summary.id, made: 1, forms: '', published, text: '', findings: [] }, 'none');
}

describe('in time', () => {
  it.each([
    ['示例县水务局', '2025-01-31', 'onTime'],
    ['示例县水务局', '2025-02-01', 'late'],
    ['示例县示例镇人民政府', '2025-02-01', 'late'],
    ['示例县人民政府', '2025-03-31', 'onTime'],
    ['示例县人民政府', '2025-04-01', 'late'],
    ['示例县水务局', null, 'unknown'],
    ['示例县水务局', '2024-12-31', 'unknown'],
    ['示例县水务局', '2026-05-01', 'unknown'],
    ['示例县第一中学', '2025-06-01', 'unknown'],
    [null, '2025-06-01', 'unknown'],
  ] as const)('%s on %s: %s', (organ, published, punctuality) => {
    expect(punctualityOf(organ, 2024, published)).toBe(punctuality);
  });
});

describe('the deadlines of a checklist', () => {
  const deadlines = { department: '02-28', town: '01-10', government: '03-31' };

  it('count instead of the law’s for the reports it was chosen for, in the list of organs', () => {
    const report = kept({ organ: '示例县水务局', year: 2024, published: '2025-02-10' });
    const publishing = (record: LibraryRecord) => organsIn([record], 2024, NO_UNITS).map((row) => row.publishing);
    expect(publishing(report)).toEqual(['late']);
    expect(publishing({ ...report, deadlines })).toEqual(['onTime']);
    expect(overviewOf([{ ...report, deadlines }], 2024, NO_UNITS).publications).toMatchObject({ onTime: 1, late: 0 });
  });

  it('are those of the last version of the checklist chosen for the report; of a ready one too, and no other', async () => {
    const checklist = { name: '一', version: '1', forms: [], rules: {}, relations: [], manual: [] };
    await saveChecklist('own', 0, { ...checklist, deadlines: null });
    await saveChecklist('own', 1, { ...checklist, deadlines });
    await chooseFor('a', 'own');
    await chooseFor('b', null);
    await chooseFor('c', 'gone');
    const own = await deadlinesNow();
    expect(['a', 'b', 'c', 'd'].map(own)).toEqual([deadlines, null, null, null]);
  });

  it('count in hand-outs, but where somebody found the date in order', () => {
    const report = savedUnit({ organ: '示例县水务局', published: '2025-02-10' });
    expect(handoutReport(report, report.outcome, [], OPTIONS).punctual).toBe('late');
    expect(handoutReport(report, report.outcome, [], OPTIONS, deadlines).punctual).toBe('not-late');
    const late = report.outcome.findings.find(({ rule }) => rule === 'publish-late');
    const word = opinion({
      finding: late?.fingerprint ?? '',
      against: late === undefined ? '' : valuesOf(late, report.outcome),
      value: 'dismissed',
    });
    expect(handoutReport(report, report.outcome, [word], OPTIONS).punctual).toBe('not-late');
  });
});

describe('a pasted list of units', () => {
  it('is cleaned of numbers, headings and doubles', () => {
    expect(unitsOf('序号\t单位名称\n1\t教育局\n2\t水务局\n（3）民政局\n4、审计局；财政局\n教育局\n\n12')).toEqual([
      '教育局',
      '水务局',
      '民政局',
      '审计局',
      '财政局',
    ]);
  });
});

describe('organs of a year', () => {
  const records = [
    kept({ organ: '示例县教育局', year: 2024, errors: 2 }),
    kept({ organ: '示例县教育局', year: 2023 }),
    kept({ organ: '示例县水务局', year: 2024, published: '2025-03-01', warnings: 1 }),
    kept({ organ: '示例县林业局', year: 2023 }),
    kept({ organ: '另县民政局', year: 2024, published: null }),
  ];
  const standing = (rows: ReturnType<typeof organsIn>): Record<string, string> =>
    Object.fromEntries(rows.map(({ name, publishing }) => [name, publishing]));

  it('without a list: missing is who published before', () => {
    expect(standing(organsIn(records, 2024, NO_UNITS))).toEqual({
      示例县教育局: 'onTime',
      示例县水务局: 'late',
      示例县林业局: 'missing',
      另县民政局: 'unknown',
    });
  });

  it('against a list with short names, and what is not on it', () => {
    const rows = organsIn(records, 2024, { region: '示例县', units: ['教育局', '水务局', '审计局'] });
    expect(standing(rows)).toEqual({
      示例县教育局: 'onTime',
      示例县水务局: 'late',
      另县民政局: 'unknown',
      审计局: 'missing',
    });
    expect(rows.filter(({ listed }) => listed === false).map(({ name }) => name)).toEqual(['另县民政局']);
    expect(countPublishing(rows)).toEqual({ onTime: 1, late: 1, unknown: 1, missing: 1, unclear: 0 });
  });

  it('of one region, those that are missing among them', () => {
    const list = { region: '示例县', units: ['教育局', '审计局'] };
    expect(Object.keys(standing(organsIn(records, 2024, list, ['示例县'])))).toEqual([
      '示例县水务局',
      '示例县教育局',
      '审计局',
    ]);
    expect(Object.keys(standing(organsIn(records, 2024, list, ['另县'])))).toEqual(['另县民政局']);
  });

  it('with two reports of the year: the one kept last, and that there is another', () => {
    const twice = [kept({ organ: '示例县教育局', year: 2024, errors: 1 }), ...records];
    const [row] = organsIn(twice, 2024, { region: '', units: ['示例县教育局'] }).filter(({ listed }) => listed);
    expect([row?.record?.id, row?.further]).toEqual([twice[0]?.id, 1]);
  });

  it('in numbers', () => {
    const overview = overviewOf(records, 2024, NO_UNITS);
    expect(overview).toMatchObject({ published: 3, withErrors: 1, errors: 2, clean: 1, listed: null });
    expect(overview.rules).toEqual([{ rule: 't3-balance', errors: 1, warnings: 1, findings: 3 }]);
    expect(overview.worst.map(({ name }) => name)).toEqual(['示例县教育局', '示例县水务局']);
    expect(overview.trend.map(({ year, published }) => [year, published])).toEqual([
      [2023, 2],
      [2024, 3],
    ]);
  });
});

describe('an organ over the years', () => {
  const records = [
    kept({ organ: '示例省示例县教育局', year: 2024 }),
    kept({ organ: '示例县教育局', year: 2021 }),
    kept({ organ: '另县教育局', year: 2023 }),
  ];

  it('is found by any of its names, and knows its gaps', () => {
    const history = historyOf(records, '示例县教育局');
    expect(history?.years.map(({ year }) => year)).toEqual([2021, 2024]);
    expect(history === null ? [] : gapsOf(history)).toEqual([2022, 2023]);
    expect(historyOf(records, '示例市教育局')).toBeNull();
  });

  it('has every cell of every form, as printed', () => {
    const reports = [saved('shanghai-general-office-2019.html'), saved('planted-2024.html')];
    const received = cellHistories(reports).find(({ cell }) => cell === 'applications.received.total');
    expect(received?.values.every((value) => typeof value === 'number')).toBe(true);
    expect(received?.raw).toHaveLength(2);
    const older = cellHistories(reports).filter(({ raw }) => raw[0] !== null && raw[1] === null);
    expect(older.length, 'cells of the older form alone').toBeGreaterThan(0);
  });
});

it('ends an axis at a number whose half is whole', () => {
  expect([0, 1, 3, 9, 11, 21, 41, 1999].map(niceTop)).toEqual([2, 2, 4, 10, 20, 40, 100, 2000]);
});
