import { afterAll, beforeAll, test } from 'vitest';
import { type Extension, launchExtension } from './harness/browser';
import { ensureBuilt, extensionFolder, samplesFolder } from './harness/build';
import { checkPage, openPage } from './harness/checked-page';
import { type Site, serveFolder } from './harness/serve';

let samples: Site;
let extension: Extension;
beforeAll(async () => {
  await ensureBuilt();
  samples = await serveFolder(samplesFolder, { from: 4480 });
  extension = await launchExtension({ folder: extensionFolder, viewport: { width: 1400, height: 1000 } });
});
afterAll(async () => {
  await extension?.close();
  await samples?.close();
});
test('shots', async () => {
  const page = await openPage(extension, samples.address('planted-2024.html'));
  const panel = await checkPage(extension, page, '37');
  await panel.screenshot({ path: '/tmp/panel-a.png' });
  await panel.getByRole('button', { name: /自然人列填 12/ }).click();
  await panel.keyboard.press('2');
  await panel.waitForTimeout(500);
  await panel.screenshot({ path: '/tmp/panel-b.png' });
  await panel.getByRole('textbox', { name: /无误的理由/ }).press('Escape');
  await panel.keyboard.press('t');
  await panel.getByRole('textbox', { name: /予以公开.*自然人/ }).fill('21');
  await panel.locator('.rule-help summary').first().click();
  await panel.waitForTimeout(300);
  await panel.screenshot({ path: '/tmp/panel-c.png' });
  await panel.emulateMedia({ colorScheme: 'dark' });
  await panel.locator('.trial').scrollIntoViewIfNeeded();
  await panel.screenshot({ path: '/tmp/panel-d.png' });
  await page.emulateMedia({ forcedColors: 'active' });
  await page.waitForTimeout(300);
  await page.screenshot({ path: '/tmp/page-b.png' });
});
