import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { hashFiles } from './hash.mjs';
import { at, cache, root } from './paths.mjs';

/** The command line starts them beside itself, by their names. */
const BESIDE = ['pdf-child', 'pdf-watch'].map((name) => [name, at('core', 'cli', `${name}.ts`)]);
const DAY = 24 * 60 * 60 * 1000;

/** Bundles one TypeScript or JavaScript module and what it imports into `folder/entry.mjs`, with the process for PDFs beside it. */
export async function bundle(entry, folder) {
  // Imported here, not above: loading vite takes longer than a whole check of one file.
  const { build } = await import('vite');
  await build({
    root,
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    // What opens office files is loaded when one comes: left to node.
    ssr: { noExternal: [/^zod/, 'parse5', 'entities'] },
    build: {
      ssr: true,
      outDir: folder,
      emptyOutDir: false,
      target: 'node20',
      minify: false,
      rolldownOptions: {
        input: { entry: resolve(root, entry), ...Object.fromEntries(BESIDE) },
        output: { entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' },
      },
    },
  });
  return join(folder, 'entry.mjs');
}

/** A command line as one folder of plain modules, built anew only when a source of core has changed. */
export async function cliBundle(name = 'cli') {
  const source = at('scripts', `${name}-entry.mjs`);
  const key = hashFiles([at('core'), source, at('scripts', 'lib', 'bundle.mjs'), at('package-lock.json')]);
  const finished = join(cache, `${name}-${key.slice(0, 16)}`);
  if (!existsSync(finished)) await buildInto(finished, source);
  return join(finished, 'entry.mjs');
}

/** Written beside and renamed: two calls at once each build their own, and the first to finish stays. */
async function buildInto(finished, source) {
  const own = join(cache, `building-${basename(finished)}-${process.pid}`);
  mkdirSync(own, { recursive: true });
  try {
    await bundle(source, own);
    renameSync(own, finished);
  } catch (error) {
    rmSync(own, { recursive: true, force: true });
    if (!existsSync(finished)) throw error;
  }
  removeOld(finished);
}

/** A day's grace: a run that began before the sources changed may still load its parts. */
function removeOld(finished) {
  for (const name of readdirSync(cache)) {
    const path = join(cache, name);
    if (path !== finished && Date.now() - statSync(path).mtimeMs > DAY) rmSync(path, { recursive: true, force: true });
  }
}

/** Bundles a TypeScript module, imports it and cleans up after itself. */
export async function load(entry, name) {
  const folder = join(cache, `${name}-${process.pid}`);
  mkdirSync(folder, { recursive: true });
  try {
    return await import(pathToFileURL(await bundle(entry, folder)).href);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
