/** Entries of the context menu, on a page and on the toolbar button. */
export const MENU_CHECK = 'check-page';
export const MENU_APP = 'open-app';
export const MENU_OWN = 'own-finding';

export async function createMenu(): Promise<void> {
  await chrome.contextMenus.removeAll();
  chrome.contextMenus.create({
    id: MENU_CHECK,
    title: chrome.i18n.getMessage('menuCheck'),
    contexts: ['page', 'selection'],
  });
  chrome.contextMenus.create({ id: MENU_OWN, title: chrome.i18n.getMessage('menuOwn'), contexts: ['selection'] });
  chrome.contextMenus.create({ id: MENU_APP, title: chrome.i18n.getMessage('menuApp'), contexts: ['page', 'action'] });
}

export async function openApp(): Promise<void> {
  await chrome.tabs.create({ url: chrome.runtime.getURL('pwa/index.html') });
}
