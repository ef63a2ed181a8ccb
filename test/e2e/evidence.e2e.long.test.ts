/** 证据: sealed by the shipped extension from real pages after a real click, kept, shown and verified in the app. */
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { launchBrowser, openApp } from './harness/app';
import { axeViolations } from './harness/axe';
import { retry } from './harness/browser';
import { appFolder, root, samplesFolder } from './harness/build';
import { checkPage, openPage } from './harness/checked-page';
import { lastDownload, stashDownloads } from './harness/downloads';
import { scriptedSite, servedFolder, temporaryFolder } from './harness/for-file';
import { type Kept, keptEvidence } from './harness/kept-evidence';
import { highlightsOn, marksOn } from './harness/marks';
import { shippedExtension } from './harness/shipped-extension';
import { drawn } from './harness/states';

const planted = readFileSync(join(samplesFolder, 'planted-2024.html'));

/** A page that makes it hard: nothing kept in the cache, a strict policy, a header that stays, a frame that scrolls. */
const hard = planted
  .toString('utf8')
  .replace(
    '</head>',
    `<style>.stay { position: fixed; z-index: 9; top: 0; left: 0; right: 0; height: 90px; background: #f00 }
     .text > table:nth-of-type(2) { display: block; width: 500px; overflow: auto } body { padding-top: 90px }</style></head>`,
  )
  .replace(/<body[^>]*>/, '$&<div class="stay"></div>')
  .replace('<td', '<td onclick="alert(1)"')
  .replace('</td>', '<script>document.title += "!"</script><a href=" java\nscript:alert(2)"></a></td>');

const extension = shippedExtension();
const folder = temporaryFolder();
const hosted = servedFolder(appFolder, 'index.html');
const site = scriptedSite(() => {
  const head = { 'content-type': 'text/html; charset=utf-8' };
  const kept = { headers: { ...head, 'last-modified': 'Mon, 20 Jan 2025 06:00:00 GMT' }, body: planted };
  const fleeting = { headers: { ...head, 'cache-control': 'no-store' }, body: hard };
  const policy = "default-src 'none'; style-src 'unsafe-inline'";
  const strict = { ...fleeting, headers: { ...fleeting.headers, 'content-security-policy': policy } };
  const plain = ['plain', 'changed', 'other', 'behind', 'full', 'asked', 'closed', 'shown'];
  return {
    ...Object.fromEntries(plain.map((name) => [`/${name}`, () => kept])),
    '/hard': () => fleeting,
    '/hard-policy': () => strict,
    // Gone when it is asked for again.
    '/hard-once': () => (asked('/hard-once') > 1 ? { ...fleeting, status: 404 } : fleeting),
  };
});
const asked = (path: string): number => site.asked.filter((each) => each.path === path).length;

const open = (address: string): Promise<Page> => openPage(extension, address);
const check = (page: Page): Promise<Page> => checkPage(extension, page, '项勾稽关系');

/** Saves, and waits until its evidence is sealed. */
async function save(page: Page, panel: Page): Promise<Kept> {
  const before = new Set((await keptEvidence(extension)).map(({ id }) => id));
  await page.bringToFront();
  await panel.locator('h1').click();
  await panel.keyboard.press('s');
  await panel.getByRole('link', { name: '证据' }).waitFor();
  const sealed = (await keptEvidence(extension)).find(({ id }) => !before.has(id));
  if (sealed === undefined) throw new Error('nothing was sealed');
  return sealed;
}

const named = (kept: Kept, name: string) => kept.manifest.parts.find((part) => part.name === name);

function sha256(bytes: Uint8Array | string): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/**
 * How many pixels of two PNG pictures of one table differ clearly. A table that begins between two pixels may be cut a
 * pixel earlier or later, so the better of those counts.
 */
