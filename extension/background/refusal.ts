/** Why the browser does not let us into a page, from its address where we may see it, else from what the browser said. */
import type { Refusal } from '../tab-state';

const STORES = ['chromewebstore.google.com', 'microsoftedge.microsoft.com', 'addons.opera.com'];
/** Edge shows it as a new tab, at an address of the web. */
const NEW_TABS = ['ntp.msn.com', 'ntp.msn.cn'];
/** Chromium's viewer for PDF files is an extension, in all its descendants under this name. */
const PDF_VIEWER = 'mhjfbmdgcfjbbpaeojofohoefgiehjai';

export function refusalOf(address: string | undefined, message: string, own: string): Refusal {
  if (address?.startsWith(own)) return 'own';
  if (/ExtensionsSettings policy|blocked by (?:the )?administrator/i.test(message)) return 'policy';
  if (/showing error page/i.test(message)) return 'error-page';
  // The page was left between the click and the check.
  if (/Frame with ID \d+ (?:was removed|is not ready)|No tab with id|tab was closed/i.test(message)) return 'left';
  if (/gallery cannot be scripted/i.test(message)) return 'store';
  const url = addressIn(address) ?? addressIn(/"([^"]+)"/.exec(message)?.[1]);
  if (url === null) return /Cannot access (?:a|an) [\w-]+:/i.test(message) ? 'browser-page' : 'other';
  if (STORES.includes(url.hostname) || isOldStore(url)) return 'store';
  if (NEW_TABS.includes(url.hostname)) return 'browser-page';
  if (url.hostname === PDF_VIEWER) return 'pdf';
  // The browser's viewer for PDF files is closed to scripts, and looks like any address.
  if (/\.pdf$/i.test(url.pathname) && /^https?:$/.test(url.protocol)) return 'pdf';
  if (url.protocol === 'file:') return 'file';
  return url.protocol === 'http:' || url.protocol === 'https:' ? 'other' : 'browser-page';
}

/** Closed to extensions still, although it only leads to the new one. */
function isOldStore({ hostname, pathname }: URL): boolean {
  return hostname === 'chrome.google.com' && pathname.startsWith('/webstore');
}

function addressIn(text: string | undefined): URL | null {
  try {
    return new URL(text ?? '');
  } catch {
    return null; // Not told, or not an address.
  }
}
