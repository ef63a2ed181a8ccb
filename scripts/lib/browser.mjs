import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { run } from './run.mjs';

// Chrome and Edge as their makers ship them no longer take --load-extension, so they are not looked for.
const NAMES = ['chromium', 'chromium-browser', 'ungoogled-chromium', 'chrome-for-testing'];
const PLACES = {
  darwin: ['/Applications/Chromium.app/Contents/MacOS/Chromium'],
  win32: ['LOCALAPPDATA', 'PROGRAMFILES', 'PROGRAMFILES(X86)'].flatMap((name) =>
    process.env[name] === undefined ? [] : [join(process.env[name], 'Chromium', 'Application', 'chrome.exe')],
  ),
};

/** A Chromium that takes an unpacked extension, or null. GOUJI_BROWSER names another. */
export function findBrowser() {
  const own = process.env['GOUJI_BROWSER'];
  if (own) return existsSync(own) ? own : null;
  const candidates = [
    ...foldersOnPath().flatMap((folder) => NAMES.map((name) => join(folder, name))),
    ...(PLACES[process.platform] ?? []),
  ];
  return candidates.find((path) => existsSync(path)) ?? null;
}

export function hasDisplay() {
  if (process.platform !== 'linux') return true;
  return Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY']);
}

/** Whether Chinese can be drawn. Elsewhere than on Linux the system has such fonts. */
export function hasChineseFont() {
  if (process.platform !== 'linux') return true;
  return ['/usr/share/fonts', '/usr/local/share/fonts', join(process.env['HOME'] ?? '/root', '.fonts')].some(
    (folder) =>
      existsSync(folder) &&
      readdirSync(folder, { recursive: true }).some((name) => /CJK|wqy|SourceHan|simsun|msyh|fang/i.test(name)),
  );
}

const DEBIAN_PACKAGES = ['chromium', 'chromium-l10n', 'fonts-noto-cjk'];
/** What the long runs use beside: a screen that nobody sees, and an office that opens what is handed out. */
const BESIDE = { Xvfb: ['xvfb'], soffice: ['libreoffice-calc', 'libreoffice-writer'] };

function onDebianAsRoot() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return false;
  const release = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : '';
  return /^ID(?:_LIKE)?=.*debian/m.test(release);
}

function foldersOnPath() {
  return (process.env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
}

/** The browser, installed first where this may be done. Says so before it does, and what to do where it may not. */
export async function obtainBrowser() {
  if (findBrowser() !== null && hasChineseFont()) return findBrowser();
  if (onDebianAsRoot()) await installPackages(DEBIAN_PACKAGES);
  else
    console.error(
      `缺少 Chromium 或中文字体，请安装。 Missing: Chromium or a Chinese font. On Debian: sudo apt-get install ${DEBIAN_PACKAGES.join(' ')}. Elsewhere install Chromium, or name one in GOUJI_BROWSER.`,
    );
  return findBrowser();
}

/** The programs beside, where they may be installed; tests of one that is missing are skipped and say so. */
export async function obtainBeside() {
  const missing = Object.entries(BESIDE).flatMap(([program, packages]) =>
    foldersOnPath().some((folder) => existsSync(join(folder, program))) ? [] : packages,
  );
  if (missing.length > 0 && onDebianAsRoot()) await installPackages(missing);
}

async function installPackages(packages) {
  console.error(`正在用 apt 安装 Installing with apt: ${packages.join(' ')}`);
  const options = ['-qq', '-o', 'DPkg::Lock::Timeout=300'];
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const steps = [
    ['update', ...options],
    ['install', ...options, '-y', '--no-install-recommends', ...packages],
  ];
  for (const step of steps) {
    const { code, output } = await run('apt-get', step, { capture: true, env });
    if (code !== 0)
      console.error(
        `apt-get ${step[0]} 未成功 failed (${code}):\n${output.trimEnd().split('\n').slice(-8).join('\n')}`,
      );
  }
}
