/** A store in the middle of a season, as a whole: backup and back, years beside each other, what is looked at by hand. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { drop, sample } from './harness/app';
import { fillStore } from './harness/full-store';
import { hostedApp } from './harness/hosted-app';
import { everythingKept } from './harness/store';

const hosted = hostedApp(8600);

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gouji-season-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

/** What a backup answers for: not the undoing of merges, files on their way, or when it was made itself. */
async function entrusted(page: Page): Promise<Readonly<Record<string, readonly unknown[]>>> {
  const {
    merges: _,
    queue: __,
    blobs: ___,
    settings = [],
    summaries: ____,
    pictures = [],
    ...rest
  } = await everythingKept(page);
  const own = (settings as { key: string }[]).filter(({ key }) => !key.startsWith('back'));
  return { ...rest, settings: own, pictures: pictures.map((row) => (row as { id: string }).id) };
}

it('a backup brings back all of it: own forms, checklists, drafts, views, units, settings, evidence, entries', async () => {
  const page = await hosted.open('');
  await fillStore(page, hosted.browser, hosted.site.origin);
  const before = await entrusted(page);
  for (const table of [
    'reports',
    'opinions',
    'checklists',
    'entries',
    'pictures',
    'evidence',
    'evidenceParts',
    'settings',
  ])
    expect(before[table]?.length, table).toBeGreaterThan(0);
  await page.goto(`${hosted.site.origin}/#/settings`);
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '备份到文件' }).click(),
  ]);
  const path = join(folder, 'all.gouji-backup');
  await file.saveAs(path);

  const other = await hosted.open('#/settings');
  await other.locator('.backup-input').setInputFiles(path);
  await other.locator('.preview').getByRole('button', { name: '合并进来' }).click();
  await other.getByText('已恢复：新增').waitFor({ timeout: 60_000 });
  // Told at once; then each report is checked beside its year before.
  await expect
    .poll(async () => isDeepStrictEqual((await entrusted(other))['reports'], before['reports']), { timeout: 60_000 })
    .toBe(true);
  const after = await entrusted(other);
  for (const table of Object.keys(before)) expect(after[table], table).toEqual(before[table]);
  await other.goto(`${hosted.site.origin}/#/`);
  await other.reload();
  await other.getByRole('button', { name: '有错误的', exact: true }).waitFor();
});

it('the overview has the years beside each other, each bar with its numbers in the table', async () => {
  const page = await hosted.open('');
  await fillStore(page, hosted.browser, hosted.site.origin);
  await page.goto(`${hosted.site.origin}/#/overview`);
  const rows = page.getByRole('table', { name: '历年走势' }).locator('tbody tr');
  // 年度, 已发布, 按时, 逾期, 日期不明, 未见, 有错误, 错误总数; of five units one has none of 2024, and one was late.
  const numbers = () =>
    rows.evaluateAll((all) =>
      all.map((row) => [...row.querySelectorAll('th, td.number')].map((cell) => cell.textContent)),
    );
  await expect.poll(async () => (await numbers()).map(([year]) => year)).toEqual(['2022', '2023', '2024']);
  const [of2022, , of2024] = await numbers();
  expect(of2022?.slice(0, 6)).toEqual(['2022', '1', '1', '0', '0', '4']);
  expect(of2024?.slice(0, 6)).toEqual(['2024', '5', '4', '1', '0', '1']);
  expect(await rows.first().locator('td.bar svg, td.bar [aria-hidden]').first().count()).toBe(1);
});

it('a report says what of its checklist is to be looked at by hand, by whom, until when', async () => {
  const page = await hosted.open('');
  await page.getByText('还没有报告').waitFor();
  await drop(page, [sample('planted-2024.html')]);
  await page.locator('.report').waitFor();
  expect(await page.locator('.report-manual').count()).toBe(0);
  await page.getByLabel('核查清单', { exact: true }).selectOption({ label: '部门年报' });
  await page.locator('.report-manual summary', { hasText: '人工核查事项' }).click();
  await page
    .locator('.report-manual li', { hasText: '与行政执法统计年报一致' })
    .getByText('由 法规科，01-15 前')
    .waitFor();
});

it('without an interface for folders it says so, and how it goes by hand', async () => {
  const page = await hosted.open(null);
  await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'showDirectoryPicker'));
  await page.goto(`${hosted.site.origin}/#/exchange`);
  await page.getByText('此浏览器不能直接使用文件夹').waitFor();
  await page.getByText('可以改为手工：把导出的文件放进共享文件夹').waitFor();
  expect(await page.getByRole('button', { name: '选择共享文件夹' }).count()).toBe(0);
});

it('deadlines of one’s own are typed, guarded, and kept with the checklist', async () => {
  const page = await hosted.open('#/checklists');
  await page.getByRole('button', { name: '新建清单' }).click();
  await page.getByRole('textbox', { name: '清单名称' }).fill('早的');
  await page
    .locator('section', { has: page.locator('#deadlines-title') })
    .getByRole('checkbox')
    .uncheck();
  const day = page.locator('.day input').first();
  await day.fill('13-40');
  await expect.poll(() => day.getAttribute('aria-invalid')).toBe('true');
  await day.fill('01-10');
  await expect.poll(() => day.getAttribute('aria-invalid')).toBe('false');
  await page.getByRole('textbox', { name: '清单名称' }).focus();
  await page.keyboard.press('Control+s');
  await page.getByText('已存为版本 1').waitFor();
  await page.reload();
  await expect.poll(() => day.inputValue()).toBe('01-10');
});
