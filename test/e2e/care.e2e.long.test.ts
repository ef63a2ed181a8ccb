/** Care for data: backup and back, delete everything, two windows and older stores, plain http; production build. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drop, findings, launchBrowser, listed, openApp, sample } from './harness/app';
import { axeViolations } from './harness/axe';
import { hostedApp } from './harness/hosted-app';
import { bare, olderStore } from './harness/older-store';
import { kept } from './harness/store';

const hosted = hostedApp(5900);

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gouji-care-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function open(options: BrowserContextOptions = {}, path = ''): Promise<Page> {
  return hosted.open(path, options);
}

const settings = (page: Page): Promise<unknown> => page.goto(`${hosted.site.origin}/#/settings`);

async function backup(page: Page, name: string): Promise<string> {
  await settings(page);
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '备份到文件' }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/^勾稽备份-\d{4}-\d\d-\d\d\.gouji-backup$/);
  const path = join(folder, name);
  await file.saveAs(path);
  return path;
}

async function choose(page: Page, file: string | { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
  await settings(page);
  await page.locator('.backup-input').setInputFiles(file);
}

describe('a backup', () => {
  it('goes to a file, survives the deletion of everything, and is shown before it comes back', async () => {
    const page = await open();
    await drop(page, [sample('planted-2024.html')]);
    await findings(page);
    await page.keyboard.press('1');
    await page.locator('.opinions li').waitFor();
    await page.getByLabel('核查清单', { exact: true }).selectOption({ label: '部门年报' });
    await page.getByText('按清单“部门年报”版本 1 核查').waitFor();
    const path = await backup(page, 'all.gouji-backup');
    await page.getByText('已备份 1 份报告及其他全部数据').waitFor();

    await page.getByRole('button', { name: '全部删除…' }).click();
    const [second] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '备份后删除' }).click(),
    ]);
    expect(second.suggestedFilename()).toContain('勾稽备份');
    // The browser may have put it nowhere: nothing goes until somebody has seen the file.
    const saved = page.getByRole('button', { name: '已存好，删除' });
    await saved.waitFor();
    expect((await kept(page)).reports).toHaveLength(1);
    await saved.click();
    await page.getByText('本机数据已全部删除').waitFor();
    await page.getByText('还没有报告').waitFor();

    await choose(page, path);
    const preview = page.locator('.preview');
    await preview.getByText('报告：新 1，已有 0').waitFor();
    expect(await preview.innerText()).toContain('复核意见（含自定格式）：新 1，已有 0');
    await preview.getByRole('button', { name: '合并进来' }).click();
    await page.getByText('已恢复：新增').waitFor();
    await page.goto(`${hosted.site.origin}/#/`);
    await page.locator('table.reports tbody th a').first().click();
    await page.getByText('按清单“部门年报”版本 1 核查').waitFor();
    await page.locator('.opinions li', { hasText: '属实待改' }).waitFor();

    await choose(page, path);
    await page.getByRole('button', { name: '没有新的内容' }).waitFor();
  });

  it('that is damaged, of another kind or of a later program is refused, and nothing is changed', async () => {
    const page = await open();
    await drop(page, [sample('planted-2024.html')]);
    await findings(page);
    const bytes = await readFile(await backup(page, 'good.gouji-backup'));
    const give = (name: string, buffer: Buffer) => choose(page, { name, mimeType: 'application/zip', buffer });
    await give('<img src=x>.zip', bytes.subarray(0, bytes.length / 2));
    await page.locator('.note.error', { hasText: '备份文件已损坏或不完整' }).waitFor();
    await page.locator('.note.error', { hasText: '<img src=x>.zip' }).waitFor();
    await give('a.zip', Buffer.from('{"format":"gouji"}'));
    await page.locator('.note.error', { hasText: '这不是勾稽的备份文件' }).waitFor();
    await page.goto(`${hosted.site.origin}/#/`);
    expect((await listed(page)).length).toBe(1);
  });

  it('is reminded of after many changes, and not for a week where it is put off', async () => {
    const page = await open();
    await page.getByText('还没有报告').waitFor();
    await put(
      page,
      'opinions',
      Array.from({ length: 250 }, (_, index) => ({ id: `o${index}`, finding: 'f', counter: index })),
    );
    await page.reload();
    const note = page.locator('#care .note', { hasText: '该备份了' });
    await note.getByText('本机已有 250 条报告和意见').waitFor();
    await note.getByRole('button', { name: '过一周再说' }).click();
    await note.waitFor({ state: 'detached' });
    await expect.poll(() => read(page, 'settings', 'backupPutOff')).not.toBeNull();
    await page.reload();
    await page.waitForFunction(() => document.querySelector('#care') !== null);
    await settings(page);
    await page.getByText('还没有备份过').waitFor();
    expect(await note.count()).toBe(0);
  });
});

/** Rows straight into the store, as the store's own program would have left them. */
function put(page: Page, table: string, rows: readonly unknown[]): Promise<void> {
  return page.evaluate(
    ([name, all]) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('gouji');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const transaction = opening.result.transaction(name, 'readwrite');
          for (const row of all) transaction.objectStore(name).put(row);
          transaction.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
    [table, rows] as const,
  );
}

