/** 交接 of stores larger than the 64 MiB that the browser allows one message, both ways, with the service worker stopped in between. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { reportId } from '../../core/exchange/report-id';
import { appFolder } from './harness/build';
import { checkPage, openPage } from './harness/checked-page';
import { servedFolder } from './harness/for-file';
import { shippedExtension } from './harness/shipped-extension';
import { stopWorker } from './harness/stop-worker';

/** Reports of some megabytes each; together more than a message holds. */
const COUNT = 14;
const PICTURES = 100;
const LETTERS = 16_000;

const extension = shippedExtension();
const app = servedFolder(appFolder, 'index.html');

/** Descriptions of pictures, which no rule reads: large, and quick to check. */
const textOf = (name: string, at: number): string => `${name} ${at} `.concat('图'.repeat(LETTERS));

function idOf(name: string, index: number): string {
  return reportId(
    {
      format: 'text',
      title: `${name} ${index}`,
      address: null,
      blocks: Array.from({ length: PICTURES }, (_, at) => ({ kind: 'picture' as const, text: textOf(name, at) })),
      omissions: [],
    },
    { address: null, fileName: `${name}-${index}.txt` },
  );
}

/** Put into the store of a page's origin without the page, which would take minutes to read as much. */
async function fill(page: Page, name: string): Promise<void> {
  const ids = Array.from({ length: COUNT }, (_, index) => idOf(name, index));
  await page.evaluate(
    async ([names, given, pictures, letters]) => {
      const outcome = {
        ...{ status: 'unrecognised', organ: null, year: null, title: null, form: null, forms: {}, facts: {} },
        ...{ relations: [], findings: [], unclaimed: [], further: [], failures: [] },
        coverage: {
          cells: { expected: 0, read: 0 },
          relations: { expected: 0, consistent: 0, inconsistent: 0, unchecked: 0, notApplicable: 0 },
        },
      };
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open('gouji');
        opening.onsuccess = () => resolve(opening.result);
        opening.onerror = () => reject(opening.error);
      });
      for (const [index, id] of given.entries()) {
        const blocks = Array.from({ length: pictures }, (_, at) => ({
          kind: 'picture',
          text: `${names} ${at} `.concat('图'.repeat(letters)),
        }));
        const document = { format: 'text', title: `${names} ${index}`, address: null, blocks, omissions: [] };
        const source = { address: null, fileName: `${names}-${index}.txt` };
        const row = { id, savedAt: '2026-01-20T06:00:00.000Z', source, document, outcome, checkedBy: '0.1.0' };
        const transaction = database.transaction(['reports'], 'readwrite');
        transaction.objectStore('reports').add(row);
        await new Promise((resolve, reject) => {
          transaction.oncomplete = resolve;
          transaction.onerror = () => reject(transaction.error);
        });
      }
      database.close();
    },
    [name, ids, PICTURES, LETTERS] as const,
  );
}

const keptIn = (page: Page): Promise<readonly string[]> =>
  page.evaluate(
    () =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open('gouji');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const asking = opening.result.transaction('reports').objectStore('reports').getAllKeys();
          asking.onsuccess = () => {
            opening.result.close();
            resolve(asking.result as string[]);
          };
        };
      }),
  );

test('both ways, the service worker stopped between parts: each report arrives once, in both homes', async () => {
  const hosted = await openPage(extension, app.address('index.html#/exchange'));
  const inside = await openPage(extension, `chrome-extension://${extension.id}/pwa/index.html`);
  await inside.locator('table.reports, .empty').first().waitFor();
  await hosted.getByRole('heading', { level: 1 }).waitFor();
  await fill(hosted, 'hosted');
  await fill(inside, 'inside');
  const expected = [...(await keptIn(hosted)), ...(await keptIn(inside))].sort();
  expect(expected).toHaveLength(2 * COUNT);
  const panel = await checkPage(extension, hosted, '连接这个应用');
  await panel.getByRole('button', { name: '连接这个应用' }).click();
  const sizes: number[] = [];
  await hosted.exposeFunction('step', (bytes: number) => sizes.push(bytes));
  await hosted.evaluate(() => {
    addEventListener('message', ({ data }) => {
      if (!data?.type?.startsWith('gouji:exchange') || data.bundle === undefined) return;
      const bytes = new Blob([JSON.stringify(data)]).size;
      void (globalThis as unknown as { step(bytes: number): void }).step(bytes);
    });
  });
  await hosted.locator('main').getByRole('button', { name: '开始交接' }).click();
  let stopped = 0;
  for (const parts of [2, 5]) {
    await expect.poll(() => sizes.length, { timeout: 90_000 }).toBeGreaterThanOrEqual(parts);
    if (await stopWorker(extension)) stopped++;
  }
  await hosted.getByText('两边都已有').waitFor({ timeout: 200_000 });
  expect(stopped).toBeGreaterThan(0);
  console.log(`messages of ${sizes.map((bytes) => (bytes / 1024 / 1024).toFixed(0)).join(', ')} MiB`);
  expect(Math.max(...sizes)).toBeLessThan(64 * 1024 * 1024);
  expect(sizes.reduce((sum, bytes) => sum + bytes, 0)).toBeGreaterThan(64 * 1024 * 1024);
  expect([...(await keptIn(hosted))].sort()).toEqual(expected);
  expect([...(await keptIn(inside))].sort()).toEqual(expected);
}, 300_000);
