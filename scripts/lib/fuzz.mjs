import { Worker } from 'node:worker_threads';
import { usage } from './usage.mjs';

/**
 * A file that keeps the processor busy for longer hangs, as far as a person can tell; one that needs more memory ends a
 * small machine. Busy, not waiting: on a machine that others use too, a clock runs on while nothing is done. The clock
 * counts only where a file waits for what never comes.
 */
export const LIMITS = { busyMs: 5000, clockMs: 120_000, heapMegabytes: 700, wholeMegabytes: 1200 };
/**
 * A PDF may take as long and as much as `MAX_PDF_SECONDS` and `MAX_PDF_MEMORY` let it, in a process of its own, and is
 * refused then: two seconds more, and what this process holds itself.
 */
const PDF_LIMITS = { ...LIMITS, busyMs: 32_000, clockMs: 660_000, wholeMegabytes: 1600 };

export function limitsOf(reader) {
  return reader === 'pdf' ? PDF_LIMITS : LIMITS;
}

/** Megabytes; with less, a tenth of the time goes into collecting garbage. */
const YOUNG = 96;
/** How often the watch looks. */
const LOOK = 100;

/**
 * Runs the cases `from` to `to` of a reader in a thread of their own. Calls `saw` with each result; a case that hangs or
 * runs out of memory costs its thread, and the next one goes on behind it.
 */
export async function fuzz(entry, { reader, seed, from, to }, saw, limits = limitsOf(reader)) {
  const slow = [];
  // The garbage of the cases before it may fall to one: what seems to hang is run again, alone, before it is called so.
  const first = (result) => (result.code === 'hang' ? slow.push(result.index) : saw(result));
  for (let next = from; next < to; ) next = await thread(entry, { reader, seed, from: next, to }, first, limits);
  for (const index of slow) await thread(entry, { reader, seed, from: index, to: index + 1 }, saw, limits);
}

/** Milliseconds that this process has kept processors busy: a thread cannot be asked while it is. */
function busy() {
  return usage().ms;
}

/** Resolves to the case to go on with. */
function thread(entry, task, saw, limits) {
  return new Promise((resolve, reject) => {
    const now = new SharedArrayBuffer(4);
    const current = new Int32Array(now);
    current[0] = -1;
    const worker = new Worker(entry, {
      workerData: { ...task, now },
      resourceLimits: { maxOldGenerationSizeMb: limits.heapMegabytes, maxYoungGenerationSizeMb: YOUNG },
      stdout: false,
      stderr: false,
    });
    let since = { index: -1, busy: busy(), clock: Date.now() };
    let stopped = null;
    const watch = setInterval(() => {
      const index = Atomics.load(current, 0);
      if (index !== since.index) since = { index, busy: busy(), clock: Date.now() };
      else if (stopped === null && index !== -1) {
        stopped = exceeded(since, limits);
        if (stopped !== null) worker.terminate();
      }
    }, LOOK);
    let last = task.from - 1;
    worker.on('message', (result) => {
      last = result.index;
      saw(judged(result, limits));
    });
    let failure = null;
    worker.on('error', (error) => {
      failure = error;
    });
    worker.on('exit', () => {
      clearInterval(watch);
      const index = Atomics.load(current, 0);
      if (last === task.to - 1) resolve(task.to);
      else if (index === -1) reject(failure ?? new Error('the thread never began'));
      else {
        const code = stopped ?? (failure?.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'memory' : 'thrown');
        const detail = stopped === null ? String(failure?.stack ?? failure ?? 'ended without an answer') : '';
        saw({ index, code, detail, ms: busy() - since.busy, megabytes: megabytes() });
        resolve(index + 1);
      }
    });
  });
}

function exceeded(since, limits) {
  if (megabytes() > limits.wholeMegabytes) return 'memory';
  return busy() - since.busy > limits.busyMs || Date.now() - since.clock > limits.clockMs ? 'hang' : null;
}

/** Of the whole process, heap and buffers. */
function megabytes() {
  return process.memoryUsage.rss() / 2 ** 20;
}

/** The limits hold for a case that ends by itself too. */
function judged(result, limits) {
  if (result.code === 'thrown') return result;
  if (result.ms > limits.busyMs) return { ...result, code: 'hang' };
  return result.megabytes > limits.wholeMegabytes ? { ...result, code: 'memory' } : result;
}

/** Codes that are bugs; all others are answers. */
export const BUGS = new Set(['thrown', 'hang', 'memory', 'crash']);