function differing(page: Page, a: string, b: string): Promise<number> {
  return page.evaluate(
    async (pictures) => {
      const read = async (base64: string): Promise<ImageData> => {
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
        const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
        const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
        context?.drawImage(bitmap, 0, 0);
        return context?.getImageData(0, 0, bitmap.width, bitmap.height) ?? new ImageData(1, 1);
      };
      const [first, second] = await Promise.all([read(pictures[0]), read(pictures[1])]);
      const [width, height] = [first.width, first.height];
      if (Math.abs(width - second.width) > 1 || Math.abs(height - second.height) > 1) return width * height;
      const count = (left: number, top: number): number => {
        let found = 0;
        for (let y = 1; y < height - 1; y++)
          for (let x = 1; x < width - 1; x++) {
            const [from, to] = [(y * width + x) * 4, ((y + top) * second.width + x + left) * 4];
            const far = (at: number): boolean =>
              Math.abs((first.data[from + at] ?? 0) - (second.data[to + at] ?? 0)) > 40;
            if (far(0) || far(1) || far(2)) found++;
          }
        return found;
      };
      const shifts = [-1, 0, 1].flatMap((left) => [-1, 0, 1].map((top) => count(left, top)));
      return Math.min(...shifts);
    },
    [a, b] as const,
  );
}

test('saving seals the page: its bytes, tables, pictures without a mark; nothing of it stays in the page', async () => {
  const page = await open(site.address('/plain'));
  const before = await page.evaluate(() => document.documentElement.outerHTML);
  const panel = await check(page);
  const marked = await highlightsOn(page);
  const marks = (await marksOn(page)).length;
  await page.evaluate(() => scrollTo(0, 333));
  const kept = await save(page, panel);

  expect(sha256(JSON.stringify(kept.manifest))).toBe(kept.id);
  expect(kept.manifest.missing).toEqual([]);
  expect(kept.manifest.parts.map(({ name }) => name)).toEqual([
    'page.html',
    'places.json',
    ...[1, 2, 3].flatMap((table) => ['html', 'png', 'txt'].map((ending) => `table-${table}.${ending}`)),
  ]);
  for (const { name, sha256: hash, size } of kept.manifest.parts) {
    const bytes = Buffer.from(kept.parts[name] ?? '', 'base64');
    expect([hash, size]).toEqual([sha256(bytes), bytes.length]);
  }
  expect(Buffer.from(kept.parts['page.html'] ?? '', 'base64').equals(planted)).toBe(true);
  expect(named(kept, 'page.html')?.received).toEqual({
    from: 'cache',
    status: 200,
    tables: 'same',
    lastModified: 'Mon, 20 Jan 2025 06:00:00 GMT',
    etag: null,
  });
  expect(asked('/plain')).toBe(1);
  expect(kept.manifest.address).toBe(site.address('/plain'));
  expect(Buffer.from(kept.parts['table-2.txt'] ?? '', 'base64').toString()).toMatch(/予以公开\s+12\s+1\s+0/);

  expect(await page.evaluate(() => scrollY)).toBe(333);
  expect(await highlightsOn(page)).toEqual(marked);
  expect((await marksOn(page)).length).toBe(marks);
  await panel.locator('h1').click();
  await panel.keyboard.press('e');
  await retry(async () => expect(await marksOn(page)).toEqual([]));
  expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(before);
  for (const table of [1, 2, 3]) {
    const shot = (
      await page
        .locator('.text table')
        .nth(table - 1)
        .screenshot()
    ).toString('base64');
    expect(await differing(page, kept.parts[`table-${table}.png`] ?? '', shot)).toBe(0);
  }
});

test('a page that makes it hard: pictures free of what lies over it, nothing that could run, and what was not had', async () => {
  const page = await open(site.address('/hard'));
  const panel = await check(page);
  const kept = await save(page, panel);
  expect(named(kept, 'page.html')?.received?.from).toBe('network');
  expect(asked('/hard')).toBe(2);
  const html = Buffer.from(kept.parts['table-1.html'] ?? '', 'base64').toString();
  expect(html).toContain('<td');
  expect(html).not.toMatch(/script|onclick/i);
  await panel.locator('h1').click();
  await panel.keyboard.press('e');
  await retry(async () => expect(await marksOn(page)).toEqual([]));
  await page.addStyleTag({ content: '.stay { display: none }' });
  for (const table of [1, 3]) {
    const shot = (
      await page
        .locator('.text table')
        .nth(table - 1)
        .screenshot()
    ).toString('base64');
    expect(await differing(page, kept.parts[`table-${table}.png`] ?? '', shot)).toBe(0);
  }
  // No red of the header that stays in any of them.
  for (const table of [1, 2, 3]) expect(await redOf(page, kept.parts[`table-${table}.png`] ?? '')).toBe(0);
});

