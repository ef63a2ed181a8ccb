/**
 * Until the page of this panel is marked: the panel's script is large, and what marks the page would wait for the same
 * processor. Before that there is nothing to show.
 */
import { tabStateKey } from '../plain-messages';

/** Whoever waits longer is told that the page is being read. */
const PATIENCE = 500;

export function scanOver(tabId: number | null): Promise<void> {
  if (tabId === null) return Promise.resolve();
  const key = tabStateKey(tabId);
  return new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer);
      chrome.storage.onChanged.removeListener(listen);
      resolve();
    };
    const listen = (changes: Record<string, chrome.storage.StorageChange>, area: string): void => {
      const change = changes[key];
      if (area === 'session' && change !== undefined && !isScanning(change.newValue)) end();
    };
    const timer = setTimeout(end, PATIENCE);
    chrome.storage.onChanged.addListener(listen);
    chrome.storage.session.get(key).then((kept) => isScanning(kept[key]) || end(), end);
  });
}

function isScanning(state: unknown): boolean {
  const { phase }: { readonly phase?: unknown } = Object(state);
  return phase === 'scanning';
}
