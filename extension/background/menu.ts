/** Entries of the context menu, on a page and on the toolbar button; and the pages they open. */
export const MENU_CHECK = 'check-page';
export const MENU_APP = 'open-app';
export const MENU_OWN = 'own-finding';
export const MENU_ROUNDS = 'open-rounds';
export const MENU_WELCOME = 'open-welcome';

export async function createMenu(): Promise<void> {
  await chrome.contextMenus.removeAll();
  const entry = (id: string, message: string, contexts: chrome.contextMenus.CreateProperties['contexts']): void => {
    chrome.contextMenus.create({ id, title: chrome.i18n.getMessage(message), ...(contexts && { contexts }) });
  };
  entry(MENU_CHECK, 'menuCheck', ['page', 'selection']);
  entry(MENU_OWN, 'menuOwn', ['selection']);
  entry(MENU_APP, 'menuApp', ['page', 'action']);
  entry(MENU_ROUNDS, 'menuRounds', ['action']);
  entry(MENU_WELCOME, 'menuWelcome', ['action']);
}

export async function openApp(): Promise<void> {
  await chrome.tabs.create({ url: chrome.runtime.getURL('pwa/index.html') });
}

export async function openRounds(): Promise<void> {
  await chrome.tabs.create({ url: chrome.runtime.getURL('extension/round/index.html') });
}

/** How to use it, in three pictures. */
export async function openWelcome(): Promise<void> {
  await chrome.tabs.create({ url: chrome.runtime.getURL('extension/welcome/index.html') });
}
