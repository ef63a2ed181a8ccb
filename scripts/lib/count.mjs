import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { runVitest, triesThatFailed } from './vitest-run.mjs';

const NUMBERS = ['passed', 'failed', 'skipped'];

/**
 * What passed and failed, for the last lines. Where `GOUJI_COUNT` names a file, several runs count in it together, and
 * one that never came to its end counts there as a failure.
 */
export class Count {
  passed = 0;
  failed = 0;
  skipped = 0;
  /** A line for what failed and what passed at its second try only: the end of a long log is what is read of it. */
  told = [];
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
    if (!passed) this.told.push(`✗ ${name}`);
    console.log(`${passed ? '✓' : '✗'} ${name}`);
    return passed;
  }

  /** Nothing that was collected may vanish: a file that failed to load counts as a failure, and so does an empty run. */
  async vitest(project, options) {
    try {
      const { code, files } = await runVitest(project, options);
      const before = this.failed;
      for (const file of files) this.#add(file);
      this.told.push(...triesThatFailed(files));
      if (code !== 0 && this.failed === before) this.step(`vitest ${project} ended with ${code}`, false);
    } catch (error) {
      this.step(`vitest ${project} left no result: ${error.message}`, false);
    }
  }

  #add({ name, status, message, assertionResults }) {
    if (status === 'failed' && assertionResults.length === 0) this.step(`${name}: ${message.split('\n')[0]}`, false);
    for (const test of assertionResults) {
      if (test.status === 'passed') this.passed++;
      else if (test.status === 'failed') this.failed++;
      else this.skipped++;
    }
  }

  /** Prints the line and sets the exit code of this run. */
  end() {
    const whole = { ...this.#before };
    for (const key of NUMBERS) whole[key] += this[key];
    whole.told = [...whole.told, ...this.told];
    this.#write(whole);
    if (whole.told.length > 0) console.log(`\n${whole.told.join('\n')}`);
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
  return text === '' ? { passed: 0, failed: 0, skipped: 0, told: [] } : JSON.parse(text);
}
