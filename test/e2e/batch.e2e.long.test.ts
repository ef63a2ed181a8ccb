/** Many files at once, production build, real Chromium: each its own state, cancelled, resumed, shown by organ and rule. */
import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { formOf, renderPage } from '../support/render';
import { type AppFile, drop, findings, sample } from './harness/app';
import { axeViolations } from './harness/axe';
import { launchExtension, retry } from './harness/browser';
import { extensionFolder } from './harness/build';
import { hostedApp } from './harness/hosted-app';
import { type MixedFile, mixedFiles, zipOf } from './harness/mixed-files';

const hosted = hostedApp(5300);

let files: readonly MixedFile[];

beforeAll(async () => {
  files = await mixedFiles(40);
});

async function open(options: BrowserContextOptions = {}): Promise<Page> {
  return hosted.open('', options);
}

/** Whether nothing of the cell is cut off by the frame it scrolls in. */
function inSight(cell: Locator): Promise<boolean> {
  return cell.evaluate((element) => {
    const frame = element.closest('.matrix-scroll')?.getBoundingClientRect();
    const { left, right } = element.getBoundingClientRect();
    return frame !== undefined && left >= frame.left - 1 && right <= frame.right + 1;
  });
}

/** Thirty loose files, and a ZIP of the last ten with what does not belong into one. */
function handedIn(): AppFile[] {
  const inner = zipOf('again.zip', [{ name: 'x.html', body: 'x' }]);
  return [
    ...files.slice(0, 30),
    zipOf('年报.zip', [...files.slice(30), inner, { name: '__MACOSX/._x.html', body: 'x' }]),
  ];
}

const GOOD = 36;
const BROKEN = 4;

async function done(page: Page): Promise<string> {
  const note = page.locator('.note.info', { hasText: '核查完毕' });
  await note.waitFor({ timeout: 100_000 });
  return note.locator('.note-line').innerText();
}

function stored(page: Page): Promise<Record<string, number>> {
  return page.evaluate(
    () =>
      new Promise<Record<string, number>>((resolve, reject) => {
        const opening = indexedDB.open('gouji');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const names = ['reports', 'summaries', 'queue', 'blobs'];
          const reading = opening.result.transaction(names);
          const counts = names.map((name) => reading.objectStore(name).count());
          reading.oncomplete = () => {
            opening.result.close();
            resolve(Object.fromEntries(names.map((name, index) => [name, counts[index]?.result ?? -1])));
          };
        };
      }),
  );
}

describe('forty mixed files', () => {
  it('are checked each by itself, and what failed says why', async () => {
    const page = await open();
    await drop(page, handedIn());
    await page.locator('.progress-note').waitFor();
    expect(await done(page)).toBe(
      `核查完毕：已保存 ${GOOD} 份，14 份有错误，${BROKEN + 1} 份未能核查，略过系统文件 1 个`,
    );
    expect(page.url()).toContain('#/batch');
    expect(await page.locator('.standings').innerText()).toMatch(/5\s+未能核对/);
    const failures = await page.locator('.failures li').allInnerTexts();
    expect(failures).toHaveLength(BROKEN + 1);
    expect(failures.find((text) => text.includes('again.zip'))).toContain('压缩包里的压缩包');
    // The bytes of those that failed stay for another try; two of them are in the archive, whose bytes stay for them.
    await expect.poll(() => stored(page)).toMatchObject({ reports: GOOD, summaries: GOOD, blobs: 4 });
    const saving = page.waitForEvent('download');
    await page.getByRole('button', { name: '导出清单' }).click();
    expect((await saving).suggestedFilename()).toBe('勾稽-未能核对.txt');
    await page.getByRole('button', { name: '全部重试' }).click();
    expect(await done(page)).toContain(`${BROKEN + 1} 份未能核查`);
    await page.getByRole('button', { name: '全部移除' }).click();
    await page.locator('.failures').waitFor({ state: 'detached' });
    // The archive goes a moment after the last of its entries.
    await expect.poll(() => stored(page)).toMatchObject({ reports: GOOD, blobs: 0 });
  });

  it('are cancelled at once, outlive the tab, and go on without loss or doubles', async () => {
    const page = await open();
    await drop(page, handedIn());
    await page.locator('.standings').waitFor({ timeout: 60_000 });
    const before = Date.now();
    await page.getByRole('button', { name: '停止' }).click();
    await page.locator('.unfinished').waitFor();
    expect(Date.now() - before).toBeLessThan(1000);
    const { reports = 0 } = await stored(page);
    expect(reports).toBeLessThan(GOOD);
    await page.waitForTimeout(500);
    expect((await stored(page))['reports'], 'nothing goes on').toBe(reports);

    // Another tab, as if the first had crashed.
    const next = await page.context().newPage();
    await page.close();
    await next.goto(hosted.site.origin);
    await next.getByRole('button', { name: /继续核对剩下的 \d+ 份/ }).click();
    await done(next);
    expect((await stored(next))['reports']).toBe(GOOD);
  });

  it('go on after a tab was closed in the middle', async () => {
    const page = await open();
    await drop(page, handedIn());
    await page.locator('.standings').waitFor({ timeout: 60_000 });
    const next = await page.context().newPage();
    await page.close({ runBeforeUnload: false });
    await next.goto(hosted.site.origin);
    await next.getByRole('button', { name: /继续核对剩下的 \d+ 份/ }).click();
    await done(next);
    expect((await stored(next))['reports']).toBe(GOOD);
  });
});

