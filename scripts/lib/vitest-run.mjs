import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { root } from './paths.mjs';
import { tool } from './run.mjs';

/** Lines of a message that are told: what was expected and where, not the whole page of a browser. */
const LINES = 8;
const OF_THE_TOOLS = /node_modules|<anonymous>/u;

/**
 * A project of tests, as vitest's JSON has it. `alone`: the files in which something failed run once more, one after another
 * with the machine to themselves, and what they say then counts: a browser on a busy machine loses a click now and then.
 * Throws where vitest leaves no result.
 */
export async function runVitest(project, { alone = false, ...options } = {}) {
  const first = await once(project, [], options);
  const failed = first.files.filter(({ status }) => status === 'failed').map(({ name }) => name);
  if (!alone || failed.length === 0) return first;
  console.log(`\n再试一次 once more, alone: ${failed.map((name) => relative(root, name)).join(', ')}`);
  const second = await once(project, ['--maxWorkers=1', ...failed], options);
  return { code: second.code, files: first.files.map((file) => againOf(file, second.files)) };
}

async function once(project, args, { env = {}, limit = 0, folder = root, stdio = 'inherit' }) {
  const own = mkdtempSync(join(tmpdir(), 'gouji-test-'));
  const file = join(own, 'result.json');
  try {
    const { code } = await tool(
      'vitest/vitest.mjs',
      ['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`, ...args],
      { env: { ...process.env, ...env }, limit, cwd: folder, stdio },
    );
    return { code, files: JSON.parse(readFileSync(file, 'utf8')).testResults };
  } finally {
    rmSync(own, { recursive: true, force: true });
  }
}

/** What a file said when it ran again, and what made it run again. */
function againOf(file, others) {
  const again = others.find(({ name }) => name === file.name);
  if (again === undefined) return file;
  const before = new Map(file.assertionResults.map((test) => [test.fullName, test.failureMessages]));
  const assertionResults = again.assertionResults.map((test) => ({
    ...test,
    failureMessages: [...(before.get(test.fullName) ?? []), ...test.failureMessages],
  }));
  return { ...again, assertionResults };
}

/** A line for each test that failed, or passed when it ran again only, with what each try that failed said. */
export function triesThatFailed(files, folder = root) {
  return files.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ failureMessages }) => failureMessages.length > 0)
      .map(({ status, fullName, failureMessages }) => {
        const head = status === 'failed' ? '✗' : '✓ at its second try:';
        return [`${head} ${relative(folder, name)} > ${fullName}`, ...failureMessages.flatMap(toldLines)].join(
          '\n    ',
        );
      }),
  );
}

function toldLines(message) {
  const lines = message.split('\n').filter((line) => line.trim() !== '' && !OF_THE_TOOLS.test(line));
  return lines.slice(0, LINES).map((line) => line.slice(0, 300));
}
