/** The last line of several runs: over all of them, and a run that did not come to its end is no success. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'gouji-count-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The last line of a run that does `work` with its `count`. */
function lastLine(name: string, work: string): string {
  const program = `import { Count } from './scripts/lib/count.mjs'; const count = new Count(); ${work}; process.exitCode = 0;`;
  const output = execFileSync(process.execPath, ['--input-type=module', '--eval', program], {
    encoding: 'utf8',
    env: { ...process.env, GOUJI_COUNT: join(folder, name) },
  });
  return output.trimEnd().split('\n').at(-1) ?? '';
}

it('counts over two runs', () => {
  lastLine('both', "count.step('a', true); count.step('b', false); count.skipped++; count.end()");
  expect(lastLine('both', "count.step('c', true); count.end()")).toBe('2 passed, 1 failed, 1 skipped');
});

it('counts a run that ended before its end as a failure', () => {
  lastLine('cut', "count.step('a', true)");
  expect(lastLine('cut', "count.step('b', true); count.end()")).toBe('1 passed, 1 failed, 0 skipped');
});
