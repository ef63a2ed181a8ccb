/** Puts the check into a page, or the bridge where the page is the app; says why where neither can be. */
import * as z from 'zod/mini';
import { isAllowed } from '../allowed-origins';
import bridgeFile from '../page/bridge.iife.ts?script&iife';
import scanFile from '../page/scan.iife.ts?script&iife';
import { reasonOf } from '../plain-messages';
import { saveTabState, type TabState } from '../tab-state';
import { refusalOf } from './refusal';

const probeSchema = z.object({ app: z.boolean(), origin: z.string(), contentType: z.string() });

export async function examine(tab: chrome.tabs.Tab, tabId: number): Promise<void> {
  const at = Date.now();
  await saveTabState(tabId, { phase: 'scanning', at });
  try {
    const state = await inject(tabId, at);
    if (state !== null) await saveTabState(tabId, state);
  } catch (error) {
    const reason = reasonOf(error);
    const why = refusalOf(tab.url, reason, chrome.runtime.getURL(''));
    await saveTabState(tabId, { phase: 'refused', at, why, reason });
  }
}

/** The state that follows; null where the injected script reports it itself. */
async function inject(tabId: number, at: number): Promise<TabState | null> {
  const found = probeSchema.parse(await probePage(tabId));
  if (found.contentType === 'application/pdf') return { phase: 'refused', at, why: 'pdf', reason: '' };
  if (found.app && found.origin !== 'null') {
    await chrome.scripting.executeScript({ target: { tabId }, files: [bridgeFile] });
    const allowed = await isAllowed(found.origin);
    return { phase: 'app', at, origin: found.origin, allowed, exchanged: null, failure: null };
  }
  await chrome.scripting.executeScript({ target: { tabId }, files: [scanFile] });
  return null;
}

/** Now and then the click is heard a moment before the permission that it gives: so asked again, for half a second. */
async function probePage(tabId: number, attempts = 8): Promise<unknown> {
  try {
    const results = await chrome.scripting.executeScript({ target: { tabId }, func: probe });
    return results[0]?.result;
  } catch (error) {
    if (attempts <= 1 || !/must request permission/i.test(reasonOf(error))) throw error;
    await new Promise((resolve) => setTimeout(resolve, 60));
    return probePage(tabId, attempts - 1);
  }
}

/** Runs in the page: nothing from outside its braces is there. */
function probe(): { app: boolean; origin: string; contentType: string } {
  return {
    app: document.querySelector('meta[name="gouji-app"]') !== null,
    origin: location.origin,
    contentType: document.contentType,
  };
}
