/** 推断的合计关系: a table of no known form in the app and in a page, production build, real Chromium. */
import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { drop, findings } from './harness/app';
import { axeViolations } from './harness/axe';
import { checkPage, openPage } from './harness/checked-page';
import { scriptedSite } from './harness/for-file';
import { hostedApp } from './harness/hosted-app';
import { marksOn } from './harness/marks';
import { pageWorld } from './harness/page-world';
import { shippedExtension } from './harness/shipped-extension';
import { html } from './harness/site';
import { drawn } from './harness/states';
import { reportWithStatistics, type Statistics, statisticsPage } from './harness/statistics';

const hosted = hostedApp(5700);

async function open(options: BrowserContextOptions = {}): Promise<Page> {
  return hosted.open('', options);
}

async function take(page: Page, statistics: Statistics = {}): Promise<void> {
  const name = `公报-${statistics.year ?? 2023}-${statistics.wrong ?? 0}.html`;
  await drop(page, [{ name, body: statisticsPage(statistics) }]);
  await page.locator('.facts-line', { hasText: name }).waitFor();
  await page.locator('.inferred-card').first().waitFor();
}

const cards = (page: Page) => page.locator('.inferred-card');
const marked = (page: Page, mark: string): Promise<string[]> =>
  page.locator(`table.inferred td.${mark} button, table.inferred td.${mark}:not(:has(button))`).allInnerTexts();
const numbers = (texts: readonly string[]): number[] => texts.map((text) => Number.parseInt(text, 10));

