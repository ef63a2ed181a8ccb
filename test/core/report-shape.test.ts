/** The rules on the shape of a report where an example cannot show it: mixed forms, pictures, cut texts, what the caller knows. */
import { describe, expect, it } from 'vitest';
import { type CheckOptions, check, type Outcome } from '../../core/index';
import { readHtml } from '../../core/read/html';
import { readText } from '../../core/read/text';
import { formOf, type PrintedReport, renderPage, renderTable } from '../support/render';

const NEW: PrintedReport = { form: formOf('2021') };
const OLD: PrintedReport = { form: formOf('2019') };

function tableOf(report: PrintedReport, id: string): string {
  const table = report.form.tables.find((each) => each.id === id);
  if (table === undefined) throw new Error(id);
  return renderTable(table, report);
}

function said(outcome: Outcome): string[] {
  return outcome.findings.map(({ rule, severity }) => `${severity} ${rule}`).sort();
}

const saidOf = (page: string, options?: CheckOptions): string[] => said(check(readHtml(page), options));

describe('tables of the old form, table by table', () => {
  it('a table three with one row （六） in a page of the form in force is altered, and that alone is said', () => {
    const page = renderPage(NEW).replace(tableOf(NEW, 'applications'), tableOf(OLD, 'applications'));
    expect(saidOf(page)).toEqual(['warning table-altered']);
  });

  it('an old table two beside a new table three is one error', () => {
    const page = renderPage(NEW).replace(tableOf(NEW, 'disclosure'), tableOf(OLD, 'disclosure'));
    const outcome = check(readHtml(page));
    expect(said(outcome)).toEqual(['error old-format-table']);
    expect(outcome.findings[0]?.data).toMatchObject({ numerals: '二', year: 2024 });
  });

  it('both old are one error', () => {
    const outcome = check(readHtml(renderPage({ ...OLD, year: 2024 })));
    expect(said(outcome)).toEqual(['error old-format-table']);
    expect(outcome.findings[0]?.data).toMatchObject({ numerals: '二、三' });
  });

  it('rows added to an old table are another matter', () => {
    const extraRows = { disclosure: [{ label: '其他主动公开文件', values: ['1', '2', '3'] }] };
    const page = renderPage({ ...OLD, year: 2024, extraRows });
    expect(saidOf(page)).toEqual(['error old-format-table', 'warning table-altered']);
  });
});

describe('tables as pictures', () => {
  const withPicture = renderPage(NEW).replace(tableOf(NEW, 'applications'), '<p><img src="3.png"></p>');

  it('are not assessed, and said to be so', () => {
    expect(saidOf(withPicture)).toEqual(['warning table-as-image']);
  });

  it('a picture beside a table is none', () => {
    expect(saidOf(renderPage(NEW).replace('<table', '<p><img src="logo.png"></p><table'))).toEqual([]);
  });
});

describe('what is cut off is not missing', () => {
  const lines = [
    '示例县水务局2024年政府信息公开工作年度报告',
    '一、总体情况',
    '统计期限自2024年1月1日起至2024年12月31日止。',
    '二、主动公开政府信息情况',
    '规章 | 0 | 0 | 0 |',
    '行政规范性文件 | 0 | 0 | 0 |',
    '三、收到和处理政府信息公开申请情况',
    '四、政府信息公开行政复议、行政诉讼情况',
    '五、存在的主要问题及改进情况',
    '公开不够及时，将加强培训。',
    '六、其他需要报告的事项',
    '本年度未收取信息处理费。',
  ];
  const rules = ['section-missing', 'section5-empty', 'section6-no-fee', 'section-title-variant'];
  const ofText = (text: string): string[] => check(readText(text)).findings.map(({ rule }) => rule);

  it.each(lines.map((_, count) => count + 1))('after %i lines', (count) => {
    const found = ofText(lines.slice(0, count).join('\n'));
    expect(found.filter((rule) => rules.includes(rule))).toEqual([]);
  });

  it('in the middle of a heading or of a sentence', () => {
    const text = lines.join('\n');
    for (let end = text.indexOf('五、'); end < text.length; end++) {
      expect(ofText(text.slice(0, end)).filter((rule) => rules.includes(rule))).toEqual([]);
    }
  });

  it('marked by the tool that cut', () => {
    const page = renderPage({ ...NEW, headings: { 6: null }, prose: { 5: ['[…]'] } });
    expect(saidOf(page)).toEqual([]);
  });

  it('a list of contents is no report without a text', () => {
    const contents = NEW.form.sections.map((title, index) => `<p>${'一二三四五六'.charAt(index)}、${title}</p>`);
    const found = saidOf(`<h1>示例县水务局2024年政府信息公开工作年度报告</h1>${contents.join('')}`);
    expect(found.filter((each) => rules.some((rule) => each.endsWith(rule)))).toEqual([]);
  });
});

describe('the date of publication', () => {
  const page = renderPage({ ...NEW, organ: '示例县水务局', published: '2025-02-10' });

  it('is the page’s, with its place, unless the caller knows better', () => {
    expect(check(readHtml(page)).findings[0]).toMatchObject({ rule: 'publish-late', place: { block: 1 } });
    expect(saidOf(page, { published: '2025-01-20' })).toEqual([]);
    expect(check(readHtml(page), { published: '2025-03-01' }).findings[0]).toMatchObject({ place: null });
  });

  it('is held against local deadlines', () => {
    const deadlines = { department: '02-15', town: '02-15', government: '03-31' };
    expect(saidOf(page, { deadlines })).toEqual([]);
  });

  it('long after the next report was due is information: the site may be new', () => {
    expect(saidOf(page.replace('2025-02-10', '2027-02-10'))).toEqual(['info publish-late']);
  });
});

describe('the year of a title', () => {
  it('is not judged by a line of navigation above a title without a year', () => {
    const page = renderPage({ ...NEW, title: '示例县水务局政府信息公开工作年度报告', published: '2025-01-10' });
    const link = '<p>示例县水务局2023年政府信息公开工作年度报告</p><h1>';
    expect(saidOf(page.replace('<h1>', link))).toEqual([]);
  });

  it('found wrong, the report is of the other year throughout', () => {
    const wrong = { ...NEW, organ: '示例县水务局', title: '示例县水务局2023年政府信息公开工作年度报告' };
    const outcome = check(readHtml(renderPage({ ...wrong, published: '2025-01-20' })));
    expect(outcome.year).toBe(2024);
    expect(said(outcome)).toEqual(['error title-year']);
  });

  it('is wrong in the foreword alone where the report has no other title', () => {
    const rules = (...foreword: string[]): string[] =>
      check(readText([...foreword, '一、总体情况', '主动公开信息88条。'].join('\n'))).findings.map(({ rule }) => rule);
    const title = '《示例镇2020年政府信息公开工作年度报告》';
    const period = '本报告统计期限自2021年1月1日起至12月31日止。';
    expect(rules(`我镇编制了${title}。${period}`)).toContain('title-year');
    expect(rules(`示例镇公开了${title}。`, period)).not.toContain('title-year');
  });
});

it('where tables were left out, none is called missing', () => {
  const page = readHtml(renderPage(NEW).replace(tableOf(NEW, 'disputes'), ''));
  expect(said(check(page))).toContain('error table-missing');
  const cut = check({ ...page, omissions: [{ code: 'table-too-large', count: 1_000_000 }] });
  expect(said(cut)).not.toContain('error table-missing');
});
