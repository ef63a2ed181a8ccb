/** What a thread of `npm run fuzz` runs: cases one after another, each announced, so that who watches knows which hangs. */
import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import { attempt } from './attempt';
import { caseOf } from './cases';
import { READERS, type ReaderName } from './seeds';

export { caseOf, READERS };

export interface Task {
  readonly reader: ReaderName;
  readonly seed: number;
  readonly from: number;
  readonly to: number;
  /** Its first number is the case that runs now. */
  readonly now: SharedArrayBuffer;
}

if (!isMainThread && isTask(workerData)) await runAll(workerData);

function isTask(data: unknown): data is Task {
  return typeof data === 'object' && data !== null && 'reader' in data && 'now' in data;
}

async function runAll({ reader, seed, from, to, now }: Task): Promise<void> {
  const current = new Int32Array(now);
  for (let index = from; index < to; index++) {
    const bytes = await caseOf(reader, seed, index);
    Atomics.store(current, 0, index);
    parentPort?.postMessage({ index, ...(await attempt(bytes)) });
  }
}