describe('the table', () => {
  it('goes by keyboard: arrows, sorting, Enter; facets leave what fits', async () => {
    // High enough that all rows are in sight, whatever notes stand above them: others are not drawn.
    const page = await open({ viewport: { width: 1280, height: 1600 } });
    await drop(page, handedIn());
    await done(page);
    const grid = page.locator('table.matrix');
    await page.getByText(`显示 ${GOOD + BROKEN + 1} 份`).waitFor();
    expect(await grid.getAttribute('aria-rowcount')).toBe(String(GOOD + BROKEN + 1 + 2));
    await page.getByRole('button', { name: /有错误/ }).click();
    expect(await grid.getAttribute('aria-rowcount')).toBe('16');
    await page.getByLabel('筛选报告').fill('2024');
    expect(Number(await grid.getAttribute('aria-rowcount'))).toBeLessThan(16);
    await page.getByLabel('筛选报告').fill('');
    await grid.focus();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    expect(await page.locator('th[aria-sort=ascending]').innerText()).toBe('单位');
    const names = await page.locator('table.matrix tbody th').allInnerTexts();
    expect(names).toHaveLength(14);
    await page.keyboard.press('Enter');
    await page.locator('th[aria-sort=descending]').waitFor();
    expect(await page.locator('table.matrix tbody th').allInnerTexts()).toEqual(names.toReversed());
    for (const key of ['ArrowDown', 'ArrowDown', 'ArrowRight', 'End']) await page.keyboard.press(key);
    // Of many columns those in sight are drawn.
    const last = Number(await grid.getAttribute('aria-colcount')) - 1;
    const active = page.locator('.matrix td.active');
    await expect.poll(() => active.getAttribute('id')).toBe(`cell-1-${last}`);
    await expect.poll(() => inSight(active)).toBe(true);
    await page.keyboard.press('Home');
    const second = await page.locator('table.matrix tbody th').nth(1).innerText();
    await page.keyboard.press('Enter');
    await page.locator('.report').waitFor();
    expect(await page.locator('h1').innerText()).toContain(second);
  });

  it('shows the years of an organ as one, and a row per organ', async () => {
    const page = await open();
    await drop(page, handedIn());
    await done(page);
    await page.locator('.chain-years', { hasText: '2023–2024' }).first().waitFor();
    await page.getByLabel('每行是什么').selectOption('organ');
    expect(await page.locator('.facets').innerText()).toMatch(/显示 \d+ 个单位/);
    expect(await page.locator('td.year', { hasText: '2023–2024' }).count()).toBeGreaterThan(3);
  });
});

describe.each([
  ['light', {}],
  ['dark', { colorScheme: 'dark' }],
  ['narrow', { viewport: { width: 420, height: 820 } }],
] as [string, BrowserContextOptions][])('axe, %s', (name, options) => {
  it('finds nothing, empty, full, in both languages', async () => {
    const page = await open(options);
    await page.goto(`${hosted.site.origin}/#/batch`);
    await page.getByText('还没有核对结果').waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await drop(page, handedIn());
    await done(page);
    expect(await axeViolations(page)).toEqual([]);
    await page.getByRole('button', { name: 'English' }).click();
    await page.getByRole('heading', { name: 'Results' }).waitFor();
    await page.locator('.matrix tbody .tag', { hasText: 'With errors' }).first().waitFor();
    expect(await axeViolations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), name).toBeLessThanOrEqual(0);
  });
});

describe('reports of one organ', () => {
  it('are checked across years by themselves, also where the older comes later', async () => {
    const page = await open();
    const form = formOf('2021');
    const pages = (year: number, carried: number): AppFile => ({
      name: `${year}.html`,
      body: renderPage({
        form,
        year,
        organ: '示例县示例镇人民政府',
        cells:
          carried === 0
            ? {}
            : {
                'applications.received.individual': carried,
                'applications.received.total': carried,
                'applications.carriedOut.individual': carried,
                'applications.carriedOut.total': carried,
              },
      }),
    });
    await drop(page, [pages(2024, 0)]);
    expect((await findings(page)).join()).not.toContain('上年结转');
    const address = page.url();
    await drop(page, [pages(2023, 7)]);
    await page.waitForURL((url) => url.href !== address);
    await page.goto(address);
    await page.locator('article.finding', { hasText: '2023 年年报' }).first().waitFor();
    expect((await findings(page)).join()).toContain('2023 年年报“结转下年度继续办理”为 7');
  });
});

