// @vitest-environment jsdom
/** Lists of reports as sites lay them out: which reports, of whom, of what year, published when, and what leads on. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { check } from '../../core/index';
import { readHtml } from '../../core/read/html';
import { collectLinks } from '../../extension/column/collect-links';
import { collectedSchema } from '../../extension/column/page-links';
import { type Column, columnOf } from '../../extension/column/report-links';
import { compareUnits, unitsIn } from '../../extension/round/units';

const HOME = 'https://www.example.gov.cn/zfxxgk/zfxxgknb/index.html';

function read(file: string, address = HOME): Column {
  const html = readFileSync(join('test/fixtures/columns', file), 'utf8');
  const page = new DOMParser().parseFromString(html, 'text/html');
  const collected = collectLinks(5000, page, address);
  // What the page's own script sends must pass the guard.
  return columnOf(collectedSchema.parse(collected));
}

/** Path from the site on, organ, year, date. */
const rows = ({ reports }: Column): readonly (readonly [string, string, number | null, string])[] =>
  reports.map(({ address, organ, year, date }) => [address.replace(/^https?:\/\/[^/]+/, ''), organ, year, date]);
const paths = (addresses: readonly string[]): readonly string[] =>
  addresses.map((address) => address.replace(/^https?:\/\/[^/]+/, ''));

test('base of its own, dates before the names, names cut short, a number before, a year in characters', () => {
  const column = read('trs-list.html');
  expect(rows(column)).toEqual([
    ['/zfxxgk/zfxxgknb/202501/t20250120_1001.html', '示例县教育局', 2024, '2025-01-20'],
    ['/zfxxgk/zfxxgknb/202502/t20250211_1002.html', '示例县水务局', 2024, '2025-02-11'],
    ['/ldzz/202501/t20250108_1003.html', '示例镇人民政府', 2024, '2025-01-08'],
    ['/zfxxgk/zfxxgknb/202401/t20240112_0901.html', '示例县教育局', 2023, '2024-01-12'],
  ]);
  expect(paths(column.pages)).toEqual(['/zfxxgk/zfxxgknb/index_1.html', '/zfxxgk/zfxxgknb/index_2.html']);
});

test('records in a script that a page draws its list from; those not in it are said', () => {
  const column = read('hanweb-records.html', 'https://www.example.gov.cn/col/col7/index.html');
  expect(rows(column)).toEqual([
    ['/art/2025/1/20/art_7_1001.html', '示例市教育局', 2024, '2025-01-20'],
    ['/art/2025/1/21/art_7_1002.html', '示例市水务局', 2024, '2025-01-21'],
    ['/art/2025/2/5/art_7_1003.html', '示例市林业局', 2024, '2025-02-05'],
  ]);
  expect(column.scripted).toBe(true);
});

test('the same list drawn: its pages are turned by a script', () => {
  const column = read('hanweb-drawn.html', 'https://www.example.gov.cn/col/col7/index.html');
  expect(column.reports).toHaveLength(2);
  expect(column.scripted).toBe(true);
});

test('links that a script opens: the address is read out of it, and nothing is run', () => {
  const column = read('onclick-links.html', 'https://www.example.gov.cn/xxgk/list.jsp?uid=7');
  expect(rows(column)).toEqual([
    ['/xxgk/show.jsp?id=1001', '示例区教育局', 2024, '2025-01-20'],
    ['/xxgk/show.jsp?id=1002', '示例区水务局', 2024, '2025-02-11'],
    ['/xxgk/show.jsp?id=1003', '示例区林业局', 2024, '2025-01-09'],
    ['/xxgk/show.jsp?id=1004', '示例区财政局', 2024, '2025-01-10'],
    ['/xxgk/show.jsp?id=1005', '示例区民政局', 2024, '2025-01-11'],
  ]);
  expect(paths(column.pages)).toEqual(['/xxgk/list.jsp?uid=7&pageNum=2']);
  // One has no address at all: it is not passed over in silence.
  expect(column.unopened).toBe(1);
});

test('dates in a list beside the list', () => {
  expect(rows(read('parallel-dates.html')).map(([, organ, , date]) => [organ, date])).toEqual([
    ['示例县教育局', '2025-01-20'],
    ['示例县水务局', '2025-02-11'],
    ['示例县林业局', '2025-01-09'],
  ]);
});

test('boxes instead of rows, the day before the month, dates within the link', () => {
  expect(rows(read('rows-of-boxes.html')).map(([, organ, year, date]) => [organ, year, date])).toEqual([
    ['示例县教育局', 2024, '2025-01-20'],
    ['示例县水务局', 2024, '2025-02-11'],
    ['示例县林业局', 2024, '2025-01-09'],
    ['示例县财政局', 2024, '2025-01-10'],
    ['示例县民政局', 2024, '2025-01-11'],
    ['示例县审计局', 2024, '2025-01-12'],
    ['示例县统计局', 2024, '2025-02-03'],
  ]);
});

test('day and month alone get the year of the address, where its month is the same', () => {
  expect(rows(read('short-dates.html')).map(([, organ, , date]) => [organ, date])).toEqual([
    ['示例县教育局', '2025-01-20'],
    ['示例县水务局', '2025-02-11'],
    ['示例县教育局', ''],
  ]);
});

