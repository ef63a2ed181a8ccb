/**
 * `npm test`: everything but runs of minutes, from a fresh clone on. The last line is the count.
 * `npm run test:long` (`--long`): the runs of minutes alone.
 */
import { Count } from './lib/count.mjs';
import { install } from './lib/install.mjs';

// Far above what it takes; a browser that hangs must not hang the whole.
const LIMIT = 30 * 60 * 1000;
const LONG_LIMIT = 45 * 60 * 1000;
const count = new Count();

if (count.step('packages', await install())) await (process.argv.includes('--long') ? longRuns() : everything());
count.end();

async function everything() {
  const { obtainBrowser, hasChineseFont } = await import('./lib/browser.mjs');
  const { build } = await import('./lib/build.mjs');
  const { checkHouse } = await import('./lib/house.mjs');
  const { tool } = await import('./lib/run.mjs');
  const browser = await obtainBrowser();
  count.step('types, lint, format, generated files', await checkHouse({ tests: false }));
  const built = count.step('build', await build());
  if (built) count.step('sizes', (await tool('size-limit/bin.js', [])).code === 0);
  await count.vitest('unit', { limit: LIMIT });
  await count.vitest('thorough', { limit: LIMIT });
  const isDrawn = browser !== null && hasChineseFont();
  if (count.step('a browser and a Chinese font for the end-to-end tests', isDrawn) && built)
    await count.vitest('e2e', { limit: LIMIT, env: { GOUJI_BROWSER: browser }, alone: true });
}

async function longRuns() {
  const { build } = await import('./lib/build.mjs');
  const { obtainBrowser, obtainBeside, hasChineseFont } = await import('./lib/browser.mjs');
  const browser = await obtainBrowser();
  await obtainBeside();
  // Once, before files that run beside each other would each begin to.
  if (!count.step('build', await build({ fresh: true }))) return;
  if (!count.step('a browser and a Chinese font for the long runs', browser !== null && hasChineseFont())) return;
  const run = { limit: LONG_LIMIT, env: { GOUJI_BROWSER: browser }, alone: true };
  await count.vitest('e2e-long', run);
  await count.vitest('long', run);
}
