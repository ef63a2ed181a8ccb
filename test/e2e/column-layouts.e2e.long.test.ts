/** Lists as sites lay them out, with the shipped extension: links that scripts open, records in scripts, frames, GBK. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { encode } from '../support/encode';
import { axeViolations } from './harness/axe';
import { root } from './harness/build';
import { scriptedSite } from './harness/for-file';
import { sayYesTo } from './harness/leave';
import { ended, openList, report, rowOf } from './harness/round';
import { shippedExtension } from './harness/shipped-extension';
import { html } from './harness/site';

const layout = (name: string): string => readFileSync(join(root, 'test/fixtures/columns', name), 'utf8');
const gbk = (text: string) => ({ body: encode(text, 'gb18030') });

const extension = shippedExtension();
const site = scriptedSite(() => {
  const first = layout('onclick-links.html')
    .replaceAll('list.jsp?uid=7&pageNum=2', 'second.jsp')
    .replaceAll(/show\.jsp\?id=(\d+)/g, 'show$1.jsp')
    .replace('</body>', '<a href="third.jsp">3</a></body>');
  return {
    '/xxgk/list.jsp': () => gbk(first),
    '/xxgk/second.jsp': () => html(layout('hanweb-records.html').replaceAll('http://www.example.gov.cn', '')),
    '/xxgk/third.jsp': () => html(layout('framed.html')),
    '/xxgk/list/framed-list.html': () => html(layout('parallel-dates.html')),
    '/xxgk/show1001.jsp': () => gbk(report('示例区教育局').replace('charset="utf-8"', 'charset="gb2312"')),
    '/xxgk/show1002.jsp': () => html(report('示例区水务局')),
    '/art/2025/2/5/art_7_1003.html': () => html(report('示例市林业局')),
    '/xxgk/list/2025/0211/1002.html': () => html(report('示例县水务局')),
  };
});

test('listed with their dates, read on, and checked', async () => {
  await sayYesTo(extension, site.origin);
  const round = await openList(extension, site, '/xxgk/list.jsp');
  await round.bringToFront();
  const rows = round.locator('.round-table tbody tr');
  expect(await rows.count()).toBe(5);
  expect(await rowOf(round, '示例区水务局')).toContain('2025-02-11');
  await round.getByText('另有 1 篇只能由网页脚本打开，没有网址，没有列入。').waitFor();

  await round.getByRole('button', { name: '读取其余 2 页' }).click();
  await expect.poll(() => rows.count(), { timeout: 40_000 }).toBe(11);
  expect(await rowOf(round, '示例市林业局')).toContain('2025-02-05');
  expect(await rowOf(round, '示例县林业局')).toContain('2025-01-09');

  // The records of the second page are not all of them.
  await round.getByText('本栏目用脚本翻页').waitFor();
  await round.getByRole('button', { name: '全不选' }).click();
  for (const organ of ['示例区教育局', '示例区水务局', '示例市林业局', '示例县水务局'])
    await rows.filter({ hasText: organ }).getByRole('checkbox').check();
  await round.getByRole('button', { name: '核对选中的 4 篇' }).click();
  await ended(round);
  for (const organ of ['示例区教育局', '示例区水务局', '示例市林业局', '示例县水务局'])
    expect(await rowOf(round, organ)).toContain('错误 4');
  expect(await rowOf(round, '示例区教育局')).not.toContain('晚于期限');
  for (const organ of ['示例区水务局', '示例市林业局', '示例县水务局'])
    expect(await rowOf(round, organ)).toContain('晚于期限 2025-01-31');
  expect(await axeViolations(round)).toEqual([]);
});

/** The first page, where it stands, where its second stands, and how many further pages it names. */
const NUMBERED: readonly (readonly [string, string, string, number])[] = [
  ['numbered-from-one.html', '/nb/nb_list.shtml', '/nb/nb_list_2.shtml', 4],
  ['bracketed-pages.html', '/nb/list.asp', '/nb/page2.asp', 3],
  ['script-arrays.html', '/nb/index.html', '/nb/index_1.html', 2],
];

test.each(NUMBERED)('%s: listed, its pages read on with what they add', async (file, address, second, pages) => {
  // The little server knows paths alone.
  const first = layout(file).replaceAll(/list\.asp\?cid=7&page=(\d)/g, 'page$1.asp');
  site.answers = {
    ...site.answers,
    [address]: () => (file.startsWith('bracketed') ? gbk(first) : html(first)),
    [second]: () =>
      html(
        '<!doctype html><title>年报</title><ul><li><a href="/nb/9.html">示例县审计局2024年政府信息公开工作年度报告</a> 2025-01-13</ul>',
      ),
  };
  await sayYesTo(extension, site.origin);
  const round = await openList(extension, site, address);
  await round.bringToFront();
  const rows = round.locator('.round-table tbody tr');
  expect(await rows.count()).toBe(3);
  expect(await rowOf(round, '水务局')).toContain('2025-02-11');
  await round.getByLabel(/在后台标签页打开/).uncheck();
  await round.getByRole('button', { name: `读取其余 ${pages} 页` }).click();
  await expect.poll(() => rows.count(), { timeout: 40_000 }).toBe(4);
  expect(await rowOf(round, '审计局')).toContain('2025-01-13');
});
