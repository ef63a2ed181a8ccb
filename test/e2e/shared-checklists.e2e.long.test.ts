/** 核查清单 between two people, in real Chromium: by file, link, code and folder, and what both changed stands beside each other. */
import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { drop } from './harness/app';
import { axeViolations } from './harness/axe';
import { hostedApp } from './harness/hosted-app';
import { carry, folderFiles, withFolders } from './harness/shared-folder';
import { downloaded, merge, named, offline, openSharing, preview } from './harness/sharing';

const hosted = hostedApp(4960);

async function person(name: string): Promise<Page> {
  const page = await hosted.open(null);
  await withFolders(page);
  return named(page, hosted.site.origin, name);
}

async function openChecklists(page: Page): Promise<void> {
  await page.evaluate(() => {
    location.hash = '#/checklists';
  });
  await page.getByRole('button', { name: '新建清单' }).waitFor();
}

const called = (page: Page) => page.getByRole('textbox', { name: '清单名称' });

async function saved(page: Page, version: number): Promise<void> {
  await page.keyboard.press('Control+s');
  await page.getByText(`已存为版本 ${version}`).waitFor();
}

/** A checklist of this name, saved; where it is sent from, chosen. */
async function toBeSent(page: Page, name: string): Promise<void> {
  await openChecklists(page);
  await page.getByRole('button', { name: '新建清单' }).click();
  await called(page).fill(name);
  await saved(page, 1);
  await send(page, name);
}

async function send(page: Page, name: string): Promise<void> {
  await page.getByRole('link', { name: `发送“${name}”` }).click();
  await page.locator('.exchange #share').waitFor();
  expect(await page.getByRole('combobox', { name: '选择核查清单' }).locator('option:checked').innerText()).toBe(name);
}

async function edited(page: Page, from: string, to: string, version: number): Promise<void> {
  await openChecklists(page);
  await page.getByRole('link', { name: from, exact: true }).click();
  await called(page).fill(to);
  await saved(page, version);
}

/** Own ones, as the list comes to show them. */
async function listed(page: Page, names: readonly string[]): Promise<void> {
  await openChecklists(page);
  if (names.length === 0) await page.getByText('还没有。').waitFor();
  const rows = page.locator('.checklist-rows').first().locator('li > a:first-child');
  await expect.poll(() => rows.allInnerTexts()).toEqual(names);
}

