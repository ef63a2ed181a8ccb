/**
 * The service worker: a click puts the check into the page and opens the panel. It keeps nothing in variables,
 * since the browser stops it whenever it is idle; listeners stand at top level, so that each start hears them.
 */
import { openSoon } from '../../pwa/db/index';
import { giveBack } from '../round/leave';
import { forgetTab } from '../tab-state';
import { examine } from './examine';
import { exchangeWithApp } from './exchange';
import { createMenu, MENU_APP, MENU_OWN, MENU_ROUNDS, MENU_WELCOME, openApp, openRounds, openWelcome } from './menu';
import { answerPage } from './notices';
import { openPanel, opensAtOnce } from './open-panel';
import { pickOwn } from './own-finding';

chrome.action.onClicked.addListener((tab) => begin(tab));

chrome.contextMenus.onClicked.addListener((info, tab) => {
  if (info.menuItemId === MENU_APP) void openApp();
  else if (info.menuItemId === MENU_WELCOME) void openWelcome();
  else if (info.menuItemId === MENU_ROUNDS) void openRounds();
  else if (info.menuItemId === MENU_OWN && tab?.id !== undefined) {
    openPanel(tab, tab.id);
    void pickOwn(tab, tab.id);
  } else if (tab !== undefined) begin(tab);
});

chrome.commands.onCommand.addListener((command) => {
  if (command === 'open-app') void openApp();
});

chrome.runtime.onInstalled.addListener(({ reason }) => {
  void createMenu();
  if (reason === 'install') void openWelcome();
});

/** The browser was ended in the middle of a round: the leave that it asked for ends with it. */
chrome.runtime.onStartup.addListener(() => void giveBack());

chrome.tabs.onRemoved.addListener((tabId) => void forgetTab(tabId));

chrome.runtime.onMessage.addListener((message: unknown, sender, answer: (value: unknown) => void) => {
  // Pages' scripts only: the panel and the app speak to nobody here.
  if (sender.id !== chrome.runtime.id || sender.tab?.id === undefined || sender.url?.startsWith(location.origin))
    return;
  void answerPage(message, sender.tab.id, sender.origin ?? 'null').then(answer);
  return true;
});

chrome.runtime.onMessageExternal.addListener((message: unknown, sender, answer: (value: unknown) => void) => {
  const origin = sender.origin;
  if (origin === undefined || !__APP_ORIGINS__.includes(origin)) return;
  void exchangeWithApp(message).then(({ reply }) => answer(reply));
  return true;
});

/** Marks first, then the panel; but a page that is still loading may take its time. */
function begin(tab: chrome.tabs.Tab): void {
  const { id, status } = tab;
  if (id === undefined) return;
  const open = (): void => openPanel(tab, id);
  if (status === 'complete' && !opensAtOnce()) void examine(tab, id, open);
  else {
    void examine(tab, id);
    open();
  }
  openSoon();
}
