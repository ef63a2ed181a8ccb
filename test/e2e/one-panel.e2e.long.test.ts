/** However often the button is clicked and however slow the page is: one panel beside it, not two. */
import { describe, expect, test } from 'vitest';
import { extensionFolder, extensionWithoutSidePanel } from './harness/build';
import { checkPage, openPage } from './harness/checked-page';
import { heldPages } from './harness/held-page';
import { shippedExtension } from './harness/shipped-extension';

const held = heldPages();

describe('in the side panel', () => {
  const extension = shippedExtension(() => extensionFolder);

  /** A timer set in the service worker after that of a click, and of the same length, ends after it. */
  async function patienceOver(): Promise<void> {
    await (await extension.worker()).evaluate(() => new Promise((resolve) => setTimeout(resolve, 3000)));
  }

  test('a page is stuck that has its panel already: no window beside it', async () => {
    const page = await openPage(extension, held.site.address('/report.html'));
    const panel = await checkPage(extension, page, '37 相符');
    await held.hold(page);
    await extension.clickAction(page);
    await panel.getByText('正在读取').waitFor();
    await patienceOver();
    expect(await extension.panelHomes(page)).toEqual(['side panel']);
    held.letGo();
    await panel.getByText('37 相符').waitFor();
    expect(await extension.panelHomes(page)).toEqual(['side panel']);
  });

  test('the window of a page that was stuck goes once the side panel is there', async () => {
    const page = await openPage(extension, held.site.address('/report.html'));
    await held.hold(page);
    await extension.clickAction(page);
    await expect.poll(() => extension.panelHomes(page)).toEqual(['popup']);
    held.letGo();
    await (await extension.panel(page)).getByText('37 相符').waitFor();
    await extension.clickAction(page);
    await expect.poll(() => extension.panelHomes(page)).toEqual(['side panel']);
  });
});

describe('in a window', () => {
  const extension = shippedExtension(extensionWithoutSidePanel);

  test('two clicks at once open one', async () => {
    const page = await openPage(extension, held.site.address('/report.html'));
    await (await checkPage(extension, page, '37 相符')).close();
    await expect.poll(() => extension.panelHomes(page)).toEqual([]);
    const tab = await extension.tabId(page);
    // In one turn, which no hand is quick enough for.
    await (await extension.worker()).evaluate(async (id) => {
      const clicked = chrome.action.onClicked as unknown as { dispatch(tab: chrome.tabs.Tab): void };
      const own = await chrome.tabs.get(id);
      clicked.dispatch(own);
      clicked.dispatch(own);
    }, tab);
    await (await extension.panel(page)).getByText('37 相符').waitFor();
    expect(await extension.panelHomes(page)).toEqual(['popup']);
  });
});
