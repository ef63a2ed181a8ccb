/** The list of what is kept, one for all screens. It follows the store, at a pace that leaves the page its time. */
import { signal } from '@preact/signals';
import { Dexie } from 'dexie';
import { keepSummaries, latestReports, listReports, type ReportList } from './db/index';
import type { Live } from './use-live';

/** While a batch runs the store changes many times a second. A long list is read less often: a tenth of the time at most. */
const PAUSE = 500;
const SHARE = 10;

export const reportList = signal<Live<ReportList>>({ state: 'loading' });

let timer: ReturnType<typeof setTimeout> | null = null;
let reading = false;
let last = Number.NEGATIVE_INFINITY;
let pause = PAUSE;

export function watchReports(): void {
  Dexie.on('storagemutated', (parts) => {
    if (Object.keys(parts).some((part) => part.includes('/summaries/') || part.includes('/reports/'))) readSoon();
  });
  readSoon();
}

function readSoon(): void {
  if (timer !== null) return;
  timer = setTimeout(() => void read(), Math.max(0, last + pause - performance.now()));
}

async function read(): Promise<void> {
  if (reading) {
    timer = setTimeout(() => void read(), PAUSE);
    return;
  }
  timer = null;
  reading = true;
  const started = performance.now();
  try {
    if (reportList.value.state === 'loading') await readFirst();
    reportList.value = { state: 'ready', value: await listReports() };
    await keepSummaries();
  } catch (error) {
    reportList.value = { state: 'failed', reason: error instanceof Error ? error.message : String(error) };
  }
  reading = false;
  last = performance.now();
  pause = Math.max(PAUSE, SHARE * (last - started));
}

/** More than any window shows at once. */
const FIRST = 80;

/** The first rows of a long list are there before the last one is read. */
async function readFirst(): Promise<void> {
  const first = await latestReports(FIRST);
  if (first !== null) reportList.value = { state: 'ready', value: first };
}
