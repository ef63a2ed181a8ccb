import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { LIMITS, limitsOf } from './fuzz.mjs';
import { at, root } from './paths.mjs';

const PDF = limitsOf('pdf');
const FILE = at('docs', 'fuzz.md');
/** What reads bytes that are not ours to read. */
const LIBRARIES = ['cfb', 'fflate', 'hucre', 'parse5', 'pdfjs-dist', 'saxes'];
const COLUMNS = 'Reader | Date | Commit | Seed | Cases | Outcomes | Slowest | Most memory | Seconds | Failures';

/** Writes the row of a reader; those of the others stay as their own runs left them. */
export function writeLog(readers, summary) {
  const old = existsSync(FILE) ? readFileSync(FILE, 'utf8') : '';
  const rows = readers.map((reader) =>
    reader === summary.reader ? rowOf(summary) : old.split('\n').find((line) => line.startsWith(`| ${reader} |`)),
  );
  writeFileSync(FILE, `${[...head(), ...rows.filter((row) => row !== undefined)].join('\n')}\n`);
}

function head() {
  const { dependencies } = JSON.parse(readFileSync(at('package.json'), 'utf8'));
  const libraries = LIBRARIES.map((name) => `${name} ${dependencies[name]}`).join(', ');
  return [
    '# Damaged files',
    '',
    'Written by `npm run fuzz -- --log`; each reader’s row by its latest run. Real files and reports of the tests are',
    'damaged, read, checked and explained. An outcome is `read` or the code of a refusal.',
    '',
    `A failure is anything thrown, a process that ended, more than ${LIMITS.busyMs / 1000} s of processor time (or`,
    `${LIMITS.clockMs / 1000} s of waiting), more than ${LIMITS.heapMegabytes} MB of heap, more than ${LIMITS.wholeMegabytes} MB for the whole process.`,
    `PDFs are read in a process that is killed at limits of its own (limits.md), and then refused as too complex: of those a`,
    `failure is more than ${PDF.busyMs / 1000} s (or ${PDF.clockMs / 1000} s), and more than ${PDF.wholeMegabytes} MB.`,
    '“Slowest” is processor time of one file; “most memory” what the process of all the cases ever held, Node.js and the',
    'damaged files included, and for PDFs the process that reads them.',
    '',
    `Node.js ${process.versions.node} on ${process.platform}, ${availableParallelism()} processors; ${libraries}.`,
    '',
    `| ${COLUMNS} |`,
    `|${COLUMNS.replace(/[^|]+/g, '---')}|`,
  ];
}

function rowOf({ reader, commit, seed, cases, codes, slowest, largest, seconds, failures }) {
  const outcomes = codes.map(([code, count]) => `${code} ${count}`).join(', ');
  const day = new Date().toISOString().slice(0, 10);
  const time = `${slowest.ms.toFixed(0)} ms (case ${slowest.index})`;
  const memory = `${largest.toFixed(0)} MB`;
  return `| ${[reader, day, commit, seed, cases, outcomes, time, memory, seconds.toFixed(0), failures].join(' | ')} |`;
}

/** Which sources are here: `+` where they were changed after it. */
export function commitOf() {
  const git = (...args) => execFileSync('git', args, { cwd: root, encoding: 'utf8' }).trim();
  try {
    const isChanged = git('status', '--porcelain', '--', 'core', 'package-lock.json') !== '';
    return `${git('rev-parse', '--short', 'HEAD')}${isChanged ? '+' : ''}`;
  } catch {
    return '–';
  }
}
