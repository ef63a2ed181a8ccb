/** A thread whose cases do what no reader should: the watch must name each and go on behind it. */
import { parentPort, workerData } from 'node:worker_threads';

const { from, to, now } = workerData;
const current = new Int32Array(now);
const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

const CASES = [
  () => {},
  () => {
    for (;;);
  },
  () => {
    const kept = [];
    for (;;) kept.push(new Array(10_000).fill(kept.length));
  },
  async () => {
    const kept = [];
    for (;;) {
      kept.push(new Uint8Array(20 * 2 ** 20).fill(1));
      await sleep(5);
    }
  },
  () => {
    throw new Error('as a bug does');
  },
  () => new Promise(() => {}),
  // Slow by the clock alone: another program has the processor.
  () => sleep(3000),
  () => sleep(3_600_000),
];

for (let index = from; index < to; index++) {
  Atomics.store(current, 0, index);
  await CASES[index]();
  parentPort.postMessage({ index, code: 'read', detail: '', ms: 0, megabytes: 0 });
}
