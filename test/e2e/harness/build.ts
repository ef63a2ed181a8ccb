/** The production builds that the end-to-end tests run against: made once, and again only when a source changed. */
import { execFile } from 'node:child_process';
import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);

export const root = fileURLToPath(new URL('../../..', import.meta.url));
export const extensionFolder = join(root, 'dist/extension');
export const appFolder = join(root, 'dist/pwa');
export const samplesFolder = join(root, 'samples');

const BUILD = `import { build } from './scripts/lib/build.mjs'; process.exitCode = (await build({ fresh: true })) ? 0 : 1;`;

export async function ensureBuilt(): Promise<void> {
  await run(process.execPath, ['--input-type=module', '--eval', BUILD], { cwd: root });
}

/** The built extension as a browser without side panels has it: the permission is unknown there, so `chrome.sidePanel` is not. */
export async function extensionWithoutSidePanel(): Promise<string> {
  const folder = join(root, 'dist/extension-without-side-panel');
  await cp(extensionFolder, folder, { recursive: true });
  const file = join(folder, 'manifest.json');
  const { side_panel: _, ...manifest } = JSON.parse(await readFile(file, 'utf8')) as {
    side_panel?: unknown;
    permissions: string[];
  };
  const permissions = manifest.permissions.filter((permission) => permission !== 'sidePanel');
  await writeFile(file, JSON.stringify({ ...manifest, permissions }));
  return folder;
}
