/**
 * `npm run bench`: how long a check takes. Three parts, each in one run on one machine:
 * a page read and checked beside parsing the same page alone, where the ratio is what to compare between two states of
 * the code; pages a second on the way of the command line, beside the bare parser and beside pandas where it is
 * installed; and generated reports, already read, against the budget. `-- --reports 500` takes fewer of these.
 * `-- --sums`: instead of these the sum finder on annotated tables, what it finds and how long it takes; `--raise` writes
 * floors that are higher than those that stand.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { install } from './lib/install.mjs';
import { at } from './lib/paths.mjs';

const PAGES = ['planted-2024.html', 'shuyang-development-bureau-2023.html', 'shanghai-general-office-2019.html'];
const ROUNDS = 60;
const WARM_UP = 15;
const SEASON = 300;
/** The same season over and over, until what runs often is compiled. */
const SEASONS = 4;
/**
 * Milliseconds by the clock for one report after reading, all rules, location included, where the fixed loop takes
 * `LOOP`. The engine's own threads compile and collect meanwhile: they cost the machine, not the one who waits.
 */
const BUDGET = { median: 3, worst: 50 };
/** Milliseconds of the fixed loop on the machine that the budget is meant for: what is slower has more time. */
const LOOP = 120;
/** Checked before any is timed, so that a run with few reports says the same as one with all. */
const CHECKED_BEFORE = 600;
/** Reports made together before they are timed one by one. */
const CHUNK = 50;
/** The slowest are timed again: among so many, collecting what others left falls on some. */
const SLOWEST = 25;
const AGAIN = 5;

const { values } = parseArgs({
  options: {
    reports: { type: 'string', default: '10000' },
    sums: { type: 'boolean', default: false },
    raise: { type: 'boolean', default: false },
  },
});
if (!(await install())) process.exit(1);
const { load } = await import('./lib/bundle.mjs');
if (values.sums) await sums();
else {
  await pages();
  await rates();
  await reports(Number(values.reports));
}

async function pages() {
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
}

