/** Puts the check into a page, or the bridge where the page is the app; says why where neither can be. */
import { isAllowed } from '../allowed-origins';
import bridgeFile from '../page/bridge.iife.ts?script&iife';
import scanFile from '../page/scan.iife.ts?script&iife';
import { reasonOf } from '../plain-messages';
import { saveTabState } from '../tab-state';
import { refusalOf } from './refusal';

/** Milliseconds after which a page that does not answer is waited for no more. */
const PATIENCE = 3000;

/**
 * `whenShown` is called once, as soon as the page is marked or says that there is nothing to mark: opening a panel takes
 * the browser longer than all of the check, which would wait for it. Called in the browser's answer to what was asked for at
 * the click, it still has the click behind it; of a page that is stuck, without.
 */
export async function examine(tab: chrome.tabs.Tab, tabId: number, whenShown = (): void => undefined): Promise<void> {
  const at = Date.now();
  const shown = once(whenShown);
  setTimeout(shown, PATIENCE);
  const begun = saveTabState(tabId, { phase: 'scanning', at });
  try {
    // The script is on its way before this first waits. The browser keeps the order of what one asks of it: whatever follows is written later.
    await Promise.all([begun, inject(tabId, scanFile, shown)]);
  } catch (error) {
    await refuse(tabId, tab.url, at, error);
  }
}

function once(call: () => void): () => void {
  let called = false;
  return () => {
    if (called) return;
    called = true;
    call();
  };
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

/**
 * Now and then the click is heard a moment before the permission that it gives: so asked again, for half a second.
 * `onAnswer` is called at the first answer, whatever it is, when what the script ends with has settled. By callback: in
 * what follows a promise the browser no longer sees the click.
 */
async function inject(tabId: number, file: string, onAnswer = (): void => undefined, attempts = 8): Promise<void> {
  const refusal = await new Promise<string | null>((resolve) => {
    chrome.scripting.executeScript({ target: { tabId }, files: [file] }, () => {
      const why = chrome.runtime.lastError;
      onAnswer();
      resolve(why === undefined ? null : (why.message ?? ''));
    });
  });
  if (refusal === null) return;
  if (attempts <= 1 || !/must request permission/i.test(refusal)) throw new Error(refusal);
  await new Promise((resolve) => setTimeout(resolve, 60));
  return inject(tabId, file, undefined, attempts - 1);
}
