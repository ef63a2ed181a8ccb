// @vitest-environment jsdom
import { beforeEach, expect, test } from 'vitest';
import { collectLinks } from '../../extension/column/collect-links';
import { type Column, columnOf, joinColumns, yearToCheck } from '../../extension/column/report-links';

const ADDRESS = 'https://www.example.gov.cn/zfxxgk/zfxxgknb/index.html';

beforeEach(() => {
  document.head.innerHTML = '';
});

function read(body: string, { address = ADDRESS, title = '政府信息公开年报', limit = 5000 } = {}): Column {
  const page = new DOMParser().parseFromString(`<title>${title}</title><body>${body}`, 'text/html');
  return columnOf(collectLinks(limit, page, address));
}

const LIST = `
  <nav><a href="/zfxxgk/zfxxgknb/">政府信息公开年报</a><a href="/zfxxgk/zn/">政府信息公开指南</a></nav>
  <ul>
    <li><a href="202501/t1.html">示例县教育局2024年政府信息公开工作年度报告</a><span>2025-01-20</span></li>
    <li><a href="202501/t2.html" title="示例县住房和城乡建设局2024年政府信息公开工作年度报告">示例县住房和城乡建设局2024年政府信息...</a> [2025/1/9]</li>
    <li><a href="http://www.example.gov.cn/zfxxgk/zfxxgknb/202401/t3.html">2023年度示例镇政府信息公开年报</a> 2024年1月30日</li>
    <li><a href="202501/t4.html">图解：示例县教育局2024年政府信息公开工作年度报告</a></li>
    <li><a href="https://elsewhere.example/t5.html">示例县水务局2024年政府信息公开工作年度报告</a></li>
    <li><a href="202501/t6.pdf">示例县林业局2024年年度报告.pdf</a> 2025-02-08</li>
  </ul>
  <a href="index_1.html">2</a><a href="index_1.html">下一页</a><a href="javascript:go(3)">3</a>`;

test('reports of a list: title, organ, year and the date beside the link', () => {
  const column = read(LIST);
  expect(column.reports).toEqual([
    {
      address: 'https://www.example.gov.cn/zfxxgk/zfxxgknb/202501/t1.html',
      title: '示例县教育局2024年政府信息公开工作年度报告',
      organ: '示例县教育局',
      year: 2024,
      date: '2025-01-20',
    },
    {
      address: 'https://www.example.gov.cn/zfxxgk/zfxxgknb/202501/t2.html',
      title: '示例县住房和城乡建设局2024年政府信息公开工作年度报告',
      organ: '示例县住房和城乡建设局',
      year: 2024,
      date: '2025-01-09',
    },
    {
      address: 'https://www.example.gov.cn/zfxxgk/zfxxgknb/202401/t3.html',
      title: '2023年度示例镇政府信息公开年报',
      organ: '示例镇',
      year: 2023,
      date: '2024-01-30',
    },
    {
      address: 'https://www.example.gov.cn/zfxxgk/zfxxgknb/202501/t6.pdf',
      title: '示例县林业局2024年年度报告.pdf',
      organ: '示例县林业局',
      year: 2024,
      date: '2025-02-08',
    },
  ]);
  expect(column.elsewhere).toBe(1);
  expect(column.pages).toEqual(['https://www.example.gov.cn/zfxxgk/zfxxgknb/index_1.html']);
});

test('names of organs alone, where the address says what they are', () => {
  const column = read('<a href="/zfxxgknb/jyj/1.html">教育局</a><a href="/about/jyj.html">水务局</a>');
  expect(column.reports.map(({ title, organ }) => [title, organ])).toEqual([['教育局', '教育局']]);
});

test.each([
  ['示例县综合行政执法局2024年政府信息公开工作年度报告', '示例县综合行政执法局', 2024],
  ['2023年度示例市政府信息公开工作报告', '示例市', 2023],
  ['示例区质量技术监督局政府信息公开年度报告（2022年）', '示例区质量技术监督局', 2022],
  ['2024年政府信息公开年报', '', 2024],
  ['【部门】示例县财政局关于2024年政府信息公开工作年度报告', '示例县财政局', 2024],
])('%s', (title, organ, year) => {
  expect(read(`<a href="1.html">${title}</a>`).reports).toMatchObject([{ title, organ, year }]);
});

