/** Options, first-run page, badge and permissions of the shipped extension, in a real Chromium. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { axeViolations } from './harness/axe';
import { retry } from './harness/browser';
import { root, samplesFolder } from './harness/build';
import { checkPage, openPage } from './harness/checked-page';
import { servedFolder } from './harness/for-file';
import { marksOn } from './harness/marks';
import { shippedExtension } from './harness/shipped-extension';
import { drawn } from './harness/states';
import { stopWorker } from './harness/stop-worker';

const extension = shippedExtension();
const site = servedFolder(samplesFolder);

const open = (address: string): Promise<Page> => openPage(extension, address);

const own = (path: string): Promise<Page> => open(`chrome-extension://${extension.id}/${path}`);

const check = (page: Page): Promise<Page> => checkPage(extension, page, '项勾稽关系');

async function badge(page: Page): Promise<string> {
  const tabId = await extension.tabId(page);
  return (await extension.worker()).evaluate((id) => chrome.action.getBadgeText({ tabId: id }), tabId);
}

test('the count stands on the button of the tab that was checked, and goes when the page is left', async () => {
  const page = await open(site.address('planted-2024.html'));
  expect(await badge(page)).toBe('');
  await check(page);
  await expect.poll(() => badge(page)).toBe('4');
  await page.goto(site.address('shuyang-development-bureau-2023.html'));
  await expect.poll(() => badge(page)).toBe('');
});

test('the built manifest asks for what the source asks for, in Chromium and in Firefox', async () => {
  const granted = await (await extension.worker()).evaluate(() => chrome.permissions.getAll());
  expect([...(granted.permissions ?? [])].sort()).toEqual(
    ['activeTab', 'contextMenus', 'scripting', 'sidePanel', 'storage', 'unlimitedStorage'].sort(),
  );
  expect(granted.origins).toEqual([]);
  const built = await (await extension.worker()).evaluate(() => chrome.runtime.getManifest());
  expect(built).not.toHaveProperty('web_accessible_resources');
  expect(built).not.toHaveProperty('host_permissions');
});

test('the script in a page answers in Chromium alone', async () => {
  const script = 'extension/page/scan.iife.js';
  const [own, firefox] = await Promise.all(
    ['extension', 'firefox'].map((part) => readFile(join(root, 'dist', part, script), 'utf8')),
  );
  expect(own).toBe(`${firefox}globalThis.goujiShown;`);
});

test('the panel in a window where the user wants it so, also when the click starts the service worker', async () => {
  const options = await own('extension/options/index.html');
  await options.getByLabel('网页旁的小窗口').check();
  const page = await open(site.address('planted-2024.html'));
  await check(page);
  await expect.poll(() => extension.panelHomes(page)).toEqual(['popup']);
  expect(await stopWorker(extension)).toBe(true);
  const another = await open(site.address('shuyang-development-bureau-2023.html'));
  await extension.clickAction(another);
  await expect.poll(() => extension.panelHomes(another)).toEqual(['popup']);
  await options.bringToFront();
  await options.getByLabel('浏览器侧边栏').check();
  await another.reload();
  const third = await open(site.address('planted-2024.html?3'));
  await check(third);
  await expect.poll(() => extension.panelHomes(third)).toEqual(['side panel']);
});

test('marks only when asked for', async () => {
  const options = await own('extension/options/index.html');
  await options.getByLabel('在结果里点“显示标记”后再标出').check();
  const page = await open(site.address('planted-2024.html'));
  const panel = await check(page);
  expect(await marksOn(page)).toEqual([]);
  await panel.getByRole('button', { name: '显示标记' }).click();
  await retry(async () => expect((await marksOn(page)).length).toBeGreaterThan(7));
});

test('connected apps are listed and revoked; language; shortcuts', async () => {
  const options = await own('extension/options/index.html');
  await options.evaluate(() => chrome.storage.local.set({ 'handover.origins': ['https://gouji.example'] }));
  await options.reload();
  await options.getByRole('button', { name: '收回 https://gouji.example' }).press('Enter');
  await options.getByText('还没有连接过。').waitFor();
  expect(await options.evaluate(() => chrome.storage.local.get('handover.origins'))).toEqual({
    'handover.origins': [],
  });
  expect(await options.locator('kbd').allInnerTexts()).toEqual(['Alt+Shift+G', 'Alt+Shift+K']);
  await options.getByLabel('English').check();
  expect(await options.locator('h1').innerText()).toBe('Options of Gouji');
  const panel = await own('extension/panel/index.html');
  expect(await panel.locator('html').getAttribute('lang')).toBe('en');
});

test('everything is deleted after a second yes, and only then', async () => {
  const page = await open(site.address('planted-2024.html'));
  const panel = await check(page);
  await panel.locator('h1').click();
  await panel.keyboard.press('s');
  await panel.getByRole('link', { name: '证据' }).waitFor();
  const options = await own('extension/options/index.html');
  await options.getByRole('button', { name: '删除全部数据…' }).press('Enter');
  await options.getByText('确实删除 1 份报告、0 条意见、1 份证据？').waitFor();
  // The focus is on the way back, once it is drawn.
  await expect.poll(() => options.evaluate(() => document.activeElement?.tagName)).toBe('BUTTON');
  await options.keyboard.press('Enter');
  await options.getByRole('button', { name: '删除全部数据…' }).press('Enter');
  await options.getByText('确实删除 1 份报告').waitFor();
  await options.getByRole('button', { name: '删除', exact: true }).press('Enter');
  await options.getByText('已全部删除').waitFor();
  const app = await own('pwa/index.html');
  await expect.poll(() => app.locator('table.reports tbody tr').count()).toBe(0);
  expect(await options.evaluate(() => chrome.storage.local.get())).toEqual({});
});

test('how it is used, in three pictures; options and first-run page pass axe in both themes', async () => {
  const welcome = await own('extension/welcome/index.html');
  await expect
    .poll(() => welcome.evaluate(() => [...document.images].map((image) => image.complete && image.naturalWidth > 0)))
    .toEqual([true, true, true]);
  const options = await own('extension/options/index.html');
  for (const [name, page] of [
    ['welcome', welcome],
    ['options', options],
  ] as const)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await axeViolations(page)).toEqual([]);
      await drawn(page, `${name}-${colorScheme}`);
    }
});
