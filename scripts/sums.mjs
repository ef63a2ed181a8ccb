/** `npm run --silent sums -- FILE…`: the sums in any table, without a form. Standard output carries JSON Lines alone. */
import { pathToFileURL } from 'node:url';
import { install } from './lib/install.mjs';
import { root } from './lib/paths.mjs';

if (!(await install())) process.exit(3);
const { cliBundle } = await import('./lib/bundle.mjs');
let entry;
try {
  entry = await cliBundle('sums');
} catch (error) {
  process.stderr.write(`未能构建命令行程序 The command line could not be built: ${error.message}\n`);
  process.exit(3);
}
// npm moves to the project's folder; file names are meant from where the caller stands.
const from = process.env['INIT_CWD'];
if (from !== undefined && process.env['npm_lifecycle_event'] === 'sums' && process.cwd() === root) process.chdir(from);
await import(pathToFileURL(entry).href);
