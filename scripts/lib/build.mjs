import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { buildFirefox } from './firefox.mjs';
import { hashFiles } from './hash.mjs';
import { at } from './paths.mjs';
import { tool } from './run.mjs';

const STAMP = at('dist', '.built-from');
const SOURCES = [
  'core',
  'pwa',
  'extension',
  'scripts/lib',
  'manifest.json',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
];
const PARTS = ['pwa', 'extension'];

/** Builds dist/pwa and dist/extension, and dist/firefox from it, unless `fresh` ones will do. Returns whether they stand. */
export async function build({ fresh = false } = {}) {
  const sources = hashFiles(SOURCES.map((name) => at(name)));
  if (fresh && [...PARTS, 'firefox'].every((part) => existsSync(at('dist', part))) && stamp() === sources) return true;
  rmSync(STAMP, { force: true });
  for (const part of PARTS) {
    const config = at(part, 'vite.config.ts');
    const { code, output } = await tool('vite/bin/vite.js', ['build', '-c', config, '--logLevel', 'warn'], {
      capture: true,
    });
    if (code !== 0) {
      process.stderr.write(`构建 dist/${part} 未成功 Building dist/${part} failed:\n${output}\n`);
      return false;
    }
  }
  buildFirefox();
  mkdirSync(at('dist'), { recursive: true });
  writeFileSync(STAMP, sources);
  return true;
}

function stamp() {
  return existsSync(STAMP) ? readFileSync(STAMP, 'utf8') : null;
}
