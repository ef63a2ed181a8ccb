/** The PDF that a tab shows, put into the app's queue. */
import * as z from 'zod/mini';
import { addToQueue } from '../../pwa/db/index';
import { reasonOf } from '../plain-messages';

/** As much as a message carries. */
const LARGEST = 40_000_000;

const base64Schema = z.string();

/** Why it could not be had; null where it waits in the app. */
export async function queuePdf(tabId: number): Promise<string | null> {
  try {
    const { url = '' } = await chrome.tabs.get(tabId);
    const bytes = (await fetchedByTab(tabId)) ?? (await fetchedWithLeave(url));
    if (bytes === null) return url;
    const last = decodeURIComponent(
      url
        .replace(/[?#].*$/, '')
        .split('/')
        .pop() ?? '',
    );
    const name = /\.pdf$/i.test(last) ? last : `${last || 'report'}.pdf`;
    const file = new File([bytes], name, { type: 'application/pdf' });
    const refused = await addToQueue([{ file, path: name }], () => undefined);
    return refused === null ? null : refused.reason;
  } catch (error) {
    return reasonOf(error);
  }
}

/** By the tab's own page, where the browser lets a click reach that far; some viewers are closed to it. */
async function fetchedByTab(tabId: number): Promise<Uint8Array<ArrayBuffer> | null> {
  try {
    const [result] = await chrome.scripting.executeScript({ target: { tabId }, func: fetchSelf, args: [LARGEST] });
    return Uint8Array.from(atob(base64Schema.parse(result?.result)), (letter) => letter.charCodeAt(0));
  } catch {
    return null; // The viewer is no page to the browser: asked for in the other way.
  }
}

/** The person is asked for this one site, and the leave is given back at once. Null where it was not given. */
async function fetchedWithLeave(url: string): Promise<Uint8Array<ArrayBuffer> | null> {
  const { protocol, hostname } = new URL(url);
  const leave = { origins: [`${protocol}//${hostname}/*`] };
  const had = await chrome.permissions.contains(leave);
  if (!had && !(await chrome.permissions.request(leave))) return null;
  try {
    const answer = await fetch(url, { credentials: 'include' });
    return answer.ok ? new Uint8Array(await answer.arrayBuffer()) : null;
  } finally {
    if (!had) await chrome.permissions.remove(leave);
  }
}

/** Runs in the page: nothing from outside its braces is there. */
async function fetchSelf(largest: number): Promise<string> {
  const answer = await fetch(location.href);
  const bytes = new Uint8Array(await answer.arrayBuffer());
  if (!answer.ok || bytes.length > largest) throw new Error(`${answer.status}, ${bytes.length}`);
  let text = '';
  for (let at = 0; at < bytes.length; at += 30_000) text += String.fromCharCode(...bytes.subarray(at, at + 30_000));
  return btoa(text);
}
