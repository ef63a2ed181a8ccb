/** The watch of `npm run fuzz` sees each way to go wrong, and takes none for another. */
import { expect, it } from 'vitest';
import { fuzz } from '../../scripts/lib/fuzz.mjs';

const LIMITS = { busyMs: 2000, clockMs: 6000, heapMegabytes: 100 };

it('names what is wrong with a case, and goes on with the next', { timeout: 180_000 }, async () => {
  const codes: Record<number, string> = {};
  const wholeMegabytes = process.memoryUsage.rss() / 2 ** 20 + 500;
  const task = { reader: 'none', seed: 1, from: 0, to: 8 };
  await fuzz(
    './test/fuzz/misbehaving.mjs',
    task,
    ({ index, code }) => {
      codes[index] = code;
    },
    { ...LIMITS, wholeMegabytes },
  );
  expect(codes).toEqual({
    0: 'read',
    1: 'hang',
    2: 'memory',
    3: 'memory',
    4: 'thrown',
    5: 'thrown',
    6: 'read',
    7: 'hang',
  });
});
