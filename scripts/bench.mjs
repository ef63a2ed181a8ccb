/**
 * `npm run bench`: how long a check takes beside parsing the same page alone, in one run on one machine.
 * The ratio is what to compare between two states of the code; milliseconds differ from machine to machine.
 */
import { readFileSync } from 'node:fs';
import { install } from './lib/install.mjs';
import { at } from './lib/paths.mjs';

const PAGES = ['planted-2024.html', 'shuyang-development-bureau-2023.html', 'shanghai-general-office-2019.html'];
const ROUNDS = 60;
const WARM_UP = 15;

if (!(await install())) process.exit(1);
const { load } = await import('./lib/bundle.mjs');
const { parseAlone, readAndCheck } = await load(at('test', 'bench', 'pages.ts'), 'bench');

for (const page of PAGES) {
  const html = readFileSync(at('samples', page), 'utf8');
  const parsing = [];
  const checking = [];
  // In turns, so that a busy moment of the machine falls on both.
  for (let round = 0; round < ROUNDS + WARM_UP; round++) {
    const times = [parseAlone, readAndCheck].map((job) => timed(job, html));
    if (round < WARM_UP) continue;
    parsing.push(times[0]);
    checking.push(times[1]);
  }
  const [alone, whole] = [median(parsing), median(checking)];
  console.log(
    `${page}: check ${whole.toFixed(2)} ms, parse alone ${alone.toFixed(2)} ms, ratio ${(whole / alone).toFixed(2)}`,
  );
}

function timed(job, html) {
  const from = process.hrtime.bigint();
  job(html);
  return Number(process.hrtime.bigint() - from) / 1e6;
}

function median(times) {
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)];
}
