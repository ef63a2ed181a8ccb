/** A thousand mixed files in the app: steady memory, a page that answers, cancelled at once, resumed without loss. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { availableParallelism, loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { launchBrowser, openApp } from '../e2e/harness/app';
import { appFolder, ensureBuilt } from '../e2e/harness/build';
import { mixedFiles } from '../e2e/harness/mixed-files';
import { type Site, serveFolder } from '../e2e/harness/serve';

const COUNT = 1000;
const GOOD = 900;
const MEGABYTE = 1024 * 1024;

let browser: Browser;
/** Its page does nothing: how late its clock is, is the machine's doing. */
let control: Browser;
let site: Site;
let folder: string;
const paths: string[] = [];

beforeAll(async () => {
  await ensureBuilt();
  site = await serveFolder(appFolder, { from: 5400, fallback: 'index.html' });
  browser = await launchBrowser();
  control = await launchBrowser();
  folder = await mkdtemp(join(tmpdir(), 'gouji-thousand-'));
  await mkdir(folder, { recursive: true });
  for (const { name, body } of await mixedFiles(COUNT)) {
    paths.push(join(folder, name));
    await writeFile(join(folder, name), body);
  }
});
afterAll(async () => {
  await browser.close();
  await control.close();
  await site.close();
  await rm(folder, { recursive: true });
});

/** Megabytes in use after a forced collection: the page's own, and its worker's where it runs. */
async function heap(session: CDPSession, collected = true): Promise<number> {
  if (collected) await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return usedSize / MEGABYTE;
}

/** The worker has a session of its own, which only messages reach. */
async function watchWorker(session: CDPSession): Promise<(collected?: boolean) => Promise<number | null>> {
  let id: string | null = null;
  let last = 0;
  const waiting = new Map<number, (result: { usedSize?: number }) => void>();
  session.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
    if (targetInfo.type === 'worker') id = sessionId;
  });
  session.on('Target.detachedFromTarget', ({ sessionId }) => {
    if (id === sessionId) id = null;
  });
  session.on('Target.receivedMessageFromTarget', ({ message }) => {
    const said = JSON.parse(message) as { id?: number; result?: { usedSize?: number } };
    if (said.id !== undefined) waiting.get(said.id)?.(said.result ?? {});
  });
  await session.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: false });
  const ask = async (method: string): Promise<{ usedSize?: number }> => {
    last += 1;
    const own = last;
    const answer = new Promise<{ usedSize?: number }>((resolve) => waiting.set(own, resolve));
    const message = JSON.stringify({ id: own, method });
    await session.send('Target.sendMessageToTarget', { sessionId: id ?? '', message });
    return Promise.race([answer, new Promise<{ usedSize?: number }>((resolve) => setTimeout(resolve, 5000, {}))]);
  };
  return async (collected = true) => {
    if (id === null) return null;
    if (collected) await ask('HeapProfiler.collectGarbage');
    const { usedSize } = await ask('Runtime.getHeapUsage');
    return usedSize === undefined ? null : usedSize / MEGABYTE;
  };
}

/** A clock that ticks each 50 ms in the page; how late its latest tick was, since asked last. */
async function watchLatency(page: Page): Promise<void> {
  await page.evaluate(() => {
    const state = { worst: 0, at: 0, started: performance.now() };
    Object.assign(window, { goujiLatency: state });
    let due = performance.now() + 50;
    const tick = (): void => {
      const late = performance.now() - due;
      if (late > state.worst) Object.assign(state, { worst: late, at: performance.now() - state.started });
      due = performance.now() + 50;
      setTimeout(tick, 50);
    };
    setTimeout(tick, 50);
  });
}

function worstLatency(page: Page): Promise<number> {
  return page.evaluate(() => {
    const state = (window as unknown as { goujiLatency: { worst: number } }).goujiLatency;
    const { worst } = state;
    state.worst = 0;
    return worst;
  });
}

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

/**
 * The longest task of the page's main thread in milliseconds of its own processor time. On a machine at rest the page
 * answers after so long at the worst; on a busy one clocks tell of the others.
 */
