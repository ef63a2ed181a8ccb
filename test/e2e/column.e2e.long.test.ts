/** 年报栏目: a real click on a list of reports, the leave asked for, every kind of answer a site gives, and the table at the end. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { encode } from '../support/encode';
import { axeViolations } from './harness/axe';
import { extensionFolder } from './harness/build';
import { scriptedSite } from './harness/for-file';
import { leaveNow, sayYesTo } from './harness/leave';
import { drawnLate, ended, openList, report, rowOf } from './harness/round';
import { shippedExtension } from './harness/shipped-extension';
import { type Answer, html } from './harness/site';
import { stopWorker } from './harness/stop-worker';

const link = (path: string, organ: string, date: string, year = 2024): string =>
  `<li><a href="${path}">${organ}${year}年政府信息公开工作年度报告</a><span>${date}</span></li>`;

const list = (items: string, more = ''): string =>
  `<!doctype html><meta charset="gb2312"><title>政府信息公开年报</title>
   <nav><a href="/nb/">政府信息公开年报</a><a href="/zn/">政府信息公开指南</a></nav><ul>${items}</ul>${more}`;

function answers(): Record<string, () => Answer> {
  let refusals = 1;
  return {
    '/nb/index.html': () => ({
      body: encode(
        list(
          link('jyj.html', '示例县教育局', '2025-01-20') +
            link('swj.html', '示例县水务局', '2025-02-11') +
            link('lyj.html', '示例县林业局', '2025-01-08') +
            link('czj.html', '示例县财政局', '2025-01-09') +
            link('mzj.html', '示例县民政局', '2025-01-10') +
            link('gaj.html', '示例县公安局', '2025-01-11') +
            link('jyj2023.html', '示例县教育局', '2024-01-12', 2023),
          '<script>function createPageHTML() {} createPageHTML(2, 0, "index", "html");</script>',
        ),
        'gb18030',
      ),
    }),
    '/nb/index_1.html': () =>
      html(
        '<!doctype html><title>政府信息公开年报</title><ul></ul><script>setTimeout(() => { document.querySelector("ul").innerHTML = ' +
          JSON.stringify(link('sjj.html', '示例县审计局', '2025-01-13')) +
          '; }, 300);</script>',
      ),
    '/nb/jyj.html': () => html(report('示例县教育局')),
    '/nb/swj.html': () => ({
      body: encode(report('示例县水务局').replace('charset="utf-8"', 'charset="gb2312"'), 'gb18030'),
    }),
    '/nb/lyj.html': () =>
      refusals-- > 0 ? { status: 503, headers: { 'retry-after': '1' } } : html(report('示例县林业局')),
    '/nb/czj.html': () => ({ status: 302, headers: { location: `${other.origin}/stolen.html` } }),
    '/nb/mzj.html': () => html(drawnLate('示例县民政局')),
    '/nb/sjj.html': () => html(report('示例县审计局')),
    '/nb/jyj2023.html': () => html(report('示例县教育局', 2023)),
  };
}

const extension = shippedExtension();
const other = scriptedSite(() => ({ '/stolen.html': () => html(report('别处')) }));
const site = scriptedSite(answers);

test('a list is offered, its reports checked with every kind of answer, and the table shows them', async () => {
  const round = await openList(extension, site);
  expect(await round.locator('.round-table tbody tr').count()).toBe(6);
  expect(await round.locator('.round-table input:checked').count()).toBe(6);
  expect(await rowOf(round, '教育局')).toMatch(/示例县教育局[\s\S]*2024[\s\S]*2025-01-20/);
  expect(await leaveNow(extension)).toEqual([]);
  await sayYesTo(extension, site.origin);
  expect(await leaveNow(extension)).toEqual([]);

  await round.bringToFront();
  await round.getByRole('button', { name: '读取其余 1 页' }).click();
  await round.getByText('审计局').first().waitFor();
  await round.getByRole('button', { name: '核对选中的 7 篇' }).click();
  await ended(round);
  for (const organ of ['教育局', '水务局', '林业局', '民政局', '审计局'])
    expect(await rowOf(round, organ)).toContain('错误 4');
  expect(await rowOf(round, '民政局')).toContain('经标签页读取');
  expect(await rowOf(round, '财政局')).toContain('转到了别的网站');
  expect(await rowOf(round, '公安局')).toContain('网页已不存在');
  expect(await rowOf(round, '水务局')).toContain('晚于期限 2025-01-31');
  expect(await rowOf(round, '教育局')).not.toContain('晚于期限');
  // Nobody followed the redirect, and the leave is given back.
  expect(other.asked).toEqual([]);
  expect(await leaveNow(extension)).toEqual([]);
  expect(
    extension.context
      .pages()
      .map((each) => each.url())
      .filter((url) => url.includes('mzj')),
  ).toEqual([]);
  // 教育局 of 2023 was not ticked.
  expect(site.asked.filter(({ path }) => path === '/nb/jyj2023.html')).toEqual([]);

  const batch = await extension.context.newPage();
  await batch.goto(`chrome-extension://${extension.id}/pwa/index.html#/batch`);
  for (const organ of ['示例县教育局', '示例县水务局', '示例县林业局', '示例县民政局', '示例县审计局'])
    await batch.getByText(organ).filter({ visible: true }).first().waitFor();
  expect(await batch.locator('body').innerText()).not.toContain('别处');
});

test('the site is asked politely: two at most, a pause between', async () => {
  await sayYesTo(extension, site.origin);
  const round = await openList(extension, site);
  site.asked.length = 0;
  await round.bringToFront();
  await round.getByRole('button', { name: /核对选中的 6 篇/ }).click();
  await ended(round);
  // The background tab asks for itself, once.
  const tab = site.asked.findLastIndex(({ path }) => path === '/nb/mzj.html');
  const asked = site.asked.filter(({ path }, at) => path.startsWith('/nb/') && at !== tab).map(({ at }) => at);
  const pauses = asked.slice(1).map((at, index) => at - (asked[index] ?? 0));
  expect(pauses.length).toBeGreaterThan(5);
  // A busy machine shortens what was half a second where it was asked.
  expect(Math.min(...pauses)).toBeGreaterThan(300);
});

test('the page is closed and the service worker killed in the middle: nothing is lost, and it goes on', async () => {
  await sayYesTo(extension, site.origin);
  const round = await openList(extension, site);
  const address = round.url();
  await round.bringToFront();
  await round.getByRole('button', { name: /核对选中的 6 篇/ }).click();
  await round.getByText('错误 4').first().waitFor();
  await stopWorker(extension);
  await round.close();
  const again = await extension.context.newPage();
  await again.goto(address);
  await again.getByText('错误 4').first().waitFor();
  // The leave of the round that was cut short does not stand for ever.
  await expect.poll(() => leaveNow(extension)).toEqual([]);
  const resume = again.getByRole('button', { name: /接着核对这 \d 篇/ });
  await resume.click();
  await ended(again);
  for (const organ of ['教育局', '水务局', '林业局', '民政局']) expect(await rowOf(again, organ)).toContain('错误 4');
  expect(await leaveNow(extension)).toEqual([]);
});

test('stopped: what was checked stays, the rest is still on the list', async () => {
  await sayYesTo(extension, site.origin);
  const round = await openList(extension, site);
  await round.bringToFront();
  await round.getByRole('button', { name: /核对选中的 6 篇/ }).click();
  await round.getByText('错误 4').first().waitFor();
  await round.getByRole('button', { name: '停止' }).click();
  await round.getByText('已停止').waitFor();
  await expect.poll(() => round.getByText('未核对').count()).toBeGreaterThan(0);
  expect(await round.getByText('等待').count()).toBe(0);
});

test('units of a pasted list without a report', async () => {
  await sayYesTo(extension, site.origin);
  const round = await openList(extension, site);
  await round.bringToFront();
  await round.getByRole('button', { name: /核对选中的 6 篇/ }).click();
  await ended(round);
  await round.getByText('对照单位名单').click();
  await round.getByLabel('单位名单').fill('教育局\n水务局\n示例县统计局\n林业局');
  await round.getByLabel(/地区/).fill('示例县');
  await round.getByRole('button', { name: '对照', exact: true }).click();
  const said = round.locator('.round-units [role="status"]');
  await expect.poll(() => said.innerText()).toContain('未见年报的 1 个');
  expect(await said.innerText()).toMatch(/未见年报的 1 个\s*示例县统计局/);
  expect(await said.innerText()).toContain('另有 2 篇没有核对成');
});

test('keyboard alone, both languages, and axe finds nothing in light and dark', async () => {
  const round = await openList(extension, site);
  for (const colorScheme of ['light', 'dark'] as const) {
    await round.emulateMedia({ colorScheme });
    expect(await axeViolations(round)).toEqual([]);
  }
  await round.locator('.round-table input').first().focus();
  await round.keyboard.press('Space');
  await round.getByRole('button', { name: '核对选中的 5 篇' }).waitFor();
  await sayYesTo(extension, site.origin);
  await round.bringToFront();
  await round.getByRole('button', { name: '核对选中的 5 篇' }).focus();
  await round.keyboard.press('Enter');
  // The button gives way to the one that stops, and the focus goes along.
  await expect.poll(() => round.evaluate(() => document.activeElement?.textContent)).toBe('停止');
  await ended(round);
  await expect.poll(() => round.evaluate(() => document.activeElement?.textContent)).toBe('核对完毕');
  await round.evaluate(() => localStorage.setItem('gouji.language', 'en'));
  await round.reload();
  await round.getByText('After the deadline 2025-01-31').waitFor();
  expect(await axeViolations(round)).toEqual([]);
});

test('a list in a frame whose pages a script turns: two clicks, one list', async () => {
  const rows = (first: string, second: string, third: string): string =>
    [first, second, third].map((organ) => link(`${organ}.html`, organ, '2025-01-20')).join('');
  site.answers['/nb/framed.html'] = () =>
    html('<!doctype html><title>政府信息公开年报</title><iframe src="inner.html"></iframe>');
  site.answers['/nb/inner.html'] = () =>
    html(`<!doctype html><ul></ul><a href="javascript:show(second)">下一页</a><script>
      const first = ${JSON.stringify(rows('示例县教育局', '示例县水务局', '示例县林业局'))};
      const second = ${JSON.stringify(rows('示例县财政局', '示例县民政局', '示例县公安局'))};
      const show = (rows) => { document.querySelector('ul').innerHTML = rows; };
      setTimeout(() => show(first), 300);</script>`);
  const round = await openList(extension, site, '/nb/framed.html');
  expect(await round.locator('.round-table tbody tr').count()).toBe(3);
  expect(await round.locator('main').innerText()).toContain('本栏目用脚本翻页');
  const page = extension.context.pages().find((each) => each.url().endsWith('framed.html'));
  if (page === undefined) throw new Error('the list is no longer open');
  await page.bringToFront();
  await page.frameLocator('iframe').getByText('下一页').click();
  const panel = await extension.panel(page);
  const opened = extension.context.waitForEvent('page');
  await panel.getByRole('button', { name: '核对本栏目的年报' }).click();
  const again = await opened;
  await expect.poll(() => again.locator('.round-table tbody tr').count()).toBe(6);
  expect(again.url()).toBe(round.url());
});

test('units with a list of their own: their reports join the list', async () => {
  const unit = (path: string, organ: string): string => `<li><a href="/xxgknb/${path}/">${organ}</a></li>`;
  site.answers['/xxgknb/'] = () =>
    html(list(unit('jyj', '教育局') + unit('swj', '水务局') + unit('lyj', '林业局')).replace('gb2312', 'utf-8'));
  site.answers['/xxgknb/jyj/'] = () =>
    html(
      list(
        [2022, 2023, 2024].map((year) => link(`${year}.html`, '示例县教育局', `${year + 1}-01-20`, year)).join(''),
      ).replace('gb2312', 'utf-8'),
    );
  await sayYesTo(extension, site.origin);
  const round = await openList(extension, site, '/xxgknb/');
  await round.bringToFront();
  await round.getByLabel(/在后台标签页打开/).uncheck();
  await round.getByRole('button', { name: '核对选中的 3 篇' }).click();
  await ended(round);
  expect(await rowOf(round, '教育局')).toContain('不是报告，是下级栏目；它列出的 3 篇年报已加进清单');
  expect(await round.locator('.round-table tbody tr').count()).toBe(6);
  expect(await round.locator('.round-table input:checked').count()).toBe(0);
});

test('the built extension has no standing permission for any site', () => {
  const manifest = JSON.parse(readFileSync(join(extensionFolder, 'manifest.json'), 'utf8')) as Record<string, unknown>;
  expect([...(manifest['permissions'] as string[])].sort()).toEqual([
    'activeTab',
    'contextMenus',
    'scripting',
    'sidePanel',
    'storage',
    'unlimitedStorage',
  ]);
  for (const key of ['host_permissions', 'content_scripts', 'web_accessible_resources', 'externally_connectable'])
    expect(manifest).not.toHaveProperty(key);
});

test('a page that attacks: names like markup stay text, and very many links leave it usable', async () => {
  const name = '&lt;img src=x onerror=&quot;document.title=1&quot;&gt;示例县教育局2024年政府信息公开工作年度报告';
  const many = Array.from(
    { length: 8000 },
    (_, at) => `<li><a href="${at}.html">示例县第${at + 30_000}中学2024年政府信息公开工作年度报告</a></li>`,
  );
  site.answers['/nb/hostile.html'] = () =>
    html(
      `<!doctype html><title>政府信息公开年报</title><ul><li><a href="x.html">${name}</a></li></ul>${many.join('')}`,
    );
  const round = await openList(extension, site, '/nb/hostile.html');
  expect(await round.locator('.round-table img').count()).toBe(0);
  expect(await round.locator('.round-table tbody tr').first().innerText()).toContain('<img src=x');
  expect(await round.locator('main').innerText()).toMatch(/找到 5000 篇年报[\s\S]*另有 \d+ 个没有看/);
  expect(await round.locator('.round-table tbody tr').count()).toBe(200);
});
