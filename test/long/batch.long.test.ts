/** A thousand mixed files in the app: steady memory, a page that answers, cancelled at once, resumed without loss. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser, openApp } from '../e2e/harness/app';
import { appFolder, ensureBuilt } from '../e2e/harness/build';
import { heapOf, watchWorkerHeap } from '../e2e/harness/heap';
import { pressing } from '../e2e/harness/keys';
import { mixedFiles } from '../e2e/harness/mixed-files';
import { type Site, serveFolder } from '../e2e/harness/serve';
import { held, type Slowness, watchSlowness } from '../e2e/harness/slowness';
import { type Tasks, traceTasks } from '../e2e/harness/tasks';

const COUNT = 1000;
const GOOD = 900;
/** Milliseconds within which a page answers. */
const ANSWER = 100;

let browser: Browser;
let site: Site;
let folder: string;
const paths: string[] = [];

beforeAll(async () => {
  await ensureBuilt();
  site = await serveFolder(appFolder, { from: 5400, fallback: 'index.html' });
  browser = await launchBrowser();
  folder = await mkdtemp(join(tmpdir(), 'gouji-thousand-'));
  await mkdir(folder, { recursive: true });
  for (const { name, body } of await mixedFiles(COUNT)) {
    paths.push(join(folder, name));
    await writeFile(join(folder, name), body);
  }
});
afterAll(async () => {
  await browser.close();
  await site.close();
  await rm(folder, { recursive: true });
});

function reportsIn(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve, reject) => {
        const opening = indexedDB.open('gouji');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const counting = opening.result.transaction('reports').objectStore('reports').count();
          counting.onsuccess = () => {
            opening.result.close();
            resolve(counting.result);
          };
        };
      }),
  );
}

interface Phase extends Tasks {
  /** Where others use the machine too, clocks run on while the page waits for its turn. */
  readonly slowness: Slowness;
}

/** What a page did and how it answered while `work` went on. */
async function phase(page: Page, work: () => Promise<void>): Promise<Phase> {
  const traced = await traceTasks(page);
  const watched = watchSlowness();
  await work();
  // An answer is told of after its picture.
  await page.waitForTimeout(500);
  const slowness = watched();
  return { ...(await traced()), slowness };
}

