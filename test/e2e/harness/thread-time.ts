/** What the thread of a page did, in its own processor time: what other programs take meanwhile is not counted. */
import type { CDPSession, Page } from 'playwright-core';

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  /** Millionths of a second; `tdur` is of the processor. */
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: {
    readonly data?: { readonly url?: string };
    readonly chrome_mojo_event_info?: { readonly mojo_interface_tag?: string };
  };
}

export interface ThreadTime {
  /**
   * Milliseconds of script from `CLICKED` up to the task in which `DRAWN` was said, compiling and answers that arrive included, style and
   * layout that it asked for left out.
   */
  readonly read: number;
  /** From there up to `ON_SCREEN`. */
  readonly draw: number;
  /** Of the longest of these tasks, layout and all. */
  readonly longestTask: number;
  /** Script of each of these tasks that had some, in order. */
  readonly tasks: readonly number[];
  /** Of the task in which `LOOPED` was said; 0 where none was. */
  readonly loop: number;
}

/** Names of `performance.mark` in the page: the click comes; our element has come; it is on the screen; the fixed loop has run. */
export const CLICKED = 'gouji-clicked';
export const DRAWN = 'gouji-drawn';
export const ON_SCREEN = 'gouji-on-screen';
export const LOOPED = 'gouji-looped';

const SCRIPT = new Set([
  'EvaluateScript',
  'FunctionCall',
  'RunMicrotasks',
  'BlinkScheduler_PerformMicrotaskCheckpoint',
  'v8.compile',
  'v8.run',
  'v8.callFunction', // Of a message between ports nothing else tells.
]);
const LAYOUT = new Set(['Layout', 'UpdateLayoutTree', 'PrePaint', 'Paint', 'Layerize', 'Commit']);
/** The outermost: microtasks run in it, behind the task itself. */
const TASK = 'RunTask';
const CATEGORIES = [
  'toplevel',
  'devtools.timeline',
  'disabled-by-default-devtools.timeline',
  'blink.user_timing',
  'v8',
];

/** Starts to watch; the function ends it. `script`: part of the address of a script, by which the thread is known. */
export async function watchThread(page: Page, script: string): Promise<() => Promise<ThreadTime>> {
  const session = await page.context().newCDPSession(page);
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: CATEGORIES },
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
  const own = events.filter(({ pid, tid }) => pid === known.pid && tid === known.tid);
  // A thread that showed another page before still tells of it.
  const at = (name: string): number | undefined => own.findLast((each) => each.name === name)?.ts;
  const start = at(CLICKED) ?? 0;
  const end = at(ON_SCREEN) ?? Number.POSITIVE_INFINITY;
  const timed = own.filter(({ tdur }) => tdur !== undefined);
  const tasks = outermost(timed.filter(({ name }) => name === TASK));
  const inside = (task: TraceEvent): readonly TraceEvent[] => timed.filter((each) => isWithin(each, task));
  // What the tests themselves ask the page comes through the developer tools.
  const watched = tasks.filter(({ ts }) => start <= ts && ts < end);
  const pages = watched.filter((task) => !inside(task).some((each) => tagOf(each).includes('DevTools')));
  const scripts = pages.map((task) => scriptIn(inside(task)));
  const drawn = at(DRAWN) ?? Number.POSITIVE_INFINITY;
  const total = (wanted: (task: TraceEvent) => boolean): number =>
    pages.reduce((all, task, index) => (wanted(task) ? all + (scripts[index] ?? 0) : all), 0);
  const looped = at(LOOPED);
  const loop = tasks.find(({ ts, dur = 0 }) => looped !== undefined && ts <= looped && looped <= ts + dur);
  return {
    read: total(({ ts, dur = 0 }) => ts + dur < drawn),
    draw: total(({ ts, dur = 0 }) => ts + dur >= drawn),
    longestTask: Math.max(0, ...pages.filter((_, index) => (scripts[index] ?? 0) > 0).map(timeOf)),
    tasks: scripts.filter((each) => each >= 0.1),
    loop: loop === undefined ? 0 : timeOf(loop),
  };
}

function scriptIn(events: readonly TraceEvent[]): number {
  const scripts = outermost(events.filter((each) => SCRIPT.has(each.name) || isAnswer(each)));
  const layouts = outermost(events.filter(({ name }) => LAYOUT.has(name))).filter((each) =>
    scripts.some((outer) => isWithin(each, outer)),
  );
  const time = (list: readonly TraceEvent[]): number => list.reduce((all, each) => all + timeOf(each), 0);
  return time(scripts) - time(layouts);
}

/** A message from the extension is made into objects before any script sees it. */
function isAnswer(event: TraceEvent): boolean {
  return tagOf(event) === 'extensions.mojom.MessagePort';
}

function tagOf({ args }: TraceEvent): string {
  return args?.chrome_mojo_event_info?.mojo_interface_tag ?? '';
}

function timeOf({ tdur = 0 }: TraceEvent): number {
  return tdur / 1000;
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
