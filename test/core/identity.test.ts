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
