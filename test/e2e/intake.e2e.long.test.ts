/** Ways in that only a browser has: folders dropped and chosen; and what happens where the disk is full. */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formOf, renderPage } from '../support/render';
import { type AppFile, drop, listed } from './harness/app';
import { axeViolations } from './harness/axe';
import { hostedApp } from './harness/hosted-app';
import { pictureOf } from './harness/pictures';

const hosted = hostedApp(5700);

let folder: string;

const PLACES = [...'东南西北中前后上下长平安'];

function reportFile(index: number): AppFile {
  const organ = `${PLACES[index % PLACES.length]}${PLACES[Math.floor(index / PLACES.length)]}县人民政府`;
  return { name: `${index}.html`, body: renderPage({ form: formOf('2021'), year: 2024, organ }) };
}

beforeAll(async () => {
  folder = join(await mkdtemp(join(tmpdir(), 'gouji-folder-')), '2024年报');
  const files: Readonly<Record<string, string | Uint8Array>> = {
    '县直/0.html': reportFile(0).body,
    '县直/更深/1.html': reportFile(1).body,
    '乡镇/2.html': reportFile(2).body,
    '乡镇/坏.html': '',
    '乡镇/.DS_Store': 'x',
    '乡镇/Thumbs.db': 'x',
  };
  for (const [path, body] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), body);
  }
});
afterAll(async () => {
  await rm(dirname(folder), { recursive: true, force: true });
});

async function open(): Promise<Page> {
  return hosted.open('');
}

async function done(page: Page): Promise<string> {
  const note = page.locator('.note.info', { hasText: '核查完毕' });
  await note.waitFor({ timeout: 60_000 });
  return note.locator('.note-line').innerText();
}

/** As the desktop drags it: the browser itself opens what is dropped. */
async function dragIn(page: Page, ...paths: readonly string[]): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const data = { items: [], files: [...paths], dragOperationsMask: 1 };
  const send = (type: 'dragEnter' | 'dragOver' | 'drop'): Promise<unknown> =>
    session.send('Input.dispatchDragEvent', { type, x: 500, y: 500, data });
  const cover = page.getByText('松开鼠标，即刻在本机核查');
  // A browser that is busy loses one now and then, and all that follows it: then the files are brought in anew.
  const isDropped = async (): Promise<boolean> => {
    await send('dragEnter');
    await cover.waitFor();
    await send('dragOver');
    await send('drop');
    return cover.waitFor({ state: 'hidden', timeout: 2000 }).then(
      () => true,
      () => false,
    );
  };
  await expect.poll(isDropped).toBe(true);
  await session.detach();
}

describe('a folder', () => {
  const SAID = '核查完毕：已保存 3 份，1 份未能核查，略过系统文件 2 个';
  const expectAll = async (page: Page): Promise<void> => {
    expect(await done(page)).toBe(SAID);
    await expect
      .poll(async () => (await listed(page)).sort())
      .toEqual(['东东县人民政府', '南东县人民政府', '西东县人民政府']);
    await page.goto(`${hosted.site.origin}/#/batch`);
    // With its folders, as people look for it.
    await expect.poll(() => page.locator('.failures li strong').allInnerTexts()).toEqual(['2024年报/乡镇/坏.html']);
  };

  it('is dropped, its folders with it', async () => {
    const page = await open();
    await dragIn(page, folder);
    await expectAll(page);
  });

  it('is chosen, its folders with it', async () => {
    const page = await open();
    const choosing = page.waitForEvent('filechooser');
    await page.getByRole('button', { name: '选择文件夹' }).first().click();
    const chooser = await choosing;
    await chooser.setFiles(folder);
    await expectAll(page);
  });

  it('and files beside it are dropped together', async () => {
    const page = await open();
    await dragIn(page, join(folder, '县直/更深'), join(folder, '县直/0.html'));
    expect(await done(page)).toBe('核查完毕：已保存 2 份');
  });

  it('without anything in it is said to be empty', async () => {
    const page = await open();
    const empty = join(folder, '空');
    await mkdir(empty, { recursive: true });
    await dragIn(page, empty);
    await page.getByText('其中没有可以核查的文件').waitFor();
    await dragIn(page, join(folder, '县直/0.html'));
    await page.getByRole('heading', { name: '东东县人民政府 2024 年报' }).waitFor();
    await rm(empty, { recursive: true });
  });
});

