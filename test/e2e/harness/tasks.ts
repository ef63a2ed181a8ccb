/** What the main thread of a page has done, and how it answered keys meanwhile, by the browser's own trace. */
import type { Page } from 'playwright-core';

const CATEGORIES = ['devtools.timeline', 'disabled-by-default-devtools.timeline'];

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Times in millionths of a second; `tdur` is of the processor. */
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly id2?: { readonly local?: string };
  readonly id?: string;
  readonly args?: {
    readonly name?: string;
    readonly data?: {
      readonly type?: string;
      readonly functionName?: string;
      /** Of an event, in milliseconds of one clock. */
      readonly timeStamp?: number;
      readonly processingEnd?: number;
      readonly commitFinishTime?: number;
    };
  };
}

export interface Tasks {
  readonly count: number;
  /** Milliseconds of the thread's own processor time. */
  readonly longest: number;
  /** What most of the longest was, in the words of the trace. */
  readonly longestWas: string;
  /** How many took more than the 50 ms that a person does not notice. */
  readonly long: number;
  readonly keys: Keys;
}

/** From the press of a key to the picture that answers it, in milliseconds; 95 of 100 are no slower than `p95`. */
export interface Keys {
  readonly count: number;
  /** By the clock, until the page has handed over its new picture: what it can do about it. */
  readonly answerP95: number;
  readonly answerWorst: number;
  /** Until the picture is on screen: without a graphics processor drawing it takes the most. */
  /** On a busy machine what others do counts in both. */
  readonly p95: number;
  readonly worst: number;
  /** What the page's main thread had to do in this time: so long it takes where the machine is at rest. */
  readonly busyP95: number;
  readonly busyWorst: number;
}

const LONG = 50;
/** Of the processor: the least that is worth a word in what a long task was. */
const PART = 10_000;
const [TASK, THREAD, TIMING] = ['RunTask', 'thread_name', 'EventTiming'];

/**
 * Starts to trace; the function ends it and tells of all the main threads of the browser since. What nobody asks for is let
 * go as it comes: the trace of some minutes is longer than any string.
 */
export async function traceTasks(page: Page): Promise<() => Promise<Tasks>> {
  const session = await page.context().newCDPSession(page);
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => {
    for (const event of value as unknown as TraceEvent[]) if (isWanted(event)) events.push(event);
  });
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: CATEGORIES, excludedCategories: ['*'] },
  });
  return async () => {
    const complete = new Promise<boolean>((resolve) => {
      session.once('Tracing.tracingComplete', ({ dataLossOccurred }) => resolve(!dataLossOccurred));
    });
    await session.send('Tracing.end');
    if (!(await complete)) throw new Error('the trace has holes');
    await session.detach();
    return tasksOf(events);
  };
}

function isWanted({ name, tdur = 0 }: TraceEvent): boolean {
  return name.endsWith(TASK) || name === THREAD || name === TIMING || tdur >= PART;
}

function tasksOf(events: readonly TraceEvent[]): Tasks {
  const mains = new Set(
    events
      .filter(({ name, args }) => name === THREAD && args?.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid} ${tid}`),
  );
  const tasks = events.filter(({ name, pid, tid }) => name.endsWith(TASK) && mains.has(`${pid} ${tid}`));
  const times = tasks.map(({ tdur = 0 }) => tdur / 1000);
  return {
    count: times.length,
    longest: times.reduce((longest, time) => Math.max(longest, time), 0),
    longestWas: mostOf(
      tasks.reduce((longest, task) => ((task.tdur ?? 0) > (longest.tdur ?? 0) ? task : longest)),
      events,
    ),
    long: times.filter((time) => time > LONG).length,
    keys: keysOf(events, tasks),
  };
}

function mostOf(task: TraceEvent, events: readonly TraceEvent[]): string {
  const inside = events.filter(
    ({ pid, tid, ts, dur = 0, tdur = 0, name }) =>
      pid === task.pid &&
      tid === task.tid &&
      ts >= task.ts &&
      ts + dur <= task.ts + (task.dur ?? 0) &&
      tdur >= 0.2 * (task.tdur ?? 0) &&
      !name.endsWith(TASK),
  );
  const words = inside.map(({ name, tdur = 0, args }) => {
    const from = args?.data?.functionName ?? args?.data?.type ?? '';
    return `${name} ${from} ${(tdur / 1000).toFixed(0)} ms`.replace('  ', ' ');
  });
  return words.join(', ');
}

function keysOf(events: readonly TraceEvent[], tasks: readonly TraceEvent[]): Keys {
  const timings = events.filter(({ name }) => name === TIMING);
  const idOf = ({ pid, id, id2 }: TraceEvent): string => `${pid} ${id2?.local ?? id}`;
  const ends = timings.filter(({ ph }) => ph === 'e').sort((a, b) => a.ts - b.ts);
  const spans = timings
    .filter(({ ph, args }) => ph === 'b' && args?.data?.type === 'keydown')
    .map((begin) => {
      // Ids are used again and again: the first end behind the beginning is its own.
      const end = ends.find((each) => idOf(each) === idOf(begin) && each.ts >= begin.ts);
      return { pid: begin.pid, from: begin.ts, to: end?.ts ?? begin.ts, answer: answerOf(begin) };
    });
  const answers = sorted(spans.map(({ answer }) => answer));
  const clock = sorted(spans.map(({ from, to }) => (to - from) / 1000));
  const busy = sorted(spans.map((span) => busyIn(span, tasks) / 1000));
  return {
    count: spans.length,
    ...{ answerP95: at95(answers), answerWorst: answers.at(-1) ?? 0 },
    ...{ p95: at95(clock), worst: clock.at(-1) ?? 0 },
    busyP95: at95(busy),
    busyWorst: busy.at(-1) ?? 0,
  };
}

/** A key that changes nothing has no picture of its own: it is answered when it was handled. */
function answerOf({ args }: TraceEvent): number {
  const { timeStamp = 0, processingEnd = 0, commitFinishTime = 0 } = args?.data ?? {};
  return Math.max(processingEnd, commitFinishTime) - timeStamp;
}

/** Processor time that the tasks of a process took within a span. */
function busyIn({ pid, from, to }: { pid: number; from: number; to: number }, tasks: readonly TraceEvent[]): number {
  return tasks.reduce((sum, { pid: own, ts, dur = 0, tdur = 0 }) => {
    const within = Math.min(to, ts + dur) - Math.max(from, ts);
    return own === pid && within > 0 && dur > 0 ? sum + (tdur * within) / dur : sum;
  }, 0);
}

const sorted = (numbers: readonly number[]): number[] => [...numbers].sort((a, b) => a - b);
const at95 = (numbers: readonly number[]): number => numbers[Math.ceil(numbers.length * 0.95) - 1] ?? 0;
