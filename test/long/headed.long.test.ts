/**
 * With a window, on a screen that nobody sees (Xvfb): what a headless browser does not do. The app is installed as the
 * browser installs it, and a .gouji file is opened with it as the desktop would (file_handlers, launch_handler). Two things
 * stay with the tests behind the same interface: the picker of folders, which no protocol drives, and the share sheet,
 * which Chromium has none of on Linux.
 */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { offlineReady } from '../e2e/harness/app';
import { browserPath } from '../e2e/harness/browser';
import { appFolder, ensureBuilt } from '../e2e/harness/build';
import { type Site, serveFolder } from '../e2e/harness/serve';
import { merge, preview } from '../e2e/harness/sharing';
import { kept } from '../e2e/harness/store';
import { opinion } from '../pwa/sample';

const hasScreen = ((): boolean => {
  try {
    execFileSync('which', ['Xvfb']);
    return true;
  } catch {
    return false;
  }
})();

let screen: ChildProcess;
let site: Site;
let folder: string;
let context: BrowserContext;
let page: Page;

describe.skipIf(!hasScreen)(hasScreen ? 'with a window' : 'with a window (no Xvfb here: apt-get install xvfb)', () => {
  beforeAll(async () => {
    await ensureBuilt();
    site = await serveFolder(appFolder, { from: 5950, fallback: 'index.html' });
    folder = await mkdtemp(join(tmpdir(), 'gouji-headed-'));
    screen = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1400x900x24'], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    });
    const display = await numberFrom(screen.stdio[3] as Readable);
    context = await chromium.launchPersistentContext(join(folder, 'profile'), {
      executablePath: browserPath,
      headless: false,
      viewport: null,
      env: { ...process.env, DISPLAY: `:${display}` },
      args: ['--no-sandbox', '--disable-gpu', '--no-first-run'],
    });
    page = context.pages()[0] ?? (await context.newPage());
  });
  afterAll(async () => {
    await context?.close();
    screen?.kill();
    await site?.close();
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  it('it is installed, and a .gouji file opened with it is shown before it comes in', async () => {
    await page.goto(site.origin);
    await offlineReady(page);
    const session = await context.newCDPSession(page);
    const { appId } = (await session.send('Page.getAppId')) as { appId?: string };
    const browser = context.browser();
    if (browser === null) throw new Error('no browser behind the context');
    const all = await browser.newBrowserCDPSession();
    // Of the protocol, but not of Playwright's types.
    const send = all.send.bind(all) as (method: string, parameters: object) => Promise<unknown>;
    await send('PWA.install', { manifestId: appId, installUrlOrBundleUrl: `${site.origin}/` });
    expect(await send('PWA.getOsAppState', { manifestId: appId })).toMatchObject({
      fileHandlers: [{ accepts: [{ mediaType: 'application/vnd.gouji+json', fileExtensions: ['.gouji'] }] }],
    });

    const file = join(folder, '李的意见.gouji');
    const bundle = { format: 'gouji', version: 1, reports: [], opinions: [opinion({ author: '李' })] };
    await writeFile(file, JSON.stringify(bundle));
    await send('PWA.launchFilesInApp', { manifestId: appId, files: [file] });
    // The window that is open takes it; no second one beside it.
    expect(await preview(page)).toMatch(/“李的意见.gouji”[\s\S]*李：1 条/);
    expect(context.pages()).toHaveLength(1);
    await merge(page);
    expect((await kept(page)).words).toHaveLength(1);
  });
});

/** The pipe stays open: Xvfb dies of one that nobody reads. */
async function numberFrom(stream: Readable): Promise<number> {
  const [chunk]: unknown[] = await once(stream, 'data');
  return Number(String(chunk).trim());
}
