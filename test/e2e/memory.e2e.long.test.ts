/** Two thousand files in one call of the command line take the memory of one. */
import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { cliBundle } from '../../scripts/lib/bundle.mjs';

/**
 * The documents of so many pages, were they kept, take 48 MB (24 kB each); the program itself takes a third of the heap, so that
 * it is not always collecting.
 */
const COUNT = 2000;
const HEAP_MEGABYTES = 56;

it('checks two thousand files in the memory of one', async () => {
  const inputs = Array.from({ length: COUNT }, () => 'samples/planted-2024.html');
  const run = spawnSync(
    process.execPath,
    [`--max-old-space-size=${HEAP_MEGABYTES}`, await cliBundle(), '--json', ...inputs],
    {
      encoding: 'utf8',
      maxBuffer: 512 * 1024 * 1024,
    },
  );
  expect(run.stderr).toBe('');
  expect(run.stdout.split('\n')).toHaveLength(COUNT + 1);
}, 300_000);
