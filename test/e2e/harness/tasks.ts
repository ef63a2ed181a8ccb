/** What the main thread of a page has done, by the browser's own trace. */
import type { Browser, Page } from 'playwright-core';

const TASKS = { categories: ['-*', 'toplevel', 'disabled-by-default-devtools.timeline'] };

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** Processor time in millionths of a second. */
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

export interface Tasks {
  readonly count: number;
  /** Milliseconds of the thread's own processor time: on a machine at rest a page answers after so long at the worst. */
  readonly longest: number;
  /** How many took more than the 50 ms that a person does not notice. */
  readonly long: number;
}

const LONG = 50;

export function traceTasks(browser: Browser, page: Page): Promise<void> {
  return browser.startTracing(page, TASKS);
}

/** Of all the main threads of the browser, since `traceTasks`. */
export async function tracedTasks(browser: Browser): Promise<Tasks> {
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: TraceEvent[] };
  const mains = new Set(
    traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid} ${tid}`),
  );
  const times = traceEvents
    .filter(({ name, pid, tid }) => name.endsWith('RunTask') && mains.has(`${pid} ${tid}`))
    .map(({ tdur = 0 }) => tdur / 1000);
  return { count: times.length, longest: Math.max(0, ...times), long: times.filter((time) => time > LONG).length };
}
