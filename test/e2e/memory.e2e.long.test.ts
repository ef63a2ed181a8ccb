/** Thousands of files in one call of the command line take the memory of one. */
import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { cliBundle } from '../../scripts/lib/bundle.mjs';

/** Kept or leaked, the documents of so many pages would take several times the heap allowed below; the program itself takes 14 MB of it. */
const COUNT = 600;
const HEAP_MEGABYTES = 28;

it('checks hundreds of files in the memory of one', async () => {
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
