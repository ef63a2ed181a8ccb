/** One report, printed by a real browser with every border on every paper, and read back. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { check, type Outcome } from '../../core/index';
import { readFile } from '../../core/read/file';
import { readHtml } from '../../core/read/html';
import { handmadePdf, ruled, text } from '../support/pdf/handmade';
import { printPdf } from '../support/pdf/printer';
import { type Print, prints } from '../support/pdf/prints';
import { formOf, type PrintedReport } from '../support/render';
import { numbered } from '../support/values';
import { drop, launchBrowser, offlineReady, openApp } from './harness/app';
import { appFolder, ensureBuilt } from './harness/build';
import { serveFolder } from './harness/serve';

const form = formOf('2021');
const cells = numbered(form);
let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(() => browser.close());

async function outcomeOf(print: Print, report: PrintedReport): Promise<Outcome> {
  const result = await readFile(await printPdf(browser, print, report), readHtml);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return check(result.value);
}

it.each(prints.filter(({ reads }) => reads === 'all'))('$name: 200 of 200 cells', async (print) => {
  const { facts, organ, year } = await outcomeOf(print, { form, cells });
  expect(Object.fromEntries(Object.entries(facts).map(([id, { value }]) => [id, value]))).toEqual(cells);
  expect([organ, year]).toEqual(['示例县人民政府', 2024]);
});

it.each(prints.filter(({ reads }) => reads === 'partly'))('$name: nothing misplaced', async (print) => {
  const { facts } = await outcomeOf(print, { form, cells });
  const read = Object.entries(facts).filter(([, { state }]) => state !== 'missing');
  for (const [id, { value }] of read) expect([id, value]).toEqual([id, cells[id]]);
});

/** Every fifth cell blank, every seventh a dash: what stands beside them must not move over. */
const gaps: Readonly<Record<string, number | string>> = Object.fromEntries(
  Object.entries(cells).map(([id, value], at) => [id, at % 5 === 2 ? '' : at % 7 === 3 ? '—' : value]),
);

it.each(prints.filter(({ name }) => /A4$/.test(name)))('$name, with blanks: nothing moves', async (print) => {
  const { facts } = await outcomeOf(print, { form, cells: gaps });
  const read = Object.entries(facts).filter(([, { state }]) => state !== 'missing');
  expect(Object.fromEntries(read.map(([id, { raw }]) => [id, raw]))).toEqual(
    Object.fromEntries(read.map(([id]) => [id, String(gaps[id])])),
  );
  expect(read.length).toBeGreaterThanOrEqual(150);
});

it('reads 宋体 that a file only names, in the app and without a network', async () => {
  await ensureBuilt();
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
