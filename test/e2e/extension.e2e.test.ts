/**
 * The extension as it is shipped, in a real Chromium, by a real click on its button: once with the side panel, once
 * in a browser that has none.
 */
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { axeViolations } from './harness/axe';
import { retry } from './harness/browser';
import { appFolder, extensionFolder, extensionWithoutSidePanel, samplesFolder } from './harness/build';
import { checkPage, openPage } from './harness/checked-page';
import { scriptedSite, servedFolder } from './harness/for-file';
import { highlightsOn, type Mark, marksOn, type Rectangle } from './harness/marks';
import { shippedExtension } from './harness/shipped-extension';
import { html } from './harness/site';

/** `{}`: nothing to read. The same table twice over would hide an order mistake, so these differ. */
const PLAIN_PAGE = '<!doctype html><meta charset="utf-8"><title>通知</title><p>关于召开会议的通知</p>';

const samples = servedFolder(samplesFolder);
const app = servedFolder(appFolder, 'index.html');
const other = scriptedSite(() => ({ '/notice.html': () => html(PLAIN_PAGE) }));

describe.each([
  { home: 'side panel', folder: () => extensionFolder },
  // A window of the kind without tabs and address bar.
  { home: 'popup', folder: extensionWithoutSidePanel },
])('panel in a $home', ({ home, folder }) => {
  const extension = shippedExtension(folder);
  const open = (address: string): Promise<Page> => openPage(extension, address);
  const check = (page: Page, says: string): Promise<Page> => checkPage(extension, page, says);

  const checkPlanted = async (): Promise<{ page: Page; panel: Page }> => {
    const page = await open(samples.address('planted-2024.html'));
    return { page, panel: await check(page, '37') };
  };

  test('a page is out of reach until the button is clicked, and no permission is given for ever', async () => {
    const page = await open(samples.address('planted-2024.html'));
    const tabId = await extension.tabId(page);
    const reach = async (): Promise<string> =>
      (await extension.worker()).evaluate(async (id) => {
        try {
          const [result] = await chrome.scripting.executeScript({ target: { tabId: id }, func: () => document.title });
          return String(result?.result);
        } catch (error) {
          return `refused: ${error}`;
        }
      }, tabId);
    expect(await reach()).toMatch(/^refused: .*Cannot access contents of/);
    await check(page, '示例县人民政府');
    expect(await reach()).toContain('示例县人民政府');
    await page.goto(other.address('/notice.html').replace('127.0.0.1', 'localhost'));
    expect(await reach()).toMatch(/^refused: /);
  });

  test('opens the real panel with outcome, coverage and findings', async () => {
    const { page, panel } = await checkPlanted();
    await expect.poll(() => extension.panelHomes(page)).toEqual([home]);
    const worker = await extension.worker();
    expect(await worker.evaluate(() => typeof chrome.sidePanel)).toBe(home === 'popup' ? 'undefined' : 'object');
    const text = await panel.locator('body').innerText();
    expect(text).toContain('示例县人民政府 · 2024');
    expect(text).toContain('2021 年格式');
    expect(text).toContain('200/200');
    expect(await panel.locator('.finding').count()).toBe(4);
    expect(await panel.locator('.finding-group > header h2').allInnerTexts()).toEqual(['表二', '表三', '表四']);
  });

  test('marks the wrong cells where they are, and only those', async () => {
    const { page } = await checkPlanted();
    expect(await highlightsOn(page)).toEqual({ 'gouji-error': ['3.5', '12', '5', '6', '3', '1', '1', '0'] });
    const marks = await marksOn(page);
    expect(boxes(marks)).toHaveLength(8);
    const wrong = await cellsReading(page, ['3.5', '12', '5'], [0, 1, 2]);
    for (const cell of wrong) expect(boxes(marks).filter((box) => near(box, cell))).toHaveLength(1);
    expect(boxes(marks).filter((box) => box.classes.includes('tied'))).toHaveLength(5);
    expect(badges(marks).map((badge) => badge.text)).toEqual([
      '◆ 错误',
      '◆ 应为 21？',
      '◆ 应为 4？',
      '◆ 5 格之一有误？',
    ]);
    const numbers = await textRectangles(page);
    for (const badge of badges(marks)) expect(numbers.filter((number) => overlaps(badge, number))).toEqual([]);
  });

  test('the marks stay on their cells when the page scrolls and changes its width', async () => {
    const { page } = await checkPlanted();
    await page.setViewportSize({ width: 760, height: 600 });
    await page.evaluate(() => scrollTo(0, 900));
    await retry(async () => {
      const marks = boxes(await marksOn(page));
      for (const cell of await cellsReading(page, ['3.5', '12', '5'], [0, 1, 2]))
        expect(marks.filter((box) => near(box, cell))).toHaveLength(1);
    });
  });

  test('a click on a finding scrolls to it; a click on a number of its sum shows that cell', async () => {
    const { page, panel } = await checkPlanted();
    await page.evaluate(() => scrollTo(0, 0));
    await panel.getByRole('button', { name: /自然人列填 12/ }).click();
    const cell = async (text: string): Promise<Rectangle> => (await cellsReading(page, [text], [1]))[0] ?? nowhere;
    await retry(async () => expect(await inView(page, await cell('12'))).toBe(true));
    await retry(async () => expect((await marksOn(page)).some((mark) => mark.classes.includes('lit'))).toBe(true));
    await page.evaluate(() => scrollTo(0, 0));
    // 总计 58 of the second sum is the last cell of the column, two screens down.
    await panel
      .locator('[aria-current] .sum')
      .nth(1)
      .getByRole('button', { name: /总计 58/ })
      .click();
    await retry(async () => {
      const ring = (await marksOn(page)).find((mark) => mark.classes.includes('ring'));
      expect(ring && (await readAt(page, ring))).toBe('58');
    });
  });

  test('a mark clicked in the page chooses its finding in the panel', async () => {
    const { page, panel } = await checkPlanted();
    const badge = badges(await marksOn(page)).find((mark) => mark.text.includes('应为 4'));
    if (badge === undefined) throw new Error('no badge for the total that should be 4');
    await page.evaluate((y) => scrollTo(0, y - 300), badge.y);
    await retry(async () => {
      const now = badges(await marksOn(page)).find((mark) => mark.text.includes('应为 4')) ?? badge;
      await page.mouse.click(now.x + 10, now.y + 8);
      expect(await panel.locator('[aria-current] h3').innerText()).toContain('总计列填 5');
    });
  });

  test('E takes every trace away and brings it back; a second check leaves one set of marks', async () => {
    const page = await open(samples.address('planted-2024.html'));
    const before = await page.evaluate(() => document.documentElement.outerHTML);
    const panel = await check(page, '37');
    await extension.clickAction(page);
    await retry(async () => expect(boxes(await marksOn(page))).toHaveLength(8));
    expect(await page.evaluate(() => document.querySelectorAll('gouji-marks').length)).toBe(1);
    await panel.locator('h1').click();
    await panel.keyboard.press('e');
    await retry(async () => expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(before));
    expect(await highlightsOn(page)).toEqual({});
    expect(await page.evaluate(() => document.adoptedStyleSheets.length)).toBe(0);
    await panel.keyboard.press('e');
    await retry(async () => expect(boxes(await marksOn(page))).toHaveLength(8));
  });

  test('keyboard alone: walk the findings, tab to a number, judge, save', async () => {
    const { page, panel } = await checkPlanted();
    await panel.bringToFront().catch(() => undefined); // A side panel has no tab to bring to the front.
    await panel.keyboard.press('j');
    await panel.keyboard.press('j');
    await retry(async () => expect(await panel.locator('[aria-current] h3').innerText()).toContain('自然人列填 12'));
    await panel.keyboard.press('k');
    await retry(async () => expect(await panel.locator('[aria-current] h3').innerText()).toContain('3.5'));
    await panel.keyboard.press('j');
    await tabTo(panel, /^.*22$/);
    await panel.keyboard.press('Enter');
    await retry(async () => {
      const ring = (await marksOn(page)).find((mark) => mark.classes.includes('ring'));
      expect(ring && (await readAt(page, ring))).toBe('22');
    });
    await panel.keyboard.press('1');
    await retry(async () => expect(await panel.locator('[aria-current] .tag').allInnerTexts()).toContain('属实待改'));
    await panel.keyboard.press('2');
    await panel.getByRole('textbox', { name: /无误的理由/ }).waitFor();
    await panel.keyboard.type('台账如此');
    await panel.keyboard.press('Enter');
    await retry(async () => expect(await panel.locator('[aria-current] .tag').allInnerTexts()).toContain('经核实无误'));
    expect(await panel.locator('footer').innerText()).toContain('已保存');
    await panel.keyboard.press('c');
    await panel.getByText('已复制为文字').waitFor();
  });

  test('save, and the app in the extension opens on it', async () => {
    const page = await open(samples.address('shuyang-development-bureau-2023.html'));
    const panel = await check(page, '沭阳县');
    await panel.keyboard.press('s');
    const link = panel.getByRole('link', { name: '打开', exact: true });
    await link.waitFor();
    const reading = await open((await link.getAttribute('href')) ?? '');
    expect(new URL(reading.url()).pathname).toBe('/pwa/index.html');
    await seen(reading, '沭阳县发展和改革局');
    await reading.goto(`chrome-extension://${extension.id}/pwa/index.html`);
    await seen(reading, '沭阳县发展和改革局');
  });

  test('a correct page: no error, and what was covered is said', async () => {
    const page = await open(samples.address('shuyang-development-bureau-2023.html'));
    const panel = await check(page, '沭阳县');
    expect(await panel.locator('.finding .tag.error').count()).toBe(0);
    expect(await panel.locator('.coverage').innerText()).toMatch(/200\/200/);
    // Its blank columns are one warning, so one box.
    expect(boxes(await marksOn(page)).length).toBeLessThanOrEqual(await panel.locator('.finding').count());
  });

  test('a page put right while it is open: all agrees; with a table taken out: partial, and no pass', async () => {
    const { page, panel } = await checkPlanted();
    await page.evaluate(() => {
      const put = (table: number, reads: string, right: string, row = ''): void => {
        const rows = [...(document.querySelectorAll('.text table')[table]?.querySelectorAll('tr') ?? [])];
        const cells = rows.filter((each) => each.textContent.includes(row)).flatMap((each) => [...each.cells]);
        const cell = cells.findLast((each) => each.textContent.trim() === reads);
        if (cell !== undefined) cell.textContent = right;
      };
      put(0, '3.5', '3');
      put(1, '12', '21');
      put(1, '5', '4', '信访举报');
      put(2, '6', '5');
    });
    await panel.getByText('42 项勾稽关系全部相符').waitFor();
    expect(await panel.locator('body').innerText()).toContain('200/200');
    expect(await marksOn(page)).toEqual([]);
    await page.evaluate(() => document.querySelectorAll('.text table')[1]?.remove());
    await panel.getByText('只读到一部分表格').waitFor();
    expect(await panel.locator('body').innerText()).not.toMatch(/全部相符|通过/);
  });

  test('a page that is no report: plain words, no pass; a table that comes later is checked', async () => {
    const page = await open(other.address('/notice.html'));
    const panel = await check(page, '没有认出年度报告的表格');
    expect(await panel.locator('body').innerText()).not.toMatch(/相符|通过/);
    const planted = await (await fetch(samples.address('planted-2024.html'))).text();
    await page.evaluate((html) => {
      const tables = new DOMParser().parseFromString(html, 'text/html').querySelectorAll('.text table');
      document.body.append(...tables);
    }, planted);
    await panel.locator('.finding').nth(3).waitFor();
  });

  test('a page that may not be touched: said why', async () => {
    const page = await open('chrome://version/');
    const panel = await check(page, '读不了这个网页');
    expect(await panel.locator('main').innerText()).toContain('浏览器自己的页面');
  });

  test('the page is left: the panel says so, keeps what it had, and asks for a click', async () => {
    const { page, panel } = await checkPlanted();
    await page.reload();
    await panel.getByText('网页已离开或刷新').waitFor();
    expect(await panel.locator('.finding').count()).toBe(4);
    expect(await marksOn(page)).toEqual([]);
    await extension.clickAction(page);
    await retry(async () => expect(boxes(await marksOn(page))).toHaveLength(8));
    await retry(async () => expect(await panel.getByText('网页已离开或刷新').count()).toBe(0));
  });

  test('axe finds nothing in the panel, light and dark, in each of its states', async () => {
    const { panel } = await checkPlanted();
    await panel.keyboard.press('j');
    await panel.locator('[aria-current]').waitFor();
    await panel.keyboard.press('2');
    await panel.getByRole('textbox', { name: /无误的理由/ }).waitFor();
    for (const colorScheme of ['light', 'dark'] as const) {
      await panel.emulateMedia({ colorScheme });
      expect(await axeViolations(panel)).toEqual([]);
    }
    const empty = await check(await open(other.address('/notice.html')), '没有认出年度报告的表格');
    for (const colorScheme of ['light', 'dark'] as const) {
      await empty.emulateMedia({ colorScheme });
      expect(await axeViolations(empty)).toEqual([]);
    }
  });

  test('hand-over with the hosted app, both ways, once its address has been agreed to', async () => {
    const saved = await check(await open(samples.address('planted-2024.html')), '37');
    await saved.keyboard.press('s');
    await retry(async () => expect(await saved.locator('footer').innerText()).toContain('已保存'));

    const hosted = await open(app.address('index.html'));
    await hosted.locator('input[type="file"]').first().setInputFiles(join(samplesFolder, 'liaozi-township-2024.txt'));
    await seen(hosted, '蓼子乡');
    await hosted.goto(app.address('index.html#/exchange'));

    const heard = await hosted.evaluate(() => {
      const types: string[] = [];
      addEventListener('message', (event: MessageEvent<{ type?: string }>) => types.push(event.data?.type ?? ''));
      Object.assign(globalThis, { heard: types });
      return types.length;
    });
    expect(heard).toBe(0);
    const panel = await check(hosted, '连接这个应用');
    expect(await panel.locator('main').innerText()).toContain(app.origin);
    expect(await axeViolations(panel)).toEqual([]);
    const said = () => hosted.evaluate(() => (globalThis as unknown as { heard: string[] }).heard);
    // Any page can call itself the app: before the user agrees it hears nothing at all.
    expect(await said()).toEqual([]);
    await panel.getByRole('button', { name: '连接这个应用' }).click();
    await retry(async () => expect(await said()).toContain('gouji:extension-ready'));

    await hosted
      .locator('main')
      .getByRole('button', { name: /交接|交换/ })
      .first()
      .click();
    await panel.getByText('交接完成').waitFor();
    await hosted.goto(app.address('index.html#/'));
    for (const organ of ['示例县人民政府', '蓼子乡']) await seen(hosted, organ);
    const inside = await open(`chrome-extension://${extension.id}/pwa/index.html`);
    for (const organ of ['示例县人民政府', '蓼子乡']) await seen(inside, organ);
  });
});

