/** What a page would save to disk. */
import type { Page } from 'playwright-core';
import { retry } from './browser';

/** A second client of the browser takes its downloads away: what would be saved is kept in the page instead. */
export async function stashDownloads(page: Page): Promise<void> {
  await page.evaluate(() => {
    const create = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (blob: Blob) => {
      Object.assign(globalThis, { lastBlob: blob });
      return create(blob);
    };
  });
}

/** Base64. */
export function lastDownload(page: Page): Promise<string> {
  return retry(() =>
    page.evaluate(async () => {
      const { lastBlob } = globalThis as unknown as { lastBlob: Blob };
      const bytes = new Uint8Array(await lastBlob.arrayBuffer());
      Object.assign(globalThis, { lastBlob: undefined });
      let letters = '';
      for (const byte of bytes) letters += String.fromCharCode(byte);
      return btoa(letters);
    }),
  );
}
