/** The last line of several runs: over all of them, and a run that did not come to its end is no success. */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { triesThatFailed } from '../../scripts/lib/count.mjs';

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

it('tells of a try that failed, with its place in the test and without those in the tools', () => {
  const house = join(folder, 'tries');
  mkdirSync(house);
  const body = (name: string, expected: number): string =>
    `it('${name}', { retry: 1 }, () => { expect(tries++).toBe(${expected}); });`;
  writeFileSync(
    join(house, 'a.test.mjs'),
    `import { expect, it } from '${join(process.cwd(), 'node_modules/vitest/dist/index.js')}'; let tries = 0;
${body('second', 1)}\n${body('never', 9)}`,
  );
  const json = join(house, 'result.json');
  spawnSync(process.execPath, [
    ...['node_modules/vitest/vitest.mjs', 'run', '--root', house, '--reporter=json', `--outputFile.json=${json}`],
  ]);
  const told = triesThatFailed(JSON.parse(readFileSync(json, 'utf8')).testResults).map((lines) => lines.split('\n'));
  expect(told.map(([head]) => head?.replace(/^(.*: |✗ ).* > /u, '$1'))).toEqual([
    '✓ at its second try: second',
    '✗ never',
  ]);
  expect(told[1]?.slice(1).map((line) => line.replace(/ at .*(a\.test)/u, ' at $1'))).toEqual([
    '    AssertionError: expected 2 to be 9 // Object.is equality',
    '        at a.test.mjs:3:51',
    '    AssertionError: expected 3 to be 9 // Object.is equality',
    '        at a.test.mjs:3:51',
  ]);
});

const END = 'count.end()';
const KILLED = "process.kill(process.pid, 'SIGKILL')";

it.each([
  ['both pass', "count.step('a', true)", END, "count.step('b', true)", END, 0, '2 passed, 0 failed, 0 skipped'],
  ['the second is ended', "count.step('a', true)", END, 'count.skipped++', KILLED, 1, '1 passed, 1 failed, 0 skipped'],
])('.ci/run: %s', { timeout: 60_000 }, (name, quick, quickEnd, long, longEnd, status, line) => {
  const house = join(folder, name.replaceAll(' ', '-'));
  for (const part of ['.ci/run', 'scripts/lib/count.mjs', 'scripts/lib/run.mjs', 'scripts/lib/paths.mjs'])
    cpSync(part, join(house, part));
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
