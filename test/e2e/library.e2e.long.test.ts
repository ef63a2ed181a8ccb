/** 报告, 单位, 总览: production build, real Chromium, a store that reports and opinions came to by the usual ways. */
import { readFile } from 'node:fs/promises';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { saved } from '../pwa/sample';
import { formOf, renderPage } from '../support/render';
import { type AppFile, drop, listed, sample } from './harness/app';
import { axeViolations } from './harness/axe';
import { hostedApp } from './harness/hosted-app';
import { librarySpeed } from './harness/library-speed';
import { putReports } from './harness/many-reports';
import { held } from './harness/slowness';
import { settingOf } from './harness/store';

const hosted = hostedApp(5700);

async function open(options: BrowserContextOptions = {}): Promise<Page> {
  const page = await hosted.open('', options);
  await page.getByText('还没有报告').waitFor();
  return page;
}

const form = formOf('2021');

function report(organ: string, year: number, published: string, wrong = false): AppFile {
  const cells = wrong ? { 'disputes.review.total': 7 } : {};
  return { name: `${organ}${year}.html`, body: renderPage({ form, organ, year, published, cells }) };
}

const FILES: readonly AppFile[] = [
  report('示例县教育局', 2023, '2024-01-12'),
  report('示例县教育局', 2024, '2025-01-20', true),
  report('示例县水务局', 2024, '2025-03-05'),
  report('示例县示例镇人民政府', 2024, '2025-01-31'),
  report('另县民政局', 2023, '2024-02-20', true),
  sample('planted-2024.html'),
];

/** A list of many changes is read a tenth of the time at most: on a busy machine that is seconds. */
const SLOW = { timeout: 30_000 };

/** The list with the six reports in it, and all that is known of them. */
async function openFull(options: BrowserContextOptions = {}): Promise<Page> {
  const page = await open(options);
  await drop(page, FILES);
  const note = page.locator('.note.info', { hasText: '核查完毕' });
  await note.waitFor();
  await note.getByRole('button').click();
  await page.keyboard.press('g');
  // The list follows the store at its own pace.
  await expect.poll(() => rows(page).count(), SLOW).toBe(FILES.length);
  await expect.poll(() => counted(page, '有错误'), SLOW).toBe(3);
  await expect.poll(() => page.locator('td.review', { hasText: '…' }).count(), SLOW).toBe(0);
  return page;
}

/** The number on a chip, once it is there. */
async function counted(page: Page, chip: string): Promise<number> {
  const number = page.locator('.chip', { hasText: chip }).locator('b');
  await expect.poll(() => number.innerText()).toMatch(/^\d+$/);
  return Number(await number.innerText());
}

const grid = (page: Page) => page.getByRole('grid', { name: '报告列表' });
const rows = (page: Page) => page.locator('table.reports tbody tr');

