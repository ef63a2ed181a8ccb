import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hasDisplay, obtainBrowser } from './browser.mjs';

/** Opens the extension on a page in a profile of its own, where that can be done. Returns what ends it. */
export async function showExtension(extension, page) {
  if (!hasDisplay()) return () => {};
  const browser = await obtainBrowser();
  if (browser === null) return () => {};
  const profile = mkdtempSync(join(tmpdir(), 'gouji-profile-'));
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
    '--no-first-run',
    '--no-default-browser-check',
    `--disable-extensions-except=${extension}`,
    `--load-extension=${extension}`,
  ];
}