describe('a full disk', () => {
  /** The browser holds to it for as long as the session lasts. */
  const limiting = async (page: Page): Promise<(size?: number) => Promise<void>> => {
    const session = await page.context().newCDPSession(page);
    return async (size) => {
      const limit = size === undefined ? {} : { quotaSize: size };
      await session.send('Storage.overrideQuotaForOrigin', { origin: hosted.site.origin, ...limit });
    };
  };
  const used = (page: Page): Promise<number> =>
    page.evaluate(async () => (await navigator.storage.estimate()).usage ?? 0);
  const stored = (page: Page): Promise<number> =>
    page.evaluate(
      () =>
        new Promise<number>((resolve, reject) => {
          const opening = indexedDB.open('gouji');
          opening.onerror = () => reject(opening.error);
          opening.onsuccess = () => {
            const counting = opening.result.transaction('reports').objectStore('reports').count();
            counting.onsuccess = () => {
              opening.result.close();
              resolve(counting.result);
            };
          };
        }),
    );
  const COUNT = 30;
  const files = Array.from({ length: COUNT }, (_, index) => reportFile(index));

  it('is said, with what to do; what is checked stays, what waits goes on once there is room', async () => {
    const page = await open();
    await page.locator('header .tag', { hasText: '可离线使用' }).waitFor();
    const quota = await limiting(page);
    await quota((await used(page)) + 400_000);
    await drop(page, files);
    const halted = page.locator('.note.error', { hasText: '核查已暂停' });
    await halted.waitFor({ timeout: 60_000 });
    expect(await halted.innerText()).toMatch(/本机存储空间已满[\s\S]*删除不需要的报告，或清理磁盘/);
    expect(await axeViolations(page)).toEqual([]);
    const kept = await stored(page);
    expect(kept).toBeLessThan(COUNT);
    const waiting = Number(/(\d+) 份文件在等候/.exec(await halted.innerText())?.[1]);
    expect(kept + waiting, 'none is lost').toBe(COUNT);
    // Those that wait are nowhere but in this page, which says so, and asks before it is closed.
    await page.getByText(`${waiting} 份文件没有存下`).waitFor();
    expect(await page.getByText('核查完毕').count()).toBe(0);
    const asked = page.waitForEvent('dialog');
    await page.evaluate(() => setTimeout(() => location.reload()));
    const dialog = await asked;
    expect(dialog.type()).toBe('beforeunload');
    await dialog.dismiss();

    // Still full: it says so again, and loses nothing.
    await halted.evaluate((note) => note.setAttribute('data-seen', ''));
    await page.getByRole('button', { name: `继续核对剩下的 ${waiting} 份` }).click();
    await page.locator('.note.error:not([data-seen])', { hasText: '核查已暂停' }).waitFor();
    await quota();
    await page.getByRole('button', { name: /继续核对剩下的 \d+ 份/ }).click();
    await done(page);
    expect(await stored(page)).toBe(COUNT);
    await halted.waitFor({ state: 'detached' });
  });

  it('says that an entry is not kept, keeps it on the page, and in the store with the next key', async () => {
    const page = await open();
    await page.locator('header .tag', { hasText: '可离线使用' }).waitFor();
    // Before the first write: the browser looks at the limit now and then, not each time.
    const quota = await limiting(page);
    await quota((await used(page)) + 60_000);
    await page.goto(`${hosted.site.origin}/#/entry`);
    await page.getByRole('button', { name: '新建录入（2021 年格式）' }).click();
    const cell = page.locator('input[data-of="applications.received.individual"]');
    await cell.fill('5');
    await page.getByText('录入已存在本机').waitFor();
    const picture = await pictureOf(hosted.browser, { form: formOf('2021') });
    await page.locator('.picture-input').setInputFiles({
      name: picture.name,
      mimeType: 'image/png',
      buffer: Buffer.from(picture.body),
    });
    const unkept = page.locator('.note.warning', { hasText: '图片没有存下' });
    await unkept.waitFor();
    expect(await unkept.innerText()).toContain('存储空间已满');
    await page.locator('.picture-box canvas').waitFor();
    await cell.fill('58');
    await page.getByText('正文（可不录）').click();
    // A few bytes find room in any full disk.
    for (const area of await page.locator('.prose-fields textarea').all()) await area.fill('公开。'.repeat(6000));
    const lost = page.locator('.note.error', { hasText: '录入没有存下' });
    await lost.waitFor();
    expect(await lost.innerText()).toMatch(/空间已满[\s\S]*不要关闭此页面/);
    expect(await cell.inputValue()).toBe('58');
    await page.getByRole('button', { name: '保存', exact: true }).click();
    await page.locator('.note.error', { hasText: '报告没有保存' }).waitFor();
    await quota();
    await cell.fill('581');
    await page.getByText('录入已存在本机').waitFor();
    await page.reload();
    await cell.waitFor();
    expect(await cell.inputValue()).toBe('581');
  });
});
