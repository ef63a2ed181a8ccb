/** `npm test`: everything, from a fresh clone on. The last line is the count. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { install } from './lib/install.mjs';

const started = Date.now();
// Far above what it takes; a browser that hangs must not hang the whole.
const LIMIT = 10 * 60 * 1000;
const count = { passed: 0, failed: 0, skipped: 0 };

function step(name, passed) {
  count[passed ? 'passed' : 'failed']++;
  console.log(`${passed ? '✓' : '✗'} ${name}`);
  return passed;
}

if (step('packages', await install())) await everything();
console.log(`\n${((Date.now() - started) / 1000).toFixed(0)} s`);
console.log(`${count.passed} passed, ${count.failed} failed, ${count.skipped} skipped`);
process.exitCode = count.failed === 0 ? 0 : 1;

async function everything() {
  const { obtainBrowser, hasChineseFont } = await import('./lib/browser.mjs');
  const { build } = await import('./lib/build.mjs');
  const { checkHouse } = await import('./lib/house.mjs');
  const { tool } = await import('./lib/run.mjs');
  const browser = await obtainBrowser();
  step('types, lint, format, generated files', await checkHouse({ tests: false }));
  const built = step('build', await build());
  if (built) step('sizes', (await tool('size-limit/bin.js', [])).code === 0);
  await vitest('unit');
  await vitest('thorough');
  if (step('a browser and a Chinese font for the end-to-end tests', browser !== null && hasChineseFont()) && built) {
    await vitest('e2e', { GOUJI_BROWSER: browser });
  }
}

/** Nothing that was collected may vanish: a file that failed to load counts as a failure, and so does an empty run. */
async function vitest(project, env = {}) {
  const { tool } = await import('./lib/run.mjs');
  const folder = mkdtempSync(join(tmpdir(), 'gouji-test-'));
  const file = join(folder, 'result.json');
  try {
    const { code } = await tool(
      'vitest/vitest.mjs',
      ['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`],
      { env: { ...process.env, ...env }, limit: LIMIT },
    );
    const result = JSON.parse(readFileSync(file, 'utf8'));
    const before = count.failed;
    count.passed += result.numPassedTests;
    count.failed += result.numFailedTests;
    count.skipped += result.numPendingTests + result.numTodoTests;
    const unloaded = result.testResults.filter(
      (each) => each.status === 'failed' && each.assertionResults.length === 0,
    );
    for (const each of unloaded) step(`${each.name}: ${each.message.split('\n')[0]}`, false);
    if (code !== 0 && count.failed === before) step(`vitest ${project} ended with ${code}`, false);
  } catch (error) {
    step(`vitest ${project} left no result: ${error.message}`, false);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
