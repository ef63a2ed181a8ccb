/** The pictures of the README: `npm run screenshots` draws them anew from the built project. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, it } from 'vitest';
import { formOf } from '../support/render';
import { agreeing } from '../support/values';
import { drop, launchBrowser, offlineReady, openApp, sample } from './harness/app';
import { launchExtension } from './harness/browser';
import { appFolder, ensureBuilt, extensionFolder, samplesFolder } from './harness/build';
import { checkPage, openPage } from './harness/checked-page';
import { sayYesTo } from './harness/leave';
import { pictureOf } from './harness/pictures';
import { ended, openList, report } from './harness/round';
import { type Site, serveFolder } from './harness/serve';
import { html, serveAnswers } from './harness/site';
import { inState, STATES } from './harness/states';

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

it('the marked page, the panel, and the evidence that saving seals', async () => {
  const extension = await launchExtension({ folder: extensionFolder, viewport: { width: 1400, height: 900 } });
  const page = await openPage(extension, `${pages.origin}/planted-2024.html`);
  const panel = await checkPage(extension, page, '37');
  await panel.locator('article.finding').nth(1).locator('h3').click();
  await settled(page);
  await shrink(page, small, 'mark.jpg', await page.screenshot({ clip: { x: 330, y: 260, width: 570, height: 380 } }));
  await keep(page, 'panel', await panel.screenshot());
  const chosen = await panel.locator('[aria-current]').boundingBox();
  const own = await panel.screenshot({ clip: { x: 0, y: (chosen?.y ?? 8) - 8, width: 360, height: 240 } });
  await shrink(page, small, 'panel.jpg', own);
  // The card of the same finding, beside its mark: it is the second on the page.
  await page.bringToFront();
  await page.keyboard.press('F8');
  await page.keyboard.press('F8');
  await settled(page);
  await keep(page, 'page', await page.screenshot());
  await page.keyboard.press('Escape');
  await panel.locator('h1').click();
  await panel.keyboard.press('s');
  const link = panel.getByRole('link', { name: '证据' });
  await link.waitFor();
  const evidence = await openPage(extension, (await link.getAttribute('href')) ?? '');
  await evidence.locator('canvas').nth(2).waitFor();
  await evidence.locator('h1').first().scrollIntoViewIfNeeded();
  await settled(evidence);
  await keep(page, 'evidence', await evidence.screenshot());
  await extension.close();
});

it('the panel in English, in the dark, in the system’s own colours, and narrow; the evidence on paper', async () => {
  const extension = await launchExtension({ folder: extensionFolder });
  const page = await openPage(extension, `${pages.origin}/planted-2024.html`);
  const panel = await checkPage(extension, page, '37');
  await panel.getByRole('button', { name: /自然人列填 12/ }).click();
  await panel.keyboard.press('2');
  const states: Buffer[] = [];
  for (const name of ['english', 'dark', 'forced-colours-dark', 'narrow'])
    for (const state of STATES.filter((each) => each.name === name))
      await inState(panel, { width: 360, height: 720 }, state, async () => {
        await settled(panel);
        states.push(await panel.screenshot());
      });
  await keep(page, 'panel-states', await sideBySide(page, states));
  await panel.keyboard.press('Escape');
  await page.bringToFront();
  await panel.locator('h1').click();
  await panel.keyboard.press('s');
  const link = panel.getByRole('link', { name: '证据' });
  await link.waitFor();
  const evidence = await openPage(extension, (await link.getAttribute('href')) ?? '');
  await evidence.locator('canvas').nth(2).waitFor();
  await evidence.getByLabel('显示标记').first().check();
  await evidence.setViewportSize({ width: 900, height: 1270 });
  await evidence.emulateMedia({ media: 'print' });
  await settled(evidence);
  await keep(evidence, 'evidence-paper', await evidence.screenshot());
  await extension.close();
});

it('the reports of a column', async () => {
  const extension = await launchExtension({ folder: extensionFolder, viewport: { width: 1280, height: 760 } });
  const organs = ['教育局', '水务局', '林业局', '民政局', '审计局', '财政局'].map((name) => `示例县${name}`);
  const items = organs.map(
    (organ, at) =>
      `<li><a href="${at}.html">${organ}2024年政府信息公开工作年度报告</a><span>2025-01-${10 + at}</span></li>`,
  );
  const site = await serveAnswers({
    '/nb/index.html': () => html(`<!doctype html><title>政府信息公开年报</title><ul>${items.join('')}</ul>`),
    ...Object.fromEntries(organs.map((organ, at) => [`/nb/${at}.html`, () => html(report(organ))])),
  });
  const round = await openList(extension, site);
  await sayYesTo(extension, site.origin);
  await round.bringToFront();
  await round.getByRole('button', { name: `核对选中的 ${organs.length} 篇` }).click();
  await ended(round);
  await settled(round);
  await keep(round, 'column', await round.screenshot());
  await extension.close();
  await site.close();
});

it('the app', async () => {
  const browser = await launchBrowser();
  const { page } = await openApp(browser, app.origin);
  await offlineReady(page);
  await drop(page, [sample('planted-2024.html')]);
  await page.locator('.report').waitFor();
  await page.keyboard.press('j');
  await settled(page);
  await keep(page, 'app', await page.screenshot());
  await shrink(page, small, 'app.jpg', await page.screenshot({ clip: { x: 610, y: 50, width: 750, height: 500 } }));
  await browser.close();
});

it('a picture entered by hand', async () => {
  const browser = await launchBrowser();
  const { page } = await openApp(browser, app.origin);
  const form = formOf('2021');
  const picture = await pictureOf(browser, { form, organ: '示例县人民政府', year: 2024, cells: agreeing(form) });
  await drop(page, [picture]);
  await page.locator('.note.warning', { hasText: picture.name }).getByRole('button', { name: '对照录入' }).click();
  await page.locator('.entry').waitFor();
  const cells = agreeing(form);
  for (const column of ['individual', 'company', 'research', 'charity', 'legalService', 'otherOrganisation', 'total'])
    await page
      .locator(`input[data-of="applications.received.${column}"]`)
      .fill(String((cells[`applications.received.${column}`] ?? 0) + (column === 'total' ? 9 : 0)));
  await settled(page);
  await keep(page, 'entry', await page.screenshot());
  await browser.close();
});

/** Marks and pictures glide to their places. */
function settled(page: Page): Promise<void> {
  return page.waitForTimeout(1500);
}