function read(page: Page, table: string, key: string): Promise<unknown> {
  return page.evaluate(
    ([name, id]) =>
      new Promise<unknown>((resolve, reject) => {
        const opening = indexedDB.open('gouji');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const getting = opening.result.transaction(name).objectStore(name).get(id);
          getting.onsuccess = () => {
            opening.result.close();
            resolve(getting.result ?? null);
          };
        };
      }),
    [table, key] as const,
  );
}

it('asks the browser to keep the data at the first save, and shows state and quota', async () => {
  const page = await open();
  await page.evaluate(() => {
    const asked = { times: 0 };
    Object.assign(globalThis, { asked });
    navigator.storage.persist = async () => {
      asked.times += 1;
      return false;
    };
  });
  await drop(page, [sample('planted-2024.html')]);
  await findings(page);
  await expect
    .poll(() => page.evaluate(() => (globalThis as unknown as { asked: { times: number } }).asked.times))
    .toBe(1);
  await page.evaluate(() => {
    location.hash = '#/settings';
  });
  await page.getByText(/浏览器给这里的空间约 [\d.]+ GB，已用 [\d.]+%/).waitFor();
  await page.getByRole('button', { name: '请浏览器长期保留' }).waitFor();
});

describe('two windows', () => {
  it('of which one is newer: the older stops and says so, and its draft is there after a reload', async () => {
    const page = await open();
    await drop(page, [sample('planted-2024.html')]);
    await findings(page);
    await page.keyboard.press('m');
    await page.keyboard.type('写到一半');
    const newer = await bare(page.context(), hosted.site);
    await newer.evaluate(
      () =>
        new Promise<void>((resolve, reject) => {
          // As a later version would: it keeps what is there.
          const opening = indexedDB.open('gouji', 10_000);
          opening.onerror = () => reject(opening.error);
          opening.onsuccess = () => {
            opening.result.close();
            resolve();
          };
        }),
    );
    const note = page.locator('#care .note', { hasText: '另一个窗口已打开新版本，数据已升级' });
    await note.waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await note.getByRole('button', { name: '刷新本页' }).click();
    await findings(page);
    expect(await page.locator('.note-form textarea').inputValue()).toBe('写到一半');
    // This program is the older one in truth: it opens the store of the later one, and says so in the console.
    hosted.forgive();
  });

  it('of which one is older and stays open: the newer waits, says for what, and goes on', async () => {
    const context = await hosted.browser.newContext({ viewport: { width: 1360, height: 820 } });
    hosted.closeLater(context);
    const older = await bare(context, hosted.site);
    await olderStore(older, 5, true);
    const page = await context.newPage();
    await page.goto(`${hosted.site.origin}/`);
    await page.locator('#care .note', { hasText: '正在等旧窗口关闭' }).waitFor();
    await older.close();
    expect((await listed(page)).length).toBe(1);
    await page.locator('#care .note', { hasText: '正在等旧窗口关闭' }).waitFor({ state: 'detached' });
  });
});

it.each([1, 2, 3, 4, 5])('opens the store of version %i with all that is in it', async (version) => {
  const context = await hosted.browser.newContext({ viewport: { width: 1360, height: 820 } });
  hosted.closeLater(context);
  await olderStore(await bare(context, hosted.site), version, false);
  const page = await context.newPage();
  const own: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') own.push(message.text());
  });
  hosted.heed(own);
  await page.goto(`${hosted.site.origin}/`);
  await page.locator('table.reports tbody th a').first().click();
  await findings(page);
  await page.getByText('旧版里写的').waitFor();
  await page.getByLabel('核查清单', { exact: true }).selectOption({ label: '部门年报' });
  await page.getByText('按清单“部门年报”版本 1 核查').waitFor();
  await settings(page);
  await expect.poll(() => page.getByLabel('署名').inputValue()).toBe('王');
});

it('on plain http says what is missing there, and where the app is without these limits', async () => {
  const plain = await launchBrowser(['--host-resolver-rules=MAP gouji.test 127.0.0.1']);
  const app = await openApp(plain, `${hosted.site.origin.replace('127.0.0.1', 'gouji.test')}/#/settings`);
  await app.page.getByRole('heading', { name: '此地址的限制' }).waitFor();
  await app.page.getByText('装了勾稽浏览器扩展的').waitFor();
  expect(await axeViolations(app.page)).toEqual([]);
  await drop(app.page, [sample('planted-2024.html')]);
  await findings(app.page);
  await app.page.goto(`${hosted.site.origin.replace('127.0.0.1', 'gouji.test')}/#/settings`);
  const [file] = await Promise.all([
    app.page.waitForEvent('download'),
    app.page.getByRole('button', { name: '备份到文件' }).click(),
  ]);
  expect(file.suggestedFilename()).toContain('勾稽备份');
  expect(app.complaints).toEqual([]);
  await plain.close();
});

it.each(['light', 'dark'] as const)('is clean by axe, the question before deleting too, %s', async (colorScheme) => {
  const page = await open({ colorScheme }, '#/settings');
  await page.getByRole('heading', { name: '备份与恢复' }).waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await page.getByRole('button', { name: '全部删除…' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor();
  expect(await axeViolations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
});
