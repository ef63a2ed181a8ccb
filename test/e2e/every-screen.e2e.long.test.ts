/** Every screen with a filled store: axe, nothing beside the window, every control by keyboard with its focus to be seen. */
import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { axeViolations } from './harness/axe';
import { fillStore } from './harness/full-store';
import { hostedApp } from './harness/hosted-app';
import { crowded, drawn, overhanging } from './harness/states';
import { tabStops } from './harness/tab-stops';

const hosted = hostedApp(8300);

/** Of a filled store and fourteen screens, on a slow machine. */
const SLOW = { timeout: 300_000 };

const LOOKS: readonly [string, BrowserContextOptions][] = [
  ['wide', { viewport: { width: 1280, height: 800 } }],
  ['wide-dark', { viewport: { width: 1280, height: 800 }, colorScheme: 'dark' }],
  ['phone', { viewport: { width: 390, height: 844 } }],
  ['phone-dark', { viewport: { width: 390, height: 844 }, colorScheme: 'dark' }],
];

async function onEach(page: Page, look: (screen: string) => Promise<void>): Promise<void> {
  const screens = await fillStore(page, hosted.browser, hosted.site.origin);
  for (const [screen, [hash, selector]] of Object.entries(screens)) {
    await page.goto(`${hosted.site.origin}/#/${hash}`);
    await page.reload();
    await page.locator(selector).first().waitFor({ timeout: 30_000 });
    await look(screen);
  }
}

describe.each(LOOKS)('%s', (name, options) => {
  it('is clean by axe, nothing reaches out of it, and nothing in it is squeezed', SLOW, async () => {
    const page = await hosted.open('', options);
    const found: Record<string, readonly string[]> = {};
    await onEach(page, async (screen) => {
      await drawn(page, `${screen}-${name}`);
      found[screen] = [...(await axeViolations(page)), ...(await overhanging(page)), ...(await crowded(page))];
    });
    expect(Object.entries(found).filter(([, wrong]) => wrong.length > 0)).toEqual([]);
  });
});

it('each control is reached by the Tab key, and is seen to be', SLOW, async () => {
  const page = await hosted.open('', { viewport: { width: 1280, height: 800 } });
  const found: Record<string, readonly string[]> = {};
  await onEach(page, async (screen) => {
    const { unseen, unreached } = await tabStops(page);
    found[screen] = [...unseen.map((each) => `unseen ${each}`), ...unreached.map((each) => `unreached ${each}`)];
  });
  expect(Object.entries(found).filter(([, wrong]) => wrong.length > 0)).toEqual([]);
});
