/** `npm run new:rule -- t9-example`: one new file, and what lists it. */
import { relative } from 'node:path';
import { at, root } from './lib/paths.mjs';
import { run } from './lib/run.mjs';
import { Refusal, scaffoldRule } from './lib/scaffold.mjs';

try {
  const file = scaffoldRule(root, process.argv[2]);
  const { code } = await run(process.execPath, [at('scripts', 'generate.mjs')]);
  console.log(`\nNow edit ${relative(root, file)}; its examples run as tests. Then: npm run generate, npm run check.`);
  process.exitCode = code;
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