describe('the list', () => {
  it('is searched by parts of names, by years and by what was found', async () => {
    const page = await openFull();
    const search = page.getByLabel('筛选报告');
    const found = async (words: string, names: readonly string[]): Promise<void> => {
      await search.fill(words);
      await expect.poll(async () => [...(await listed(page))].sort(), { message: words }).toEqual([...names].sort());
    };
    await found('教育', ['示例县教育局', '示例县教育局']);
    await found('示例教育局 2024', ['示例县教育局']);
    await found('复议 合计', ['示例县教育局', '另县民政局', '示例县人民政府']);
    expect(await page.locator('mark').first().innerText()).toBe('复议');
    await search.fill('没有这样的');
    await page.getByText('没有符合条件的报告').waitFor();
    await page.getByRole('button', { name: '显示全部' }).click();
    await expect.poll(() => rows(page).count()).toBe(6);
  });

  it('knows the findings of one report that came alone, and of the next; files that wait their turn are named', async () => {
    const page = await open();
    const goujiOf = (name: string, sampleName: string): AppFile => ({
      name,
      body: Buffer.from(JSON.stringify({ format: 'gouji', version: 1, reports: [saved(sampleName)], opinions: [] })),
    });
    const next = goujiOf('乙.gouji', 'shuyang-development-bureau-2023.html');
    const merge = async (count: number): Promise<void> => {
      await page.locator('.preview').getByRole('button', { name: '合并', exact: true }).click();
      await page.locator('.preview').waitFor({ state: 'detached' });
      await page.evaluate(() => {
        location.hash = '#/';
      });
      await expect.poll(() => rows(page).count(), SLOW).toBe(count);
      await expect.poll(() => page.locator('td.review', { hasText: '…' }).count(), SLOW).toBe(0);
    };
    await drop(page, [goujiOf('甲.gouji', 'planted-2024.html'), next]);
    await page.locator('.toast', { hasText: '另有 1 个交换文件没有打开，合并后请再打开：乙.gouji' }).waitFor();
    await merge(1);
    await drop(page, [next]);
    await merge(2);
  });

  it('counts what each choice would show, and keeps choices under names', async () => {
    const page = await openFull();
    expect(await counted(page, '有错误')).toBe(3);
    await page.getByLabel('年度').selectOption('2024');
    await expect.poll(() => rows(page).count()).toBe(4);
    expect(await counted(page, '有错误')).toBe(2);
    expect(await page.getByLabel('年度').locator('option').allInnerTexts()).toEqual([
      '全部年度',
      '2024（4）',
      '2023（2）',
    ]);
    await page.locator('.chip', { hasText: '有错误' }).click();
    await expect.poll(() => rows(page).count()).toBe(2);
    await page.getByRole('button', { name: '存为视图' }).click();
    await page.keyboard.type('二〇二四有错误');
    await page.keyboard.press('Enter');
    const view = page.getByRole('button', { name: '二〇二四有错误', exact: true });
    await view.waitFor();
    await page.locator('.chip', { hasText: '有错误' }).click();
    await page.getByLabel('年度').selectOption('');
    await expect.poll(() => rows(page).count()).toBe(6);
    await expect.poll(() => settingOf(page, 'library')).toMatch(/"year":null.*"standings":\[\]/);

    // Another day.
    await page.reload();
    await expect.poll(() => rows(page).count()).toBe(6);
    await view.click();
    await expect.poll(() => rows(page).count()).toBe(2);
    await page.getByRole('button', { name: '删除视图 二〇二四有错误' }).click();
    await expect.poll(() => view.count()).toBe(0);
    await page.locator('.toast', { hasText: '已删除视图' }).waitFor();
    await page.keyboard.press('Control+z');
    await view.waitFor();
    await page.getByLabel('地区').selectOption('示例县');
    await expect.poll(() => rows(page).count()).toBe(2);
    await page.getByRole('button', { name: '存为视图' }).waitFor();
  });

  it('is walked, ticked and opened by keyboard alone', async () => {
    const page = await openFull();
    await page.keyboard.press('j');
    await expect.poll(() => grid(page).evaluate((element) => element === document.activeElement)).toBe(true);
    const active = (): Promise<string | null> => grid(page).getAttribute('aria-activedescendant');
    expect(await active()).toBe('report-0-1');
    await page.keyboard.press('Space');
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Shift+ArrowDown');
    const ticked = (): Promise<number> => page.locator('tr[aria-selected=true]').count();
    await expect.poll(ticked).toBe(3);
    await page.getByText('已选 3 份').waitFor();
    await page.keyboard.press('Control+a');
    await expect.poll(ticked).toBe(6);
    await page.keyboard.press('Escape');
    await expect.poll(ticked).toBe(0);
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await expect.poll(() => page.locator('th[aria-sort=ascending]').innerText()).toContain('单位');
    const [first] = await listed(page);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.locator('.report h1').waitFor();
    expect(await page.locator('.report h1').innerText()).toContain(first);
  });

  it('is entered from its filter: by Enter, by the arrow, by Escape where nothing is typed', async () => {
    const page = await openFull();
    const entered = () => grid(page).evaluate((element) => element === document.activeElement);
    for (const key of ['Enter', 'ArrowDown', 'Escape']) {
      await page.keyboard.press('/');
      expect(await entered()).toBe(false);
      await page.keyboard.press(key);
      expect(await entered(), key).toBe(true);
    }
    await page.keyboard.press('/');
    await page.keyboard.type('示例');
    await page.keyboard.press('Escape');
    await expect.poll(() => page.locator('input.filter').inputValue()).toBe('');
    expect(await entered()).toBe(false);
  });
});

