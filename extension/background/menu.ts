/** Entries of the context menu, on a page and on the toolbar button; and the pages they open. */
export const MENU_CHECK = 'check-page';
export const MENU_APP = 'open-app';
export const MENU_WELCOME = 'open-welcome';

export async function createMenu(): Promise<void> {
  await chrome.contextMenus.removeAll();
  chrome.contextMenus.create({
    id: MENU_CHECK,
    title: chrome.i18n.getMessage('menuCheck'),
    contexts: ['page', 'selection'],
  });
  chrome.contextMenus.create({
    id: MENU_WELCOME,
    title: chrome.i18n.getMessage('menuWelcome'),
    contexts: ['action'],
  });
  chrome.contextMenus.create({ id: MENU_APP, title: chrome.i18n.getMessage('menuApp'), contexts: ['page', 'action'] });
}

export async function openApp(): Promise<void> {
  await chrome.tabs.create({ url: chrome.runtime.getURL('pwa/index.html') });
}

/** How to use it, in three pictures. */
export async function openWelcome(): Promise<void> {
  await chrome.tabs.create({ url: chrome.runtime.getURL('extension/welcome/index.html') });
}
