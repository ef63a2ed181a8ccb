/** Why the browser does not let us into a page, from its address where we may see it, else from what the browser said. */
import type { Refusal } from '../tab-state';

const STORES = ['chromewebstore.google.com', 'microsoftedge.microsoft.com', 'addons.opera.com'];

export function refusalOf(address: string | undefined, message: string, own: string): Refusal {
  if (address?.startsWith(own)) return 'own';
  if (/ExtensionsSettings policy|blocked by (?:the )?administrator/i.test(message)) return 'policy';
  if (/showing error page/i.test(message)) return 'error-page';
  // The page was left between the click and the check.
  if (/Frame with ID \d+ (?:was removed|is not ready)|No tab with id|tab was closed/i.test(message)) return 'left';
  if (/gallery cannot be scripted/i.test(message)) return 'store';
  const url = addressIn(address) ?? addressIn(/"([^"]+)"/.exec(message)?.[1]);
  if (url === null) return /Cannot access (?:a|an) [\w-]+:/i.test(message) ? 'browser-page' : 'other';
  if (STORES.includes(url.hostname)) return 'store';
  // The browser's viewer for PDF files is closed to scripts, and looks like any address.
  if (/\.pdf$/i.test(url.pathname) && /^https?:$/.test(url.protocol)) return 'pdf';
  if (url.protocol === 'file:') return 'file';
  return url.protocol === 'http:' || url.protocol === 'https:' ? 'other' : 'browser-page';
}

function addressIn(text: string | undefined): URL | null {
  try {
    return new URL(text ?? '');
  } catch {
    return null; // Not told, or not an address.
  }
}
