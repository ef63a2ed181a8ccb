/** Published reports, read whole. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { check, type Document, explain, type Outcome } from '../../core/index';
import { readFile } from '../../core/read/file';
import { readHtml } from '../../core/read/html';
import { readText } from '../../core/read/text';
import { cellIdsOf, formOf, renderPage } from '../support/render';

const url = (path: string): URL => new URL(`../../${path}`, import.meta.url);
const text = (path: string): string => readFileSync(url(path), 'utf8');
const facts = JSON.parse(text('test/fixtures/facts.json')) as Record<string, Record<string, number | string | null>>;

async function fromFile(path: string): Promise<Document> {
  const result = await readFile(readFileSync(url(path)), readHtml);
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
}

function valuesOf(outcome: Outcome): Record<string, number | null> {
  return Object.fromEntries(Object.entries(outcome.facts).map(([cell, fact]) => [cell, fact.value]));
}

describe.each([
  ['shanghai-general-office-2019.html', '上海市人民政府办公厅', 2019, 'open-info-annual@2019', 198],
  ['shuyang-development-bureau-2023.html', '沭阳县发展和改革局', 2023, 'open-info-annual@2021', 200],
] as const)('%s', (name, organ, year, form, cells) => {
  it('reads every number, and raises no error', async () => {
    const outcome = check(await fromFile(`samples/${name}`));
    const { 'disclosure.procurement.amount': amount, ...rest } = facts[name] ?? {};
    expect(valuesOf(outcome)).toEqual(
      amount === undefined ? rest : { ...rest, 'disclosure.procurement.amount': 251000 },
    );
    expect(outcome).toMatchObject({ organ, year, form, status: 'checked' });
    expect(outcome.coverage.cells).toEqual({ expected: cells, read: cells });
    expect(outcome.coverage.relations.inconsistent).toBe(0);
    expect(outcome.findings.filter((finding) => finding.severity === 'error')).toEqual([]);
    const ofTables = outcome.findings.filter((finding) => finding.quote === null);
    expect(ofTables.filter((finding) => finding.severity === 'warning').length).toBeLessThanOrEqual(1);
    expect(outcome.unclaimed).toEqual([]);
  });
});

it('finds what the prose of a provincial office has wrong, and nothing else', async () => {
  const outcome = check(await fromFile('samples/shanghai-general-office-2019.html'));
  const said = outcome.findings
    .filter((finding) => finding.rule.startsWith('text-'))
    .map((finding) => explain(finding, outcome, 'zh-CN').message);
  expect(said.sort()).toEqual([
    '“予以公开和部分公开”258，占 33.9%，按总数 805 计算应为 32.0%。',
    '正文各类答复合计 716 件，与办结总数 805 件不符。',
    '正文称“予以公开和部分公开”258件，表三对应为 275。',
    '正文称“均获维持”，表四尚有纠正、其他或尚未审结 3 件。',
    '正文称“无法提供”265件，表三对应为 337。',
  ]);
});

it('keeps the unit that a cell names', async () => {
  const outcome = check(await fromFile('samples/shanghai-general-office-2019.html'));
  expect(outcome.facts['disclosure.procurement.amount']).toMatchObject({
    raw: '251000元',
    value: 251000,
    unit: '元',
    state: 'number',
  });
});

describe('a report as Word saves it as text', () => {
  const seed = text('samples/liaozi-township-2024.txt');

  it('is read whole, and agrees', () => {
    const outcome = check(readText(seed));
    expect(outcome).toMatchObject({
      status: 'checked',
      organ: '城口县蓼子乡人民政府',
      year: 2024,
      form: 'open-info-annual@2021',
    });
    expect(outcome.coverage.cells).toEqual({ expected: 200, read: 200 });
    expect(outcome.coverage.relations).toMatchObject({ consistent: 42, inconsistent: 0, unchecked: 0 });
    // Its section 6 says 无 and nothing of fees; it tells nothing of appraisal, which the regulation asks of governments.
    expect(outcome.findings.map(({ rule, severity }) => `${severity} ${rule}`).sort()).toEqual([
      'info section1-missing-item',
      'warning section6-no-fee',
    ]);
  });

  it('puts each of its 200 numbers on its own cell', () => {
    let count = 0;
    const start = seed.indexOf('第二十条');
    const numbered =
      seed.slice(0, start) + seed.slice(start).replace(/^(\t?)\d+$/gm, (_, tab: string) => tab + String(++count));
    expect(count).toBe(200);
    expect(Object.values(valuesOf(check(readText(numbered))))).toEqual(
      Array.from({ length: 200 }, (_, index) => index + 1),
    );
  });
});

it.each(['2019', '2021'] as const)('puts each number of a page in the form of %s on its own cell', (year) => {
  const form = formOf(year);
  const ids = cellIdsOf(form);
  const cells = Object.fromEntries(ids.map((id, index) => [id, index + 1]));
  expect(valuesOf(check(readHtml(renderPage({ form, cells, year: Number(year) }))))).toEqual(cells);
});

it('reads a report that a PDF converter shuffled, and says what it lost', () => {
  const outcome = check(readText(text('test/fixtures/shuffled-by-pdf-2024.md')));
  expect(valuesOf(outcome)).toEqual(JSON.parse(text('test/fixtures/shuffled-by-pdf-2024.facts.json')));
  expect(outcome.coverage.relations).toMatchObject({ consistent: 40, inconsistent: 0, unchecked: 2 });
  expect(outcome.findings.map((finding) => finding.rule)).toEqual(['t3-total-blank']);
});

it('says of the blank form that it is blank', async () => {
  const outcome = check(await fromFile('test/fixtures/blank-form-2021.docx'));
  expect(outcome).toMatchObject({ status: 'blank-form', findings: [] });
  expect(outcome.form).not.toBe('open-info-annual@2019');
});

it('finds the planted errors of the sample, one finding for each cause', async () => {
  const { findings } = check(await fromFile('samples/planted-2024.html'));
  expect(
    findings.map((finding) => [
      finding.rule,
      finding.suspects.map((suspect) => `${suspect.cell} ${suspect.value}→${suspect.expected}`),
    ]),
  ).toEqual([
    ['num-not-integer', []],
    ['t3-suspect-cell', ['applications.granted.individual 12→21']],
    ['t3-suspect-cell', ['applications.notHandled.petition.total 5→4']],
    [
      't4-total',
      [
        'disputes.review.total 6→5',
        'disputes.review.upheld 3→4',
        'disputes.review.corrected 1→2',
        'disputes.review.pending 1→2',
        'disputes.review.otherResult 0→1',
      ],
    ],
  ]);
});

it('gives the same bytes for the same input', async () => {
  const once = JSON.stringify(check(await fromFile('samples/planted-2024.html')));
  expect(JSON.stringify(check(await fromFile('samples/planted-2024.html')))).toBe(once);
});
