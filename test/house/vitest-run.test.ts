/** Tests that failed beside others run once more, alone; what they said is told either way. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { runVitest, type TestFile, triesThatFailed } from '../../scripts/lib/vitest-run.mjs';

const folder = mkdtempSync(join(tmpdir(), 'gouji-vitest-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A test that is right from its `first` run on. */
const rightFrom = (name: string, first: number): string => `
it('${name}', () => {
  appendFileSync('${join(folder, 'runs', name)}', '.');
  expect(readFileSync('${join(folder, 'runs', name)}', 'utf8').length).toBeGreaterThanOrEqual(${first});
});`;

function write(file: string, tests: readonly string[]): void {
  const head = "import { appendFileSync, readFileSync } from 'node:fs';\nimport { expect, it } from 'vitest';";
  writeFileSync(join(folder, file), `${head}${tests.join('')}`);
}

const statuses = (files: readonly TestFile[]): Record<string, string> =>
  Object.fromEntries(
    files.flatMap(({ assertionResults }) => assertionResults.map(({ fullName, status }) => [fullName, status])),
  );

it('runs files in which something failed once more, those alone', { timeout: 60_000 }, async () => {
  mkdirSync(join(folder, 'runs'));
  symlinkSync(join(process.cwd(), 'node_modules'), join(folder, 'node_modules'));
  const projects = "[{ test: { name: 'own', include: ['*.test.mjs'] } }]";
  writeFileSync(join(folder, 'vitest.config.mjs'), `export default { test: { projects: ${projects} } };`);
  write('a.test.mjs', [rightFrom('late', 2), rightFrom('never', 9)]);
  write('b.test.mjs', [rightFrom('at-once', 1)]);

  const { code, files } = await runVitest('own', { folder, alone: true, stdio: 'ignore' });
  expect(code).toBe(1);
  expect(statuses(files)).toEqual({ late: 'passed', never: 'failed', 'at-once': 'passed' });
  const told = triesThatFailed(files, folder).map((lines) => lines.replaceAll(folder, ''));
  expect(told).toEqual([
    [
      '✓ at its second try: a.test.mjs > late',
      '    AssertionError: expected 1 to be greater than or equal to 2',
      '        at /a.test.mjs:5:77',
    ].join('\n'),
    [
      '✗ a.test.mjs > never',
      '    AssertionError: expected 1 to be greater than or equal to 9',
      '        at /a.test.mjs:9:78',
      '    AssertionError: expected 2 to be greater than or equal to 9',
      '        at /a.test.mjs:9:78',
    ].join('\n'),
  ]);
});