async function seen(page: Page, text: string): Promise<void> {
  await page.getByText(text).filter({ visible: true }).first().waitFor();
}

const nowhere: Rectangle = { x: 0, y: 0, width: 0, height: 0 };

function boxes(marks: readonly Mark[]): readonly Mark[] {
  return marks.filter((mark) => mark.classes.includes('box'));
}

function badges(marks: readonly Mark[]): readonly Mark[] {
  return marks.filter((mark) => mark.classes.includes('badge')).sort((a, b) => a.y - b.y);
}

/** A cell by its text and the table it is in, as the page itself lays it out. */
function cellsReading(page: Page, texts: readonly string[], tables: readonly number[]): Promise<readonly Rectangle[]> {
  return page.evaluate(
    ([wanted, places]) => {
      const all = [...document.querySelectorAll('.text table')];
      return wanted.map((text, index) => {
        const rows = [...(all[places[index] ?? 0]?.querySelectorAll('tr') ?? [])];
        // The planted total of 5 stands at the end of its row; other fives are right.
        const petition = rows.find((row) => row.textContent.includes('信访举报'));
        const cells =
          text === '5' ? [petition?.cells[petition.cells.length - 1]] : rows.flatMap((row) => [...row.cells]);
        const cell = cells.find((each) => each?.textContent.trim() === text);
        const rect = cell?.getBoundingClientRect();
        return { x: rect?.x ?? 0, y: rect?.y ?? 0, width: rect?.width ?? 0, height: rect?.height ?? 0 };
      });
    },
    [texts, tables.map((table, index) => (texts[index] === '5' ? 1 : table))] as const,
  );
}

