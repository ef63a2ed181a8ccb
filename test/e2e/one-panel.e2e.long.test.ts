/** However often the button is clicked and however slow the page is: one panel beside it, not two. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { extensionFolder, extensionWithoutSidePanel, samplesFolder } from './harness/build';
import { checkPage, openPage } from './harness/checked-page';
import { servedFolder } from './harness/for-file';
import { shippedExtension } from './harness/shipped-extension';

const samples = servedFolder(samplesFolder);

/** Longer than the panel waits for a page. */
function holdUp(page: Page): Promise<void> {
  return page.evaluate(() => {
    setTimeout(() => {
      for (const end = Date.now() + 5000; Date.now() < end; );
    });
  });
}

describe('in the side panel', () => {
  const extension = shippedExtension(() => extensionFolder);

  test('a page is stuck that has its panel already: no window beside it', async () => {
    const page = await openPage(extension, samples.address('planted-2024.html'));
    const panel = await checkPage(extension, page, '37 相符');
    await holdUp(page);
    await extension.clickAction(page);
    await panel.getByText('正在读取').waitFor();
    await panel.getByText('37 相符').waitFor();
    expect(await extension.panelHomes(page)).toEqual(['side panel']);
  });

  test('the window of a page that was stuck goes once the side panel is there', async () => {
    const page = await openPage(extension, samples.address('planted-2024.html'));
    await holdUp(page);
    await extension.clickAction(page);
    await expect.poll(() => extension.panelHomes(page)).toEqual(['popup']);
    await (await extension.panel(page)).getByText('37 相符').waitFor();
    await extension.clickAction(page);
    await expect.poll(() => extension.panelHomes(page)).toEqual(['side panel']);
  });
});

describe('in a window', () => {
  const extension = shippedExtension(extensionWithoutSidePanel);

  test('two clicks at once open one', async () => {
    const page = await openPage(extension, samples.address('planted-2024.html'));
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
