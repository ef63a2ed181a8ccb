/** As `npm run fuzz`, with a seed of its own: thousands of damaged files of every kind. */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bundle } from '../../scripts/lib/bundle.mjs';
import { BUGS, fuzz } from '../../scripts/lib/fuzz.mjs';
import { cache } from '../../scripts/lib/paths.mjs';
import { READERS, type ReaderName } from '../fuzz/seeds';

const SEED = 3000;
/** All together in ten minutes. Those of docs/fuzz.md are more. */
const USUAL = 1500;
const TIMES: Partial<Record<ReaderName, number>> = { pdf: 150 };

const folder = join(cache, `fuzz-long-${process.pid}`);
let entry = '';

beforeAll(async () => {
  mkdirSync(folder, { recursive: true });
  entry = await bundle('test/fuzz/worker.ts', folder);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it.each(READERS)('%s', async (reader) => {
  const bugs: unknown[] = [];
  await fuzz(entry, { reader, seed: SEED, from: 0, to: TIMES[reader] ?? USUAL }, (result) => {
    if (BUGS.has(result.code)) bugs.push(result);
  });
  expect(bugs).toEqual([]);
});
