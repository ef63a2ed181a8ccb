/** The store as an older version of the app left it, in a real browser. */
import type { BrowserContext, Page } from 'playwright-core';
import { saved } from '../../pwa/sample';
import type { Site } from './serve';

/** A page of the same origin without the app: for what another program, or an older one, does to the store. */
export async function bare(context: BrowserContext, site: Site): Promise<Page> {
  const page = await context.newPage();
  await page.goto(`${site.origin}/icons/icon.svg`);
  return page;
}

const planted = saved('planted-2024.html');

/** A store as an older version left it, with a report, a word on it and a setting. `hold`: it stays open. */
export function olderStore(page: Page, version: number, hold: boolean): Promise<void> {
  return page.evaluate(
    ([at, stay, report]) =>
      new Promise<void>((resolve, reject) => {
        // Dexie's versions are ten times its numbers.
        const opening = indexedDB.open('gouji', at * 10);
        opening.onerror = () => reject(opening.error);
        opening.onupgradeneeded = () => {
          const store = opening.result;
          const reports = store.createObjectStore('reports', { keyPath: 'id' });
          reports.createIndex('[savedAt+id]', ['savedAt', 'id']);
          if (at >= 2) reports.createIndex('[outcome.organ+outcome.year]', ['outcome.organ', 'outcome.year']);
          const opinions = store.createObjectStore('opinions', { keyPath: 'id' });
          for (const index of ['finding', 'counter']) opinions.createIndex(index, index);
          store.createObjectStore('settings', { keyPath: 'key' });
          if (at >= 3) {
            store.createObjectStore('summaries', { keyPath: 'id' });
            const queue = store.createObjectStore('queue', { keyPath: 'id', autoIncrement: true });
            for (const index of ['state', 'archive']) queue.createIndex(index, index);
            store.createObjectStore('blobs', { keyPath: 'id' });
          }
          if (at >= 4) {
            store.createObjectStore('entries', { keyPath: 'id' }).createIndex('report', 'report');
            store.createObjectStore('pictures', { keyPath: 'id' }).createIndex('entry', 'entry');
          }
          if (at >= 5) {
            store.createObjectStore('evidence', { keyPath: 'id' }).createIndex('report', 'report');
            const parts = store.createObjectStore('evidenceParts', { keyPath: ['evidence', 'name'] });
            parts.createIndex('evidence', 'evidence');
          }
        };
        opening.onsuccess = () => {
          const transaction = opening.result.transaction(['reports', 'opinions', 'settings'], 'readwrite');
          transaction.objectStore('reports').put(report.report);
          transaction.objectStore('opinions').put(report.opinion);
          transaction.objectStore('settings').put({ key: 'author', value: '王' });
          transaction.oncomplete = () => {
            if (!stay) opening.result.close();
            resolve();
          };
        };
      }),
    [version, hold, { report: planted, opinion: opinionOf() }] as const,
  );
}

function opinionOf() {
  const finding = planted.outcome.findings.find(({ rule }) => rule === 't3-suspect-cell')?.fingerprint ?? '';
  return {
    id: 'o',
    finding,
    against: '',
    field: 'note',
    value: '旧版里写的',
    author: '王',
    at: '2026-01-20T06:00:00.000Z',
    counter: 1,
  };
}
