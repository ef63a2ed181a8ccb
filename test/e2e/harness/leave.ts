/**
 * The person's yes to “may this extension read the site?”. A headless browser has nobody to click it, so the browser is
 * told beforehand, on its own page of extensions, that the answer is yes; the extension still has to ask, and has no
 * access until it did.
 */
import type { Extension } from './browser';

export async function sayYesTo(extension: Extension, origin: string): Promise<void> {
  const page = await extension.context.newPage();
  await page.goto('chrome://extensions/');
  const refused = await page.evaluate(
    ([id, host]) =>
      new Promise<string>((resolve) => {
        const browser = chrome as unknown as {
          developerPrivate: { addHostPermission(id: string, host: string, done: () => void): void };
        };
        browser.developerPrivate.addHostPermission(id ?? '', host ?? '', () =>
          resolve(chrome.runtime.lastError?.message ?? ''),
        );
      }),
    [extension.id, `${origin}/*`],
  );
  await page.close();
  if (refused !== '') throw new Error(refused);
}

/** The sites that the extension may read now. */
export async function leaveNow(extension: Extension): Promise<readonly string[]> {
  return (await extension.worker()).evaluate(async () => (await chrome.permissions.getAll()).origins ?? []);
}
