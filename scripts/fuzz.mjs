/**
 * `npm run fuzz`: damaged files of every kind, to see that each is read or refused, within limits of time and memory.
 * `-- --reader docx` one kind alone, `--times 10000` so many of each, `--seed 7` others than usual, `--case 123` that one.
 * `--jobs 4` four processes beside each other. `--log` writes what came of it to docs/fuzz.md. What fails is saved under test/fixtures/fuzz/, where `npm test` runs
 * it ever after.
 */
import { fork } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { install } from './lib/install.mjs';
import { at, cache } from './lib/paths.mjs';

const { values } = parseArgs({
  options: {
    reader: { type: 'string', multiple: true },
    times: { type: 'string' },
    seed: { type: 'string', default: '1' },
    case: { type: 'string' },
    jobs: { type: 'string', default: '1' },
    log: { type: 'boolean', default: false },
  },
});
/** A PDF takes ten times as long as a text. */
const TIMES = { pdf: 500 };
const USUAL = 2000;
/** So many cases are told of at once, of runs that take long. */
const STEP = 200;

if (!(await install())) process.exit(3);
const { bundle } = await import('./lib/bundle.mjs');
const { BUGS } = await import('./lib/fuzz.mjs');
const { commitOf, writeLog } = await import('./lib/fuzz-log.mjs');
// What is bundled now is what runs, whatever becomes of the sources meanwhile.
const commit = commitOf();
const folder = join(cache, `fuzz-${process.pid}`);
mkdirSync(folder, { recursive: true });
try {
  const entry = await bundle(at('test', 'fuzz', 'worker.ts'), folder);
  const { READERS, caseOf } = await import(pathToFileURL(entry).href);
  for (const reader of values.reader ?? READERS) {
    if (!READERS.includes(reader)) throw new Error(`--reader is one of ${READERS.join(', ')}`);
    const summary = await run(entry, reader, caseOf);
    if (values.log) writeLog(READERS, { ...summary, commit });
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function run(entry, reader, caseOf) {
  const seed = Number(values.seed);
  const only = values.case === undefined ? null : Number(values.case);
  const [from, to] = only === null ? [0, Number(values.times ?? TIMES[reader] ?? USUAL)] : [only, only + 1];
  const codes = new Map();
  const found = [];
  let slowest = { ms: 0, index: -1 };
  let largest = 0;
  let seen = 0;
  const started = Date.now();
  const saw = (result) => {
    codes.set(result.code, (codes.get(result.code) ?? 0) + 1);
    seen++;
    if (seen % STEP === 0) console.error(`${reader}: ${seen} of ${to - from}, ${found.length} failures`);
    if (result.ms > slowest.ms) slowest = result;
    largest = Math.max(largest, result.megabytes);
    if (BUGS.has(result.code)) found.push(result);
    if (only !== null) console.log(result);
  };
  const part = async (first, end) => {
    for (let next = first; next < end; ) {
      const ended = await child(entry, { reader, seed, from: next, to: end }, saw);
      next = ended.next;
      largest = Math.max(largest, ended.megabytes);
    }
  };
  const each = Math.ceil((to - from) / Number(values.jobs));
  const starts = Array.from({ length: Math.ceil((to - from) / each) }, (_, job) => from + job * each);
  await Promise.all(starts.map((start) => part(start, Math.min(to, start + each))));
  for (const each of kinds(found)) await save(reader, seed, each, caseOf);
  const seconds = (Date.now() - started) / 1000;
  const sorted = [...codes].sort(([, a], [, b]) => b - a);
  console.log(
    `${reader}: ${to - from} cases of seed ${seed} in ${seconds.toFixed(0)} s; ${sorted.map((each) => each.join(' ')).join(', ')}`,
    `\n  slowest ${slowest.ms.toFixed(0)} ms (case ${slowest.index}), most memory ${largest.toFixed(0)} MB; failures: ${found.length}`,
  );
  if (found.length > 0) process.exitCode = 1;
  return { reader, seed, cases: to - from, seconds, codes: sorted, slowest, largest, failures: found.length };
}

/** Resolves to the case to go on with, behind one that ended the process itself, and to what memory it held at the most. */
function child(entry, range, saw) {
  return new Promise((resolve) => {
    const process = fork(at('scripts', 'lib', 'fuzz-child.mjs'));
    let last = range.from - 1;
    let most = null;
    process.on('message', ({ result, megabytes }) => {
      if (result === undefined) most = megabytes;
      else {
        last = Math.max(last, result.index);
        saw(result);
      }
    });
    process.on('exit', (code, signal) => {
      if (most !== null) return resolve({ next: range.to, megabytes: most });
      saw({ index: last + 1, code: 'crash', detail: `ended with ${signal ?? code}`, ms: 0, megabytes: 0 });
      resolve({ next: last + 2, megabytes: 0 });
    });
    process.send({ entry, range });
  });
}

/** One bug fails a hundred cases: of each kind the first few are kept. */
function kinds(found) {
  const kept = new Map();
  for (const each of found) {
    const kind = `${each.code} ${each.detail.split('\n').slice(0, 2).join(' ')}`;
    const same = kept.get(kind) ?? [];
    if (same.length < 3) kept.set(kind, [...same, each]);
  }
  return [...kept.values()].flat();
}

async function save(reader, seed, { index, code, detail }, caseOf) {
  const name = `${reader}-${seed}-${index}.${reader === 'text' ? 'txt' : reader}`;
  mkdirSync(at('test', 'fixtures', 'fuzz'), { recursive: true });
  writeFileSync(at('test', 'fixtures', 'fuzz', name), await caseOf(reader, seed, index));
  console.log(`${code}: test/fixtures/fuzz/${name}\n  ${detail.split('\n').slice(0, 6).join('\n  ')}`);
}
