/**
 * `npm run accuracy`: how much is found, named and placed of planted errors, and how little is said of correct reports.
 * `-- --times 10` takes ten times as many cases; `-- --raise` writes floors that are higher than those that stand.
 * `-- --only 'one total'` takes the classes of errors with that in their name, `-- --layout 'subtotal'` such layouts.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { install } from './lib/install.mjs';
import { at } from './lib/paths.mjs';

const FLOORS = at('test', 'accuracy', 'floors.json');
const { values } = parseArgs({
  options: {
    raise: { type: 'boolean' },
    times: { type: 'string', default: '1' },
    only: { type: 'string', default: '' },
    layout: { type: 'string', default: '' },
  },
});
const times = Number(values.times);
if (!Number.isInteger(times) || times < 1) {
  console.error('--times takes a whole number from 1 on');
  process.exit(2);
}
const isWhole = times === 1 && values.only === '' && values.layout === '';
if (values.raise && !isWhole) {
  console.error('Floors hold for the cases of `npm test`: --raise goes without --times, --only and --layout.');
  process.exit(2);
}

if (!(await install())) process.exit(3);
const { load } = await import('./lib/bundle.mjs');
const { run } = await load(at('test', 'accuracy', 'run.ts'), 'accuracy');
const { text, below, above, raised } = run(times, values, JSON.parse(readFileSync(FLOORS, 'utf8')));
console.log(text);
if (isWhole) {
  for (const line of above) console.log(`above its floor: ${line}`);
  for (const line of below) console.log(`BELOW its floor: ${line}`);
  if (values.raise) writeFileSync(FLOORS, `${JSON.stringify(raised, null, 2)}\n`);
  if (below.length > 0) process.exitCode = 1;
}
