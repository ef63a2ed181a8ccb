/** The panel beside a page: the browser's side panel, or a small window where there is none. */
import * as z from 'zod/mini';
import { knownHome, wantedHome } from './panel-home';
import { sidebarOf } from './sidebar';

const WINDOW_WIDTH = 400;
const placeSchema = z.object({ left: z.number(), top: z.number(), width: z.number(), height: z.number() });

/** Firefox has forgotten the click by the time that anything answers. */
export function opensAtOnce(): boolean {
  return sidebarOf(chrome) !== null;
}

/** Must run in the same turn as the click, or in an answer to what was asked for in it, up to `sidePanel.open`. */
export function openPanel(tab: chrome.tabs.Tab, tabId: number): void {
  const home = knownHome();
  const sidebar = sidebarOf(chrome);
  if (home === 'window' || (typeof chrome.sidePanel?.open !== 'function' && sidebar === null)) {
    void openWindow(tab, tabId);
    return;
  }
  if (sidebar !== null) {
    sidebar.setPanel({ tabId, panel: chrome.runtime.getURL(panelPath(tabId)) }).catch(() => undefined);
    sidebar.open().catch(() => openWindow(tab, tabId));
    return;
  }
  // Each tab has its own panel. Not awaited, since `open` must follow at once; what is refused here `open` refuses too.
  chrome.sidePanel.setOptions({ tabId, path: panelPath(tabId), enabled: true }).catch(() => undefined);
  chrome.sidePanel.open({ tabId }).then(
    () => (home === 'side' ? closeWindow(tabId) : undefined),
    () => openInstead(tab, tabId),
  );
  if (home === null) void wantedHome().then((wanted) => (wanted === 'window' ? moveToWindow(tab, tabId) : undefined));
}

/** Some forks have the function and refuse, and so does every browser once it has forgotten the click: the window does in any case. */
async function openInstead(tab: chrome.tabs.Tab, tabId: number): Promise<void> {
  if (!(await isBeside(tabId))) await openWindow(tab, tabId);
}

/** Whether the side panel of a tab is open: from a click before this one. */
async function isBeside(tabId: number): Promise<boolean> {
  const panels = await chrome.runtime.getContexts?.({ contextTypes: ['SIDE_PANEL'] }).catch(() => []);
  return panels?.some(({ documentUrl }) => documentUrl?.endsWith(panelPath(tabId)) === true) ?? false;
}

/** The click started the service worker, and the side panel was open before the user's wish was known. */
async function moveToWindow(tab: chrome.tabs.Tab, tabId: number): Promise<void> {
  await chrome.sidePanel.setOptions({ tabId, enabled: false }).catch(() => undefined);
  await openWindow(tab, tabId);
}

function panelPath(tabId: number): string {
  return `extension/panel/index.html?tab=${tabId}`;
}

/** Being opened: a second click meanwhile finds no window yet, and shall not open another. */
const opening = new Map<number, Promise<void>>();

function openWindow(tab: chrome.tabs.Tab, tabId: number): Promise<void> {
  const now = opening.get(tabId) ?? openOne(tab, tabId).finally(() => opening.delete(tabId));
  opening.set(tabId, now);
  return now;
}

async function openOne(tab: chrome.tabs.Tab, tabId: number): Promise<void> {
  if (await focusExisting(tabId)) return;
  // Closed while it was being marked.
  if ((await chrome.tabs.get(tabId).catch(() => null)) === null) return;
  const options = { url: chrome.runtime.getURL(panelPath(tabId)), type: 'popup' as const, width: WINDOW_WIDTH };
  const page = placeSchema.safeParse(await chrome.windows.get(tab.windowId).catch(() => null));
  const opened = page.success
    ? await openBeside(options, page.data)
    : await chrome.windows.create({ ...options, height: 720 });
  if (opened?.id !== undefined) await chrome.storage.session.set({ [windowKey(tabId)]: opened.id });
}

/** Right of the page's window; over its right edge where the screen ends there (the browser refuses what would be off it). */
async function openBeside(
  options: { url: string; type: 'popup'; width: number },
  page: z.infer<typeof placeSchema>,
): Promise<chrome.windows.Window | undefined> {
  const right = page.left + page.width;
  const at = (left: number) => chrome.windows.create({ ...options, left, top: page.top, height: page.height });
  try {
    return await at(right);
  } catch {
    return at(Math.max(0, right - WINDOW_WIDTH)).catch(() => chrome.windows.create(options));
  }
}

async function focusExisting(tabId: number): Promise<boolean> {
  const id = await windowOf(tabId);
  if (id === null) return false;
  try {
    await chrome.windows.update(id, { focused: true });
    return true;
  } catch {
    return false; // It was closed meanwhile.
  }
}

/** That of a page which was stuck, or of another wish: the side panel is there now. */
async function closeWindow(tabId: number): Promise<void> {
  const id = await windowOf(tabId);
  if (id === null) return;
  await chrome.storage.session.remove(windowKey(tabId));
  await chrome.windows.remove(id).catch(() => undefined); // It was closed meanwhile.
}

/** Of the window that was opened for a tab, which may be closed by now. */
async function windowOf(tabId: number): Promise<number | null> {
  const key = windowKey(tabId);
  const id: unknown = (await chrome.storage.session.get(key))[key];
  return typeof id === 'number' ? id : null;
}

function windowKey(tabId: number): string {
  return `window:${tabId}`;
}
