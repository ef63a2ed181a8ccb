import { at } from './paths.mjs';
import { run, tool } from './run.mjs';

const STATIC = [
  ['types', () => tool('typescript/bin/tsc', ['-p', at('tsconfig.json')], { capture: true })],
  [
    'types of core, without DOM and Node',
    () => tool('typescript/bin/tsc', ['-p', at('core', 'tsconfig.json')], { capture: true }),
  ],
  [
    'format, lint, import directions',
    () =>
      tool('@biomejs/biome/bin/biome', ['ci', '--error-on-warnings', '--colors=off', '--max-diagnostics=50', '.'], {
        capture: true,
      }),
  ],
  ['generated files', () => run(process.execPath, [at('scripts', 'generate.mjs'), '--check'], { capture: true })],
];

const UNIT = [
  'unit tests',
  () => tool('vitest/vitest.mjs', ['run', '--project', 'unit', '--reporter=dot'], { capture: true }),
];

/** Runs the checks of the house side by side, prints what failed, and says whether all passed. */
export async function checkHouse({ tests }) {
  const started = Date.now();
  const passed = await Promise.all((tests ? [...STATIC, UNIT] : STATIC).map(one));
  const failed = passed.filter((each) => !each).length;
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  console.log(
    failed === 0 ? `All checks passed in ${seconds} s.` : `${failed} of ${passed.length} checks failed (${seconds} s).`,
  );
  return failed === 0;
}

async function one([name, start]) {
  const began = Date.now();
  const { code, output } = await start();
  const seconds = ((Date.now() - began) / 1000).toFixed(1);
  console.log(`${code === 0 ? '✓' : '✗'} ${name} (${seconds} s)`);
  if (code !== 0) console.log(`${output.trimEnd()}\n`);
  return code === 0;
}
