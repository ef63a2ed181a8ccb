/** `npm run new:form -- open-info-annual-2027`: one new file, and what lists it. */
import { relative } from 'node:path';
import { at, root } from './lib/paths.mjs';
import { run } from './lib/run.mjs';
import { Refusal, scaffoldForm } from './lib/scaffold.mjs';

try {
  const { file, model } = scaffoldForm(root, process.argv[2]);
  const { code } = await run(process.execPath, [at('scripts', 'generate.mjs')]);
  console.log(
    `\nA copy of ${model}. Now edit ${relative(root, file)}: its basis, rows and columns; and end the years of ${model}. Then: npm run generate, npm run check.`,
  );
  process.exitCode = code;
} catch (error) {
  if (!(error instanceof Refusal)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