/** Pictures of one height, or less, in a row. */
async function sideBySide(page: Page, pictures: readonly Buffer[]): Promise<Buffer> {
  const base64 = await page.evaluate(
    async (texts) => {
      const bitmaps = await Promise.all(
        texts.map((text) =>
          createImageBitmap(new Blob([Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))])),
        ),
      );
      const gap = 16;
      const width = bitmaps.reduce((sum, each) => sum + each.width + gap, -gap);
      const canvas = new OffscreenCanvas(width, Math.max(...bitmaps.map(({ height }) => height)));
      let left = 0;
      for (const bitmap of bitmaps) {
        canvas.getContext('2d')?.drawImage(bitmap, left, 0);
        left += bitmap.width + gap;
      }
      const bytes = new Uint8Array(await (await canvas.convertToBlob()).arrayBuffer());
      return btoa([...bytes].map((byte) => String.fromCharCode(byte)).join(''));
    },
    pictures.map((each) => each.toString('base64')),
  );
  return Buffer.from(base64, 'base64');
}

function keep(page: Page, name: string, png: Buffer): Promise<void> {
  return shrink(page, images, `${name}.webp`, png, 1400);
}

/** Twice the size at which it is shown, at most. */
async function shrink(page: Page, folder: string, name: string, png: Buffer, widest = 720): Promise<void> {
  const type = name.endsWith('.webp') ? 'image/webp' : 'image/jpeg';
  const base64 = await page.evaluate(
    async ([text, kind, most]) => {
      const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
      const whole = await createImageBitmap(new Blob([bytes]));
      const width = Math.min(whole.width, most);
      const height = Math.round((whole.height * width) / whole.width);
      const canvas = new OffscreenCanvas(width, height);
      const context = canvas.getContext('2d');
      if (context !== null) context.imageSmoothingQuality = 'high';
      context?.drawImage(whole, 0, 0, width, height);
      const blob = await canvas.convertToBlob({ type: kind, quality: 0.75 });
      return btoa([...new Uint8Array(await blob.arrayBuffer())].map((byte) => String.fromCharCode(byte)).join(''));
    },
    [png.toString('base64'), type, widest] as const,
  );
  writeFileSync(join(folder, name), Buffer.from(base64, 'base64'));
}