describe('many reports at once', () => {
  const tickAll = async (page: Page): Promise<void> => {
    await page.getByLabel('选中显示的全部报告').click();
    await page.getByText('已选 6 份').waitFor();
  };

  it('get a word with its reason, which is taken back', async () => {
    const page = await openFull();
    const before = await counted(page, '未复核');
    expect(before).toBeGreaterThan(2);
    await tickAll(page);
    await page.getByRole('button', { name: '经核实无误' }).click();
    await page.keyboard.press('Enter');
    expect(await page.locator('.bulk form input').count(), 'no reason, no dismissal').toBe(1);
    await page.keyboard.type('口径不同，已对照登记台账');
    await page.keyboard.press('Enter');
    await page.locator('.toast', { hasText: '已复核为“经核实无误”' }).waitFor();
    await expect.poll(() => counted(page, '已办结')).toBe(before);
    await page.locator('table.reports').getByRole('link', { name: '示例县教育局' }).first().click();
    await page.locator('.report').waitFor();
    await page.goBack();
    await page.keyboard.press('Control+z');
    await expect.poll(() => counted(page, '未复核')).toBe(before);
  });

  it('are deleted, and come back', async () => {
    const page = await openFull();
    await tickAll(page);
    await page.locator('.bulk').getByRole('button', { name: '删除' }).click();
    await page.getByText('还没有报告').waitFor();
    await page.keyboard.press('Control+z');
    await expect.poll(() => rows(page).count()).toBe(6);
    expect(await counted(page, '有错误')).toBe(3);
  });

  it('leave as a file with what was chosen in it', async () => {
    const page = await openFull();
    await page.locator('table.reports tbody input').nth(1).click();
    await page
      .locator('table.reports tbody input')
      .nth(3)
      .click({ modifiers: ['Shift'] });
    await page.getByText('已选 3 份').waitFor();
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '导出 .gouji' }).click(),
    ]);
    const bundle = JSON.parse(await readFile((await file.path()) ?? '', 'utf8')) as { reports: unknown[] };
    expect(bundle.reports).toHaveLength(3);
  });
});

describe('organs', () => {
  it('are held against a pasted list: on time, late, missing', async () => {
    const page = await openFull();
    await page.goto(`${hosted.site.origin}/#/organs`);
    await page.getByText('粘贴或修改名单').click();
    await page
      .getByLabel('应发布年度报告的单位')
      .fill('序号\t单位\n1\t教育局\n2\t水务局\n3\t示例镇人民政府\n4\t审计局');
    await page.getByLabel('本级地区').fill('示例县');
    await page.getByRole('button', { name: '保存名单（4 个单位）' }).click();
    const stands = async (name: string): Promise<string> =>
      (await page.locator('.organ-rows tbody tr', { hasText: name }).locator('td').first().innerText()).trim();
    await expect.poll(() => stands('审计局')).toBe('未见');
    expect(await stands('教育局')).toBe('按时');
    expect(await stands('水务局')).toBe('逾期');
    expect(await stands('示例镇')).toBe('按时');
    expect(await stands('示例县人民政府')).toContain('名单外');
    await page.locator('.chip', { hasText: '未见' }).click();
    await expect.poll(() => page.locator('.organ-rows tbody tr').count()).toBe(1);

    await page.goto(`${hosted.site.origin}/#/overview`);
    await expect.poll(() => page.locator('.numbers').innerText()).toMatch(/已发布\s+4[\s\S]*逾期\s+1[\s\S]*未见\s+1/);
  });

  it('show their years as a table and a plot', async () => {
    const page = await openFull();
    await page.goto(`${hosted.site.origin}/#/organ/${encodeURIComponent('示例县教育局')}`);
    const table = page.getByRole('table', { name: '历年数据' });
    await table.waitFor();
    expect(await table.locator('thead').innerText()).toMatch(/2023[\s\S]*2024/);
    const few = await table.locator('tbody tr').count();
    const plot = page.getByRole('img', { name: /历年走势/ });
    expect(await plot.getAttribute('aria-label')).toContain('2024 0');
    await table.getByRole('checkbox').nth(2).click();
    await expect.poll(() => plot.locator('.series').count()).toBe(2);
    await page.getByRole('button', { name: /全部指标/ }).click();
    await expect.poll(() => table.locator('tbody tr').count()).toBeGreaterThan(few + 100);
    await page.goto(`${hosted.site.origin}/#/organ/${encodeURIComponent('没有的单位')}`);
    await page.getByText('没有这个单位的报告').waitFor();
  });
});

