/** 交接 by message: an extension built for the origin of a hosted app, which then needs no click and no bridge. */
import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { appFolder, root, samplesFolder } from './harness/build';
import { checkPage, openPage } from './harness/checked-page';
import { servedFolder } from './harness/for-file';
import { shippedExtension } from './harness/shipped-extension';
import { stopWorker } from './harness/stop-worker';

const app = servedFolder(appFolder, 'index.html');
const other = servedFolder(appFolder, 'index.html');
const samples = servedFolder(samplesFolder);
const extension = shippedExtension(async () => {
  const folder = join(root, 'dist/extension-for-origin');
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  const options = ['-c', 'extension/vite.config.ts', '--logLevel', 'warn', '--outDir', folder];
  const env = { ...process.env, GOUJI_APP_ORIGINS: app.origin };
  await promisify(execFile)(process.execPath, [vite, 'build', ...options], { cwd: root, env });
  return folder;
});

test('both ways without a click, the worker stopped in between, each report once; another origin has no way in', async () => {
  const page = await openPage(extension, samples.address('planted-2024.html'));
  const panel = await checkPage(extension, page, '37');
  await panel.locator('h1').click();
  await panel.keyboard.press('s');
  await panel.getByText('内容相同').waitFor();

  const hosted = await openPage(extension, app.address('index.html'));
  await hosted.locator('input[type="file"]').first().setInputFiles(join(samplesFolder, 'liaozi-township-2024.txt'));
  await hosted.locator('.report').waitFor();
  await hosted.goto(app.address('index.html#/exchange'));
  await hosted.getByText('已连上勾稽扩展').waitFor();
  const start = hosted.locator('main').getByRole('button', { name: '开始交接' });
  for (const wait of [0, 30, 80]) {
    await start.click();
    await hosted.waitForTimeout(wait);
    await stopWorker(extension);
    await hosted.getByText('两边都已有').waitFor({ timeout: 20_000 });
    expect(await hosted.getByText('交接没有完成').count()).toBe(0);
  }
  const inside = `chrome-extension://${extension.id}/pwa/index.html`;
  for (const address of [app.address('index.html#/'), inside]) {
    const list = await openPage(extension, address);
    await expect.poll(() => list.locator('table.reports tbody tr').count()).toBe(2);
  }

  const elsewhere = await openPage(extension, other.address('index.html#/exchange'));
  await elsewhere.locator('main h1').waitFor();
  expect(await elsewhere.evaluate(() => typeof (globalThis as { chrome?: typeof chrome }).chrome?.runtime)).toBe(
    'undefined',
  );
  expect(await elsewhere.getByText('已连上勾稽扩展').count()).toBe(0);
});
