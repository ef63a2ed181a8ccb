/** A real Chromium with the built extension, and a real click on its button. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, type BrowserContext, type CDPSession, chromium, type Page, type Worker } from 'playwright-core';

export const browserPath = process.env['GOUJI_BROWSER'] ?? '/usr/bin/chromium';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

export interface Extension {
  readonly id: string;
  readonly context: BrowserContext;
  /** The service worker as it is now: the browser may have started another since. */
  worker(): Promise<Worker>;
  /** A click on the toolbar button while `page` is in front; when it was made, in milliseconds since 1970. */
  clickAction(page: Page): Promise<number>;
  /** The panel that stands beside a page: a side panel or a window. */
  panel(page: Page): Promise<Page>;
  /** Where the panels beside a page are: `side panel`, or the type of the window of each. */
  panelHomes(page: Page): Promise<readonly string[]>;
  /** Brings a page to the front, and says which tab it is in. */
  tabId(page: Page): Promise<number>;
  /** Panels given out so far are listened to no more. */
  letPanelsGo(): Promise<void>;
  close(): Promise<void>;
}

export interface LaunchOptions {
  readonly folder: string;
  readonly viewport?: { readonly width: number; readonly height: number };
}

export async function launchExtension({ folder, viewport }: LaunchOptions): Promise<Extension> {
  const profile = await mkdtemp(join(tmpdir(), 'gouji-e2e-'));
  const size = viewport ?? { width: 1360, height: 820 };
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: browserPath,
    headless: true,
    viewport: null,
    env: { ...process.env, LANGUAGE: 'zh_CN' },
    args: [
      ...FLAGS,
      `--window-size=${size.width},${size.height}`,
      `--disable-extensions-except=${folder}`,
      `--load-extension=${folder}`,
      '--enable-unsafe-extension-debugging',
      '--remote-debugging-port=0',
    ],
  });
  const end = async (): Promise<void> => {
    await context.close();
    await rm(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  try {
    return await extensionIn(context, profile, end);
  } catch (error) {
    await end(); // Nobody else knows of it.
    throw error;
  }
}

async function extensionIn(context: BrowserContext, profile: string, end: () => Promise<void>): Promise<Extension> {
  const first = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  const id = new URL(first.url()).host;
  await closeWelcome(context);
  const clients: Browser[] = [];
  const browser = context.browser();
  if (browser === null) throw new Error('no browser behind the context');
  const session = await browser.newBrowserCDPSession();

  const worker = async (): Promise<Worker> => {
    const ours = (each: Worker): boolean => new URL(each.url()).host === id; // Sites have workers, too.
    return context.serviceWorkers().findLast(ours) ?? (await context.waitForEvent('serviceworker', ours));
  };
  const tabId = async (page: Page): Promise<number> => {
    await page.bringToFront();
    return (await worker()).evaluate(async () => {
      const [tab] = await chrome.tabs.query({ active: true, windowType: 'normal' });
      return tab?.id ?? -1;
    });
  };
  const letPanelsGo = async (): Promise<void> => {
    await Promise.all(clients.splice(0).map((client) => client.close()));
  };
  return {
    id,
    context,
    worker,
    clickAction: (page) => clickAction(session, id, page),
    panel: async (page) => {
      const address = `chrome-extension://${id}/extension/panel/index.html?tab=${await tabId(page)}`;
      return retry(() => findPanel(profile, address, clients));
    },
    // Of this page alone: the browser takes its time to end the panel of a tab that was closed.
    panelHomes: async (page) => {
      const own = `/panel/index.html?tab=${await tabId(page)}`;
      return (await worker()).evaluate(async (ending) => {
        const pages = (await chrome.runtime.getContexts({})).filter((each) => each.documentUrl?.endsWith(ending));
        const windowType = async (id: number): Promise<string> => (await chrome.windows.get(id)).type ?? '';
        return Promise.all(
          pages.map((each) => (each.contextType === 'SIDE_PANEL' ? 'side panel' : windowType(each.windowId))),
        );
      }, own);
    },
    tabId,
    letPanelsGo,
    close: async () => {
      await letPanelsGo();
      await end();
    },
  };
}

/** A fresh profile has just installed the extension, which shows how it is used: out of the way of the tests. */
async function closeWelcome(context: BrowserContext): Promise<void> {
  const isWelcome = (page: Page): boolean => page.url().endsWith('/extension/welcome/index.html');
  const page = await retry(async () => {
    const found = context.pages().find(isWelcome);
    if (found === undefined) throw new Error('the welcome page did not open');
    return found;
  });
  await page.close();
}

/** Playwright does not know `Extensions.triggerAction`; it is what the toolbar button does, user gesture and all. */
async function clickAction(session: CDPSession, id: string, page: Page): Promise<number> {
  await page.bringToFront();
  const send = session.send.bind(session) as (method: string, parameters: object) => Promise<unknown>;
  const { targetInfos } = (await send('Target.getTargets', { filter: [{ type: 'tab' }] })) as {
    targetInfos: { targetId: string; url: string }[];
  };
  const target = targetInfos.find((each) => each.url === page.url());
  if (target === undefined) throw new Error(`no tab at ${page.url()}`);
  const at = performance.timeOrigin + performance.now();
  await send('Extensions.triggerAction', { id, targetId: target.targetId });
  return at;
}

/** Playwright's own context does not list side panels; a second client does, of those open when it connects. */
async function findPanel(profile: string, address: string, clients: Browser[]): Promise<Page> {
  const port = (await readFile(join(profile, 'DevToolsActivePort'), 'utf8')).split('\n')[0];
  const client = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
  const pages = client.contexts().flatMap((context) => context.pages());
  const panel = pages.find((page) => page.url() === address);
  if (panel === undefined) {
    await client.close();
    throw new Error(`no ${address} among ${pages.map((page) => page.url()).join(' ')}`);
  }
  clients.push(client);
  return panel;
}

/** Until it works, for ten seconds. */
export async function retry<T>(attempt: () => Promise<T>, patience = 10_000): Promise<T> {
  const end = Date.now() + patience;
  for (;;) {
    try {
      return await attempt();
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}
