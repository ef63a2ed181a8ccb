/** The hosted app, production build, real Chromium: checks, keeps and reviews with no network. */
import { appendFile, cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { drop, findings, launchBrowser, listed, type OpenApp, offlineReady, openApp, sample } from './harness/app';
import { axeViolations } from './harness/axe';
import { appFolder } from './harness/build';
import { type Site, serveFolder } from './harness/serve';

const PLANTED = '示例县人民政府';
const SUSPECT = '[data-cell="applications.granted.individual"]';

let browser: Browser;
let site: Site;
let folder: string;
const opened: OpenApp[] = [];

beforeAll(async () => {
  // A copy: a build started while this runs shall not pull the app from under it.
  folder = await mkdtemp(join(tmpdir(), 'gouji-app-'));
  await cp(appFolder, folder, { recursive: true });
  site = await serveFolder(folder, { from: 4700, fallback: 'index.html' });
  browser = await launchBrowser();
});

afterEach(async () => {
  const complaints = opened.flatMap((app) => app.complaints);
  await Promise.all(opened.splice(0).map((app) => app.close()));
  expect(complaints).toEqual([]);
});

afterAll(async () => {
  await browser.close();
  await site.close();
  await rm(folder, { recursive: true });
});

async function open(options: BrowserContextOptions = {}): Promise<OpenApp['page']> {
  const app = await openApp(browser, site.origin, options);
  opened.push(app);
  return app.page;
}

async function openWith(name: string, options: BrowserContextOptions = {}): Promise<OpenApp['page']> {
  const page = await open(options);
  await drop(page, [sample(name)]);
  await page.locator('.report').waitFor();
  return page;
}

/** The page that writes to the clipboard is held to its content policy, and would complain of every style. */
function withoutStyles(html: string): string {
  return html.replace(/<(style|script)\b[\s\S]*?<\/\1>/gi, '').replace(/\s(?:style|on\w+)="[^"]*"/gi, '');
}

function split(text: string, at: string): [string, string] {
  const index = text.indexOf(at);
  return [text.slice(0, index), text.slice(index)];
}

describe('without a network', () => {
  it('checks a dropped report, keeps it, and has it after a reload', async () => {
    const page = await open();
    await offlineReady(page);
    await page.context().setOffline(true);
    await drop(page, [sample('planted-2024.html')]);
    await page.locator('.report').waitFor();
    expect(await findings(page)).toHaveLength(4);
    expect(await page.locator(`${SUSPECT}.suspect`).innerText()).toMatch(/^12\s+应为 21/);
    expect(await page.locator('.coverage').innerText()).toMatch(/相符\s+37\s+不符\s+5/);
    await page.reload();
    expect(await page.locator('h1').innerText()).toBe(`${PLANTED} 2024 年报`);
    expect(await findings(page)).toHaveLength(4);
    await page.goto(`${site.origin}/#/`);
    await expect.poll(() => listed(page)).toEqual([PLANTED]);
  });

  it('opens at a deep link, and reads a Word file', async () => {
    const page = await open();
    await offlineReady(page);
    await page.context().setOffline(true);
    await page.goto(`${site.origin}/#/settings`);
    await page.reload();
    await page.locator('#author').waitFor();
    await drop(page, [{ name: 'blank.docx', body: sample('../test/fixtures/blank-form-2021.docx').body }]);
    await page.locator('.report').waitFor();
    expect(await page.locator('.headline').innerText()).toContain('空表');
    expect(await page.locator('.report-head .note').innerText()).toContain('没有可核对的内容');
  });

  it('can be installed: nothing is missing of what Chromium asks for', async () => {
    const page = await open();
    await offlineReady(page);
    const session = await page.context().newCDPSession(page);
    const { errors } = await session.send('Page.getAppManifest');
    const { installabilityErrors } = await session.send('Page.getInstallabilityErrors');
    // A private profile installs nothing; that is the profile's doing.
    const own = installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito');
    expect([errors, own]).toEqual([[], []]);
  });
});

describe('what comes in', () => {
  it('takes text from the clipboard, anywhere outside a field', async () => {
    const page = await open({ permissions: ['clipboard-read', 'clipboard-write'] });
    await page.evaluate((text) => navigator.clipboard.writeText(text), String(sample('liaozi-township-2024.txt').body));
    await page.keyboard.press('Control+V');
    await page.locator('.report').waitFor();
    expect(await page.locator('h1').innerText()).toBe('城口县蓼子乡人民政府 2024 年报');
    expect(await page.locator('.coverage').innerText()).toMatch(/已读单元格\s+200\/200/);
    expect(await page.locator('.report-side').innerText()).not.toContain('错误');
  });

  it('prefers the tables of the clipboard to its text', async () => {
    const page = await open({ permissions: ['clipboard-read', 'clipboard-write'] });
    await page.evaluate(
      async ([html, text]) => {
        const blob = (type: string, part: string) => new Blob([part], { type });
        await navigator.clipboard.write([
          new ClipboardItem({ 'text/html': blob('text/html', html), 'text/plain': blob('text/plain', text) }),
        ]);
      },
      [withoutStyles(String(sample('planted-2024.html').body)), '没有表格的文字'] as const,
    );
    await page.keyboard.press('Control+V');
    await page.locator('.report').waitFor();
    expect(await page.locator('h1').innerText()).toBe(`${PLANTED} 2024 年报`);
  });

  it('takes text through the box, and keeps what was typed when it is no report', async () => {
    const page = await open();
    await page.getByRole('button', { name: '粘贴文本' }).first().click();
    await page.locator('dialog textarea').fill('今天天气很好。');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.locator('.note.error').waitFor();
    expect(await page.locator('.note.error').innerText()).toContain('未保存');
    await page.getByRole('button', { name: '粘贴文本' }).first().click();
    expect(await page.locator('dialog textarea').inputValue()).toBe('今天天气很好。');
  });

  it('says of each bad file what is wrong with it, and checks the others', async () => {
    const page = await open();
    const noise = Uint8Array.from({ length: 6000 }, (_, index) => (index * 7919) % 251);
    await drop(page, [
      { name: 'empty.html', body: '' },
      sample('planted-2024.html'),
      { name: 'noise.bin', body: noise },
      { name: 'huge.html', body: Buffer.alloc(30 * 1024 * 1024, '<p>勾</p>') },
      { name: 'letter.txt', body: '此致\n敬礼' },
      { name: 'span.html', body: '<table><tr><td colspan=1000000>1</td></tr></table>' },
      { name: 'scan.pdf', body: '%PDF-1.7\n' },
      sample('liaozi-township-2024.txt'),
    ]);
    await page.locator('.note.info', { hasText: '核查完毕' }).waitFor({ timeout: 60_000 });
    expect(await page.locator('.note.info').innerText()).toContain('已保存 2 份，1 份有错误，6 份未能核查');
    await expect.poll(async () => (await listed(page)).sort()).toEqual(['城口县蓼子乡人民政府', PLANTED].sort());
    await page.getByRole('button', { name: '再显示 1 条' }).click();
    await expect.poll(() => page.locator('.note.error').count()).toBe(6);
    const notes = await page.locator('.note.error').allInnerTexts();
    const said = ['empty.html', 'noise.bin', 'huge.html', 'letter.txt', 'span.html', 'scan.pdf'].map(
      (name) => notes.find((note) => note.includes(name)) ?? '',
    );
    const expected = ['空的', '读不出文字', '30 MB', '没有认出', '没有认出', 'PDF'];
    expect(said.map((note, index) => note.includes(expected[index] ?? '?'))).toEqual(expected.map(() => true));
    await page.locator('.note.error button').first().click();
    await expect.poll(() => page.locator('.note.error').count()).toBe(5);
  });

  it('keeps one of the same report, however often it comes', async () => {
    const page = await openWith('planted-2024.html');
    await drop(page, [sample('planted-2024.html'), sample('planted-2024.html')]);
    await page.locator('.note.info', { hasText: '2 份此前已保存过' }).waitFor();
    await expect.poll(() => listed(page)).toEqual([PLANTED]);
  });

  it('is deleted at once, and comes back', async () => {
    const page = await openWith('planted-2024.html');
    await page.goto(`${site.origin}/#/`);
    await page.getByRole('button', { name: `删除 ${PLANTED} 2024 年报` }).click();
    await page.getByText('还没有报告').waitFor();
    await page.keyboard.press('Control+z');
    await page.locator('table.reports').waitFor();
    await expect.poll(() => listed(page)).toEqual([PLANTED]);
  });
});

describe('review', () => {
  it('goes by keyboard alone: list, report, findings, status, reason, note, undo', async () => {
    const page = await openWith('planted-2024.html');
    await page.keyboard.press('g');
    await page.locator('table.reports').waitFor();
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.locator('.report').waitFor();
    const current = page.locator('article[aria-current=true]');
    const status = current.locator('button[aria-pressed=true]');

    await page.keyboard.press('j');
    expect(await current.innerText()).toContain('2 / 4');
    await page.keyboard.press('1');
    await status.getByText('属实待改').waitFor();
    await page.keyboard.press('Control+z');
    await current.locator('.opinions li').nth(1).waitFor();
    expect(await status.count()).toBe(0);

    await page.keyboard.press('2');
    await page.keyboard.press('Enter');
    expect(await status.count(), 'a dismissal needs its reason').toBe(0);
    await page.keyboard.type('口径不同，已对照登记台账');
    await page.keyboard.press('Enter');
    await status.getByText('经核实无误').waitFor();

    await page.keyboard.press('m');
    await page.keyboard.type('已电话核对');
    await page.keyboard.press('Enter');
    await current.getByText('已电话核对').waitFor();

    await page.reload();
    await page.locator('article').nth(1).getByText('经核实无误').waitFor();
    await page.keyboard.press('j');
    expect(await current.locator('.opinions').innerText()).toContain('理由：口径不同，已对照登记台账');
  });

  it('leads from every number of a sum to its cell', async () => {
    const page = await openWith('planted-2024.html');
    await page.keyboard.press(']');
    expect(await page.locator('[role=tab][aria-selected=true]').innerText()).toContain('表二');
    await page.locator('article[aria-current=true] button.term').first().click();
    expect(await page.locator('[role=tab][aria-selected=true]').innerText()).toContain('表三');
    expect(await page.locator('.under-table').innerText()).toContain('予以公开');
    expect(await page.locator(`${SUSPECT}.flash`).count()).toBe(1);
  });

  it('shows the five tied cells of table four, each with what it would have to be', async () => {
    const page = await openWith('planted-2024.html');
    for (const _ of [1, 2, 3]) await page.keyboard.press('j');
    expect(await page.locator('[role=tab][aria-selected=true]').innerText()).toContain('表四');
    expect(await page.locator('td.suspect .expected').allInnerTexts()).toHaveLength(5);
  });

  it('lets a dismissal lapse when the report comes with other values', async () => {
    const page = await openWith('planted-2024.html');
    await page.keyboard.press('2');
    await page.keyboard.type('口径不同');
    await page.keyboard.press('Enter');
    await page.locator('article[aria-current=true] button[aria-pressed=true]').waitFor();
    // Published again: still wrong in the same sums, by another number.
    const [before, row] = split(String(sample('planted-2024.html').body), '（一）予以公开');
    const again = before + row.replace('>2<', '>3<');
    await drop(page, [{ name: 'again.html', body: again }]);
    await page.getByText('again.html').first().waitFor();
    await page.locator(SUSPECT, { hasText: '13' }).waitFor();
    await page.locator('article[aria-current=true]').getByText('已失效，数值已变').waitFor();
  });

  it('keeps a draft through a reload', async () => {
    const page = await openWith('planted-2024.html');
    await page.keyboard.press('m');
    await page.keyboard.type('写到一半');
    await page.reload();
    expect(await page.locator('.note-form textarea').inputValue()).toBe('写到一半');
  });
});

describe('between people', () => {
  it('passes reports and opinions by a file, previewed, merged by union, never doubled', async () => {
    const mine = await openWith('planted-2024.html');
    await mine.goto(`${site.origin}/#/settings`);
    await mine.locator('#author').fill('王');
    await mine.goBack();
    await mine.locator('.report').waitFor();
    await mine.keyboard.press('1');
    await mine.locator('.opinions li').waitFor();
    await mine.goto(`${site.origin}/#/exchange`);
    const download = mine.waitForEvent('download');
    await mine.getByRole('button', { name: '导出 .gouji 文件' }).click();
    const path = await (await download).path();

    const theirs = await openWith('liaozi-township-2024.txt');
    await theirs.goto(`${site.origin}/#/exchange`);
    const preview = theirs.locator('.preview');
    for (const words of ['新报告 1 份\n', '新报告 0 份（另有 1 份']) {
      await theirs.locator('.bundle-input').setInputFiles(path);
      await preview.waitFor();
      expect(await preview.innerText()).toContain(words);
      if (words.startsWith('新报告 1')) {
        expect(await preview.innerText()).toMatch(/示例县人民政府 2024 年报[\s\S]*王：1 条/);
        await preview.getByRole('button', { name: '合并' }).click();
        await theirs.getByText('已合并新报告 1 份、新意见 1 条').waitFor();
      } else await preview.getByRole('button', { name: '取消' }).click();
    }
    await theirs.goto(`${site.origin}/#/`);
    await expect.poll(async () => (await listed(theirs)).sort()).toEqual(['城口县蓼子乡人民政府', PLANTED].sort());
    await theirs.getByRole('link', { name: PLANTED }).last().click();
    expect(await theirs.locator('.opinions li').innerText()).toContain('王');
  });

  it.each([
    ['broken.gouji', '{"format":"gouji"', '不是勾稽的交换文件'],
    ['newer.gouji', '{"format":"gouji","version":9,"reports":[],"opinions":[]}', '更新版本'],
  ])('says of %s what is wrong with it', async (name, body, words) => {
    const page = await openWith('planted-2024.html');
    await drop(page, [{ name, body }]);
    await page.getByText(words).waitFor();
    await page.goto(`${site.origin}/#/`);
    await expect.poll(() => listed(page)).toEqual([PLANTED]);
  });
});

describe('a new version', () => {
  it('waits until it is asked for, and costs no draft', async () => {
    const newer = await mkdtemp(join(tmpdir(), 'gouji-newer-'));
    await cp(folder, newer, { recursive: true });
    const own = await serveFolder(newer, { from: 4750, fallback: 'index.html' });
    const app = await openApp(browser, own.origin);
    opened.push(app);
    const { page } = app;
    await offlineReady(page);
    await drop(page, [sample('planted-2024.html')]);
    await page.locator('.report').waitFor();
    await page.keyboard.press('m');
    await page.keyboard.type('写到一半');
    await appendFile(join(newer, 'sw.js'), '\n// newer');
    await page.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()));
    const update = page.getByRole('button', { name: '新版本已就绪' });
    await update.waitFor();
    await Promise.all([page.waitForEvent('load'), update.click()]);
    expect(await page.locator('.note-form textarea').inputValue()).toBe('写到一半');
    expect(await update.count()).toBe(0);
    await own.close();
    await rm(newer, { recursive: true });
  });
});

