/** 共享文件夹 in real Chromium, on the browser's own file system: two profiles, a sync program between them, nothing lost. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { hostedApp } from './harness/hosted-app';
import { carry, folderFiles, putFolderFile, withFolders } from './harness/shared-folder';
import { named, offline, openSharing, review, withReport } from './harness/sharing';
import { kept } from './harness/store';

const hosted = hostedApp(4940);

async function person(name: string, options: { readonly forgetful?: boolean } = {}): Promise<Page> {
  const page = await hosted.open(null);
  await withFolders(page, options);
  return named(page, hosted.site.origin, name);
}

/** Chooses the folder; `merge` where something is in it already. */
async function connect(page: Page, merge = false): Promise<void> {
  await openSharing(page);
  await page.getByRole('button', { name: '选择共享文件夹' }).click();
  if (merge) await page.locator('.preview').getByRole('button', { name: '合并', exact: true }).click();
  await page.getByText('同步完毕').waitFor();
}

async function sync(page: Page): Promise<void> {
  const round = page.getByRole('button', { name: '现在同步' });
  await round.and(page.locator('[aria-disabled=false]')).click();
  await round.and(page.locator('[aria-disabled=false]')).waitFor();
}

function lines(text: string): number {
  return text.trimEnd().split('\n').length;
}

