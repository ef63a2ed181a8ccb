/** A hundred and fifty damaged files of every kind: each is read or refused, within limits of time and memory. */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { bundle } from '../../scripts/lib/bundle.mjs';
import { BUGS, fuzz } from '../../scripts/lib/fuzz.mjs';
import { cache } from '../../scripts/lib/paths.mjs';
import { READERS, type ReaderName } from './seeds';

/** A PDF takes twenty times as long as the others. */
const TIMES: Partial<Record<ReaderName, number>> = { pdf: 10 };
const USUAL = 150;
/** Not the seed that `npm run fuzz` takes when nobody names one. */
const SEED = 2000;

const folder = join(cache, `fuzz-test-${process.pid}`);
let entry = '';

beforeAll(async () => {
  mkdirSync(folder, { recursive: true });
  entry = await bundle('test/fuzz/worker.ts', folder);
}, 60_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it.each(READERS)('%s', { timeout: 240_000 }, async (reader) => {
  const to = TIMES[reader] ?? USUAL;
  let seen = 0;
  const bugs: unknown[] = [];
  await fuzz(entry, { reader, seed: SEED, from: 0, to }, (result) => {
    seen++;
    if (BUGS.has(result.code)) bugs.push(result);
  });
  expect(bugs).toEqual([]);
  expect(seen).toBe(to);
});
