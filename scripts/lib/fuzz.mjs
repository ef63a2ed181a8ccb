import { Worker } from 'node:worker_threads';

/** A file that takes longer hangs, as far as a person can tell; one that needs more memory ends a small machine. */
export const LIMITS = { ms: 5000, heapMegabytes: 700, bufferMegabytes: 300 };
/** How often the watch looks. */
const LOOK = 200;

/**
 * Runs the cases `from` to `to` of a reader in a thread of their own. Calls `saw` with each result; a case that hangs or
 * runs out of memory costs its thread, and the next one goes on behind it.
 */
export async function fuzz(entry, { reader, seed, from, to }, saw) {
  const slow = [];
  // A busy machine makes anything slow: what seems to hang is run again, alone, before it is called so.
  const first = (result) => (result.code === 'hang' ? slow.push(result.index) : saw(result));
  for (let next = from; next < to; ) next = await thread(entry, { reader, seed, from: next, to }, first);
  for (const index of slow) await thread(entry, { reader, seed, from: index, to: index + 1 }, saw);
}

/** Resolves to the case to go on with. */
function thread(entry, task, saw) {
  return new Promise((resolve, reject) => {
    const now = new SharedArrayBuffer(4);
    const current = new Int32Array(now);
    current[0] = -1;
    const worker = new Worker(entry, {
      workerData: { ...task, now },
      resourceLimits: { maxOldGenerationSizeMb: LIMITS.heapMegabytes },
      stdout: false,
      stderr: false,
    });
    let [seen, since] = [-1, Date.now()];
    let hung = false;
    const watch = setInterval(() => {
      const index = Atomics.load(current, 0);
      if (index !== seen) [seen, since] = [index, Date.now()];
      else if (!hung && index !== -1 && Date.now() - since > LIMITS.ms) {
        hung = true;
        worker.terminate();
      }
    }, LOOK);
    let last = task.from - 1;
    worker.on('message', (result) => {
      last = result.index;
      saw(judged(result));
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
        const code = hung ? 'hang' : failure?.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'memory' : 'thrown';
        saw({ index, code, detail: hung ? '' : String(failure?.stack ?? failure), ms: Date.now() - since, buffers: 0 });
        resolve(index + 1);
      }
    });
  });
}

/** The limits hold for a case that ends by itself too. */
function judged(result) {
  if (result.code === 'thrown') return result;
  if (result.ms > LIMITS.ms) return { ...result, code: 'hang' };
  return result.buffers > LIMITS.bufferMegabytes ? { ...result, code: 'memory' } : result;
}

/** Codes that are bugs; all others are answers. */
export const BUGS = new Set(['thrown', 'hang', 'memory']);