describe('a table of no known form in the app', () => {
  it('with a wrong figure: found, located and marked, and nowhere an error', async () => {
    const page = await open();
    await take(page, { wrong: 9 });
    await expect.poll(() => cards(page).count()).toBe(2);
    expect(await page.locator('.inferred-list [role=status]').innerText()).toBe(
      '按推断的合计关系核对了 1 张表：2 处不符，0 处待判断，9 处成立。',
    );
    const card = page.locator('.inferred-card[aria-current]');
    expect(await card.innerText()).toMatch(/推断：不符[\s\S]*差 9[\s\S]*疑似有误的格：乙镇 · 农村：1961/);
    expect(numbers(await marked(page, 'suspect'))).toEqual([1961]);
    expect(await page.locator('article.finding, .tag.error').count()).toBe(0);
    expect(await page.locator('td.total').innerText()).toMatch(/合计/);
  });

  it('that is right is quiet: its sums hold', async () => {
    const page = await open();
    await take(page);
    expect(await page.locator('.inferred-list [role=status]').innerText()).toContain('0 处不符，0 处待判断，11 处成立');
    expect(await page.locator('td.wrong, td.suspect').count()).toBe(0);
  });

  it('is walked by keyboard alone, confirmed, kept as a form, and checks next year’s table by it', async () => {
    const page = await open();
    await take(page);
    await page.keyboard.press('j');
    const current = page.locator('.inferred-card[aria-current]');
    await expect.poll(() => current.locator('h3').innerText()).toBe(await cards(page).nth(1).locator('h3').innerText());
    for (const at of [1, 0]) {
      await expect.poll(() => cards(page).nth(at).getAttribute('aria-current')).toBe('true');
      await current.getByRole('button', { name: '确认此关系' }).focus();
      await page.keyboard.press('Enter');
      await current.getByRole('button', { name: '已确认' }).waitFor();
      await page.keyboard.press('k');
    }
    await page.getByLabel('格式名称').fill('乡镇户数');
    await page.keyboard.press('Enter');
    await page.getByText('已存为自定格式“乡镇户数”').waitFor();

    await take(page, { year: 2024, wrong: 5 });
    await page.getByText('按自定格式“乡镇户数”核对。').waitFor();
    await expect
      .poll(() => page.locator('.tag.inferred').allInnerTexts())
      .toEqual(['▲ 自定格式：不符', '▲ 自定格式：不符']);
    expect(await page.locator('.tag.error').count()).toBe(0);

    // Among the findings it is one: both sums fail for one figure.
    await page.getByRole('tab', { name: '正文' }).click();
    await expect.poll(() => page.locator('article.finding').count()).toBe(1);
    const finding = page.locator('article.finding');
    expect(await finding.innerText()).toMatch(/警示[\s\S]*自定格式“乡镇户数”[\s\S]*疑似两式交叉处的/);
    expect(await finding.locator('.tag.none').first().innerText()).toBe('✎ 自定格式');
    expect(await axeViolations(page)).toEqual([]);
    await drawn(page, 'own-form-finding');

    // The list counts it, finds it by its words, and forgets it with the form.
    await page.goto(`${hosted.site.origin}/#/`);
    const listed = page.getByRole('row', { name: /2024/ });
    await listed.getByText('警示 1').waitFor();
    await page.locator('[data-key="/"]').fill('自定格式“乡镇户数”');
    await expect.poll(() => page.getByRole('row', { name: /公报|户数/ }).count()).toBe(1);

    await page.goto(`${hosted.site.origin}/#/settings`);
    const row = page.locator('.own-form');
    await row.getByLabel('名称').fill('各乡镇户数表');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: '删除自定格式 各乡镇户数表' }).click();
    await expect.poll(() => row.count()).toBe(0);
    await page.getByRole('button', { name: '撤销' }).click();
    await expect.poll(() => row.getByLabel('名称').inputValue()).toBe('各乡镇户数表');
    await page.reload();
    await row.waitFor();

    await page.getByRole('button', { name: '删除自定格式 各乡镇户数表' }).click();
    await expect.poll(() => row.count()).toBe(0);
    await page.goto(`${hosted.site.origin}/#/`);
    await listed.waitFor();
    await expect.poll(() => listed.getByText('警示 1').count()).toBe(0);
  });

  it('of hundreds of numbers is searched in a worker', async () => {
    const page = await open();
    const line = (at: number): string => {
      const cells = Array.from({ length: 24 }, (_, column) => ((at * 7919 + column * 104_729) % 9000) + 100);
      const total = cells.reduce((sum, each) => sum + each, 0);
      return `<tr><td>第${at}村</td>${[total, ...cells].map((each) => `<td>${each}</td>`).join('')}</tr>`;
    };
    const rows = Array.from({ length: 30 }, (_, at) => line(at + 1));
    const worker = page.waitForEvent('worker', (each) => each.url().includes('sums-worker'));
    await drop(page, [{ name: '大表.html', body: `<p>各村</p><table>${rows.join('')}</table>` }]);
    await worker;
    await page.locator('.inferred-card').first().waitFor();
    expect(await page.locator('.inferred-list [role=status]').innerText()).toContain('0 处不符');
  });

  it('lets a person reject a sum: it is marked no more', async () => {
    const page = await open();
    await take(page, { wrong: 9 });
    expect(await page.locator('td.wrong').count()).toBe(1);
    await page.locator('.inferred-card[aria-current]').getByRole('button', { name: '不是合计' }).click();
    await page.locator('.inferred-card.rejected').waitFor();
    await expect.poll(() => page.locator('.inferred-list [role=status]').innerText()).toContain('1 处不符');
    await page.reload();
    await page.locator('.inferred-card.rejected').waitFor();
  });
});

describe('another table in a recognised report', () => {
  it('has a tab of its own in the app, after the others', async () => {
    const page = await open();
    await drop(page, [{ name: '年报.html', body: reportWithStatistics({ wrong: 9 }) }]);
    await findings(page);
    await expect.poll(() => page.getByRole('tab').allInnerTexts()).toHaveLength(5);
    expect(await page.locator('.inferred-card').count()).toBe(0);
    await page.getByRole('tab', { name: '推断的合计' }).click();
    await expect.poll(() => cards(page).count()).toBe(2);
    expect(numbers(await marked(page, 'suspect'))).toEqual([1961]);
    await page.getByRole('tab').first().click();
    await page.locator('article.finding').first().waitFor();
  });
});

