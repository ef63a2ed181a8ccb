import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hasDisplay, obtainBrowser } from './browser.mjs';

/** Opens the extension on a page in a profile of its own, where that can be done. Returns what ends it. */
export async function showExtension(extension, page) {
  if (!hasDisplay()) return () => {};
  const browser = await obtainBrowser();
  if (browser === null) return () => {};
  const profile = mkdtempSync(join(tmpdir(), 'gouji-profile-'));
  pin(extension, profile);
  const child = spawn(browser, [...argumentsFor(extension, profile), page], {
    stdio: 'ignore',
    env: { ...process.env, LANGUAGE: process.env['LANGUAGE'] ?? 'zh_CN' },
  });
  child.on('spawn', () =>
    console.log(`已用 ${browser} 打开样例网页：点工具栏上的“勾稽”。 Opened the sample: click Gouji in its toolbar.`),
  );
  child.on('error', (error) => console.error(`浏览器未能启动 The browser did not start: ${error.message}`));
  return () => {
    child.once('close', () => rmSync(profile, { recursive: true, force: true, maxRetries: 5 }));
    if (child.exitCode === null && child.pid !== undefined) child.kill();
    else rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  };
}

function argumentsFor(extension, profile) {
  // Chromium refuses to run its sandbox as root.
  const sandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return [
    ...sandbox,
    `--user-data-dir=${profile}`,
    '--window-size=1360,900',
    '--no-first-run',
    '--no-default-browser-check',
    `--disable-extensions-except=${extension}`,
    `--load-extension=${extension}`,
  ];
}

/** Puts the button into the toolbar, where a fresh profile would hide it behind the puzzle piece. */
function pin(extension, profile) {
  const { key } = JSON.parse(readFileSync(join(extension, 'manifest.json'), 'utf8'));
  if (typeof key !== 'string') return;
  // Chromium names an extension by the hash of its key, written with the letters a to p.
  const digits = createHash('sha256').update(Buffer.from(key, 'base64')).digest('hex').slice(0, 32);
  const id = digits.replace(/./g, (digit) => String.fromCharCode(97 + Number.parseInt(digit, 16)));
  mkdirSync(join(profile, 'Default'));
  writeFileSync(join(profile, 'Default', 'Preferences'), JSON.stringify({ extensions: { pinned_extensions: [id] } }));
}
