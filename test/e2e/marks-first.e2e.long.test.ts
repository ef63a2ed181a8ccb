/** What a click does first: marks, then the panel; but never without a panel for long, whatever the page does. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { openPage } from './harness/checked-page';
import { heldPages } from './harness/held-page';
import { shippedExtension } from './harness/shipped-extension';

const extension = shippedExtension();
const held = heldPages();

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

/** Milliseconds that the script in the page has the panel wait for marks. */
const PATIENCE = 150;

test('a page that has loaded: marked before the browser builds the panel, which stands at its side', async () => {
  let first = 0;
  for (let round = 0; round < 4; round++) {
    const page = await openPage(extension, held.site.address('/report.html'));
    const [panel, marks] = [panelOf(page), marksOf(page)];
    const click = await extension.clickAction(page);
    if ((await marks) <= (await panel)) first++;
    // A busy machine marks a page so late that the panel has waited long enough.
    else expect((await marks) - click).toBeGreaterThanOrEqual(PATIENCE);
    expect(await extension.panelHomes(page)).toEqual(['side panel']);
    await page.close();
  }
  expect(first).toBeGreaterThanOrEqual(2);
});

test('a page that is still loading: the panel does not wait for it, and tells of the check once it comes', async () => {
  const page = await extension.context.newPage();
  await page.goto(held.site.address('/loading.html'), { waitUntil: 'commit' });
  await extension.clickAction(page);
  const panel = await extension.panel(page);
  await panel.getByText('正在读取').waitFor();
  expect(await extension.panelHomes(page)).toEqual(['side panel']);
  held.letGo();
  await panel.getByText('37 相符').waitFor();
});

test('a page that is stuck: after a while a window says that it is being read, and tells of the check once it comes', async () => {
  const page = await openPage(extension, held.site.address('/report.html'));
  await held.hold(page);
  // A window is among the browser's pages; whoever asks for the panels of all pages would wait for this one to be let go.
  const opened = extension.context.waitForEvent('page');
  await extension.clickAction(page);
  const panel = await opened;
  await panel.getByText('正在读取').waitFor();
  await panel.getByText('网页还没有回应').waitFor();
  expect(await extension.panelHomes(page)).toEqual(['popup']);
  held.letGo();
  await panel.getByText('37 相符').waitFor();
  expect(await extension.panelHomes(page)).toHaveLength(1);
});
