/** The service worker stopped in the middle of each step, not only before it: nothing is lost, and each step ends. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, onTestFinished, test } from 'vitest';
import { samplesFolder } from './harness/build';
import { checkPage, openPage } from './harness/checked-page';
import { scriptedSite } from './harness/for-file';
import { keptEvidence } from './harness/kept-evidence';
import { sayYesTo } from './harness/leave';
import { marksOn } from './harness/marks';
import { ended, openList, report, rowOf } from './harness/round';
import { shippedExtension } from './harness/shipped-extension';
import { html } from './harness/site';
import { stopWorker } from './harness/stop-worker';

const extension = shippedExtension();
const planted = readFileSync(join(samplesFolder, 'planted-2024.html'), 'utf8');
const ORGANS = { jyj: '示例县教育局', swj: '示例县水务局', lyj: '示例县林业局' };
const site = scriptedSite(() => ({
  '/planted.html': () => html(planted),
  '/nb/index.html': () => {
    const links = Object.entries(ORGANS).map(
      ([path, organ]) => `<li><a href="${path}.html">${organ}2024年政府信息公开工作年度报告</a></li>`,
    );
    return html(`<!doctype html><title>政府信息公开年报</title><ul>${links.join('')}</ul>`);
  },
  ...Object.fromEntries(Object.entries(ORGANS).map(([path, organ]) => [`/nb/${path}.html`, () => html(report(organ))])),
}));

const badges = async (page: Page): Promise<number> =>
  (await marksOn(page)).filter(({ classes }) => classes.includes('badge')).length;

/**
 * Stopped again and again until told to stop, or the test is over: whatever is done meanwhile has no moment with the worker
 * for sure. `first` milliseconds after the beginning, then each time a little later: on a slow machine a worker that always has
 * as long to live would never have begun.
 */
function stopping(first: number): () => Promise<number> {
  let isOver = false;
  const run = async (): Promise<number> => {
    let stopped = 0;
    for (let pause = first; !isOver; pause *= 1.1) {
      if (await stopWorker(extension)) stopped++;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
    return stopped;
  };
  const running = run();
  const end = (): Promise<number> => {
    isOver = true;
    return running;
  };
  // A test that fails does not come to its own word.
  onTestFinished(async () => void (await end()));
  return end;
}

test.each([0, 20, 50, 90, 140, 220, 350])('%i ms after the click: the page is checked and marked', async (wait) => {
  const page = await openPage(extension, site.address('/planted.html'));
  const panel = await checkPage(extension, page, '37');
  await page.reload();
  await panel.getByText('网页已离开或刷新').waitFor();
  await extension.clickAction(page);
  await page.waitForTimeout(wait);
  await stopWorker(extension);
  await expect.poll(() => badges(page), { timeout: 20_000 }).toBe(4);
  await panel.getByText('网页已离开或刷新').waitFor({ state: 'detached' });
  await expect.poll(() => panel.locator('article.finding').count()).toBe(4);
});

test('while saved, sealed, judged and noted: each word is kept once, the evidence is whole', async () => {
  const page = await openPage(extension, site.address('/planted.html'));
  const panel = await checkPage(extension, page, '37');
  const over = stopping(400);
  await panel.locator('h1').click();
  await panel.keyboard.press('s');
  await panel.getByRole('link', { name: '证据' }).waitFor({ timeout: 60_000 });
  await panel.getByRole('button', { name: /自然人列填 12/ }).click();
  await panel.keyboard.press('1');
  const current = panel.locator('[aria-current]');
  await current.locator('.row .tag', { hasText: '属实待改' }).waitFor();
  await current.getByRole('textbox', { name: '备注' }).fill('已电话核对');
  await panel.keyboard.press('Enter');
  await panel.getByText('备注已保存').waitFor();
  expect(await over()).toBeGreaterThan(0); // Nothing of this asks for another.
  const [kept, ...more] = await keptEvidence(extension);
  expect(more).toEqual([]);
  expect(kept?.manifest.missing).toEqual([]);
  const app = await openPage(
    extension,
    (await panel.getByRole('link', { name: '打开', exact: true }).getAttribute('href')) ?? '',
  );
  await app.locator('.finding', { hasText: '自然人列填 12' }).getByText('属实待改').first().waitFor();
  await app.locator('.finding', { hasText: '自然人列填 12' }).locator('h3 button').click();
  await app.getByText('已电话核对').first().waitFor();
});

test('while a whole list is checked and looked at again: every report is there once', async () => {
  await sayYesTo(extension, site.origin);
  const round = await openList(extension, site);
  await round.bringToFront();
  const over = stopping(300);
  await round.getByRole('button', { name: '核对选中的 3 篇' }).click();
  await ended(round);
  for (const organ of Object.values(ORGANS)) expect(await rowOf(round, organ)).toContain('错误 4');
  await round.goto(`chrome-extension://${extension.id}/extension/round/index.html`);
  await round.getByRole('button', { name: '列出要复查的报告' }).click();
  await round.getByRole('button', { name: '复查选中的 3 份' }).click();
  await ended(round);
  for (const organ of Object.values(ORGANS)) expect(await rowOf(round, organ)).toMatch(/未改 \d/);
  await over();
  await round.goto(`chrome-extension://${extension.id}/pwa/index.html#/`);
  await expect.poll(() => round.locator('table.reports tbody tr').count()).toBe(3);
});

test('storage full in the middle of a list: said, stopped, and gone on with once there is room', async () => {
  await sayYesTo(extension, site.origin);
  const round = await openList(extension, site);
  await round.bringToFront();
  const worker = round.waitForEvent('worker');
  await round.getByRole('button', { name: '核对选中的 3 篇' }).click();
  await (await worker).evaluate(() => {
    const { put, add } = IDBObjectStore.prototype;
    const full = (name: string): void => {
      if (name === 'reports') throw new DOMException('full', 'QuotaExceededError');
    };
    IDBObjectStore.prototype.put = function (...given) {
      full(this.name);
      return put.apply(this, given);
    };
    IDBObjectStore.prototype.add = function (...given) {
      full(this.name);
      return add.apply(this, given);
    };
  });
  await round.getByText('本机存储写不进去，已停下').waitFor({ timeout: 30_000 });
  await round.reload();
  await round
    .getByRole('button', { name: /接着核对这 \d 篇|重试未取到的 \d 篇|核对选中的/ })
    .first()
    .click();
  await ended(round);
  for (const organ of Object.values(ORGANS)) expect(await rowOf(round, organ)).toContain('错误 4');
});
