import { describe, expect, it } from 'vitest';
import { asLastYear, check, explain, keptForNextYear, type Outcome } from '../../core/index';
import { readHtml } from '../../core/read/html';
import type { ExampleReport } from '../../core/rules/rule';
import { rule } from '../../core/rules/x-carry.rule';
import { ownText } from '../support/own-text';
import { formOf, renderPage } from '../support/render';

function outcomeOf(report: ExampleReport, previous?: Outcome): Outcome {
  const document = readHtml(renderPage({ ...report, form: formOf(report.form ?? '2021') }));
  return check(document, previous === undefined ? {} : { previous });
}

const found = (outcome: Outcome): string[] => outcome.findings.map(({ rule: id, severity }) => `${id} ${severity}`);

/** So many requests from individuals, all of them carried over. */
const carriedOut = (count: number) => ({
  'applications.received.individual': count,
  'applications.received.total': count,
  'applications.carriedOut.individual': count,
  'applications.carriedOut.total': count,
});
const carriedIn = (count: number) => ({
  'applications.carriedIn.individual': count,
  'applications.carriedIn.total': count,
  'applications.granted.individual': count,
  'applications.granted.total': count,
  'applications.decided.individual': count,
  'applications.decided.total': count,
});

describe('what is carried over', () => {
  const against = (report: ExampleReport, previous: ExampleReport): string[] =>
    found(outcomeOf({ year: 2024, ...report }, outcomeOf({ year: 2023, ...previous }))).filter((each) =>
      each.startsWith('x-carry'),
    );

  it.each<[string, ExampleReport, ExampleReport, string[]]>([
    ['agrees', { cells: carriedIn(3) }, { cells: carriedOut(3) }, []],
    ['differs', { cells: carriedIn(2) }, { cells: carriedOut(3) }, ['x-carry error']],
    [
      'differs for an organ whose scope the name leaves open',
      { organ: '示例高新区管委会', cells: carriedIn(2) },
      { organ: '示例高新区管委会', cells: carriedOut(3) },
      ['x-carry warning'],
    ],
    [
      'differs where all numbers are of another size',
      { cells: carriedIn(2) },
      { cells: carriedOut(60) },
      ['x-carry warning'],
    ],
    [
      'differs between the forms',
      { year: 2021, cells: carriedIn(2) },
      { form: '2019', year: 2020, cells: carriedOut(3) },
      ['x-carry warning'],
    ],
    [
      'was left empty this year',
      { cells: { 'applications.carriedIn.individual': '', 'applications.carriedIn.total': '' } },
      { cells: carriedOut(3) },
      ['x-carry warning'],
    ],
    [
      'differs from a total that disagrees with its own parts',
      { cells: carriedIn(2) },
      { cells: { ...carriedOut(3), 'applications.carriedOut.total': 5 } },
      ['x-carry warning'],
    ],
    [
      'agrees with what the balance of this year asks for: the wrong cell is told already',
      { cells: { ...carriedIn(3), 'applications.carriedIn.individual': 8, 'applications.carriedIn.total': 8 } },
      { cells: carriedOut(3) },
      [],
    ],
    ['was not read this year', { without: ['applications'] }, { cells: carriedOut(3) }, []],
    ['is in words', { cells: { 'applications.carriedIn.total': '三件' } }, { cells: carriedOut(3) }, []],
    ['is of the year before last', { cells: carriedIn(2) }, { year: 2022, cells: carriedOut(3) }, []],
    [
      'differs from that of a longer name',
      { cells: carriedIn(2) },
      { organ: '示例市示例县人民政府', cells: carriedOut(3) },
      ['x-carry warning'],
    ],
    [
      'differs, and the text says why',
      { cells: carriedIn(2), prose: { 3: ['因机构改革，上年结转数有调整。'] } },
      { cells: carriedOut(3) },
      ['x-carry info'],
    ],
    [
      'differs from a table of which little was read',
      { cells: carriedIn(2) },
      { cells: { ...carriedOut(3), 'applications.decided.total': '三件' } },
      ['x-carry warning'],
    ],
    [
      'is of the government’s office',
      { cells: carriedIn(2) },
      { organ: '示例县人民政府办公室', cells: carriedOut(3) },
      [],
    ],
  ])('%s', (_, report, previous, expected) => {
    expect(against(report, previous)).toEqual(expected);
  });
});

