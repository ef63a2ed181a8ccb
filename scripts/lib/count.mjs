import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { tool } from './run.mjs';

/**
 * What passed and failed, for the last line. Where `GOUJI_COUNT` names a file, several runs count in it together, and
 * one that never came to its end counts there as a failure.
 */
export class Count {
  passed = 0;
  failed = 0;
  skipped = 0;
  #file = process.env['GOUJI_COUNT'];
  #before = earlier(this.#file);
  #started = Date.now();

  constructor() {
    this.#write({ ...this.#before, failed: this.#before.failed + 1 });
  }

  /** A step that is no test of vitest's. */
  step(name, passed) {
    if (passed) this.passed++;
    else this.failed++;
    console.log(`${passed ? '✓' : '✗'} ${name}`);
    return passed;
  }

  /** Nothing that was collected may vanish: a file that failed to load counts as a failure, and so does an empty run. */
  async vitest(project, { env = {}, limit }) {
    const folder = mkdtempSync(join(tmpdir(), 'gouji-test-'));
    const file = join(folder, 'result.json');
    try {
      const { code } = await tool(
        'vitest/vitest.mjs',
        ['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`],
        { env: { ...process.env, ...env }, limit },
      );
      const before = this.failed;
      this.#add(JSON.parse(readFileSync(file, 'utf8')));
      if (code !== 0 && this.failed === before) this.step(`vitest ${project} ended with ${code}`, false);
    } catch (error) {
      this.step(`vitest ${project} left no result: ${error.message}`, false);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }

  #add({ numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults }) {
    this.passed += numPassedTests;
    this.failed += numFailedTests;
    this.skipped += numPendingTests + numTodoTests;
    const unloaded = testResults.filter(({ status, assertionResults }) => {
      return status === 'failed' && assertionResults.length === 0;
    });
    for (const { name, message } of unloaded) this.step(`${name}: ${message.split('\n')[0]}`, false);
  }

  /** Prints the line and sets the exit code of this run. */
  end() {
    const whole = { ...this.#before };
    for (const key of Object.keys(whole)) whole[key] += this[key];
    this.#write(whole);
    console.log(`\n${((Date.now() - this.#started) / 1000).toFixed(0)} s`);
    console.log(`${whole.passed} passed, ${whole.failed} failed, ${whole.skipped} skipped`);
    process.exitCode = this.failed === 0 ? 0 : 1;
  }

  #write(count) {
    if (this.#file) writeFileSync(this.#file, JSON.stringify(count));
  }
}

function earlier(file) {
  const text = file && existsSync(file) ? readFileSync(file, 'utf8') : '';
  return text === '' ? { passed: 0, failed: 0, skipped: 0 } : JSON.parse(text);
}