describe.each([
  ['light', {}],
  ['dark', { colorScheme: 'dark' }],
  ['narrow', { viewport: { width: 320, height: 700 } }],
] as [string, BrowserContextOptions][])('axe, %s', (name, options) => {
  it('finds nothing in either language', async () => {
    const page = await open(options);
    await take(page, { wrong: 9 });
    await page.locator('.inferred-card[aria-current]').getByRole('button', { name: '确认此关系' }).click();
    await page.getByLabel('格式名称').waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await drawn(page, `sums-${name}`);
    await page.getByRole('button', { name: '存为自定报表格式' }).click();
    await page.locator('.tag.inferred', { hasText: '自定格式' }).waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await page.goto(`${hosted.site.origin}/#/settings`);
    await page.locator('.own-form').waitFor();
    await page.locator('button[lang=en]').last().click();
    await page.getByRole('heading', { name: 'Forms of your own' }).waitFor();
    expect(await axeViolations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), name).toBeLessThanOrEqual(0);
  });
});

describe('a page of no known form in the extension', () => {
  const extension = shippedExtension();
  const pages = scriptedSite(() => ({
    '/right.html': () => html(statisticsPage()),
    '/report.html': () => html(reportWithStatistics({ wrong: 9 })),
    '/wrong.html': () => html(statisticsPage({ wrong: 9 })),
  }));

  it('with a wrong figure: told in the panel, marked in the page, by keyboard', async () => {
    const page = await openPage(extension, pages.address('/wrong.html'));
    const before = await page.content();
    const panel = await checkPage(extension, page, '按推断的合计关系核对了 1 张表：2 处不符，0 处待判断，9 处成立。');
    await expect.poll(() => marksOf(page, 'inferred')).toEqual([2, 'dashed']);
    await panel.keyboard.press('j');
    const current = panel.locator('.inferred-card[aria-current]');
    await expect.poll(() => current.innerText()).toMatch(/推断：不符[\s\S]*差 9[\s\S]*乙镇 · 农村：1961/);
    // Six parts and their total.
    await expect
      .poll(async () => (await marksOn(page)).filter(({ classes }) => classes.includes('lit')).length)
      .toBe(7);
    expect(await axeViolations(panel)).toEqual([]);
    await drawn(page, 'sums-page');
    await drawn(panel, 'sums-panel');
    // The other one, by its mark in the page.
    const world = await pageWorld(page);
    await world.inMarks(`root.querySelector('.badge.guess[aria-pressed=false]').click()`);
    await expect.poll(() => current.innerText()).toMatch(/2023年合计 ＝ 城镇＋农村＋其他[\s\S]*填 3288，差 9/);
    await expect
      .poll(async () => (await marksOn(page)).filter(({ classes }) => classes.includes('lit')).length)
      .toBe(4);
    await panel.emulateMedia({ colorScheme: 'dark' });
    expect(await axeViolations(panel)).toEqual([]);
    await current.getByRole('button', { name: '不是合计' }).focus();
    await panel.keyboard.press('Enter');
    await panel.locator('.inferred-card.rejected').waitFor();
    await expect.poll(async () => (await marksOf(page, 'inferred'))[0]).toBe(1);
    expect((await page.content()).replace(/<gouji-marks[\s\S]*?<\/gouji-marks>/, '')).toBe(before);
  });

  it('beside a report: only where somebody asks', async () => {
    const page = await openPage(extension, pages.address('/report.html'));
    const panel = await checkPage(extension, page, '37');
    expect(await marksOf(page, 'inferred')).toEqual([0, '']);
    await panel.getByRole('button', { name: '按推断的合计关系核对其他表格' }).click();
    await expect.poll(() => panel.locator('.inferred-card').count()).toBe(2);
    await expect.poll(() => marksOf(page, 'inferred')).toEqual([2, 'dashed']);
    expect(await axeViolations(panel)).toEqual([]);
  });

  it('that is right is quiet, and so is its page', async () => {
    const page = await openPage(extension, pages.address('/right.html'));
    await checkPage(extension, page, '0 处不符，0 处待判断，11 处成立');
    expect(await marksOf(page, 'inferred')).toEqual([0, '']);
  });
});

/** How many there are, and how their edge is drawn. */
async function marksOf(page: Page, kind: string): Promise<[number, string | null]> {
  const count = (await marksOn(page)).filter(({ classes }) => classes.includes(kind)).length;
  if (count === 0) return [0, ''];
  const world = await pageWorld(page);
  return [count, await world.inMarks<string>(`getComputedStyle(root.querySelector('.${kind}')).borderTopStyle`)];
}
