/** Where the pages are that belong together. */
export function roundAddress(id?: number): string {
  return chrome.runtime.getURL(`extension/round/index.html${id === undefined ? '' : `?round=${id}`}`);
}

export function batchAddress(): string {
  return chrome.runtime.getURL('pwa/index.html#/batch');
}

/** 证据 of a report. */
export function evidenceAddress(id: string): string {
  return chrome.runtime.getURL(`pwa/index.html#/evidence/${encodeURIComponent(id)}`);
}

export function reportAddress(id: string): string {
  return chrome.runtime.getURL(`pwa/index.html#/report/${encodeURIComponent(id)}`);
}
