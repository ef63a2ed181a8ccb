/** The pictures of the README: `npm run screenshots` draws them anew from the built project. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, it } from 'vitest';
import { drop, launchBrowser, offlineReady, openApp, sample } from './harness/app';
import { launchExtension } from './harness/browser';
import { appFolder, ensureBuilt, extensionFolder, samplesFolder } from './harness/build';
import { type Site, serveFolder } from './harness/serve';

const images = 'docs/images';
let app: Site;
let pages: Site;

beforeAll(async () => {
  await ensureBuilt();
  mkdirSync(images, { recursive: true });
  app = await serveFolder(appFolder, { from: 4800, fallback: 'index.html' });
  pages = await serveFolder(samplesFolder, { from: 4900 });
});
afterAll(async () => {
  await app.close();
  await pages.close();
});

it('the marked page and the panel', async () => {
  const extension = await launchExtension({ folder: extensionFolder, viewport: { width: 1400, height: 900 } });
  const page = await extension.context.newPage();
  await page.goto(`${pages.origin}/planted-2024.html`);
  await extension.clickAction(page);
  const panel = await extension.panel(page);
  await panel.locator('article.finding').first().waitFor();
  await panel.locator('article.finding').nth(1).locator('h3').click();
  await page.waitForTimeout(1500);
  await page.screenshot({ path: join(images, 'page.png') });
  await panel.screenshot({ path: join(images, 'panel.png') });
  await extension.close();
});

it('the app', async () => {
  const browser = await launchBrowser();
  const { page } = await openApp(browser, app.origin);
  await offlineReady(page);
  await drop(page, [sample('planted-2024.html')]);
  await page.locator('.report').waitFor();
  await page.keyboard.press('j');
  await page.waitForTimeout(400);
  await page.screenshot({ path: join(images, 'app.png') });
  await browser.close();
});
