/** How quick the library is with so many reports: medians, and a fixed loop timed beside them. */
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { openApp } from './app';
import { heapOf } from './heap';
import { putReports } from './many-reports';

export interface LibrarySpeed {
  readonly reports: number;
  readonly rounds: number;
  /** Milliseconds, medians: from the address to the first rows; to all that is searched and counted. */
  readonly list: number;
  readonly whole: number;
  /** The slowest of the words, by its median: from the key to the picture. */
  readonly search: number;
  /** From the click to the first finding. */
  readonly review: number;
  /** Megabytes after a forced collection, with everything loaded. */
  readonly heap: number;
  /** Milliseconds of the loop: median, and the quickest. So many times slower than at rest the machine was. */
  readonly loop: number;
  readonly slowness: number;
  readonly complaints: readonly string[];
}

const WORDS = ['教育', '应为', '东南县 水务', '表三 个人', '没有这样的字'];

export async function librarySpeed(
  browser: Browser,
  address: string,
  reports: number,
  rounds: number,
): Promise<LibrarySpeed> {
  const { page, complaints } = await openApp(browser, address);
  await page.getByText('还没有报告').waitFor();
  await putReports(page, reports);
  const context = page.context();
  await page.close();
  const all: Round[] = [];
  // The first visit fills the caches of the browser for the others, as the visits of the week before have.
  await round(context, address, reports);
  for (let each = 0; each < rounds; each++) all.push(await round(context, address, reports));
  await context.close();
  const of = (pick: (each: Round) => number): number => median(all.map(pick));
  const loops = all.flatMap(({ loop }) => loop);
  return {
    ...{ reports, rounds, list: of(({ list }) => list), whole: of(({ whole }) => whole) },
    search: Math.max(...WORDS.map((_, at) => of(({ search }) => search[at] ?? 0))),
    ...{ review: of(({ review }) => review), heap: of(({ heap }) => heap), loop: median(loops) },
    slowness: median(loops) / Math.min(...loops),
    complaints,
  };
}

interface Round {
  readonly list: number;
  readonly whole: number;
  readonly search: readonly number[];
  readonly review: number;
  readonly heap: number;
  readonly loop: readonly number[];
}

async function round(context: BrowserContext, address: string, reports: number): Promise<Round> {
  const page = await context.newPage();
  const loop = [await timeLoop(page)];
  await page.goto(address);
  const list = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const look = (): void => {
          if (document.querySelector('table.reports tbody th a') === null) requestAnimationFrame(look);
          else requestAnimationFrame((time) => resolve(time));
        };
        look();
      }),
  );
  const whole = await page.evaluate(
    (count) =>
      new Promise<number>((resolve) => {
        const look = (): void => {
          const table = document.querySelector('table.reports');
          const known = document.querySelector('td.review')?.textContent !== '…';
          if (table?.getAttribute('aria-rowcount') === String(count + 1) && known) resolve(performance.now());
          else setTimeout(look, 20);
        };
        look();
      }),
    reports,
  );
  loop.push(await timeLoop(page));
  const search: number[] = [];
  for (const words of WORDS) search.push(await timeSearch(page, words));
  await timeSearch(page, '');
  const heap = await heapOf(await context.newCDPSession(page));
  loop.push(await timeLoop(page));
  const review = await timeReview(page);
  await page.close();
  return { list, whole, search, review, heap, loop };
}

/** From the input to the picture that shows the answer. */
function timeSearch(page: Page, words: string): Promise<number> {
  return page.evaluate(async (text) => {
    const input = document.querySelector<HTMLInputElement>('.library input[type=search]');
    if (input === null) throw new Error('no search');
    const start = performance.now();
    input.value = text;
    input.dispatchEvent(new Event('input', { bubbles: true }));
    await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
    return performance.now() - start;
  }, words);
}

function timeReview(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const start = performance.now();
    document.querySelector<HTMLElement>('table.reports tbody th a')?.click();
    while (document.querySelector('.report article.finding') === null)
      await new Promise((resolve) => requestAnimationFrame(resolve));
    return performance.now() - start;
  });
}

/** Work that is always the same: about ten milliseconds of a machine at rest. */
function timeLoop(page: Page): Promise<number> {
  return page.evaluate(() => {
    const start = performance.now();
    let sum = 0;
    for (let at = 0; at < 1e7; at++) sum = (sum * 31 + at) | 0;
    // Read, or it would be left out.
    return sum === 0.5 ? 0 : performance.now() - start;
  });
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1] ?? 0;
}
