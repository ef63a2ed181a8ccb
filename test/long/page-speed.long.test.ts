/**
 * How long a click takes in a page: script time, the longest task, marks on screen. A page of 160 kB with three tables,
 * twenty times, medians. Script and tasks in the processor time of the page's thread; marks by the clock, beside a fixed
 * loop in the same page, since machines and their moments differ.
 */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Extension, launchExtension } from '../e2e/harness/browser';
import { ensureBuilt, extensionFolder, samplesFolder } from '../e2e/harness/build';
import { type Site, serveFolder } from '../e2e/harness/serve';
import { watchThread } from '../e2e/harness/thread-time';

const ROUNDS = 20;
const SIZE = 160_000;
/** Milliseconds. Reading and task are the thread's own time; the check itself runs in the background; marks are by the clock, where the fixed loop takes `LOOP`. */
const BUDGET = { read: 20, task: 50, marks: 150 };
const LOOP = 110;

let folder: string;
let site: Site;
let extension: Extension;

beforeAll(async () => {
  await ensureBuilt();
  folder = await mkdtemp(join(tmpdir(), 'gouji-speed-'));
  const planted = await readFile(join(samplesFolder, 'planted-2024.html'), 'utf8');
  const sentence = '全市各级行政机关坚持以公开为常态、不公开为例外，持续提升政务公开工作质效。';
  const rest = SIZE - Buffer.byteLength(planted);
  const filler = `<p>${sentence.repeat(4)}</p>\n`;
  const prose = filler.repeat(Math.ceil(rest / Buffer.byteLength(filler)));
  await writeFile(join(folder, 'large.html'), planted.replace('</body>', `${prose}</body>`));
  site = await serveFolder(folder, { from: 4600 });
  extension = await launchExtension({ folder: extensionFolder });
});
afterAll(async () => {
  await extension?.close();
  await site?.close();
  await rm(folder, { recursive: true, force: true });
});

interface Round {
  readonly read: number;
  readonly script: number;
  readonly task: number;
  readonly marks: number;
  readonly loop: number;
}

it(`a click on a page of ${SIZE / 1000} kB with three tables, ${ROUNDS} times`, async () => {
  const rounds: Round[] = [];
  // The first has the browser's own warming up in it.
  for (let round = -1; round < ROUNDS; round++) {
    const measured = await clickOnce();
    if (round >= 0) rounds.push(measured);
  }
  const middle = (of: keyof Round): number => rounds.map((each) => each[of]).sort((a, b) => a - b)[ROUNDS / 2] ?? 0;
  const [read, script, task, marks, loop] = [
    middle('read'),
    middle('script'),
    middle('task'),
    middle('marks'),
    middle('loop'),
  ];
  console.log(
    `reading ${read.toFixed(1)} ms, all script in the page ${script.toFixed(1)} ms, longest task ${task.toFixed(1)} ms of the page's thread,`,
    `marks on screen ${marks.toFixed(0)} ms after the click; fixed loop ${loop.toFixed(0)} ms (medians of ${ROUNDS})`,
  );
  const slower = Math.max(1, loop / LOOP);
  expect(read).toBeLessThanOrEqual(BUDGET.read);
  expect(task).toBeLessThanOrEqual(BUDGET.task);
  // A click goes through four processes: where the machine is busy each waits for its turn, the loop for one alone.
  const turns = slower > 1.5 ? 2 : 1;
  expect(marks / slower).toBeLessThanOrEqual(BUDGET.marks * turns);
});

async function clickOnce(): Promise<Round> {
  const page = await extension.context.newPage();
  await page.goto(site.address('large.html'));
  await page.bringToFront();
  await page.evaluate(() => {
    const seen = { marks: 0 };
    // The page sees our element come; two frames later it has been painted.
    new MutationObserver((records) => {
      const came = records.some(({ addedNodes }) => [...addedNodes].some(({ nodeName }) => nodeName === 'GOUJI-MARKS'));
      if (!came || seen.marks > 0) return;
      requestAnimationFrame(() => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => {
          seen.marks = performance.timeOrigin + performance.now();
        };
        port2.postMessage(null);
      });
    }).observe(document.documentElement, { childList: true });
    Object.assign(globalThis, { seen });
  });
  const watched = await watchThread(page, 'scan.iife');
  const clicked = performance.timeOrigin + performance.now();
  await extension.clickAction(page);
  await page.waitForFunction(() => (globalThis as unknown as { seen: { marks: number } }).seen.marks > 0);
  const { read, script, longestTask } = await watched();
  const marks = await page.evaluate(() => (globalThis as unknown as { seen: { marks: number } }).seen.marks);
  const loop = await fixedLoop(page);
  await page.close();
  return { read, script, task: longestTask, marks: marks - clicked, loop };
}

/** The same work as `npm run bench` times. */
function fixedLoop(page: Page): Promise<number> {
  return page.evaluate(() => {
    const from = performance.now();
    let sum = 0;
    for (let at = 0; at < 20_000_000; at++) sum = (Math.imul(sum ^ at, 0x01000193) >>> 0) + (at & 7);
    return sum < 0 ? 0 : performance.now() - from;
  });
}
