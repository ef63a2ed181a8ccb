/** `npm run check` with files: the validator, with nothing but its own words on standard output. */
import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../..');
const sample = join(root, 'samples/planted-2024.html');
const copy = mkdtempSync(join(tmpdir(), 'gouji-check-'));

interface Ended {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

function run(program: string, args: readonly string[], cwd: string): Promise<Ended> {
  return new Promise((done) => {
    execFile(program, [...args], { cwd, maxBuffer: 1 << 26 }, (error, stdout, stderr) => {
      done({ code: typeof error?.code === 'number' ? error.code : error === null ? 0 : -1, stdout, stderr });
    });
  });
}

beforeAll(() => {
  for (const each of ['core', 'scripts', 'package.json', 'package-lock.json', 'tsconfig.json']) {
    cpSync(join(root, each), join(copy, each), { recursive: true });
  }
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction');
});

afterAll(() => rmSync(copy, { recursive: true, force: true }));

it('two calls at once on sources not built yet give the same lines', async () => {
  const args = ['scripts/check.mjs', '--json', sample];
  const [one, other] = await Promise.all([run(process.execPath, args, copy), run(process.execPath, args, copy)]);
  expect(one.stderr).toBe('');
  expect(one.code).toBe(1);
  expect(other).toEqual(one);
  expect(
    one.stdout
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line).input),
  ).toEqual([sample]);
});

it('reads file names from where the caller stands, though npm moves to the project', async () => {
  const { stdout, code } = await run(
    'npm',
    ['--prefix', root, 'run', '--silent', 'check', '--', '--json', 'planted-2024.html'],
    join(root, 'samples'),
  );
  expect(code).toBe(1);
  expect(JSON.parse(stdout)).toMatchObject({ input: 'planted-2024.html', status: 'checked', year: 2024 });
});
