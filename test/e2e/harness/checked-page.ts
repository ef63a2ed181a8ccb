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

/** Clicks the button, and waits for the panel to say something. */
export async function checkPage(extension: Extension, page: Page, says: string): Promise<Page> {
  await listening(extension);
  await extension.clickAction(page);
  return retry(async () => {
    const panel = await extension.panel(page);
    const text = await panel.locator('body').innerText();
    if (!text.includes(says)) throw new Error(`the panel does not say “${says}” but: ${text}`);
    return panel;
  }, 20_000);
}

/** Closes all pages and empties the store: what one test kept would set aside what the next looks for. */
export async function startAfresh(extension: Extension): Promise<void> {
  for (const page of extension.context.pages().slice(1)) await page.close();
  await (await extension.worker()).evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('gouji');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const database = opening.result;
          const names = [...database.objectStoreNames];
          const done = (): void => {
            database.close();
            resolve();
          };
          if (names.length === 0) return done();
          const transaction = database.transaction(names, 'readwrite');
          for (const name of names) transaction.objectStore(name).clear();
          transaction.oncomplete = done;
          transaction.onerror = () => reject(transaction.error);
        };
      }),
  );
}
