/** Puts the check into a page, or the bridge where the page is the app; says why where neither can be. */
import { isAllowed } from '../allowed-origins';
import bridgeFile from '../page/bridge.iife.ts?script&iife';
import scanFile from '../page/scan.iife.ts?script&iife';
import { reasonOf } from '../plain-messages';
import { saveTabState } from '../tab-state';
import { refusalOf } from './refusal';

/** The script is on its way before this function first waits: a panel that is opened next gets its turn beside it. */
export async function examine(tab: chrome.tabs.Tab, tabId: number): Promise<void> {
  const at = Date.now();
  // Not waited for: the browser keeps the order of what one asks of it, so that whatever follows is written later.
  const begun = saveTabState(tabId, { phase: 'scanning', at });
  try {
    await Promise.all([begun, inject(tabId, scanFile)]);
  } catch (error) {
    await refuse(tabId, tab.url, at, error);
  }
}

/** The page says that it is the app: what hands over goes there. */
export async function beBridge(tabId: number, origin: string, at: number): Promise<void> {
  try {
    await inject(tabId, bridgeFile);
    const allowed = await isAllowed(origin);
    await saveTabState(tabId, { phase: 'app', at, origin, allowed, exchanged: null, failure: null });
  } catch (error) {
    await refuse(tabId, undefined, at, error);
  }
}

async function refuse(tabId: number, address: string | undefined, at: number, error: unknown): Promise<void> {
  const reason = reasonOf(error);
  const why = refusalOf(address, reason, chrome.runtime.getURL(''));
  await saveTabState(tabId, { phase: 'refused', at, why, reason });
}

/** Now and then the click is heard a moment before the permission that it gives: so asked again, for half a second. */
async function inject(tabId: number, file: string, attempts = 8): Promise<void> {
  try {
    await chrome.scripting.executeScript({ target: { tabId }, files: [file] });
  } catch (error) {
    if (attempts <= 1 || !/must request permission/i.test(reasonOf(error))) throw error;
    await new Promise((resolve) => setTimeout(resolve, 60));
    return inject(tabId, file, attempts - 1);
  }
}
