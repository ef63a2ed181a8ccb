/** The pictures of the README: `npm run screenshots` draws them anew from the built project. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, it } from 'vitest';
import { drop, launchBrowser, offlineReady, openApp, sample } from './harness/app';
import { launchExtension } from './harness/browser';
import { appFolder, ensureBuilt, extensionFolder, samplesFolder } from './harness/build';
import { type Site, serveFolder } from './harness/serve';

const images = 'docs/images';
/** Of the page that the extension opens once it is installed: small, since they travel with it. */
const small = 'extension/public/welcome';
let app: Site;
let pages: Site;

beforeAll(async () => {
  await ensureBuilt();
  for (const folder of [images, small]) mkdirSync(folder, { recursive: true });
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
  await shrink(page, 'mark.jpg', await page.screenshot({ clip: { x: 330, y: 260, width: 570, height: 380 } }));
  const chosen = await panel.locator('[aria-current]').boundingBox();
  const own = await panel.screenshot({ clip: { x: 0, y: (chosen?.y ?? 8) - 8, width: 360, height: 240 } });
  await shrink(page, 'panel.jpg', own);
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
  await shrink(page, 'app.jpg', await page.screenshot({ clip: { x: 610, y: 50, width: 750, height: 500 } }));
  await browser.close();
});

/** Twice the size at which it is shown, at most. */
async function shrink(page: Page, name: string, png: Buffer): Promise<void> {
  const base64 = await page.evaluate(async (text) => {
    const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
    const whole = await createImageBitmap(new Blob([bytes]));
    const width = Math.min(whole.width, 720);
    const height = Math.round((whole.height * width) / whole.width);
    const canvas = new OffscreenCanvas(width, height);
    const context = canvas.getContext('2d');
    if (context !== null) context.imageSmoothingQuality = 'high';
    context?.drawImage(whole, 0, 0, width, height);
    const blob = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.75 });
    return btoa([...new Uint8Array(await blob.arrayBuffer())].map((byte) => String.fromCharCode(byte)).join(''));
  }, png.toString('base64'));
  writeFileSync(join(small, name), Buffer.from(base64, 'base64'));
}
