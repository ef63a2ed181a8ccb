/** The hosted app for the tests of one file: built, served, in one browser. */
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import { launchBrowser, openApp } from './app';
import { appFolder } from './build';
import { type Site, serveFolder } from './serve';

export interface HostedApp {
  readonly browser: Browser;
  readonly site: Site;
  /** In a profile of its own, whose complaints are the test's; `path` behind the address of the app. Null: a blank page, for what must be there before the app. */
  open(path?: string | null, options?: BrowserContextOptions): Promise<Page>;
  /** Closed after the test. */
  closeLater(context: BrowserContext): void;
  /** What a page of the test's own complains of is the test's, too. */
  heed(complaints: readonly string[]): void;
  /** What was complained of so far is what the test is about. */
  forgive(): void;
}

/** After each test its profiles are closed, and it fails where one of them complained. `from`: the first port to try. */
export function hostedApp(from: number): HostedApp {
  let browser: Browser;
  let site: Site;
  const contexts: BrowserContext[] = [];
  let complaints: (readonly string[])[] = [];

  beforeAll(async () => {
    site = await serveFolder(appFolder, { from, fallback: 'index.html' });
    browser = await launchBrowser();
  });
  afterEach(async () => {
    await Promise.all(contexts.splice(0).map((context) => context.close()));
    const said = complaints.flat();
    complaints = [];
    expect(said).toEqual([]);
  });
  afterAll(async () => {
    await browser?.close();
    await site?.close();
  });

  return {
    get browser() {
      return browser;
    },
    get site() {
      return site;
    },
    async open(path = '', options = {}) {
      const app = await openApp(browser, path === null ? 'about:blank' : `${site.origin}/${path}`, options);
      contexts.push(app.page.context());
      complaints.push(app.complaints);
      return app.page;
    },
    closeLater: (context) => void contexts.push(context),
    heed: (own) => void complaints.push(own),
    forgive: () => {
      complaints = [];
    },
  };
}