function redOf(page: Page, base64: string): Promise<number> {
  return page.evaluate(async (text) => {
    const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
    context?.drawImage(bitmap, 0, 0);
    const { data } = context?.getImageData(0, 0, bitmap.width, bitmap.height) ?? { data: [] };
    let count = 0;
    for (let at = 0; at < data.length; at += 4)
      if ((data[at] ?? 0) > 160 && (data[at + 1] ?? 0) < 80 && (data[at + 2] ?? 0) < 80) count++;
    return count;
  }, base64);
}

test('bytes that cannot be had again are missing, with the reason; a strict policy of the page is no hindrance', async () => {
  const once = await open(site.address('/hard-once'));
  const kept = await save(once, await check(once));
  expect(kept.manifest.missing).toContainEqual({ kind: 'page', table: null, reason: 'status', detail: '404' });
  expect(named(kept, 'page.html')).toBeUndefined();
  const strict = await open(site.address('/hard-policy'));
  const other = await save(strict, await check(strict));
  expect(named(other, 'page.html')?.received?.tables).toBe('same');
});

test('tables that a script changed: the bytes are told to differ from what is shown', async () => {
  const page = await open(site.address('/changed'));
  await page.evaluate(() => {
    const cell = [...document.querySelectorAll('.text td')].find((each) => each.textContent.trim() === '12');
    if (cell !== undefined) cell.textContent = '13';
  });
  const kept = await save(page, await check(page));
  expect(named(kept, 'page.html')?.received?.tables).toBe('different');
  expect(Buffer.from(kept.parts['table-2.txt'] ?? '', 'base64').toString()).toMatch(/予以公开\s+13\s+1\s+0/);
});

test('another tab comes to the front: no picture of it is sealed, and the rest is', async () => {
  const other = await open(site.address('/other'));
  const page = await open(site.address('/behind'));
  const panel = await check(page);
  await panel.locator('h1').click();
  await panel.keyboard.press('s');
  await panel.getByText('正在取证').waitFor();
  await other.bringToFront();
  await retry(
    async () =>
      expect((await keptEvidence(extension)).some(({ manifest }) => manifest.address.endsWith('/behind'))).toBe(true),
    30_000,
  );
  const kept = (await keptEvidence(extension)).find(({ manifest }) => manifest.address.endsWith('/behind'));
  const missing = kept?.manifest.missing.map(({ kind, reason }) => `${kind}: ${reason}`) ?? [];
  expect(missing).toContain('table-image: not-in-front');
  // Of the table whose pictures were being taken, those from before may be kept.
  expect(missing.filter((each) => !/^table-image: (not-in-front|cut)$/.test(each))).toEqual([]);
  expect(kept && named(kept, 'table-3.html')).toBeDefined();
  await other.close();
});

test('storage full: the report is saved, its evidence is not, and that is said', async () => {
  const page = await open(site.address('/full'));
  const panel = await check(page);
  await panel.evaluate(() => {
    const add = IDBObjectStore.prototype.add;
    IDBObjectStore.prototype.add = function (...given) {
      if (this.name === 'evidence') throw new DOMException('full', 'QuotaExceededError');
      return add.apply(this, given);
    };
  });
  await panel.locator('h1').click();
  await panel.keyboard.press('s');
  await panel.getByText('证据没有存下：本机存储空间已满').waitFor();
  expect(await panel.locator('footer').innerText()).toContain('已保存');
  expect((await keptEvidence(extension)).some(({ manifest }) => manifest.address.endsWith('/full'))).toBe(false);
  // Another try, once there is room.
  await panel.reload();
  await panel.getByRole('button', { name: '取证' }).waitFor();
});

test('marks asked for in the middle of it are in no picture', async () => {
  const page = await open(site.address('/asked'));
  const panel = await check(page);
  await panel.locator('h1').click();
  await panel.keyboard.press('s');
  await panel.getByText('正在取证').waitFor();
  const tabId = await extension.tabId(page);
  // What the panel's key sends, at three moments of it.
  await (await extension.worker()).evaluate(async (id) => {
    for (let call = 0; call < 3; call++) {
      await chrome.tabs.sendMessage(id, { type: 'marks', shown: true }, { frameId: 0 });
      await new Promise((resolve) => setTimeout(resolve, 700));
    }
  }, tabId);
  await panel.getByRole('link', { name: '证据' }).waitFor();
  const kept = (await keptEvidence(extension)).find(({ manifest }) => manifest.address.endsWith('/asked'));
  await page.bringToFront();
  for (const table of [1, 2, 3]) expect(await redOf(page, kept?.parts[`table-${table}.png`] ?? '')).toBe(0);
});

