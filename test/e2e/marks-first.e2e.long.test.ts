/** What a click does first: marks, then the panel; but never without a panel for long, whatever the page does. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { samplesFolder } from './harness/build';
import { openPage } from './harness/checked-page';
import { scriptedSite, servedFolder } from './harness/for-file';
import { shippedExtension } from './harness/shipped-extension';
import { html } from './harness/site';

const extension = shippedExtension();
const samples = servedFolder(samplesFolder);
const planted = await readFile(join(samplesFolder, 'planted-2024.html'), 'utf8');
let release = (): void => undefined;
const site = scriptedSite(() => ({
  '/loading.html': () => html(planted.replace('</head>', '<script src="/slow.js"></script></head>')),
  '/slow.js': () => ({ until: new Promise<void>((resolve) => (release = resolve)) }),
}));

/** When the panel of a page came into being; those who ask must have begun before the click. */
async function panelOf(page: Page): Promise<number> {
  const ending = `/panel/index.html?tab=${await extension.tabId(page)}`;
  return (await extension.worker()).evaluate(
    (own) =>
      new Promise<number>((resolve) => {
        const look = async (): Promise<void> => {
          const contexts = await chrome.runtime.getContexts({});
          if (contexts.some(({ documentUrl }) => documentUrl?.endsWith(own))) resolve(Date.now());
          else setTimeout(() => void look(), 5);
        };
        void look();
      }),
    ending,
  );
}

function marksOf(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new MutationObserver((_, observer) => {
          if (document.querySelector('gouji-marks') === null) return;
          observer.disconnect();
          resolve(Date.now());
        }).observe(document.documentElement, { childList: true });
      }),
  );
}

test('a page that has loaded: marked before the browser builds the panel, which stands at its side', async () => {
  let first = 0;
  for (let round = 0; round < 4; round++) {
    const page = await openPage(extension, samples.address('planted-2024.html'));
    const [panel, marks] = [panelOf(page), marksOf(page)];
    await extension.clickAction(page);
    if ((await marks) <= (await panel)) first++;
    expect(await extension.panelHomes(page)).toEqual(['side panel']);
    await page.close();
  }
  // On a busy machine a check may take longer than the panel waits for it.
  expect(first).toBeGreaterThanOrEqual(2);
});

test('a page that is still loading: the panel does not wait for it, and tells of the check once it comes', async () => {
  const page = await extension.context.newPage();
  await page.goto(site.address('/loading.html'), { waitUntil: 'commit' });
  await extension.clickAction(page);
  const panel = await extension.panel(page);
  await panel.getByText('正在读取').waitFor();
  expect(await extension.panelHomes(page)).toEqual(['side panel']);
  release();
  await panel.getByText('37 相符').waitFor();
});

test('a page that is stuck: after a while a window says that it is being read, and tells of the check once it comes', async () => {
  const page = await openPage(extension, samples.address('planted-2024.html'));
  await page.evaluate(() => {
    setTimeout(() => {
      for (const end = Date.now() + 6000; Date.now() < end; );
    });
  });
  await extension.clickAction(page);
  const panel = await extension.panel(page);
  await panel.getByText('正在读取').waitFor();
  await panel.getByText('37 相符').waitFor();
  expect(await extension.panelHomes(page)).toHaveLength(1);
});