describe('a shared folder', () => {
  it('two people write apart, offline, and end equal when the files have travelled', async () => {
    const wang = await person('王');
    await withReport(wang, hosted.site.origin, 'planted-2024.html');
    await review(wang, '1');
    await connect(wang);
    const [own = ''] = Object.keys(await folderFiles(wang));
    expect(own).toMatch(/^[0-9a-f]{32}\.jsonl$/);

    const li = await person('李');
    await withReport(li, hosted.site.origin, 'planted-2024.html');
    await carry(wang, li);
    await openSharing(li);
    await li.getByRole('button', { name: '选择共享文件夹' }).click();
    expect(await li.locator('.preview').innerText()).toMatch(/共享文件夹 年报共享[\s\S]*王：1 条/);
    // Shown first: nothing is in yet, and nothing was written.
    expect((await kept(li)).words).toEqual([]);
    expect(Object.keys(await folderFiles(li))).toEqual([own]);
    await li.locator('.preview').getByRole('button', { name: '合并', exact: true }).click();
    await li.getByText('同步完毕').waitFor();

    await offline(wang, li);
    for (const [page, keys] of [
      [wang, ['3', '1']],
      [li, ['4', '3', '4']],
    ] as const) {
      await page.goBack();
      for (const key of keys) await review(page, key);
    }
    // Each word is written a moment after it was said, wherever in the app one is.
    await expect.poll(async () => lines(Object.values(await folderFiles(wang)).join(''))).toBe(4);
    await expect.poll(async () => lines(Object.values(await folderFiles(li)).join(''))).toBe(2 + 4);
    for (let round = 0; round < 2; round++) {
      await carry(wang, li);
      await carry(li, wang);
      for (const page of [wang, li]) {
        await openSharing(page);
        await sync(page);
      }
    }
    const [mine, theirs] = [await kept(wang), await kept(li)];
    expect(mine).toEqual(theirs);
    expect(mine.words).toHaveLength(6);
    expect(Object.keys(await folderFiles(wang))).toHaveLength(2);
  });

  it('a file half there, copies and strangers: said, and nothing is lost', async () => {
    const wang = await person('王');
    await connect(wang);
    const theirs = 'a'.repeat(32);
    const head = `{"format":"gouji-folder","version":1,"person":"${theirs}","name":"<b>李</b>"}\n`;
    const word = (id: string): string =>
      `${JSON.stringify({ id, finding: 'f', against: '', field: 'status', value: 'fixed', author: '李', at: '2026-01-20T06:00:00.000Z', counter: 1 })}\n`;
    await putFolderFile(wang, `${theirs}.jsonl`, head + word('1') + word('2').slice(0, 30));
    await sync(wang);
    await wang.getByText('还没有同步完，完整的 1 条已并入').waitFor();
    await putFolderFile(wang, `${theirs}.jsonl`, head + word('1') + word('2'));
    await putFolderFile(wang, `${theirs} (1).jsonl`, head + word('3'));
    await putFolderFile(wang, '说明.docx', 'x');
    await sync(wang);
    await wang.getByText('是同步软件留下的副本').waitFor();
    await wang.getByText('“说明.docx”不是勾稽的文件').waitFor();
    expect(await wang.getByText('还没有同步完').count()).toBe(0);
    expect((await kept(wang)).words).toHaveLength(3);
    // Somebody cuts the file: what it said is written again by us.
    await putFolderFile(wang, `${theirs}.jsonl`, head);
    await sync(wang);
    await wang.getByText('比上次短或被改写').waitFor();
    const files = await folderFiles(wang);
    expect(Object.entries(files).find(([name]) => !name.startsWith(theirs) && name.endsWith('.jsonl'))?.[1]).toMatch(
      /"id":"1"[\s\S]*"id":"2"/,
    );
    expect(await wang.locator('.exchange b').count()).toBe(0);
  });

  it('permission lost with a restart: one button allows it again', async () => {
    const wang = await person('王', { forgetful: true });
    await connect(wang);
    await wang.reload();
    await wang.getByText('需要再次允许使用“年报共享”').waitFor();
    await wang.getByRole('button', { name: '再次允许' }).click();
    await wang.getByText('同步完毕').waitFor();
    await wang.getByRole('button', { name: '断开' }).click();
    await wang.getByText('已断开').waitFor();
    await wang.reload();
    await wang.getByRole('button', { name: '选择共享文件夹' }).waitFor();
  });

  it('deleted with everything else: what it holds does not come back, though the app stays open', async () => {
    const wang = await person('王');
    await withReport(wang, hosted.site.origin, 'planted-2024.html');
    await review(wang, '1');
    await connect(wang);
    await wang.goto(`${hosted.site.origin}/#/settings`);
    await wang.getByRole('button', { name: '全部删除…' }).click();
    await wang.getByRole('button', { name: '不备份，直接删除' }).click();
    await wang.getByText('本机数据已全部删除').waitFor();
    await openSharing(wang);
    await wang.getByRole('button', { name: '选择共享文件夹' }).waitFor();
    await wang.reload();
    await wang.getByRole('button', { name: '选择共享文件夹' }).waitFor();
    expect((await kept(wang)).words).toEqual([]);
    expect(Object.keys(await folderFiles(wang))).toHaveLength(1);
  });

  it('left in one window is left in the other', async () => {
    const wang = await person('王');
    await connect(wang);
    const second = await wang.context().newPage();
    await second.goto(`${hosted.site.origin}/#/exchange`);
    await second.getByText('同步完毕').waitFor();
    await wang.getByRole('button', { name: '断开' }).click();
    await second.getByRole('button', { name: '选择共享文件夹' }).waitFor();
    await second.reload();
    await second.getByRole('button', { name: '选择共享文件夹' }).waitFor();
  });

  it('left while a round is under way: the round neither writes there nor brings it back', async () => {
    const wang = await person('王');
    await withReport(wang, hosted.site.origin, 'planted-2024.html');
    await connect(wang);
    const before = await folderFiles(wang);
    // A network drive that takes its time.
    await wang.evaluate(() => {
      const { getDirectoryHandle } = FileSystemDirectoryHandle.prototype;
      const own = globalThis as unknown as Record<string, unknown>;
      own['asked'] = 0;
      const wait = new Promise<void>((resolve) => {
        own['release'] = resolve;
      });
      FileSystemDirectoryHandle.prototype.getDirectoryHandle = async function (...about) {
        own['asked'] = Number(own['asked']) + 1;
        await wait;
        own['answered'] = true;
        return getDirectoryHandle.apply(this, about);
      };
    });
    await wang.goBack();
    await review(wang, '1');
    await wang.waitForFunction(() => Number((globalThis as unknown as Record<string, unknown>)['asked']) > 0);
    await openSharing(wang);
    await wang.getByRole('button', { name: '断开' }).click();
    await wang.getByText('已断开').waitFor();
    await wang.evaluate(() => ((globalThis as unknown as Record<string, () => void>)['release'] as () => void)());
    // Its lock is free when the round is over.
    await wang.evaluate(() => navigator.locks.request('gouji-folder', () => undefined));
    expect(await folderFiles(wang)).toEqual(before);
    await wang.reload();
    await wang.getByRole('button', { name: '选择共享文件夹' }).waitFor();
    expect((await kept(wang)).words).toHaveLength(1);
  });

  it('gone from its place: said, and all is well when it is back', async () => {
    const wang = await person('王');
    await connect(wang);
    await wang.evaluate(async () =>
      (await navigator.storage.getDirectory()).removeEntry('年报共享', { recursive: true }),
    );
    await sync(wang);
    await wang.getByText('找不到文件夹').waitFor();
    await wang.getByText('本机的意见都在').waitFor();
  });
});