describe('on plain http', () => {
  it('checks and keeps, and says that offline use is not to be had there', async () => {
    const plain = await launchBrowser(['--host-resolver-rules=MAP gouji.test 127.0.0.1']);
    const app = await openApp(plain, site.origin.replace('127.0.0.1', 'gouji.test'));
    await app.page.getByText('此地址不支持离线').waitFor();
    await drop(app.page, [sample('planted-2024.html')]);
    await app.page.locator('.report').waitFor();
    await app.page.keyboard.press('1');
    await app.page.locator('.opinions li').waitFor();
    await app.page.reload();
    expect(await findings(app.page)).toHaveLength(4);
    expect(app.complaints).toEqual([]);
    await plain.close();
  });
});

describe.each([
  ['light', {}],
  ['dark', { colorScheme: 'dark' }],
  ['narrow', { viewport: { width: 420, height: 820 } }],
] as [string, BrowserContextOptions][])('axe, %s', (_name, options) => {
  it('finds nothing on any screen', async () => {
    const page = await open(options);
    const found: Record<string, readonly string[]> = {};
    const look = async (screen: string): Promise<void> => {
      found[screen] = await axeViolations(page);
    };
    await page.getByText('还没有报告').waitFor();
    await look('empty list');
    await drop(page, [
      sample('planted-2024.html'),
      sample('shanghai-general-office-2019.html'),
      { name: 'x', body: '' },
    ]);
    await page.locator('.note.info', { hasText: '核查完毕' }).waitFor();
    await look('list with notes');
    await page.locator('table.reports').getByRole('link', { name: PLANTED }).click();
    await page.locator('.report').waitFor();
    await page.keyboard.press('1');
    await page.locator('.opinions li').waitFor();
    await look('report');
    await page.keyboard.press('2');
    await page.locator('form input[required]').waitFor();
    await look('reason');
    await page.locator('[role=tab]').last().click();
    await look('text');
    for (const screen of ['exchange', 'settings', 'report/none']) {
      await page.goto(`${site.origin}/#/${screen}`);
      await page.locator('main h1, main .empty').first().waitFor();
      await look(screen);
    }
    await page.keyboard.press('?');
    await page.locator('dialog').waitFor();
    await look('help');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '粘贴文本' }).first().click();
    await look('paste');
    expect(Object.entries(found).filter(([, violations]) => violations.length > 0)).toEqual([]);
    expect(
      await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
      'nothing sticks out',
    ).toBeLessThanOrEqual(0);
  });
});