test('of several dates in a row, the one of publication by the heading of its column', () => {
  expect(rows(read('columns-of-dates.html')).map(([, organ, , date]) => [organ, date])).toEqual([
    ['示例县教育局', '2025-01-20'],
    ['示例县水务局', '2025-02-11'],
    ['示例县林业局', '2025-01-21'],
  ]);
});

test('a folder for each year is more of the list; years elsewhere on the site are not', () => {
  const column = read('year-folders.html');
  expect(column.reports).toHaveLength(2);
  expect(paths(column.pages)).toEqual([
    '/zfxxgk/zfxxgknb/2024/',
    '/zfxxgk/zfxxgknb/2023/',
    '/zfxxgk/zfxxgknb/2022/index.html',
    '/zfxxgk/zfxxgknb/2021/index.html',
  ]);
});

test('a list that stands in a script as data', () => {
  const column = read('json-script.html', 'https://www.example.gov.cn/xxgk/nb/index.html');
  expect(rows(column)).toEqual([
    ['/xxgk/nb/1001.html', '示例县教育局', 2024, '2025-01-20'],
    ['/xxgk/nb/1002.html', '示例县水务局', 2024, '2025-02-11'],
    ['/xxgk/nb/1004.html', '示例县财政局', 2024, '2025-01-10'],
  ]);
});

test('pages that another script numbers, from one; dates with the hour', () => {
  const address = 'https://www.example.gov.cn/zfxxgk/nb/nb_list.shtml';
  const column = read('numbered-from-one.html', address);
  expect(rows(column)).toEqual([
    ['/zfxxgk/202501/t20250120_1001.html', '示例市教育局', 2024, '2025-01-20'],
    ['/zfxxgk/202502/t20250211_1002.html', '示例市水务局', 2024, '2025-02-11'],
    ['/zfxxgk/202501/t20250109_1003.html', '示例市林业局', 2024, '2025-01-09'],
  ]);
  const pages = ['nb_list_2', 'nb_list_3', 'nb_list_4', 'nb_list_5'].map((name) => `/zfxxgk/nb/${name}.shtml`);
  expect(paths(column.pages)).toEqual(pages);
  // From a page in the middle the first one is named, too.
  const third = read('numbered-from-one.html', address.replace('nb_list', 'nb_list_3'));
  expect(paths(third.pages)).toEqual(['/zfxxgk/nb/nb_list.shtml', pages[0], pages[2], pages[3]]);
});

test('a table for each row; numbers and words of the pages in brackets', () => {
  const column = read('bracketed-pages.html', 'https://www.example.gov.cn/xxgk/list.asp?cid=7');
  expect(rows(column)).toEqual([
    ['/xxgk/show.asp?id=1001', '示例县教育局', 2024, '2025-01-20'],
    ['/xxgk/show.asp?id=1002', '示例县水务局', 2024, '2025-02-11'],
    ['/xxgk/show.asp?id=1003', '示例县林业局', 2024, '2025-01-09'],
  ]);
  expect(paths(column.pages)).toEqual([1, 2, 3].map((page) => `/xxgk/list.asp?cid=7&page=${page}`));
});

test('a list in a script, an array for each column; its pages to choose from', () => {
  const column = read('script-arrays.html');
  expect(rows(column)).toEqual([
    ['/zfxxgk/zfxxgknb/202501/t20250120_1001.html', '示例县教育局', 2024, '2025-01-20'],
    ['/zfxxgk/zfxxgknb/202502/t20250211_1002.html', '示例县水务局', 2024, '2025-02-11'],
    ['/zfxxgk/zfxxgknb/202501/t20250109_1004.html', '示例县财政局', 2024, '2025-01-09'],
  ]);
  expect(paths(column.pages)).toEqual(['/zfxxgk/zfxxgknb/index_1.html', '/zfxxgk/zfxxgknb/index_2.html']);
});

test('pages in a folder called as the list', () => {
  const column = read('counted-down.html', 'https://www.example.gov.cn/xxgk/zfxxgknb.htm');
  expect(rows(column).map(([path, , , date]) => [path, date])).toEqual([
    ['/info/1045/1001.htm', '2025-01-20'],
    ['/info/1045/1002.htm', '2025-01-21'],
  ]);
  expect(paths(column.pages)).toEqual(['/xxgk/zfxxgknb/2.htm', '/xxgk/zfxxgknb/1.htm']);
});

test('dates against the deadline, units against a pasted list', () => {
  const column = read('trs-list.html');
  const report = readFileSync('samples/planted-2024.html', 'utf8');
  const late = column.reports
    .filter(({ year }) => year === 2024)

    .map(({ organ, date }) => {
      const document = readHtml(report.replaceAll('示例县人民政府', organ));
      return check(document, { published: date }).findings.some(({ rule }) => rule === 'publish-late');
    });
  expect(late).toEqual([false, true, false]);

  const items = column.reports.map((report, id) => ({
    ...report,
    id,
    round: 1,
    state: 'done' as const,
    before: null,
    failure: null,
    at: '',
    tab: false,
    result: {
      report: `${id}`,
      known: false,
      organ: report.organ,
      year: report.year,
      errors: 0,
      warnings: 0,
      late: null,
      changes: null,
    },
  }));
  const pasted = '1. 教育局\r\n2、县水务局\n示例镇\n县林业局\t县财政局';
  const compared = compareUnits(unitsIn(pasted), items, 2024, '示例县');
  expect(compared).toMatchObject({ units: 5, reports: 3 });
  expect(compared.without.missing).toEqual(['县林业局', '县财政局']);
});
