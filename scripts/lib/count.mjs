import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { root } from './paths.mjs';
import { tool } from './run.mjs';

const NUMBERS = ['passed', 'failed', 'skipped'];
/** Lines of a message that are told: what was expected and where, not the whole page of a browser. */
const LINES = 8;
const OF_THE_TOOLS = /node_modules|<anonymous>/u;

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
    this.told.push(...triesThatFailed(testResults));
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

/** Of vitest's JSON: each test that failed, or passed at its second try only, with what each such try said. */
export function triesThatFailed(testResults) {
  return testResults.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ failureMessages }) => failureMessages.length > 0)
      .map(({ status, fullName, failureMessages }) => {
        const head = status === 'failed' ? '✗' : '✓ at its second try:';
        return [`${head} ${relative(root, name)} > ${fullName}`, ...failureMessages.flatMap(toldLines)].join('\n    ');
      }),
  );
}

function toldLines(message) {
  const lines = message.split('\n').filter((line) => line.trim() !== '' && !OF_THE_TOOLS.test(line));
  return lines.slice(0, LINES).map((line) => line.slice(0, 300));
}

function earlier(file) {
  const text = file && existsSync(file) ? readFileSync(file, 'utf8') : '';
  return text === '' ? { passed: 0, failed: 0, skipped: 0, told: [] } : JSON.parse(text);
}