test('the panel is closed in the middle: the marks come back by themselves', async () => {
  const page = await open(site.address('/closed'));
  const panel = await check(page);
  const marks = (await marksOn(page)).length;
  await panel.locator('h1').click();
  await panel.keyboard.press('s');
  await panel.getByText('正在取证').waitFor();
  await panel.goto('about:blank');
  await retry(async () => expect((await marksOn(page)).length).toBe(marks), 25_000);
});

test('in the app: parts, reasons, pictures with marks on a copy, verification, and a file that others can verify', async () => {
  const page = await open(site.address('/shown'));
  const panel = await check(page);
  const kept = await save(page, panel);
  const app = await open((await panel.getByRole('link', { name: '证据' }).getAttribute('href')) ?? '');
  await app.getByText(kept.id).waitFor();
  expect(await app.locator('table.parts tbody tr').count()).toBe(kept.manifest.parts.length);
  await app.locator('canvas').nth(2).waitFor();
  for (const colorScheme of ['light', 'dark'] as const) {
    await app.emulateMedia({ colorScheme });
    expect(await axeViolations(app)).toEqual([]);
    await drawn(app, `evidence-${colorScheme}`);
  }
  await app.getByLabel('显示标记').check();
  await stashDownloads(app);
  await app.getByRole('button', { name: '另存带标记的副本' }).nth(1).click();
  const copy = await lastDownload(app);
  // On the copy there are boxes; the sealed picture is as it was.
  expect(await differing(app, copy, kept.parts['table-2.png'] ?? '')).toBeGreaterThan(100);
  await app.getByText(`校验通过：清单和 ${kept.manifest.parts.length} 个部分都与封存时一致`).waitFor();
  await drawn(app, 'evidence-verified');

  await app.getByRole('button', { name: '导出证据' }).press('Enter');
  await app.getByText('已导出报告和证据').waitFor();
  const file = folder.file('evidence.gouji');
  await writeFile(file, Buffer.from(await lastDownload(app), 'base64'));
  const verified = await promisify(execFile)('npm', ['run', '--silent', 'check', '--', '--verify', file], {
    cwd: root,
  });
  expect(verified.stdout).toContain(kept.id);
  expect(verified.stdout).toContain('校验通过');

  await app.evaluate(async (id) => {
    const request = <T>(wish: IDBRequest<T>): Promise<T> =>
      new Promise((resolve, reject) => {
        wish.onsuccess = () => resolve(wish.result);
        wish.onerror = () => reject(wish.error);
      });
    const database = await request(indexedDB.open('gouji'));
    const parts = database.transaction('evidenceParts', 'readwrite').objectStore('evidenceParts');
    await request(parts.put({ evidence: id, name: 'table-1.txt', bytes: new Blob(['other']) }));
    database.close();
  }, kept.id);
  await app.getByRole('button', { name: '重新校验' }).click();
  await app.getByText('校验不通过：table-1.txt 已改动').waitFor();

  await hostedTakes(file, kept.id);
});

/** The hosted app opens the file, previews and merges it, and verifies. */
async function hostedTakes(file: string, id: string): Promise<void> {
  const browser = await launchBrowser();
  try {
    const { page, complaints } = await openApp(browser, hosted.address('index.html#/exchange'));
    await page.locator('input.bundle-input').setInputFiles(file);
    await page.getByText('新证据 1 份，校验通过').waitFor();
    await page.getByRole('button', { name: '合并' }).click();
    await page.goto(hosted.address('index.html#/'));
    await page.locator('table.reports tbody a').first().click();
    await page.getByRole('link', { name: '证据 1 份' }).click();
    await page.getByText(id).waitFor();
    await page.getByText('校验通过').waitFor();
    await page.locator('canvas').nth(2).waitFor();
    expect(complaints).toEqual([]);
  } finally {
    await browser.close();
  }
}