describe('a reader that fails', () => {
  const script = (body: string): string => `addEventListener('message', ({ ports: [port] }) => {
    port.onmessage = () => { ${body} };
    port.postMessage({ kind: 'ready' });
  }, { once: true })`;
  /** The first reader is this; a sound one takes its place. */
  const withReader = async (body: string | null): Promise<Page> => {
    const page = await open({ serviceWorkers: 'block' });
    let asked = 0;
    await page.route('**/read-worker-*.js', (route) => {
      asked += 1;
      if (asked > 1) return route.continue();
      return body === null ? route.abort() : route.fulfill({ body, contentType: 'text/javascript' });
    });
    await page.clock.install();
    await page.reload();
    return page;
  };

  it.each([
    ['hangs', 'for (;;);', '读了 60 秒还没有读完'],
    ['breaks down', 'throw new Error("too much")', '程序出错'],
    ['says what nobody understands', 'port.postMessage({ kind: "result", result: 7 })', '程序出错'],
  ])('costs one file where it %s, and the next is read', async (_name, body, words) => {
    const page = await withReader(script(body));
    await drop(page, [sample('planted-2024.html'), sample('liaozi-township-2024.txt')]);
    await retry(async () => {
      await page.clock.runFor(20_000);
      await page.locator('.note.info', { hasText: '核查完毕：已保存 1 份' }).waitFor({ timeout: 300 });
    }, 60_000);
    expect(await page.locator('.note.error').innerText()).toMatch(new RegExp(`planted-2024[^]*${words}`));
    expect((await stored(page))['reports']).toBe(1);
    hosted.forgive();
  });

  it('leaves the files that failed at hand while others are read', async () => {
    const failsOnce = `self.count = (self.count ?? 0) + 1;
      if (self.count === 1) port.postMessage({ kind: 'result', result: { state: 'failed', failure: { code: 'read', failure: { code: 'empty' } } } });`;
    const page = await withReader(script(failsOnce));
    await page.clock.resume();
    await page.goto(`${hosted.site.origin}/#/batch`);
    await drop(page, [{ name: 'empty.html', body: '' }, sample('planted-2024.html')]);
    const failures = page.locator('.failures li');
    await failures.waitFor();
    for (const viewport of [
      { width: 1360, height: 820 },
      { width: 900, height: 420 },
      { width: 320, height: 600 },
    ]) {
      await page.setViewportSize(viewport);
      expect(await axeViolations(page)).toEqual([]);
    }
    await page.getByRole('button', { name: '移除 empty.html' }).click();
    await failures.waitFor({ state: 'detached' });
    expect(await page.locator('.progress-note').innerText()).toContain('planted-2024.html');
    hosted.forgive();
  });

  it('halts where it does not load, and keeps what waits', async () => {
    const page = await withReader(null);
    const eventually = async (step: () => Promise<unknown>): Promise<void> => {
      await retry(async () => {
        await page.clock.runFor(1000);
        await step();
      });
    };
    await drop(page, [sample('planted-2024.html')]);
    await eventually(() => page.getByText('核查已暂停，1 份文件在等候').waitFor({ timeout: 300 }));
    await page.getByRole('button', { name: '继续核对剩下的 1 份' }).click();
    await eventually(() => page.locator('table.reports').waitFor({ timeout: 300 }));
    expect((await stored(page))['reports']).toBe(1);
    hosted.forgive();
  });
});

describe('in the extension', () => {
  it('reads in a worker too, a PDF among them, under the rules of its pages', async () => {
    const extension = await launchExtension({ folder: extensionFolder });
    const page = await extension.context.newPage();
    const said: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') said.push(message.text());
    });
    await page.goto(`chrome-extension://${extension.id}/pwa/index.html`);
    const pdf = sample('../test/fixtures/formats/numbered-2021.pdf').body;
    await drop(page, [sample('planted-2024.html'), { name: 'a.pdf', body: pdf }]);
    expect(await done(page)).toBe('核查完毕：已保存 2 份，2 份有错误');
    await page.goto(`chrome-extension://${extension.id}/pwa/index.html#/batch`);
    await page.locator('table.matrix tbody th').nth(1).waitFor();
    expect(said).toEqual([]);
    await extension.close();
  });
});
