import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hash } from './hash.mjs';
import { at, root } from './paths.mjs';
import { npm } from './run.mjs';

// npm writes this file last, so it tells a finished install from one that was cut off.
const FINISHED = at('node_modules', '.package-lock.json');
const LOCK = join(tmpdir(), `gouji-install-${hash([root]).slice(0, 12)}`);

/** Makes sure the packages are there. Says what it does on stderr, and nothing on stdout. Returns whether they are. */
export async function install() {
  if (existsSync(FINISHED)) return true;
  if (!(await takeLock())) return existsSync(FINISHED);
  try {
    if (existsSync(FINISHED)) return true;
    process.stderr.write(
      '正在安装依赖（npm ci，约半分钟）… Installing what the project needs (npm ci, about half a minute)…\n',
    );
    const { code } = await npm(['ci', '--no-audit', '--no-fund'], { stdio: ['ignore', 2, 2] });
    if (code !== 0) {
      process.stderr.write(
        `依赖安装未成功（npm ci 退出码 ${code}）：需要联网或本机 npm 缓存。 npm ci failed (exit ${code}): it needs the network, or a filled npm cache.\n`,
      );
    }
    return code === 0;
  } finally {
    rmSync(LOCK, { recursive: true, force: true });
  }
}

/** Two calls on a fresh clone must not install over each other: the second waits for the first. */
async function takeLock() {
  for (;;) {
    try {
      mkdirSync(LOCK);
      writeFileSync(join(LOCK, 'pid'), String(process.pid));
      return true;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    if (existsSync(FINISHED)) return false;
    await new Promise((resolve) => setTimeout(resolve, 300));
    if (holderIsGone()) rmSync(LOCK, { recursive: true, force: true });
  }
}

function holderIsGone() {
  try {
    process.kill(Number(readFileSync(join(LOCK, 'pid'), 'utf8')), 0);
    return false;
  } catch (error) {
    // No number yet: it has just begun, or it was killed at that very moment.
    if (error.code === 'ENOENT') return existsSync(LOCK) && Date.now() - statSync(LOCK).mtimeMs > 10_000;
    return error.code === 'ESRCH';
  }
}
