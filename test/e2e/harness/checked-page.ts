/** A page checked by a click, and its panel. */
import type { Page } from 'playwright-core';
import { type Extension, retry } from './browser';

export async function openPage(extension: Extension, address: string): Promise<Page> {
  const page = await extension.context.newPage();
  await page.goto(address);
  return page;
}

/** A browser just started may not have the extension's listeners yet, and a click then is heard by nobody. */
async function listening(extension: Extension): Promise<void> {
  await retry(async () => {
    const worker = await extension.worker();
    if (!(await worker.evaluate(() => chrome.action.onClicked.hasListeners()))) throw new Error('nobody listens yet');
  });
}

/** Clicks the button, and waits for the panel to say something. A browser on a busy machine loses a click now and then: the report tells of each. */
export async function checkPage(extension: Extension, page: Page, says: string): Promise<Page> {
  await listening(extension);
  let clicks = 0;
  return retry(async () => {
    if (clicks > 0) console.warn(`click ${clicks} on ${page.url()} was lost, clicked again`);
    clicks++;
    await extension.clickAction(page);
    const panel = await extension.panel(page);
    await retry(async () => {
      const text = await panel.locator('body').innerText();
      if (!text.includes(says)) throw new Error(`the panel does not say “${says}” but: ${text}`);
    });
    return panel;
  }, 30_000);
}
