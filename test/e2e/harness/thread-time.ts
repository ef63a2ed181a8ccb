/** What the thread of a page did, in its own processor time: what other programs take meanwhile is not counted. */
import type { CDPSession, Page } from 'playwright-core';

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly data?: { readonly url?: string } };
}

export interface ThreadTime {
  /** Milliseconds until the script that was put in has run to its end: compiled, and the page read. */
  readonly read: number;
  /** Milliseconds of all script, layout that it asked for left out. */
  readonly script: number;
  /** Of the longest task, layout and all. */
  readonly longestTask: number;
}

const SCRIPT = new Set(['EvaluateScript', 'FunctionCall', 'RunMicrotasks', 'v8.compile', 'v8.run']);
const LAYOUT = new Set(['Layout', 'UpdateLayoutTree']);
const TASK = /^(?:ThreadControllerImpl::RunTask|RunTask)$/;

/** Starts to watch; the function ends it. `script`: part of the address of a script, by which the thread is known. */
export async function watchThread(page: Page, script: string): Promise<() => Promise<ThreadTime>> {
  const session = await page.context().newCDPSession(page);
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: ['toplevel', 'devtools.timeline', 'disabled-by-default-devtools.timeline'] },
  });
  return async () => {
    await ended(session);
    return sum(events, script);
  };
}

async function ended(session: CDPSession): Promise<void> {
  const complete = new Promise<void>((resolve) => {
    session.once('Tracing.tracingComplete', () => resolve());
  });
  await session.send('Tracing.end');
  await complete;
  await session.detach();
}

function sum(events: readonly TraceEvent[], script: string): ThreadTime {
  const known = events.find(({ args }) => args?.data?.url?.includes(script));
  if (known === undefined) throw new Error(`no ${script} in the trace`);
  const own = events.filter((each) => each.pid === known.pid && each.tid === known.tid && each.tdur !== undefined);
  const time = (list: readonly TraceEvent[]): number => list.reduce((all, { tdur = 0 }) => all + tdur / 1000, 0);
  const scripts = outermost(own.filter(({ name }) => SCRIPT.has(name)));
  const layouts = outermost(own.filter(({ name }) => LAYOUT.has(name))).filter((each) =>
    scripts.some((outer) => isWithin(each, outer)),
  );
  const tasks = own.filter(({ name }) => TASK.test(name)).map((each) => time([each]));
  const read = time(own.filter(({ name, args }) => name === 'EvaluateScript' && args?.data?.url?.includes(script)));
  return { read, script: time(scripts) - time(layouts), longestTask: Math.max(0, ...tasks) };
}

function outermost(events: readonly TraceEvent[]): readonly TraceEvent[] {
  const sorted = [...events].sort((a, b) => a.ts - b.ts || (b.dur ?? 0) - (a.dur ?? 0));
  const kept: TraceEvent[] = [];
  for (const event of sorted) {
    const last = kept.at(-1);
    if (last === undefined || !isWithin(event, last)) kept.push(event);
  }
  return kept;
}

function isWithin(inner: TraceEvent, outer: TraceEvent): boolean {
  return inner.ts >= outer.ts && inner.ts + (inner.dur ?? 0) <= outer.ts + (outer.dur ?? 0);
}
