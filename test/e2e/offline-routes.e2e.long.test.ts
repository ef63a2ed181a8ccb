/** The installable app: no network as soon as it says 可离线使用, and every address opens; nothing keeps it from being installed. */
import { type Browser, type CDPSession, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { drop, launchBrowser, type OpenApp, offlineReady, openApp, sample } from './harness/app';
import { browserPath } from './harness/browser';
import { appFolder } from './harness/build';
import { type Site, serveFolder } from './harness/serve';

let browser: Browser;
let site: Site;
const opened: OpenApp[] = [];

beforeAll(async () => {
  browser = await launchBrowser();
});
afterEach(async () => {
  await Promise.all(opened.splice(0).map((app) => app.close()));
});
afterAll(async () => {
  await browser?.close();
});

/** A tab of its own at that address, as from a bookmark. */
async function headingAt(page: Page, address: string): Promise<string> {
  const tab = await page.context().newPage();
  const complaints: string[] = [];
  tab.on('pageerror', (error) => complaints.push(error.message));
  await tab.goto(address);
  const heading = tab.locator('main h1').first();
  await heading.waitFor();
  const field = heading.locator('input');
  const text = (await field.count()) > 0 ? await field.inputValue() : await heading.innerText();
  expect(complaints, address).toEqual([]);
  await tab.close();
  return text;
}

it('without a network right after the first visit, every address opens in a new tab', async () => {
  site = await serveFolder(appFolder, { from: 4980, fallback: 'index.html' });
  const app = await openApp(browser, site.origin);
  opened.push(app);
  const { page } = app;
  await offlineReady(page);
  // Twice: the browser is told that it is offline, and nobody is there any more.
  await page.context().setOffline(true);
  await site.close();

  await drop(page, [sample('planted-2024.html')]);
  await page.locator('.report').waitFor();
  const report = new URL(page.url()).hash;
  const id = report.slice('#/report/'.length);
  await page.evaluate(() => {
    location.hash = '#/exchange';
  });
  await page.getByRole('button', { name: '生成链接' }).click();
  await page.getByRole('button', { name: '不署名' }).or(page.locator('.link-text')).first().waitFor();
  const skip = page.getByRole('button', { name: '不署名' });
  if (await skip.isVisible()) await skip.click();
  const link = new URL(await page.locator('.link-text').inputValue()).hash;
  const organ = '示例县人民政府';
  const headings: Record<string, RegExp> = {
    '#/': /^报告/,
    [report]: /示例县人民政府/,
    [`#/evidence/${id}`]: /证据/,
    '#/batch': /核对结果/,
    '#/entry': /录入/,
    '#/handouts': /下发材料/,
    [`#/handouts/${id}`]: /下发材料/,
    '#/organs': /单位/,
    [`#/organ/${encodeURIComponent(organ)}`]: /示例县人民政府/,
    '#/overview': /总览/,
    '#/checklists': /核查清单/,
    '#/checklists/ready%3Adepartment': /部门年报/,
    '#/exchange': /交接/,
    [link]: /接收/,
    '#/settings': /设置/,
  };
  for (const [hash, heading] of Object.entries(headings))
    expect(await headingAt(page, `${site.origin}/${hash}`), hash).toMatch(heading);
}, 240_000);

it('is installable: the browser finds nothing against it, and no error in the manifest', async () => {
  const own = await serveFolder(appFolder, { from: 4985, fallback: 'index.html' });
  // Not in a context of its own: those are as private windows, where nothing can be installed.
  const profile = await chromium.launchPersistentContext('', {
    executablePath: browserPath,
    args: ['--no-sandbox', '--disable-gpu'],
  });
  try {
    const [page = await profile.newPage()] = profile.pages();
    await page.goto(own.origin);
    await offlineReady(page);
    const session: CDPSession = await profile.newCDPSession(page);
    expect(await session.send('Page.getInstallabilityErrors')).toEqual({ installabilityErrors: [] });
    const { errors, url } = await session.send('Page.getAppManifest');
    expect(errors).toEqual([]);
    expect(url).toBe(`${own.origin}/manifest.webmanifest`);
  } finally {
    await profile.close();
    await own.close();
  }
});
