/** Entries of the context menu, on a page and on the toolbar button. */
export const MENU_CHECK = 'check-page';
export const MENU_APP = 'open-app';
export const MENU_OWN = 'own-finding';
export const MENU_ROUNDS = 'open-rounds';

export async function createMenu(): Promise<void> {
  await chrome.contextMenus.removeAll();
  chrome.contextMenus.create({
    id: MENU_CHECK,
    title: chrome.i18n.getMessage('menuCheck'),
    contexts: ['page', 'selection'],
  });
  chrome.contextMenus.create({ id: MENU_OWN, title: chrome.i18n.getMessage('menuOwn'), contexts: ['selection'] });
  chrome.contextMenus.create({ id: MENU_APP, title: chrome.i18n.getMessage('menuApp'), contexts: ['page', 'action'] });
  const rounds = chrome.i18n.getMessage('menuRounds');
  chrome.contextMenus.create({ id: MENU_ROUNDS, title: rounds, contexts: ['action'] });
}

export async function openApp(): Promise<void> {
  await chrome.tabs.create({ url: chrome.runtime.getURL('pwa/index.html') });
}

export async function openRounds(): Promise<void> {
  await chrome.tabs.create({ url: chrome.runtime.getURL('extension/round/index.html') });
}
