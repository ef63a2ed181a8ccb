/** The shipped extension for the tests of one file: built, in one browser, and as just installed before each try of each. */
import type { CDPSession, Page } from 'playwright-core';
import { beforeEach } from 'vitest';
import { type Extension, launchExtension, retry } from './browser';
import { extensionFolder } from './build';
import { forFile } from './for-file';
import { takeBackLeave } from './leave';

/** `folder`: of the extension, once it is built. */
export function shippedExtension(folder: () => string | Promise<string> = () => extensionFolder): Extension {
  const extension = forFile(async () => launchExtension({ folder: await folder() }));
  beforeEach(() => startAfresh(extension));
  return extension;
}

/**
 * No open tab but the first, no panel, nothing stored by the extension or by a site, no leave for any site, and a service
 * worker that runs: whatever a test before this one left, or an earlier try of the same.
 */
async function startAfresh(extension: Extension): Promise<void> {
  const inside = await extension.context.newPage();
  await inside.goto(`chrome-extension://${extension.id}/icons/16.png`);
  // One that is being stopped is still listed, and says nothing more.
  await retry(() => wakeWorker(extension, inside));
  await extension.letPanelsGo();
  const others = extension.context
    .pages()
    .slice(1)
    .filter((page) => page !== inside);
  const origins = new Set(others.map((page) => new URL(page.url()).origin));
  await Promise.all(others.map((page) => page.close()));
  await takeBackLeave(extension);
  await inside.evaluate(forgetAll);
  const session = await extension.context.newCDPSession(inside);
  await session.send('Network.clearBrowserCache');
  for (const origin of origins) if (origin.startsWith('http')) await forgetSite(session, origin);
  await inside.close();
}

/** A test may have stopped it; anything said to it has the browser start it again. */
async function wakeWorker(extension: Extension, inside: Page): Promise<void> {
  await inside.evaluate(() => chrome.runtime.sendMessage({ type: 'wake' }).catch(() => undefined));
  // The zoom of a site outlives its tabs.
  await (await extension.worker()).evaluate(async () => {
    for (const { id } of await chrome.tabs.query({}))
      if (id !== undefined && (await chrome.tabs.getZoom(id)) !== 1) await chrome.tabs.setZoom(id, 0);
  });
}

function forgetSite(session: CDPSession, origin: string): Promise<unknown> {
  return session.send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' });
}

/** In a page of the extension. Emptied, not deleted: its service worker may have the databases open. */
async function forgetAll(): Promise<void> {
  const request = <T>(asked: IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      asked.onsuccess = () => resolve(asked.result);
      asked.onerror = () => reject(asked.error);
    });
  for (const { name } of await indexedDB.databases()) {
    const database = await request(indexedDB.open(name ?? ''));
    const names = [...database.objectStoreNames];
    const stores = names.length === 0 ? null : database.transaction(names, 'readwrite');
    await Promise.all(names.map((each) => stores && request(stores.objectStore(each).clear())));
    database.close();
  }
  localStorage.clear();
  await Promise.all([chrome.storage.local.clear(), chrome.storage.session.clear()]);
}
