/** What is no report on open information is called by its name, where its title says it and nothing else does. */
import { describe, expect, it } from 'vitest';
import { type OtherReport, otherReportOf } from '../../core/document/other-report';
import { check, type Document, explainOutcome } from '../../core/index';
import { readHtml } from '../../core/read/html';
import { readText } from '../../core/read/text';
import { formOf, renderPage } from '../support/render';
import { numbered } from '../support/values';

const page = (title: string, body = ''): Document => readHtml(`<title>${title}</title><body><p>首页</p>${body}</body>`);

describe.each<[string, OtherReport, string, string]>([
  ['示例县教育局2024年度部门决算公开', 'final-accounts', '部门决算公开', 'final accounts'],
  ['示例县财政局2025年部门预算', 'budget', '部门预算公开', 'budget'],
  ['示例县政府网站工作年度报表（2024年度）', 'website-annual', '政府网站工作年度报表', 'government website'],
  ['示例县城市管理局2024年度行政执法统计年报', 'enforcement-statistics', '行政执法统计年报', 'law enforcement'],
  ['示例县人民政府2024年法治政府建设年度报告', 'rule-of-law', '法治政府建设年度报告', 'law-based government'],
])('%s', (title, kind, chinese, english) => {
  it.each([
    ['of a page', page(title)],
    ['heading of a page', page('示例县人民政府', `<h1>${title}</h1>`)],
    ['first line of a text', readText(`${title}\n目录\n一、主要职能\n`)],
    ['broken over the first lines', readText(`${title.slice(0, 4)}\n${title.slice(4)}\n目录\n`)],
  ])('as the title %s', (_, document) => {
    expect(otherReportOf(document)).toBe(kind);
  });

  it('is said in both languages', () => {
    const outcome = check(page(title));
    expect(outcome).toMatchObject({ status: 'unrecognised', other: kind });
    expect(explainOutcome(outcome, 'zh-CN').headline).toBe(`这是${chinese}，不是政府信息公开工作年度报告，未作核对。`);
    const { headline } = explainOutcome(outcome, 'en');
    expect(headline).toContain(english);
    expect(headline).toContain('not an open-information annual report; nothing was checked.');
  });
});

it.each([
  ['a column without a year', page('部门决算-示例县人民政府')],
  ['names of columns', page('示例县人民政府', '<p>2024年度部门决算公开</p><p>2024年法治政府建设年度报告</p>')],
  ['a notice about it', page('关于做好2024年度部门决算公开工作的通知')],
  ['two kinds at once', page('示例县2024年部门决算和2025年部门预算')],
  ['the report itself', page('示例县财政局2024年政府信息公开工作年度报告')],
  ['prose that mentions it', readText('2024年，我局完成部门决算公开，更新及时。\n其他工作有序。\n')],
])('says nothing of %s', (_, document) => {
  expect(otherReportOf(document)).toBeNull();
  expect(explainOutcome(check(document), 'zh-CN').headline).toContain('没有认出');
});

it('says nothing where the tables are there, whatever the title', () => {
  const html = renderPage({ form: formOf('2021'), cells: numbered(formOf('2021')) }).replace(
    /<title>.*?<\/title>/,
    '<title>示例县教育局2024年度部门决算公开</title>',
  );
  const outcome = check(readHtml(html));
  expect(outcome.status).toBe('checked');
  expect(outcome).not.toHaveProperty('other');
});