test('pages that a known script numbers, and pages without an address', () => {
  const known = read(`${LIST}<script>createPageHTML(4, 0, "index", "html");</script>`);
  expect(known.pages.map((page) => page.split('/').at(-1))).toEqual(['index_1.html', 'index_2.html', 'index_3.html']);
  expect(read('<a href="javascript:next()">下一页</a>').scripted).toBe(true);
});

test('a script that turns pages by their number has no address for them', () => {
  const column = read(`${LIST.replace(/<a href="index_1.*/, '')}<select onchange="go(this.value)">
    <option value="1">第1页</option><option value="2">第2页</option></select>`);
  expect([column.pages, column.scripted]).toEqual([[], true]);
});

test('arrays of a script that name all reports before all addresses pair none of them', () => {
  const organs = ['示例县教育局', '示例县水务局', '示例县林业局'];
  const names = organs.map((organ, at) => `names[${at}]='${organ}2024年政府信息公开工作年度报告';`);
  const addresses = organs.map((_, at) => `urls[${at}]='./t${at}.html';`);
  const list = (lines: readonly string[]): Column => read(`<script>${lines.join('\n')}</script>`);
  expect(list([...names, ...addresses]).reports).toEqual([]);
  expect(list(names.flatMap((name, at) => [name, addresses[at] ?? ''])).reports.map(({ organ }) => organ)).toEqual(
    organs,
  );
});

test('what a page says of its numbered pages is no pattern', () => {
  const collected = { address: ADDRESS, base: '', title: '', links: [], beyond: 0, more: false };
  const { pages } = columnOf({ ...collected, numbered: ['3', 'index', '(', '1'] });
  expect(pages.map((page) => page.split('/').at(-1))).toEqual(['index_1.(', 'index_2.(']);
});

test('a page of another kind is no column', () => {
  for (const text of ['2024年统计年报', '关于做好2024年政府信息公开工作年度报告编制发布工作的通知', '某公司年度报告'])
    expect(
      read(`<a href="a.html">${text}</a>`, { address: 'https://www.example.gov.cn/news/', title: '新闻' }).reports,
    ).toEqual([]);
});

test('names like markup stay text; addresses of scripts and of other schemes are no reports', () => {
  const hostile = read(`
    <a href="a.html">&lt;img src=x onerror=alert(1)&gt;示例县教育局2024年政府信息公开年报</a>
    <a href="javascript:alert(1)">示例县水务局2024年政府信息公开年报</a>
    <a href="data:text/html,x">示例县林业局2024年政府信息公开年报</a>
    <a href="http://[broken">示例县公安局2024年政府信息公开年报</a>`);
  expect(hostile.reports.map(({ title }) => title)).toEqual([
    '<img src=x onerror=alert(1)>示例县教育局2024年政府信息公开年报',
  ]);
});

test('of very many links so many are looked at, and the rest is counted', () => {
  const links = Array.from({ length: 400 }, (_, at) => `<a href="${at}.html">2024年政府信息公开年报${at}</a>`).join('');
  const column = read(`<p>${links}</p>`, { limit: 100 });
  expect(column.reports).toHaveLength(100);
  expect(column.beyond).toBe(300);
});

test('two pages of a list are one list', () => {
  const both = joinColumns(
    read(LIST),
    read(
      '<li><a href="202501/t1.html">示例县教育局2024年政府信息公开年报</a><li><a href="202501/t9.html">示例县审计局2024年政府信息公开年报</a>',
    ),
  );
  expect(both.reports.map(({ address }) => address.split('/').at(-1))).toEqual([
    't1.html',
    't2.html',
    't3.html',
    't6.pdf',
    't9.html',
  ]);
});

test('the year to check is the last one that has ended', () => {
  const years = (...list: (number | null)[]) => list.map((year) => ({ year }));
  expect(yearToCheck(years(2022, 2024, 2025, null), 2025)).toBe(2024);
  expect(yearToCheck(years(null), 2025)).toBe(null);
});
