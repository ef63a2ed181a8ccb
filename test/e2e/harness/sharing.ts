/** Steps that every test of sharing takes. */
import type { Page } from 'playwright-core';
import type { Opinion } from '../../../core/exchange/schema';
import { drop, offlineReady, sample } from './app';

/** The page as somebody's, under that name. */
export async function named(page: Page, origin: string, name: string): Promise<Page> {
  await page.goto(`${origin}/#/settings`);
  await page.locator('#author').fill(name);
  return page;
}

export async function openSharing(page: Page): Promise<void> {
  await page.evaluate(() => {
    location.hash = '#/exchange';
  });
  await page.locator('.exchange #share').waitFor();
}

export async function withReport(page: Page, origin: string, name: string): Promise<void> {
  await page.goto(`${origin}/#/`);
  await page.locator('table.reports, .empty').first().waitFor();
  await drop(page, [sample(name)]);
  await page.locator('.report').waitFor();
}

/** A word on the finding that is chosen, by its key. */
export async function review(page: Page, key: string): Promise<void> {
  await page.locator('.report-side article.finding').first().waitFor();
  const before = await page.locator('.opinions li').count();
  await page.keyboard.press(key);
  await page.locator('.opinions li').nth(before).waitFor();
}

/** Clicks, and where the file is that comes. */
export async function downloaded(page: Page, button: string): Promise<string> {
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: button }).click();
  return (await download).path();
}

/** Without a network, as soon as the app is on the machine. */
export async function offline(...pages: readonly Page[]): Promise<void> {
  for (const page of pages) {
    await offlineReady(page);
    await page.context().setOffline(true);
  }
}

/** As many as a season has; notes, each of its own. */
export function manyOpinions(count: number): Opinion[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `many-${index}-${Math.imul(index + 1, 2654435761) >>> 0}`,
    finding: `f${Math.imul(index + 7, 40503) >>> 0}`,
    against: `${Math.imul(index + 3, 97531) >>> 0}`,
    field: 'note' as const,
    value: `第 ${index} 条：已与承办科室核对，见台账第 ${index % 97} 页`,
    author: '王',
    at: '2026-01-20T06:00:00.000Z',
    counter: index + 1,
  }));
}

/** What the preview says. */
export async function preview(page: Page): Promise<string> {
  await page.locator('.preview').waitFor();
  return page.locator('.preview').innerText();
}

export async function merge(page: Page): Promise<void> {
  await page.locator('.preview').getByRole('button', { name: '合并', exact: true }).click();
  await page.getByText('已合并').first().waitFor();
}

export async function refusal(page: Page, words: string): Promise<void> {
  await page.locator('.note.error', { hasText: words }).waitFor();
}
