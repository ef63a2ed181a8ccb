/**
 * Two uses of one word. With files: the validator's command line. Without: the check of this house.
 * Standard output carries nothing but the validator's own words.
 */
import { pathToFileURL } from 'node:url';
import { install } from './lib/install.mjs';
import { root } from './lib/paths.mjs';

if (!(await install())) process.exit(3);
if (process.argv.length > 2) await checkFiles();
else {
  const { checkHouse } = await import('./lib/house.mjs');
  process.exitCode = (await checkHouse({ tests: true })) ? 0 : 1;
}

async function checkFiles() {
  const { cliBundle } = await import('./lib/bundle.mjs');
  let entry;
  try {
    entry = await cliBundle();
  } catch (error) {
    process.stderr.write(`未能构建命令行程序 The command line could not be built: ${error.message}\n`);
    process.exitCode = 3;
    return;
  }
  // npm moves to the project's folder; file names are meant from where the caller stands.
  const from = process.env['INIT_CWD'];
  if (from !== undefined && process.env['npm_lifecycle_event'] === 'check' && process.cwd() === root)
    process.chdir(from);
  await import(pathToFileURL(entry).href);
}