function longestTask(trace: Buffer): number {
  const { traceEvents } = JSON.parse(trace.toString()) as {
    traceEvents: { name: string; pid: number; tid: number; tdur?: number; args?: { name?: string } }[];
  };
  const mains = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid} ${tid}`),
  );
  const tasks = traceEvents.filter(({ name, pid, tid }) => name.endsWith('RunTask') && mains.has(`${pid} ${tid}`));
  expect(tasks.length, 'tasks in the trace').toBeGreaterThan(1000);
  return Math.max(...tasks.map(({ tdur = 0 }) => tdur)) / 1000;
}

const TASKS = { categories: ['-*', 'toplevel', 'disabled-by-default-devtools.timeline'] };

it('checks a thousand mixed files', async () => {
  const { page, complaints } = await openApp(browser, site.origin);
  const idle = await (await control.newContext()).newPage();
  await watchLatency(idle);
  const session = await page.context().newCDPSession(page);
  const workerHeap = await watchWorker(session);
  await page.getByText('还没有报告').waitFor();
  await page.waitForTimeout(3000);
  await watchLatency(page);
  const latency = async (of: Page): Promise<number> => {
    const [own, machine] = [await worstLatency(of), await worstLatency(idle)];
    machineWorst = Math.max(machineWorst, machine);
    return Math.max(0, own - machine);
  };
  let machineWorst = 0;
  const numbers: Record<string, number> = { heapBefore: await heap(session) };
  await latency(page);

  await browser.startTracing(page, TASKS);
  const started = Date.now();
  await page.locator('.file-input').first().setInputFiles(paths);
  await page.locator('.progress-note').waitFor();
  const done = async (): Promise<number> =>
    Number(/核查 (\d+) \//.exec(await page.locator('.progress-note').innerText())?.[1]);
  const until = async (count: number): Promise<void> => {
    while ((await done()) < count) await page.waitForTimeout(200);
  };
  await until(250);
  numbers['longestTaskFirst250'] = longestTask(await browser.stopTracing());
  numbers['latencyFirst250'] = await latency(page);
  numbers['heapAt250'] = await heap(session);
  numbers['workerHeapAt250'] = (await workerHeap()) ?? -1;

  // Cancelled in the middle.
  await latency(page);
  const cancelled = Date.now();
  await page.getByRole('button', { name: '停止' }).click();
  await page.locator('.unfinished').waitFor();
  numbers['cancelMs'] = Date.now() - cancelled;
  numbers['latencyCancel'] = await latency(page);
  const before = await reportsIn(page);
  await page.waitForTimeout(1000);
  expect(await reportsIn(page), 'nothing goes on after the stop').toBe(before);
  const took = Date.now() - started;

  // The tab is closed and opened again.
  await page.close();
  const next = await page.context().newPage();
  const second = await next.context().newCDPSession(next);
  const nextWorkerHeap = await watchWorker(second);
  await next.goto(site.origin);
  const button = next.getByRole('button', { name: /继续核对剩下的/ });
  numbers['left'] = Number(/\d+/.exec(await button.innerText())?.[0]);
  await next.keyboard.press('b');
  await next.waitForTimeout(3000);
  await watchLatency(next);
  await browser.startTracing(next, TASKS);
  const resumed = Date.now();
  await button.click();
  let highest = 0;
  let highestWorker = 0;
  const summary = next.locator('.note.info', { hasText: '核查完毕' });
  const pairs: [number, number][] = [];
  while ((await summary.count()) === 0) {
    await next.waitForTimeout(4000);
    const late = await latency(next);
    pairs.push([Math.round(late), await reportsIn(next)]);
    // Not collected: more than what is in use, and no stop of the page that is not its own doing.
    highest = Math.max(highest, await heap(second, false));
    highestWorker = Math.max(highestWorker, (await nextWorkerHeap(false)) ?? 0);
  }
  numbers['longestTask'] = longestTask(await browser.stopTracing());
  numbers['seconds'] = (Date.now() - resumed + took) / 1000;
  numbers['latencyRun'] = Math.max(...pairs.map(([late]) => late));
  numbers['heapHighestUncollected'] = highest;
  numbers['workerHeapHighestUncollected'] = highestWorker;
  await next.getByText('正在与上年年报对照').waitFor({ state: 'detached', timeout: 120_000 });
  await next.waitForTimeout(1500);
  numbers['heapAfter'] = await heap(second);
  numbers['reports'] = await reportsIn(next);

  // The table of a thousand.
  await browser.startTracing(next, TASKS);
  await latency(next);
  await next.locator('table.matrix').focus();
  for (let step = 0; step < 60; step++) await next.keyboard.press('PageDown');
  for (let step = 0; step < 30; step++) await next.keyboard.press('ArrowRight');
  await next.mouse.move(800, 600);
  for (let step = 0; step < 40; step++) await next.mouse.wheel(0, -700);
  numbers['latencyScroll'] = await latency(next);
  await next.getByLabel('筛选报告').pressSequentially('人民政府', { delay: 60 });
  await next.getByLabel('每行是什么').selectOption('organ');
  await next.waitForTimeout(300);
  numbers['latencyFacets'] = await latency(next);
  numbers['longestTaskTable'] = longestTask(await browser.stopTracing());
  numbers['latencyOfTheMachine'] = machineWorst;
  numbers['loadOfTheMachine'] = loadavg()[0] ?? 0;
  console.log(
    JSON.stringify(numbers, (_, value) => (typeof value === 'number' ? Math.round(value * 10) / 10 : value)),
    JSON.stringify(pairs),
  );

  expect(complaints).toEqual([]);
  expect(numbers['reports'], 'no report is lost').toBe(GOOD);
  expect(await summary.innerText()).toContain('份未能核查');
  expect(numbers['cancelMs']).toBeLessThan(1000);
  expect(Math.max(numbers['heapHighestUncollected'] ?? 0, numbers['heapAfter'] ?? 0)).toBeLessThan(500);
  for (const name of ['longestTaskFirst250', 'longestTask', 'longestTaskTable'])
    expect(numbers[name], name).toBeLessThan(100);
  // Where others use the machine too, clocks are late whatever the page does.
  if ((loadavg()[0] ?? 0) < availableParallelism() + 1)
    for (const name of ['latencyFirst250', 'latencyCancel', 'latencyRun', 'latencyScroll', 'latencyFacets'])
      expect(numbers[name], name).toBeLessThan(100);
});
