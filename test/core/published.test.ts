/** A date of publication is one that the page states as such; any other date is none. */
import { describe, expect, it } from 'vitest';
import { publicationOf } from '../../core/document/published';
import { readHtml } from '../../core/read/html';
import { readText } from '../../core/read/text';

const TITLE = '<h1>示例县财政局2024年政府信息公开工作年度报告</h1>';
const BODY = '<h2>一、总体情况</h2><p>正文。</p>';
const dateOf = (html: string): string | null => publicationOf(readHtml(html))?.date ?? null;

describe('is read', () => {
  it.each([
    ['发布日期：2025-01-24', '2025-01-24'],
    ['发布时间:2025年1月24日', '2025-01-24'],
    ['发布时间：2025/1/4 09:04 来源：办公室', '2025-01-04'],
    ['【发布时间：2025.01.24】', '2025-01-24'],
    ['发 布 日 期： 2025 年 1 月 24 日', '2025-01-24'],
    ['公开日期: 2025-01-24', '2025-01-24'],
    ['發布時間：2025-01-24', '2025-01-24'],
    ['来源：办公室 时间：2025-01-24 浏览：12', '2025-01-24'],
    ['[2025-01-24 10:00]', '2025-01-24'],
    ['2025-01-24', '2025-01-24'],
    ['2025年1月24日 10:00', '2025-01-24'],
    ['2025-01-24 来源：办公室', '2025-01-24'],
    ['发布日期：2025-01-24 发文日期：2025-01-20', '2025-01-24'],
  ])('%s', (line, date) => {
    expect(dateOf(`${TITLE}<p>${line}</p>${BODY}`)).toBe(date);
  });

  it('in a table of particulars, with its cell', () => {
    const table =
      '<table><tr><td>索引号</td><td>1/2025-2</td></tr><tr><td>公开日期：</td><td>2025-01-24</td></tr></table>';
    expect(publicationOf(readHtml(`${table}${TITLE}${BODY}`))).toEqual({
      date: '2025-01-24',
      place: { block: 0, cell: 3 },
    });
    const text = '索 引 号: | 1133 | 发布机构: | 某局 |\n文 号: | 公开日期: | 2024-01-15 09:04 | |\n一、总体情况';
    expect(publicationOf(readText(text))?.date).toBe('2024-01-15');
  });

  it('where the page declares it for machines alone', () => {
    const meta = '<head><meta name="PubDate" content="2025-01-24 10:00"></head>';
    expect(publicationOf(readHtml(`${meta}${TITLE}${BODY}`))).toEqual({ date: '2025-01-24', place: null });
    expect(dateOf(`${meta}${TITLE}<p>发布日期：2025-02-24</p>${BODY}`)).toBe('2025-02-24');
  });
});

describe('is not read', () => {
  it.each([
    ['a date of the text', `${TITLE}<p>（2025年1月24日）</p>${BODY}`],
    ['a day without an hour, which may be that of the text', `${TITLE}<p>2025年1月24日</p>${BODY}`],
    ['成文日期', `${TITLE}<p>成文日期：2025-01-24 来源：办公室</p>${BODY}`],
    ['dates of a list above the title', `<p>2025-01-24</p>${TITLE}${BODY}`],
    ['a date below the text', `${TITLE}${BODY}<p>发布日期：2025-01-24</p>`],
    ['two that differ', `${TITLE}<p>发布日期：2025-01-24</p><p>发布日期：2025-02-24</p>${BODY}`],
    ['what is no day', `${TITLE}<p>发布日期：2025-13-24</p>${BODY}`],
    ['a sentence about publishing', `${TITLE}<p>本报告于2025年1月24日公开。</p>${BODY}`],
  ])('%s', (_, html) => {
    expect(dateOf(html)).toBeNull();
  });
});
