/** One report, printed by a real browser with borders and papers of many kinds, and read back. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { handmadePdf, ruled, text } from '../support/pdf/handmade';
import { outcomeOfPrint } from '../support/pdf/printer';
import { prints } from '../support/pdf/prints';
import { formOf } from '../support/render';
import { numbered } from '../support/values';
import { drop, launchBrowser, offlineReady, openApp } from './harness/app';
import { appFolder } from './harness/build';
import { serveFolder } from './harness/serve';

const form = formOf('2021');
const cells = numbered(form);
let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(() => browser.close());

/** One of six here; `npm run test:long` prints them all, and again with blanks. */
const some = prints.filter(({ reads }, at) => reads === 'all' && at % 6 === 0);

it.each(some)('$name: 200 of 200 cells', async (print) => {
  const { facts, organ, year } = await outcomeOfPrint(browser, print, { form, cells });
  expect(Object.fromEntries(Object.entries(facts).map(([id, { value }]) => [id, value]))).toEqual(cells);
  expect([organ, year]).toEqual(['示例县人民政府', 2024]);
});

it('reads 宋体 that a file only names, in the app and without a network', async () => {
  const site = await serveFolder(appFolder, { from: 4900, fallback: 'index.html' });
  const app = await openApp(browser, site.origin);
  try {
    await offlineReady(app.page);
    await app.page.context().setOffline(true);
    const title = text('示例县人民政府2024年政府信息公开工作年度报告', 100, 800);
    const rows = [
      ['一、本年新收政府信息公开申请数量', '1', '2', '3', '4', '5', '6', '21'],
      ['二、上年结转政府信息公开申请数量', '1', '1', '1', '1', '1', '1', '6'],
      ['四、结转下年度继续办理', '1', '1', '1', '1', '1', '1', '6'],
    ];
    const table = ruled(rows, { top: 700, xs: [50, 250, 294, 338, 382, 426, 470, 514, 558] });
    await drop(app.page, [{ name: 'named.pdf', body: handmadePdf([{ content: `${title}\n${table}` }]) }]);
    await app.page.locator('.report').waitFor();
    expect(await app.page.locator('h1').innerText()).toContain('示例县人民政府');
    expect(app.complaints).toEqual([]);
  } finally {
    await app.close();
    await site.close();
  }
});
