/** What a profile keeps, straight from the browser's store. */
import type { Page } from 'playwright-core';
import type { Opinion } from '../../../core/exchange/schema';

export interface Kept {
  /** Ids, sorted. */
  readonly reports: readonly string[];
  /** What was said, without the ids it is kept by; sorted. */
  readonly words: readonly string[];
}

export async function kept(page: Page): Promise<Kept> {
  const [reports, opinions] = await page.evaluate(async () => {
    const open = indexedDB.open('gouji');
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      open.onsuccess = () => resolve(open.result);
      open.onerror = () => reject(open.error);
    });
    const all = <T>(request: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(request.error);
      });
    const store = database.transaction(['reports', 'opinions']);
    const rows = await Promise.all([
      all(store.objectStore('reports').getAllKeys()),
      all(store.objectStore('opinions').getAll()),
    ]);
    database.close();
    return rows;
  });
  const words = (opinions as Opinion[]).map(({ id: _, ...word }) => JSON.stringify(word));
  return { reports: reports.map(String).sort(), words: words.sort() };
}

/** What the checklists are called that are being written. */
export function draftNames(page: Page): Promise<readonly string[]> {
  return page.evaluate(async () => {
    const open = indexedDB.open('gouji');
    const database = await new Promise<IDBDatabase>((resolve) => {
      open.onsuccess = () => resolve(open.result);
    });
    const all = database.transaction('checklistDrafts').objectStore('checklistDrafts').getAll();
    const rows = await new Promise<{ checklist: { name: string } }[]>((resolve) => {
      all.onsuccess = () => resolve(all.result);
    });
    database.close();
    return rows.map(({ checklist }) => checklist.name);
  });
}

/** A setting as it is kept; empty where there is none. */
export function settingOf(page: Page, key: string): Promise<string> {
  return page.evaluate(async (wanted) => {
    const open = indexedDB.open('gouji');
    const database = await new Promise<IDBDatabase>((resolve) => {
      open.onsuccess = () => resolve(open.result);
    });
    const get = database.transaction('settings').objectStore('settings').get(wanted);
    const row = await new Promise<{ value: string } | undefined>((resolve) => {
      get.onsuccess = () => resolve(get.result);
    });
    database.close();
    return row?.value ?? '';
  }, key);
}

/** Puts opinions into the store, as many as a season has. */
export async function putOpinions(page: Page, opinions: readonly Opinion[]): Promise<void> {
  await page.evaluate(async (rows) => {
    const open = indexedDB.open('gouji');
    const database = await new Promise<IDBDatabase>((resolve) => {
      open.onsuccess = () => resolve(open.result);
    });
    const change = database.transaction('opinions', 'readwrite');
    for (const row of rows) change.objectStore('opinions').put(row);
    await new Promise<void>((resolve) => {
      change.oncomplete = () => resolve();
    });
    database.close();
  }, opinions);
}

/** All tables with all their rows, those alone left out that are made from the others whenever somebody looks. */
export function everythingKept(page: Page): Promise<Readonly<Record<string, readonly unknown[]>>> {
  return page.evaluate(async () => {
    const open = indexedDB.open('gouji');
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      open.onsuccess = () => resolve(open.result);
      open.onerror = () => reject(open.error);
    });
    const names = [...database.objectStoreNames].filter((name) => name !== 'details');
    const store = database.transaction(names);
    const rows = (name: string) =>
      new Promise<unknown[]>((resolve, reject) => {
        const all = store.objectStore(name).getAll();
        all.onsuccess = () => resolve(all.result);
        all.onerror = () => reject(all.error);
      });
    const tables = await Promise.all(names.map(async (name) => [name, await rows(name)] as const));
    database.close();
    return Object.fromEntries(tables);
  });
}

/**
 * From here on the page stands still at a moment of its writing, until it is killed: at the row added as the so-manieth,
 * or when the first transaction that adds is complete. Says so in the console.
 */
export async function standStill(page: Page, at: number | 'complete'): Promise<void> {
  await page.evaluate((when) => {
    const stop = (): void => {
      console.info('stands still');
      const end = performance.now() + 30_000;
      while (performance.now() < end);
    };
    const { add } = IDBObjectStore.prototype;
    let added = 0;
    IDBObjectStore.prototype.add = function (this: IDBObjectStore, ...row: Parameters<typeof add>) {
      const request = add.apply(this, row);
      added += 1;
      if (when === 'complete' && added === 1) this.transaction.addEventListener('complete', stop);
      if (added === when) stop();
      return request;
    };
  }, at);
}
