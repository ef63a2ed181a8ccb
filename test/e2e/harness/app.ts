/** The hosted app in a real Chromium. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { browserPath } from './browser';
import { samplesFolder } from './build';

export interface AppFile {
  readonly name: string;
  readonly body: string | Uint8Array;
}

export function sample(name: string): AppFile {
  return { name, body: readFileSync(join(samplesFolder, name)) };
}

export function launchBrowser(args: readonly string[] = []): Promise<Browser> {
  return chromium.launch({ executablePath: browserPath, args: ['--no-sandbox', '--disable-gpu', ...args] });
}

export interface OpenApp {
  readonly page: Page;
  /** What the console and the page complained of: a clean run has none. */
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

/** A profile of its own with the app open in it. */
export async function openApp(
  browser: Browser,
  address: string,
  options: BrowserContextOptions = {},
): Promise<OpenApp> {
  const context = await browser.newContext({ viewport: { width: 1360, height: 820 }, ...options });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.stack ?? error.message));
  await page.goto(address);
  return { page, complaints, close: () => context.close() };
}

export async function offlineReady(page: Page): Promise<void> {
  await page.locator('header .tag', { hasText: '可离线使用' }).waitFor();
}

/** Drops files on the window, as the desktop would. */
export async function drop(page: Page, files: readonly AppFile[]): Promise<void> {
  const parts = files.map(({ name, body }) => ({ name, base64: Buffer.from(body).toString('base64') }));
  await page.evaluate((list) => {
    const data = new DataTransfer();
    for (const { name, base64 } of list) {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      data.items.add(new File([bytes], name));
    }
    for (const kind of ['dragenter', 'dragover', 'drop'] as const)
      document.body.dispatchEvent(new DragEvent(kind, { dataTransfer: data, bubbles: true, cancelable: true }));
  }, parts);
}

export async function findings(page: Page): Promise<string[]> {
  await page.locator('.report').waitFor();
  return page.locator('article.finding h3').allInnerTexts();
}

/** Name of each report in the list. */
export async function listed(page: Page): Promise<string[]> {
  await page.locator('table.reports').waitFor();
  return page.locator('table.reports tbody th a').allInnerTexts();
}
