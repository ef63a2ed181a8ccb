/**
 * The person's yes to “may this extension read the site?”. A headless browser has nobody to click it, so the browser is
 * told beforehand, on its own page of extensions, that the answer is yes; the extension still has to ask, and has no
 * access until it did.
 */
import type { Extension } from './browser';

/** Sites that each browser was told yes for. */
const given = new WeakMap<object, Set<string>>();

export async function sayYesTo(extension: Extension, origin: string): Promise<void> {
  const sites = given.get(extension.context) ?? new Set();
  given.set(extension.context, sites.add(`${origin}/*`));
  const refused = await tellBrowser(extension, 'addHostPermission', [`${origin}/*`]);
  if (refused !== '') throw new Error(refused);
}

/** As before any yes. A site that the extension never asked for has no leave to take: that is no failure. */
export async function takeBackLeave(extension: Extension): Promise<void> {
  const sites = [...(given.get(extension.context) ?? [])];
  given.delete(extension.context);
  if (sites.length > 0) await tellBrowser(extension, 'removeHostPermission', sites);
}

/** What the browser said against it. */
async function tellBrowser(
  extension: Extension,
  call: 'addHostPermission' | 'removeHostPermission',
  sites: readonly string[],
): Promise<string> {
  const page = await extension.context.newPage();
  await page.goto('chrome://extensions/');
  const said = await page.evaluate(
    async ([id, method, hosts]) => {
      type Call = (id: string, host: string, done: () => void) => void;
      const { developerPrivate } = chrome as unknown as { developerPrivate: Record<typeof method, Call> };
      const tell = (host: string): Promise<string> =>
        new Promise((resolve) =>
          developerPrivate[method](id, host, () => resolve(chrome.runtime.lastError?.message ?? '')),
        );
      return (await Promise.all(hosts.map(tell))).join('');
    },
    [extension.id, call, sites] as const,
  );
  await page.close();
  return said;
}

/** The sites that the extension may read now. */
export async function leaveNow(extension: Extension): Promise<readonly string[]> {
  return (await extension.worker()).evaluate(async () => (await chrome.permissions.getAll()).origins ?? []);
}