describe('a checklist', () => {
  it('goes by file; both change it, and in both stores both versions stand until somebody makes one of them', async () => {
    const [wang, li] = [await person('王'), await person('李')];
    await toBeSent(wang, '示例清单');
    const file = await downloaded(wang, '导出 .gouji 文件');
    expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ reports: [], opinions: [{ field: 'own' }] });
    await offline(wang, li);
    await openSharing(li);
    await li.locator('.bundle-input').setInputFiles(file);
    expect(await preview(li)).toContain('“示例清单”第 1 版');
    await listed(li, []);
    await openSharing(li);
    await merge(li);
    await listed(li, ['示例清单']);

    await edited(wang, '示例清单', '王改的', 2);
    await edited(li, '示例清单', '李改的', 2);
    await send(li, '李改的');
    const back = await downloaded(li, '导出 .gouji 文件');
    await openSharing(wang);
    await wang.locator('.bundle-input').setInputFiles(back);
    expect(await preview(wang)).toMatch(/有 2 个并列的版本（.*李 的第 2 版/);
    await merge(wang);
    // Said later by the counter, or at the same count by time: the same one in both stores.
    await listed(wang, ['李改的']);
    await wang.locator('.checklist-rows').first().getByText('2 个版本并列').waitFor();
    await wang.getByRole('link', { name: '李改的', exact: true }).click();
    await wang.getByText('有人各自改了这份清单').waitFor();
    expect(await wang.locator('.versions li').count()).toBe(3);
    expect(await axeViolations(wang)).toEqual([]);
    await called(wang).fill('两人的');
    await saved(wang, 3);
    await wang.getByText('有人各自改了这份清单').waitFor({ state: 'detached' });

    await send(wang, '两人的');
    const last = await downloaded(wang, '导出 .gouji 文件');
    await openSharing(li);
    await li.locator('.bundle-input').setInputFiles(last);
    await preview(li);
    await merge(li);
    await listed(li, ['两人的']);
    expect(await li.getByText('个版本并列').count()).toBe(0);
  });

  it('goes by link, and fits a code', async () => {
    const [wang, li] = [await person('王'), await person('李')];
    await toBeSent(wang, '短的');
    await wang.getByRole('button', { name: '生成链接' }).click();
    const link = await wang.locator('.link-text').inputValue();
    await wang.getByRole('button', { name: '显示二维码' }).click();
    await wang.getByRole('img', { name: '二维码' }).waitFor();
    await li.goto(link.replace(/^[^#]*/, `${hosted.site.origin}/`));
    expect(await preview(li)).toContain('“短的”第 1 版');
    await merge(li);
    await listed(li, ['短的']);
  });

  it('goes by the shared folder, its later versions by themselves; deleted by one it stays with the other', async () => {
    const [wang, li] = [await person('王'), await person('李')];
    for (const page of [wang, li]) {
      await openSharing(page);
      await page.getByRole('button', { name: '选择共享文件夹' }).click();
      await page.getByText('同步完毕').waitFor();
    }
    await toBeSent(wang, '同步的');
    await wang.getByRole('button', { name: '放入共享文件夹' }).click();
    await expect.poll(async () => Object.values(await folderFiles(wang)).join('')).toContain('同步的');
    await edited(wang, '同步的', '同步的二', 2);
    await expect.poll(async () => Object.values(await folderFiles(wang)).join('')).toContain('同步的二');
    await carry(wang, li);
    await sync(li);
    await listed(li, ['同步的二']);
    await li.getByRole('button', { name: '删除“同步的二”' }).click();
    await li.getByText('还没有。').waitFor();
    await sync(li);
    await listed(li, []);
    await listed(wang, ['同步的二']);
  });

  it('as a file of its own, dropped under whatever name, is shown first and comes in once', async () => {
    const page = await person('王');
    const checklist = { name: '命令行的', version: '3' };
    const text = JSON.stringify({ format: 'gouji-checklist', version: 1, checklist });
    await page.goto(`${hosted.site.origin}/#/`);
    await page.locator('table.reports, .empty').first().waitFor();
    await drop(page, [{ name: '清单.json', body: text }]);
    expect(await preview(page)).toContain('“命令行的”第 3 版');
    await merge(page);
    await listed(page, ['命令行的']);
    await drop(page, [{ name: '又一份.gouji', body: text }]);
    await page.locator('.preview').getByRole('button', { name: '没有新内容' }).waitFor();
  });
});

describe('an undone merge of a shared folder', () => {
  it('stays out at the next round, and says so', async () => {
    const [wang, li] = [await person('王'), await person('李')];
    await openSharing(wang);
    await wang.getByRole('button', { name: '选择共享文件夹' }).click();
    await wang.getByText('同步完毕').waitFor();
    await toBeSent(wang, '会撤销的');
    await wang.getByRole('button', { name: '放入共享文件夹' }).click();
    await expect.poll(async () => Object.values(await folderFiles(wang)).join('')).toContain('会撤销的');
    await carry(wang, li);
    await openSharing(li);
    await li.getByRole('button', { name: '选择共享文件夹' }).click();
    await merge(li);
    await li.getByText('同步完毕').waitFor();
    await listed(li, ['会撤销的']);
    await openSharing(li);
    await li.locator('.merges').getByRole('button', { name: /^撤销/ }).click();
    await li.getByText('撤销的意见不会再由共享文件夹或扩展自行带回').waitFor();
    await sync(li);
    await listed(li, []);
    // What is said after that still goes round.
    await edited(wang, '会撤销的', '后来的', 2);
    await expect.poll(async () => Object.values(await folderFiles(wang)).join('')).toContain('后来的');
    await carry(wang, li);
    await sync(li);
    await listed(li, ['后来的']);
  });
});

async function sync(page: Page): Promise<void> {
  await openSharing(page);
  const round = page.getByRole('button', { name: '现在同步' }).and(page.locator('[aria-disabled=false]'));
  await round.click();
  await round.waitFor();
}
