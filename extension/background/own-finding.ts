/** From the context menu: what is selected in the page goes to the panel, for a finding of one's own. */
import { examine } from './examine';

/** Reading and checking a page takes a moment; what takes longer has failed, and the panel says so. */
const ATTEMPTS = 40;
const PAUSE = 100;

export async function pickOwn(tab: chrome.tabs.Tab, tabId: number): Promise<void> {
  if (await pick(tabId)) return;
  // The page was not checked yet.
  await examine(tab, tabId);
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    // Panels take their time to hear of the check; what is picked is told to those that listen.
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
    if (await pick(tabId)) return;
  }
}

/** False where no script of ours answers. */
async function pick(tabId: number): Promise<boolean> {
  try {
    return (await chrome.tabs.sendMessage(tabId, { type: 'pick', tell: true }, { frameId: 0 })) !== undefined;
  } catch {
    return false;
  }
}