it('checks a thousand mixed files', async () => {
  const { page, complaints } = await openApp(browser, site.origin);
  const session = await page.context().newCDPSession(page);
  const workerHeap = await watchWorkerHeap(session);
  await page.getByText('还没有报告').waitFor();
  const numbers: Record<string, number> = { heapBefore: await heapOf(session) };
  const phases: Record<string, Phase> = {};
  let whileCancelled = 1;

  const started = Date.now();
  phases['first250'] = await phase(page, async () => {
    await page.locator('.file-input').first().setInputFiles(paths);
    // From here on: before, the browser shows its own dialogue, and takes its time to hand over what was chosen in it.
    const stop = pressing(page, 'Tab');
    const note = page.locator('.progress-note');
    await expect
      .poll(async () => Number(/核查 (\d+) \//.exec((await note.textContent()) ?? '')?.[1]), {
        timeout: 600_000,
        interval: 500,
      })
      .toBeGreaterThanOrEqual(250);
    // A collection that is forced upon the page is no doing of its own.
    await stop();
    numbers['heapAt250'] = await heapOf(session);
    numbers['workerHeapAt250'] = (await workerHeap()) ?? -1;
    // Cancelled in the middle: at once, since the trace takes its time to be handed over.
    const watched = watchSlowness();
    const cancelled = Date.now();
    // No way of the mouse to it: the time is the app's.
    await page.getByRole('button', { name: '停止' }).dispatchEvent('click');
    await page.locator('.unfinished').waitFor();
    numbers['cancelMs'] = Date.now() - cancelled;
    whileCancelled = watched().mean;
    numbers['slownessWhileCancelled'] = whileCancelled;
  });
  const before = await reportsIn(page);
  await page.waitForTimeout(1000);
  expect(await reportsIn(page), 'nothing goes on after the stop').toBe(before);
  const took = Date.now() - started;

  // The tab is closed and opened again.
  await page.close();
  const next = await page.context().newPage();
  const second = await next.context().newCDPSession(next);
  const nextWorkerHeap = await watchWorkerHeap(second);
  await next.goto(site.origin);
  const button = next.getByRole('button', { name: /继续核对剩下的/ });
  numbers['left'] = Number(/\d+/.exec(await button.innerText())?.[0]);
  await next.keyboard.press('b');
  const resumed = Date.now();
  let [highest, highestWorker] = [0, 0];
  const summary = next.locator('.note.info', { hasText: '核查完毕' });
  phases['resumed'] = await phase(next, async () => {
    const stop = pressing(next, 'Tab');
    await button.click();
    while ((await summary.count()) === 0) {
      await next.waitForTimeout(4000);
      // Not collected: more than what is in use, and no stop of the page that is not its own doing.
      highest = Math.max(highest, await heapOf(second, false));
      highestWorker = Math.max(highestWorker, (await nextWorkerHeap(false)) ?? 0);
    }
    await stop();
  });
  numbers['seconds'] = (Date.now() - resumed + took) / 1000;
  numbers['heapHighestUncollected'] = highest;
  numbers['workerHeapHighestUncollected'] = highestWorker;
  await next.getByText('正在与上年年报对照').waitFor({ state: 'detached', timeout: 120_000 });
  numbers['heapAfter'] = await heapOf(second);
  numbers['reports'] = await reportsIn(next);

  // The table of a thousand.
  phases['table'] = await phase(next, async () => {
    await next.locator('table.matrix').focus();
    for (let step = 0; step < 60; step++) await next.keyboard.press('PageDown');
    for (let step = 0; step < 30; step++) await next.keyboard.press('ArrowRight');
    await next.mouse.move(800, 600);
    for (let step = 0; step < 40; step++) await next.mouse.wheel(0, -700);
    await next.getByLabel('筛选报告').focus();
    await next.keyboard.insertText('人民');
    for (const letter of 'zhengfu') await next.keyboard.press(letter, { delay: 60 });
    for (const _ of 'zhengfu') await next.keyboard.press('Backspace', { delay: 60 });
    await next.getByLabel('每行是什么').selectOption('organ');
  });
  const rounded = (_: string, value: unknown): unknown =>
    typeof value === 'number' ? Math.round(value * 10) / 10 : value;
  console.log(JSON.stringify({ ...numbers, ...phases }, rounded, 1));

  expect(complaints).toEqual([]);
  expect(numbers['reports'], 'no report is lost').toBe(GOOD);
  expect(await summary.innerText()).toContain('份未能核查');
  expect(Math.max(numbers['heapHighestUncollected'] ?? 0, numbers['heapAfter'] ?? 0)).toBeLessThan(500);
  expect(numbers['cancelMs']).toBeLessThan(held(1000) * whileCancelled);
  for (const [name, { count, longest, long, keys, slowness }] of Object.entries(phases)) {
    expect(count, `${name}: tasks in the trace`).toBeGreaterThan(1000);
    expect(longest, `${name}: longest task`).toBeLessThan(held(ANSWER));
    expect(long / count, `${name}: share of tasks over 50 ms`).toBeLessThan(held(0.001));
    expect(keys.count, `${name}: keys`).toBeGreaterThan(20);
    expect(keys.busyWorst, `${name}: work before the answer to any key`).toBeLessThan(held(ANSWER));
    expect(keys.answerP95, `${name}: the page's answer to a key`).toBeLessThan(held(ANSWER) * slowness.mean);
    expect(keys.answerWorst, `${name}: the slowest answer`).toBeLessThan(held(ANSWER) * slowness.p95);
    expect(keys.p95, `${name}: its picture on screen`).toBeLessThan(held(ANSWER) * slowness.p95);
  }
});
