/** 交接 under bad conditions: the service worker stopped in the middle, forged messages, an origin nobody agreed to. */
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { appFolder, samplesFolder } from './harness/build';
import { checkPage, openPage } from './harness/checked-page';
import { servedFolder } from './harness/for-file';
import { shippedExtension } from './harness/shipped-extension';
import { stopWorker } from './harness/stop-worker';

const extension = shippedExtension();
const app = servedFolder(appFolder, 'index.html');
const other = servedFolder(appFolder, 'index.html');

const open = (address: string): Promise<Page> => openPage(extension, address);

/** Rows of the extension's own store. */
async function kept(): Promise<readonly string[]> {
  const inside = await open(`chrome-extension://${extension.id}/pwa/index.html`);
  await inside.locator('table.reports, .empty').first().waitFor();
  const organs = await inside.locator('table.reports tbody th a').allInnerTexts();
  await inside.close();
  return organs;
}

test('the service worker is stopped again and again while reports are handed over: all arrive, none twice', async () => {
  const hosted = await open(app.address('index.html'));
  const files = ['liaozi-township-2024.txt', 'planted-2024.html', 'shuyang-development-bureau-2023.html'];
  for (const [index, file] of files.entries()) {
    await hosted.locator('input[type="file"]').first().setInputFiles(join(samplesFolder, file));
    await hosted.locator('.report').waitFor(); // One file alone is opened when it is kept.
    await hosted.goto(app.address('index.html#/'));
    await expect.poll(() => hosted.locator('table.reports tbody tr').count()).toBe(index + 1);
  }
  await hosted.goto(app.address('index.html#/exchange'));
  const panel = await checkPage(extension, hosted, '连接这个应用');
  await panel.getByRole('button', { name: '连接这个应用' }).click();
  const start = hosted.locator('main').getByRole('button', { name: '开始交接' });
  await start.waitFor();
  let stopped = 0;
  for (let round = 0; round < 4; round++) {
    await start.click();
    // At other moments of the exchange each time: before it is heard, while it is merged, while it is answered.
    await hosted.waitForTimeout(round * 40);
    if (await stopWorker(extension)) stopped += 1;
    await hosted.getByText('两边都已有').waitFor({ timeout: 20_000 });
    expect(await hosted.getByText('交接没有完成').count()).toBe(0);
  }
  expect(stopped).toBeGreaterThan(0);
  expect([...(await kept())].sort()).toHaveLength(3);
  await hosted.goto(app.address('index.html#/'));
  await expect.poll(() => hosted.locator('table.reports tbody tr').count()).toBe(3);
});

test('a page that only says it is the app hears nothing, and what it sends is not taken', async () => {
  const before = await kept();
  const page = await open(other.address('index.html#/exchange'));
  const panel = await checkPage(extension, page, '连接这个应用');
  const heard = await page.evaluate(async () => {
    const types: string[] = [];
    addEventListener('message', (event: MessageEvent<{ type?: string }>) => types.push(event.data?.type ?? ''));
    const bundle = { format: 'gouji', version: 1, reports: [], opinions: [] };
    for (const message of [
      { type: 'gouji:app-ready', version: 1 },
      { type: 'gouji:exchange', version: 1, transfer: 'forged', bundle },
      { type: 'exchange', message: { type: 'gouji:exchange', version: 1, transfer: 'forged', bundle } },
      { type: 'bridge-open' },
    ])
      postMessage(message, location.origin);
    await new Promise((resolve) => setTimeout(resolve, 800));
    return types.filter((type) => type.startsWith('gouji:ex'));
  });
  // Its own question comes back to it; an answer does not.
  expect(heard).toEqual(['gouji:exchange']);
  expect(await panel.getByText('交接完成').count()).toBe(0);
  expect(await kept()).toEqual(before);
});

test('an allowed page is still not believed: ill-formed bundles, messages of another window', async () => {
  const before = await kept();
  const allowed = { 'handover.origins': [app.origin] };
  await (await extension.worker()).evaluate((origins) => chrome.storage.local.set(origins), allowed);
  const hosted = await open(app.address('index.html#/exchange'));
  await checkPage(extension, hosted, '已连接勾稽的应用');
  await hosted.getByText('已连上勾稽扩展').waitFor();
  const answers = hosted.evaluate(async () => {
    const failed: string[] = [];
    addEventListener('message', (event: MessageEvent<{ type?: string; transfer?: string }>) => {
      if (event.data?.type?.startsWith('gouji:exchange') && event.data.type !== 'gouji:exchange')
        failed.push(`${event.data.type} ${event.data.transfer}`);
    });
    const report = { id: 'x', savedAt: 'now', outcome: { status: 'checked' } };
    const bundle = { format: 'gouji', version: 1, reports: [report], opinions: [] };
    postMessage({ type: 'gouji:exchange', version: 1, transfer: 'ill-formed', bundle }, location.origin);
    await new Promise((resolve) => setTimeout(resolve, 4000));
    return failed;
  });
  const popup = extension.context.waitForEvent('page');
  await hosted.evaluate((address) => void window.open(address), other.address('index.html'));
  await (await popup).evaluate(() => {
    const bundle = { format: 'gouji', version: 1, reports: [], opinions: [] };
    opener.postMessage({ type: 'gouji:exchange', version: 1, transfer: 'from another window', bundle }, '*');
  });
  expect(await answers).toEqual(['gouji:exchange-failed ill-formed']);
  expect(await kept()).toEqual(before);
});