/** Seconds of the processor, one after another: a season of a county. */
async function rates() {
  const { pagesOf, parseAlone, readAlone, readFileAndCheck } = await load(
    at('test', 'bench', 'pages.ts'),
    'bench-rates',
  );
  const { pandasRate } = await import('./lib/pandas.mjs');
  const all = pagesOf(SEASON);
  const bytes = all.map((page) => new TextEncoder().encode(page));
  const folder = mkdtempSync(join(tmpdir(), 'gouji-bench-'));
  try {
    for (const [index, page] of bytes.entries())
      writeFileSync(join(folder, `${String(index).padStart(4, '0')}.html`), page);
    const jobs = [(at) => parseAlone(all[at]), (at) => readAlone(all[at]), (at) => readFileAndCheck(bytes[at])];
    for (let start = -WARM_UP; start < 0; start += WARM_UP) for (const job of jobs) await spentOn(job, start);
    // The first season is what one run of the command line takes: most of the code is compiled meanwhile.
    const seasons = [];
    for (let season = 0; season < SEASONS; season++) {
      const spent = jobs.map(() => 0);
      // In turns, so that a busy moment of the machine falls on all.
      for (let start = 0; start < SEASON; start += WARM_UP)
        for (const [which, job] of jobs.entries()) spent[which] += await spentOn(job, start);
      seasons.push(spent.map((seconds) => SEASON / seconds));
    }
    const pandas = await pandasRate(folder);
    console.log(`${SEASON} generated pages, a second of the processor:`);
    for (const [season, [parsed, read, checked]] of [seasons[0], seasons.at(-1)].entries())
      console.log(
        `  ${season === 0 ? 'from a cold start' : `after ${SEASON * (SEASONS - 1)} of them`}: read and checked ${checked.toFixed(0)}, read ${read.toFixed(0)}, parsed alone ${parsed.toFixed(0)} (reading takes ${(parsed / read).toFixed(2)} of parsing)`,
      );
    console.log(
      pandas === null
        ? '  pandas with lxml is not installed: not compared'
        : `  pandas ${pandas.version} read_html on the same pages: ${pandas.perSecond.toFixed(0)}`,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Seconds of the processor for so many pages from `start` on. */
async function spentOn(job, start) {
  const from = process.cpuUsage();
  for (let at = start; at < start + WARM_UP; at++) await job(Math.abs(at));
  const { user, system } = process.cpuUsage(from);
  return (user + system) / 1e6;
}

async function reports(count) {
  const { checkRead, fixedLoop, reportAt } = await load(at('test', 'bench', 'generated.ts'), 'bench-generated');
  const collectYoung = youngCollector();
  for (let warm = 1; warm <= CHECKED_BEFORE; warm++) checkRead(reportAt(count + warm));
  const times = [];
  const loops = [];
  // A check is timed, not the making of its report: a generated report leaves many times the garbage that checking it
  // does. What the checks of a chunk allocate is collected among them, and counted.
  for (let start = 0; start < count; start += CHUNK) {
    const chunk = Array.from({ length: Math.min(CHUNK, count - start) }, (_, at) => reportAt(start + at));
    collectYoung();
    loops.push(timed(fixedLoop));
    for (const [at, report] of chunk.entries()) times.push({ index: start + at, ms: timed(checkRead, report) });
  }
  const slowest = times.toSorted((a, b) => b.ms - a.ms).slice(0, SLOWEST);
  for (const each of slowest) {
    const report = reportAt(each.index);
    each.errors = report.errors;
    each.ms = Math.min(each.ms, ...Array.from({ length: AGAIN }, () => timed(checkRead, report)));
  }
  const middle = median(times.map(({ ms }) => ms));
  const worst = slowest.toSorted((a, b) => b.ms - a.ms)[0];
  const loop = median(loops);
  const [inLoops, worstInLoops] = [middle / loop, worst.ms / loop];
  const allowed = { median: BUDGET.median / LOOP, worst: BUDGET.worst / LOOP };
  console.log(
    `${count} generated reports, a third of them correct, the others with 1 to 10 errors; check after reading, by the clock:`,
    `\n  median ${middle.toFixed(2)} ms, worst ${worst.ms.toFixed(2)} ms (report ${worst.index}, ${worst.errors} errors); a fixed loop beside it ${loop.toFixed(2)} ms`,
    `\n  in loops: median ${inLoops.toFixed(4)} (budget ${allowed.median.toFixed(4)}), worst ${worstInLoops.toFixed(4)} (budget ${allowed.worst.toFixed(4)})`,
  );
  if (inLoops > allowed.median || worstInLoops > allowed.worst) {
    console.error('over budget');
    process.exitCode = 1;
  }
}

/**
 * Node’s own collector, which a flag gives out; it may be set in a running process. Of young objects only: a full
 * collection throws compiled code away, and what follows would be timed cold.
 */
function youngCollector() {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc');
  return () => collect({ type: 'minor' });
}

/** Milliseconds a table for the finder, and how much of what people have annotated it finds. */
async function sums() {
  const floorsFile = at('test', 'accuracy', 'sums-floors.json');
  const { annotatedTables, search, measured } = await load(at('test', 'bench', 'sums.ts'), 'bench-sums');
  const tables = annotatedTables(at('test', 'fixtures', 'aggregation'));
  for (const table of tables.slice(0, WARM_UP)) search(table);
  const times = tables.map((table) => ({ name: table.name, ms: spent(search, table) }));
  const worst = times.toSorted((a, b) => b.ms - a.ms)[0];
  const { text, below, above, raised } = measured(tables, JSON.parse(readFileSync(floorsFile, 'utf8')));
  console.log(text);
  console.log(
    `processor time a table: median ${median(times.map(({ ms }) => ms)).toFixed(1)} ms, worst ${worst.ms.toFixed(0)} ms (${worst.name})`,
  );
  for (const line of above) console.log(`above its floor: ${line}`);
  for (const line of below) console.log(`BELOW its floor: ${line}`);
  if (values.raise) writeFileSync(floorsFile, `${JSON.stringify(raised, null, 2)}\n`);
  if (below.length > 0) process.exitCode = 1;
}

/** Milliseconds of the processor: what a busy machine does beside it is not counted. */
function spent(job, argument) {
  const from = process.cpuUsage();
  job(argument);
  const { user, system } = process.cpuUsage(from);
  return (user + system) / 1000;
}

function timed(job, argument) {
  const from = process.hrtime.bigint();
  job(argument);
  return Number(process.hrtime.bigint() - from) / 1e6;
}

function median(times) {
  return times.sort((a, b) => a - b)[Math.floor(times.length / 2)];
}
