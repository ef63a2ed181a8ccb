/** The last line of several runs: over all of them, and a run that did not come to its end is no success. */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'gouji-count-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** The last lines of a run that does `work` with its `count`, the last one first. */
function lastLines(name: string, work: string): string[] {
  const program = `import { Count } from './scripts/lib/count.mjs'; const count = new Count(); ${work}; process.exitCode = 0;`;
  const output = execFileSync(process.execPath, ['--input-type=module', '--eval', program], {
    encoding: 'utf8',
    env: { ...process.env, GOUJI_COUNT: join(folder, name) },
  });
  return output.trimEnd().split('\n').reverse();
}

it('counts over two runs and tells at the end what failed', () => {
  lastLines('both', "count.step('a', true); count.step('b', false); count.skipped++; count.end()");
  const [last, , , told] = lastLines('both', "count.step('c', true); count.end()");
  expect([last, told]).toEqual(['2 passed, 1 failed, 1 skipped', '✗ b']);
});

it('counts a run that ended before its end as a failure', () => {
  lastLines('cut', "count.step('a', true)");
  expect(lastLines('cut', "count.step('b', true); count.end()")[0]).toBe('1 passed, 1 failed, 0 skipped');
});

const END = 'count.end()';
const KILLED = "process.kill(process.pid, 'SIGKILL')";

it.each([
  ['both pass', "count.step('a', true)", END, "count.step('b', true)", END, 0, '2 passed, 0 failed, 0 skipped'],
  ['the second is ended', "count.step('a', true)", END, 'count.skipped++', KILLED, 1, '1 passed, 1 failed, 0 skipped'],
])('.ci/run: %s', { timeout: 60_000 }, (name, quick, quickEnd, long, longEnd, status, line) => {
  const house = join(folder, name.replaceAll(' ', '-'));
  const scripts = ['count', 'vitest-run', 'run', 'paths'].map((each) => `scripts/lib/${each}.mjs`);
  for (const part of ['.ci/run', ...scripts]) cpSync(part, join(house, part));
  const program = (work: string, end: string): string =>
    `import { Count } from './scripts/lib/count.mjs'; const count = new Count(); ${work}; ${end};`;
  writeFileSync(join(house, 'quick.mjs'), program(quick, quickEnd));
  writeFileSync(join(house, 'long.mjs'), program(long, longEnd));
  writeFileSync(
    join(house, 'package.json'),
    JSON.stringify({ scripts: { test: 'node quick.mjs', 'test:long': 'node long.mjs' } }),
  );
  const run = spawnSync('sh', [join(house, '.ci', 'run')], { encoding: 'utf8' });
  expect([run.status, run.stdout.trimEnd().split('\n').at(-1)]).toEqual([status, line]);
});
