/** One report, printed by a real browser with every border on every paper, and read back. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser } from '../e2e/harness/app';
import { outcomeOfPrint } from '../support/pdf/printer';
import { prints } from '../support/pdf/prints';
import { formOf } from '../support/render';
import { numbered } from '../support/values';

const form = formOf('2021');
const cells = numbered(form);
let browser: Browser;

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(() => browser.close());

it.each(prints.filter(({ reads }) => reads === 'all'))('$name: 200 of 200 cells', async (print) => {
  const { facts, organ, year } = await outcomeOfPrint(browser, print, { form, cells });
  expect(Object.fromEntries(Object.entries(facts).map(([id, { value }]) => [id, value]))).toEqual(cells);
  expect([organ, year]).toEqual(['示例县人民政府', 2024]);
});

it.each(prints.filter(({ reads }) => reads === 'partly'))('$name: nothing misplaced', async (print) => {
  const { facts } = await outcomeOfPrint(browser, print, { form, cells });
  const read = Object.entries(facts).filter(([, { state }]) => state !== 'missing');
  for (const [id, { value }] of read) expect([id, value]).toEqual([id, cells[id]]);
});

/** Every fifth cell blank, every seventh a dash: what stands beside them must not move over. */
const gaps: Readonly<Record<string, number | string>> = Object.fromEntries(
  Object.entries(cells).map(([id, value], at) => [id, at % 5 === 2 ? '' : at % 7 === 3 ? '—' : value]),
);

it.each(prints.filter(({ name }) => name.endsWith('A4')))('$name, with blanks: nothing moves', async (print) => {
  const { facts } = await outcomeOfPrint(browser, print, { form, cells: gaps });
  const read = Object.entries(facts).filter(([, { state }]) => state !== 'missing');
  expect(Object.fromEntries(read.map(([id, { raw }]) => [id, raw]))).toEqual(
    Object.fromEntries(read.map(([id]) => [id, String(gaps[id])])),
  );
  if (print.reads === 'all') expect(read.length).toBeGreaterThanOrEqual(150);
});
