import { describe, expect, it } from 'vitest';
import { identify } from '../../core/document/identity';
import { readHtml } from '../../core/read/html';
import { readText } from '../../core/read/text';

const BODY = '<p>一、总体情况</p><p>正文。</p>';

describe('organ and year of a title', () => {
  it.each([
    ['示例县财政局2024年政府信息公开工作年度报告', '示例县财政局', 2024],
    ['示例县财政局 2024 年政府信息公开工作年度报告', '示例县财政局', 2024],
    ['示例县&nbsp;财政局2024年政府信息公开工作年度报告', '示例县财政局', 2024],
    ['示例县财政局—2024年政府信息公开工作年度报告', '示例县财政局', 2024],
    ['示例县财政局：2024年政府信息公开工作年度报告', '示例县财政局', 2024],
    ['【年报】示例县财政局2024年政府信息公开工作年度报告', '示例县财政局', 2024],
    ['示例县财政局关于2024年度政府信息公开情况的报告', '示例县财政局', 2024],
    ['2024年示例县财政局政府信息公开工作年度报告', '示例县财政局', 2024],
    ['示例县财政局政府信息公开工作年度报告（2024年度）', '示例县财政局', 2024],
    ['示例县财政局政府信息公开工作2024年度报告', '示例县财政局', 2024],
    ['示例县财政局二〇二四年政府信息公开工作年度报告', '示例县财政局', 2024],
    ['示例县财政局2024年政府信息公开年度报告', '示例县财政局', 2024],
    ['示例县财政局2024年政务信息公开工作报告', '示例县财政局', 2024],
    ['示例市（示例区）管委会2024年政府信息公开工作年度报告', '示例市（示例区）管委会', 2024],
    ['示例縣財政局2024年政府信息公開工作年度報告', '示例縣財政局', 2024],
    ['示例县人民政府2024年信息公开年度报告', '示例县人民政府', 2024],
    ['示例县人民政府信息公开工作年度报告（2024年度）', '示例县人民政府', 2024],
    ['2024年政府信息公开工作年度报告', null, 2024],
    ['示例县财政局政府信息公开工作年度报告', '示例县财政局', null],
  ])('%s', (title, organ, year) => {
    const found = identify(readHtml(`<h1>${title}</h1>${BODY}`));
    expect([found.organ, found.year]).toEqual([organ, year]);
    expect(identify(readText(`${title.replace('&nbsp;', '\u00a0')}\n一、总体情况\n正文。`)).organ).toBe(organ);
  });
});

describe('where the title stands', () => {
  const title = '示例县财政局2024年政府信息公开工作年度报告';
  const other = '示例县教育局2022年政府信息公开工作年度报告';
  it.each([
    ['broken over lines', '<p>示例县财政局</p><p>2024年政府信息公开工作</p><p>年度报告</p>'],
    ['organ on a line of its own', '<p>示例县财政局</p><p>2024年政府信息公开工作年度报告</p>'],
    ['below a list of other reports', `<ul><li>${other}</li><li>${other}</li></ul><p>${title}</p>`],
    ['in a table of particulars', `<table><tr><td>名称</td><td>${title}</td></tr></table>`],
    ['only quoted', `<p>现发布《${title}》。</p>`],
    ['beside the date', `<p>${title}</p><p>发布时间：2025-01-20 来源：办公室</p>`],
  ])('%s', (_, head) => {
    expect(identify(readHtml(`${head}${BODY}<h3>${other}</h3>`))).toMatchObject({ organ: '示例县财政局', year: 2024 });
  });

  it('finds the period and a quoted title far into a long foreword', () => {
    const foreword = '本报告根据有关规定编制，'.repeat(30);
    const page = `<p>${foreword}数据自2024年1月1日起至2024年12月31日止。</p>`;
    expect(identify(readHtml(page + BODY)).year).toBe(2024);
    expect(identify(readHtml(`<p>${foreword}现发布《${title}》。</p>${BODY}`)).organ).toBe('示例县财政局');
  });

  it('does not take a line of particulars for the organ', () => {
    const page = '<h1>2024年政府信息公开工作年度报告</h1><p>发布时间：2025-01-20 10:00 来源：办公室</p>';
    expect(identify(readHtml(page + BODY)).organ).toBeNull();
  });

  it('does not take a notice about reports for a report', () => {
    const page =
      '<p>根据《示例省人民政府办公厅关于做好2020年政府信息公开年度报告编制和发布工作的通知》，数据自2021年1月1日至12月31日止。</p>';
    expect(identify(readHtml(page))).toEqual({ organ: null, year: 2021, title: null });
  });
});

describe('the year where title and text disagree', () => {
  const SPOKEN = '<p>2024年，我局公开信息20条。2024年度未收到申请。</p>';
  const period = (year: number): string => `<p>统计期限为${year}年1月1日至${year}年12月31日。</p>`;
  const published = (date: string): string => `<p>发布日期：${date}</p>`;
  it.each([
    ['the title, where only the period differs', period(2024), 2023],
    ['the title, where only the text differs', SPOKEN, 2023],
    ['the title, where only the date differs', published('2025-01-20'), 2023],
    ['the other, where period and text agree', period(2024) + SPOKEN, 2024],
    ['the other, where period and date agree', published('2025-01-20') + period(2024), 2024],
    ['the other, where text and date agree', published('2025-01-20') + SPOKEN, 2024],
    ['the title, where the date sides with it', published('2024-01-20') + period(2024) + SPOKEN, 2023],
    ['the title, where the date is of its own last months', published('2025-12-20') + period(2024), 2023],
    [
      'the title, where the text speaks of many years',
      `${published('2025-01-20')}<p>2024年多于2022年，2024年也好于2022年。</p>`,
      2023,
    ],
  ])('%s', (_, text, year) => {
    const [head, body] = text.startsWith('<p>发布') ? [text, ''] : ['', text];
    const page = `<h1>示例县财政局2023年政府信息公开工作年度报告</h1>${head}<p>一、总体情况</p>${body}`;
    expect(identify(readHtml(page)).year).toBe(year);
  });
});

it('takes no sentence for a title', () => {
  const found = [
    '全年更新信息17条，信息公开指南1条，2023年信息公开年度报告1条。',
    '根据转发的《关于2020年政府信息公开年度报告的通报》',
  ].map((line) => identify(readHtml(`<p>${line}</p>${BODY}`)));
  expect(found.map(({ organ }) => organ)).toEqual([null, null]);
});