it('the overview leads from a kind of finding to its reports', async () => {
  const page = await openFull();
  await page.goto(`${hosted.site.origin}/#/overview`);
  await page.getByRole('table', { name: '主要问题类别' }).waitFor();
  await page.getByLabel('年度').selectOption('2023');
  await page.getByRole('table', { name: '主要问题类别' }).getByRole('link', { name: '表四总计' }).click();
  await expect.poll(() => listed(page)).toEqual(['另县民政局']);
});

it('what an older version kept is indexed by itself, then found by its words', async () => {
  const page = await openFull();
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        const opening = indexedDB.open('gouji');
        opening.onsuccess = () => {
          const clearing = opening.result.transaction('details', 'readwrite').objectStore('details').clear();
          clearing.onsuccess = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
  );
  await page.reload();
  await counted(page, '未复核');
  await page.getByLabel('筛选报告').fill('复议 合计');
  await expect
    .poll(async () => [...(await listed(page))].sort())
    .toEqual(['另县民政局', '示例县人民政府', '示例县教育局']);
});

describe.each([
  ['light', { colorScheme: 'light' }],
  ['dark', { colorScheme: 'dark' }],
  ['a phone', { viewport: { width: 360, height: 740 } }],
] as [string, BrowserContextOptions][])('accessibility, %s', (_name, options) => {
  it('finds nothing on any screen', async () => {
    const page = await openFull(options);
    const found: Record<string, readonly string[]> = {};
    const look = async (screen: string): Promise<void> => {
      found[screen] = await axeViolations(page);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(over, `nothing sticks out of ${screen}`).toBeLessThanOrEqual(0);
    };
    await page.locator('table.reports tbody input').first().click();
    await page.getByRole('button', { name: '经核实无误' }).click();
    await page.locator('.chip', { hasText: '有错误' }).click();
    await page.getByRole('button', { name: '存为视图' }).click();
    await look('list');
    for (const screen of ['overview', 'organs', `organ/${encodeURIComponent('示例县教育局')}`]) {
      await page.goto(`${hosted.site.origin}/#/${screen}`);
      await page.locator('.plot, .organ-rows').first().waitFor();
      await look(screen);
    }
    await page.getByRole('button', { name: 'English' }).click();
    await page.goto(`${hosted.site.origin}/#/overview`);
    await page.getByText('Most frequent kinds of finding').waitFor();
    await look('overview in English');
    expect(Object.entries(found).filter(([, violations]) => violations.length > 0)).toEqual([]);
  });
});

it('draws a few rows of a thousand, says how many there are, and stays on the row one is at', async () => {
  const page = await open();
  await putReports(page, 1000);
  await page.reload();
  await expect.poll(() => grid(page).getAttribute('aria-rowcount')).toBe('1001');
  expect(await rows(page).count()).toBeLessThan(60);
  await page.keyboard.press('j');
  await page.keyboard.press('End');
  await expect.poll(() => page.locator('#report-999-1').count()).toBe(1);
  expect(await page.locator('tr', { has: page.locator('#report-999-1') }).getAttribute('aria-rowindex')).toBe('1001');
  expect(await grid(page).getAttribute('aria-activedescendant')).toBe('report-999-1');
});

/** The small one of `test/long/library.long.test.ts`, which has ten thousand. */
it('is quick with a thousand reports', async () => {
  const { complaints: said, ...speed } = await librarySpeed(hosted.browser, hosted.site.origin, 1000, 3);
  expect(said).toEqual([]);
  expect(speed.list, 'list on screen').toBeLessThan(held(1000) * speed.slowness);
  expect(speed.search, 'search').toBeLessThan(held(100) * speed.slowness);
  expect(speed.review, 'review opens').toBeLessThan(held(200) * speed.slowness);
  expect(speed.heap, 'megabytes').toBeLessThan(60);
});
