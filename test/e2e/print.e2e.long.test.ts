/** What is printed of lists and plots: whole, each sum once, shapes without the ground. */
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { readFile as readBytes } from '../../core/read/file';
import { readHtml } from '../../core/read/html';
import { textIn } from '../support/read-back';
import { hostedApp } from './harness/hosted-app';
import { putReports } from './harness/many-reports';

const hosted = hostedApp(5950);
const COUNT = 60;

async function open(path: string): Promise<Page> {
  const page = await hosted.open(path);
  await page.locator('.empty').first().waitFor();
  await putReports(page, COUNT);
  // Written past the app: it learns of them when it starts.
  await page.reload();
  return page;
}

/** The text on paper, without the spaces that lines make. */
async function printed(page: Page): Promise<string> {
  await page.emulateMedia({ media: 'print' });
  const pdf = await page.pdf({ format: 'A4' });
  const read = await readBytes(new Uint8Array(pdf), readHtml);
  return textIn(read).replaceAll(/\s/g, '');
}

it('the table of results has its sums once, below the last row, and covers nothing', async () => {
  const page = await open('#/batch');
  await page.locator('table.matrix tfoot').waitFor();
  await page.emulateMedia({ media: 'print' });
  const covering = await page
    .locator('table.matrix :is(th, td)')
    .evaluateAll((cells) => cells.filter((cell) => getComputedStyle(cell).position !== 'static').length);
  expect(covering).toBe(0);
  const text = await printed(page);
  expect(text.split(`${COUNT}行`)).toHaveLength(2);
  expect(text).toContain('合计');
});

it('the list is whole, and tells severities by shape where grounds are not printed', async () => {
  const page = await open('#/');
  await expect.poll(() => page.locator('table.reports tbody tr').count()).toBeGreaterThan(10);
  const text = await printed(page);
  expect(new Set(text.match(/\d+-示例[^.]*\.html/g)).size).toBe(COUNT);
  const shape = await page
    .locator('table.reports .tag')
    .first()
    .evaluate((tag) => getComputedStyle(tag, '::before').getPropertyValue('print-color-adjust'));
  expect(shape).toBe('exact');
});

it('the overview has its bars on a sheet that is narrower than a window', async () => {
  const page = await open('#/overview');
  await page.locator('table.plot').nth(2).waitFor();
  await page.emulateMedia({ media: 'print' });
  // A4 in CSS pixels.
  await page.setViewportSize({ width: 794, height: 1123 });
  const hidden = await page
    .locator('table.plot td.bar')
    .evaluateAll((cells) => cells.filter((cell) => cell.getBoundingClientRect().width < 60).length);
  expect(hidden).toBe(0);
});

it('results lie on their sheets, other screens stand, whatever was open before', async () => {
  const page = await open('#/batch');
  await page.locator('table.matrix tfoot').waitFor();
  expect(await isWide(page)).toBe(true);
  await page.goto(page.url().replace('#/batch', '#/overview'));
  await page.locator('table.plot').first().waitFor();
  expect(await isWide(page)).toBe(false);
});

/** The first sheet, as the styles want it. */
async function isWide(page: Page): Promise<boolean> {
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
  const [, width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf) ?? [];
  expect(width).toBeDefined();
  return Number(width) > Number(height);
}