it('every rule across years is silent beside the report of another organ', () => {
  const text = { 1: [ownText(1, 20)], 5: [ownText(2, 10)] };
  const cells = {
    ...carriedOut(3),
    'disclosure.licence.decisions': 120,
    'disclosure.penalty.decisions': 35,
    'disclosure.normativeDocument.inForce': 4,
    'disputes.review.pending': 2,
    'disputes.review.total': 2,
  };
  const before = outcomeOf({ year: 2023, prose: text, cells, organ: '示例县教育局' });
  const report = (organ: string): ExampleReport => ({
    year: 2024,
    organ,
    prose: text,
    cells: {
      'disclosure.licence.decisions': 120,
      'disclosure.penalty.decisions': 35,
      'disclosure.normativeDocument.inForce': 9,
    },
  });
  const rules = (organ: string): string[] => found(outcomeOf(report(organ), before));
  expect(rules('示例县教育局')).toEqual(
    expect.arrayContaining([
      'x-carry error',
      'x-valid-up warning',
      'similar-last-year warning',
      'pending-vanished info',
    ]),
  );
  expect(rules('示例县财政局')).toEqual(found(outcomeOf(report('示例县财政局'))));
});

it('what is kept for next year says the same as the whole outcome, and is small', () => {
  const before = outcomeOf({
    year: 2023,
    prose: { 1: [ownText(1, 20)], 5: [ownText(2, 10)] },
    cells: { ...carriedOut(3), 'disclosure.licence.decisions': 120, 'disclosure.fee.amount': 35 },
  });
  const document = readHtml(
    renderPage({
      form: formOf('2021'),
      year: 2024,
      prose: { 1: [ownText(1, 20)], 5: [ownText(2, 10)] },
      cells: { 'disclosure.licence.decisions': 120, 'disclosure.fee.amount': 35 },
    }),
  );
  const kept = keptForNextYear(before);
  const beside = check(document, { previous: kept });
  expect(beside).toEqual(check(document, { previous: before }));
  expect(beside.findings.map((finding) => finding.rule)).toEqual(
    expect.arrayContaining(['x-carry', 'similar-last-year', 'numbers-same-last-year']),
  );
  expect(JSON.stringify(kept).length).toBeLessThan(JSON.stringify(before).length / 2);
});

it('a report kept without a sketch is no reason for silence about its numbers', () => {
  const { sketch, ...before } = outcomeOf({ year: 2023, prose: { 5: [ownText(2, 10)] }, cells: carriedOut(3) });
  expect(sketch).toBeDefined();
  expect(found(outcomeOf({ year: 2024, prose: { 5: [ownText(2, 10)] } }, before))).toEqual(['x-carry error']);
});

it('asLastYear tells whose report it is', () => {
  const report = { organ: '示例县教育局', year: 2024 };
  expect(asLastYear(report, { organ: '示例县教育局', year: 2023 })).toBe('equal');
  expect(asLastYear(report, { organ: '示例市示例县教育局', year: 2023 })).toBe('shorter');
  expect(asLastYear(report, { organ: '示例县教育局', year: 2022 })).toBeNull();
  expect(asLastYear(report, { organ: null, year: 2023 })).toBeNull();
  expect(asLastYear({ ...report, year: null }, { organ: '示例县教育局', year: 2023 })).toBeNull();
});

it('says why a difference is only a warning', () => {
  const outcome = outcomeOf(
    { year: 2021, cells: carriedIn(2) },
    outcomeOf({ form: '2019', year: 2020, cells: carriedOut(3) }),
  );
  const finding = outcome.findings.find((each) => each.rule === rule.id);
  if (finding === undefined) throw new Error('no finding');
  expect(explain(finding, outcome, 'zh-CN').message).toBe(
    '上年结转填 2，2020 年年报“结转下年度继续办理”为 3（两年表格格式不同）。',
  );
});
