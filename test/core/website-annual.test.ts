/** 政府网站工作年度报表: read in every layout and format, silent on correct ones, each slip found where it is. */
import { describe, expect, it } from 'vitest';
import { check, type Outcome, otherForms } from '../../core/index';
import { readHtml } from '../../core/read/html';
import { readText } from '../../core/read/text';
import { sheetDeliveries, sheetHtml, sheetText } from '../support/files/sheets';
import { seeded } from '../support/random';
import { type Cells, websiteFigures, websiteLayouts, websitePage } from '../support/website';

const FORM = otherForms.find(({ id }) => id.startsWith('website-annual'));
const CELLS = FORM?.tables[0]?.rows.flatMap(({ cells }) => cells.map(({ id }) => id)) ?? [];
const of = (cells: Cells = {}): Outcome => check(readHtml(sheetHtml(websitePage(cells))));

/** Each cell another number, so that a value in the wrong place shows. */
const NUMBERED: Cells = Object.fromEntries(CELLS.map((id, at) => [id, String(at + 11)]));

describe.each(websiteLayouts)('%s', (layout) => {
  it.each(sheetDeliveries)('is read whole as %s', async (_, deliver) => {
    const outcome = check(await deliver(websitePage(NUMBERED, layout)));
    const raws = Object.fromEntries(CELLS.map((id) => [id, outcome.facts[id]?.raw]));
    expect(raws).toEqual(NUMBERED);
    const { form, organ, year, status } = outcome;
    expect({ form, organ, year, status }).toEqual({
      form: 'website-annual@2018',
      organ: '示例县人民政府办公室',
      year: 2024,
      status: 'checked',
    });
  });
});

it.each([
  ['示例县人民政府网站工作年度报表（2024年度）', '示例县人民政府'],
  ['示例县政府网站工作年度报表（2024年度）', '示例县政府'],
  ['示例县教育局政府网站年度工作报表（2024年度）', '示例县教育局'],
  ['示例县水务局政府门户网站工作年度报表（2024年度）', '示例县水务局'],
])('takes from the title %s, where no owner stands, %s', (title, organ) => {
  const text = sheetText({ ...websitePage({}), title }, 'first');
  const lines = text.split('\n').filter((line) => !/填报单位|主办单位/.test(line));
  const outcome = check(readText(lines.join('\n')));
  expect([outcome.form, outcome.organ]).toEqual(['website-annual@2018', organ]);
});

it('is silent on correct reports of any figures', async () => {
  const random = seeded('website');
  for (let round = 0; round < 60; round++) {
    const layout = random.pick(websiteLayouts);
    const [name, deliver] = random.pick(sheetDeliveries);
    const cells = websiteFigures(random);
    const outcome = check(await deliver(websitePage(cells, layout)));
    expect({ round, layout, name, findings: outcome.findings }).toEqual({ round, layout, name, findings: [] });
    // Of a label at the end of a pasted line nobody can tell whether an empty cell stood behind it.
    const unread = CELLS.filter((id) => outcome.facts[id]?.state === 'missing' && cells[id] !== '');
    expect({ round, layout, name, unread }).toEqual({ round, layout, name, unread: [] });
  }
});

it.each([
  ['published', 'website-parts-total', 'warning'],
  ['catalogue', 'website-parts-total', 'warning'],
  ['interpretationProducts', 'website-parts-total', 'warning'],
  ['cases', 'website-cases-total', 'error'],
  ['casesPersons', 'website-cases-total', 'error'],
])('finds another first digit in %s, by %s, as %s', (id, rule, severity) => {
  const cell = `website.${id}.value`;
  const usual = of().facts[cell];
  const raw = `${(Number(usual?.raw.charAt(0)) % 9) + 1}${usual?.raw.slice(1)}`;
  const [finding, ...more] = of({ [cell]: raw }).findings;
  expect(more).toEqual([]);
  expect(finding).toMatchObject({ rule, severity });
  // The total and its parts stand in one sum alone: the cell is among them, with the value it had.
  expect(finding?.suspects).toContainEqual({ cell, value: Number(raw), expected: usual?.value });
});

it.each([
  ['servicesOnline', 'services', 'website-part-exceeds', 'error'],
  ['problemsSolved', 'problems', 'website-part-high', 'warning'],
  ['visitors', 'visits', 'website-part-exceeds', 'error'],
  ['messagesHandled', 'messages', 'website-part-high', 'warning'],
  ['topicsNew', 'topics', 'website-part-high', 'warning'],
  ['surveyResults', 'surveys', 'website-part-high', 'warning'],
])('finds %s and %s swapped', (part, whole, rule, severity) => {
  const { facts } = of();
  const [a, b] = [`website.${part}.value`, `website.${whole}.value`];
  const cells = { [a]: facts[b]?.raw ?? '', [b]: facts[a]?.raw ?? '', 'website.messagesPublic.value': '0' };
  // Where they are the same, one more makes the difference.
  if (cells[a] === cells[b]) cells[a] = String(Number(cells[a]) + 1);
  const { findings } = of(cells);
  expect(findings).toMatchObject([{ rule, severity, cells: [a, b], place: { block: 2 } }]);
});

describe('lines of plain text', () => {
  const text = sheetText(websitePage(NUMBERED, 'two columns'), 'own', '：');

  it('are read label by label', () => {
    const { facts, form } = check(readText(text));
    expect(form).toBe('website-annual@2018');
    expect(CELLS.filter((id) => facts[id]?.raw !== NUMBERED[id])).toEqual([]);
  });

  it('leave a value missing rather than take the next one', () => {
    const { facts } = check(readText(text.replace(/(自然人办件量（件）：)\d+/, '$1')));
    expect(facts['website.casesPersons.value']?.state).toBe('missing');
    expect(facts['website.casesBodies.value']?.raw).toBe(NUMBERED['website.casesBodies.value']);
  });
});

describe('what is not certain is not judged', () => {
  it('leaves a figure told twice in one table', () => {
    const html = sheetHtml(websitePage()).replace(
      /<tr>(?:(?!<tr>)[\s\S])*办件量（单位：件）[\s\S]*?<\/tr>/,
      (row) => `${row}<tr><td colspan="3">办件量总数</td><td>9</td></tr>`,
    );
    expect(check(readHtml(html)).findings).toEqual([]);
  });

  it('reads the first of two reports', () => {
    const both = sheetHtml(websitePage()).replace(
      '</body>',
      `${sheetHtml(websitePage({ 'website.cases.value': '1' })).replace(/[\s\S]*<body>/, '')}`,
    );
    const { findings, further } = check(readHtml(both));
    expect(findings).toEqual([]);
    expect(further.length).toBeGreaterThan(0);
  });

  it('is no such report with a few of its words', () => {
    const rows = ['收到留言数量', '办结留言数量', '公开答复数量'].map((text) => `<tr><td>${text}</td><td>3</td></tr>`);
    expect(check(readHtml(`<p>2024年信箱情况</p><table>${rows.join('')}</table>`)).form).toBeNull();
  });

  it('calls an empty one a blank form', () => {
    const { status, findings } = of(Object.fromEntries(CELLS.map((id) => [id, ''])));
    expect({ status, findings }).toEqual({ status: 'blank-form', findings: [] });
  });
});