/** Every number of the tables, as drawn. */
function textRectangles(page: Page): Promise<readonly Rectangle[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll('.text td')].flatMap((cell) => {
      if (!/^[\d.,]+$/.test(cell.textContent.trim())) return [];
      const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
      const range = document.createRange();
      const found = [];
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        if ((node.nodeValue ?? '').trim() === '') continue;
        range.selectNodeContents(node);
        const { x, y, width, height } = range.getBoundingClientRect();
        found.push({ x, y, width, height });
      }
      return found;
    }),
  );
}

function near(a: Rectangle, b: Rectangle): boolean {
  return (['x', 'y', 'width', 'height'] as const).every((side) => Math.abs(a[side] - b[side]) < 1.5);
}

function overlaps(a: Rectangle, b: Rectangle): boolean {
  const width = Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x);
  const height = Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y);
  return width > 1 && height > 1;
}

async function inView(page: Page, cell: Rectangle): Promise<boolean> {
  const height = await page.evaluate(() => innerHeight);
  return cell.height > 0 && cell.y >= 0 && cell.y + cell.height <= height;
}

/** The text of the page's own cell in the middle of a mark. */
function readAt(page: Page, mark: Mark): Promise<string> {
  return page.evaluate(
    ([x, y]) =>
      document
        .elementsFromPoint(x, y)
        .map((element) => element.closest('td'))
        .find((cell) => cell !== null)
        ?.textContent.trim() ?? '',
    [mark.x + mark.width / 2, mark.y + mark.height / 2] as const,
  );
}

/** Tab until what has the focus is called so. */
async function tabTo(panel: Page, name: RegExp): Promise<void> {
  for (let step = 0; step < 60; step++) {
    await panel.keyboard.press('Tab');
    const label = await panel.evaluate(() => {
      const { activeElement } = document;
      return activeElement?.closest('.sum')
        ? (activeElement.getAttribute('aria-label') ?? activeElement.textContent)
        : '';
    });
    if (name.test(label)) return;
  }
  throw new Error(`no ${name} by Tab`);
}
