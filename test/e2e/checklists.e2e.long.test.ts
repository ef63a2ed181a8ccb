/** 核查清单 in the app: written, tried, kept in versions, chosen; production build, real Chromium. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { drop, findings, sample } from './harness/app';
import { axeViolations } from './harness/axe';
import { hostedApp } from './harness/hosted-app';
import { merge } from './harness/sharing';
import { draftNames } from './harness/store';
import { traceTasks } from './harness/tasks';

const hosted = hostedApp(5700);

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gouji-checklists-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function open(options: BrowserContextOptions = {}, path = '#/checklists'): Promise<Page> {
  return hosted.open(path, options);
}

const name = (page: Page) => page.getByRole('textbox', { name: '清单名称' });
const relation = (page: Page, number: number) =>
  page.getByRole('combobox', { name: `第 ${number} 项关系`, exact: true });
const said = (page: Page, index: number) => page.locator(`#relation-said-${index}`);
const save = (page: Page) => page.keyboard.press('Control+s');

async function begin(page: Page, called: string): Promise<void> {
  await page.getByRole('button', { name: '新建清单' }).click();
  await name(page).fill(called);
}

describe('the editor', () => {
  it('completes names by keyboard, tries each relation on the sample, and says what cannot be', async () => {
    const page = await open();
    await begin(page, '示例县清单');
    await page.getByRole('button', { name: '添加关系' }).click();
    await relation(page, 1).focus();
    await page.keyboard.type('规范性文件 现行');
    await page.locator('.offered [role=option]').first().waitFor();
    await page.keyboard.press('Enter');
    await page.keyboard.type('>= ');
    await page.keyboard.type('规范性文件 制发');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Tab');
    expect(await relation(page, 1).inputValue()).toBe('行政规范性文件 现行有效件数 >= 行政规范性文件 本年制发件数 ');
    await expect.poll(() => said(page, 0).innerText()).toMatch(/^成立 \d+ ≥ \d+/);

    await page.getByRole('button', { name: '添加关系' }).click();
    await relation(page, 2).fill('行政规范性文件 现行有效件数 < 行政规范性文件 本年制发件数');
    await expect.poll(() => said(page, 1).innerText()).toMatch(/矛盾/);
    await relation(page, 2).fill('行政规范性文件 现行有效件数 + 1 > 行政规范性文件 本年制发件数');
    await expect.poll(() => said(page, 1).innerText()).toMatch(/多余/);
    await relation(page, 2).fill('现行有笑 ≥ 制发');
    await expect.poll(() => said(page, 1).innerText()).toMatch(/有疑问.*现行有笑/);
  });

  it('never holds a key up: lint and trial are in a worker', async () => {
    const page = await open();
    await begin(page, '示例县清单');
    for (let at = 1; at <= 30; at++) {
      await page.getByRole('button', { name: '添加关系' }).click();
      await relation(page, at).fill(`${at} 行政许可 + ${at} 行政处罚 >= 行政强制 - ${at}`);
    }
    await page.locator('.trial-bar .tag').first().waitFor();
    await relation(page, 30).focus();
    const traced = await traceTasks(page);
    await page.keyboard.type(' + 规范性文件 现行', { delay: 60 });
    await page.locator('.offered [role=option]').first().waitFor();
    const { longest, longestWas, keys } = await traced();
    console.info('keys in the editor of a checklist', { longest, longestWas, ...keys });
    expect(longest).toBeLessThanOrEqual(50);
  });

  it('keeps a draft through the loss of the tab, saves versions, shows and restores them', async () => {
    const page = await open();
    await begin(page, '草稿清单');
    await page.getByRole('button', { name: '添加事项' }).click();
    await page.getByRole('textbox', { name: '第 1 项事项' }).fill('看栏目');
    await page.getByRole('textbox', { name: '第 1 项由谁' }).fill('王');
    const address = page.url();
    await expect
      .poll(() => page.evaluate(() => document.querySelector('.checklist-head [role=status]')?.textContent))
      .toMatch('已留草稿');
    const other = await page.context().newPage();
    await page.close();
    await other.goto(address);
    await expect.poll(() => name(other).inputValue()).toBe('草稿清单');
    expect(await other.getByRole('textbox', { name: '第 1 项由谁' }).inputValue()).toBe('王');
    await save(other);
    await other.getByText('已存为版本 1').waitFor();
    await other.getByRole('textbox', { name: '第 1 项事项' }).fill('看日期');
    await save(other);
    await other.getByText('已存为版本 2').waitFor();
    await other.getByRole('button', { name: '查看版本 1' }).click();
    await other.locator('.checklist-summary', { hasText: '看栏目' }).waitFor();
    await other.getByRole('button', { name: '恢复版本 1' }).click();
    expect(await other.getByRole('textbox', { name: '第 1 项事项' }).inputValue()).toBe('看栏目');
    await other.getByRole('button', { name: '撤销' }).click();
    expect(await other.getByRole('textbox', { name: '第 1 项事项' }).inputValue()).toBe('看日期');
  });

  it('keeps what two windows save of one checklist, and tells the second', async () => {
    const page = await open();
    await begin(page, '两人改');
    await save(page);
    await page.getByText('已存为版本 1').waitFor();
    const other = await page.context().newPage();
    await other.goto(page.url());
    await name(other).fill('乙改的');
    await name(page).fill('甲改的');
    await other.getByText('另一个窗口也在改这份清单').waitFor();
    await save(page);
    await page.getByText('已存为版本 2').waitFor();
    await save(other);
    await other.getByText('已存为版本 3').waitFor();
    expect(await other.getByRole('status', { name: '消息' }).or(other.locator('.toasts')).innerText()).toContain(
      '其间另有 1 个版本（另一个窗口或同事的）',
    );
    expect(await other.locator('.versions b').allInnerTexts()).toEqual(['版本 3', '版本 2', '版本 1']);
  });

  it('keeps what one window types while another saves, whichever typed last', async () => {
    for (const last of ['other', 'page'] as const) {
      const page = await open();
      await begin(page, '两人改');
      await save(page);
      await page.getByText('已存为版本 1').waitFor();
      const address = page.url();
      const other = await page.context().newPage();
      await other.goto(address);
      await expect.poll(() => name(other).inputValue()).toBe('两人改');
      const windows = last === 'other' ? [page, other] : [other, page];
      for (const each of windows) {
        await name(each).fill(each === page ? '甲改的' : '乙改的');
        await each.locator('.checklist-head [role=status]', { hasText: '已留草稿' }).waitFor();
      }
      await save(page);
      await page.getByText('已存为版本 2').waitFor();
      // Closed without another key; the draft is in the store by then.
      await page.close();
      await other.locator('.checklist-head [role=status]', { hasText: '已留草稿' }).waitFor();
      await expect.poll(() => draftNames(other)).toEqual(['乙改的']);
      const third = await other.context().newPage();
      await other.close();
      await third.goto(address);
      await expect.poll(() => name(third).inputValue(), { message: last }).toBe('乙改的');
      // Of a window that is gone: saved, nothing is left over.
      await third.getByRole('button', { name: '存为新版本' }).click();
      await third.getByText('已存为版本 3').waitFor();
      expect(await draftNames(third)).toEqual([]);
    }
  });

  it('finds rules by name and source, and counts what a severity changes', async () => {
    const page = await open();
    await begin(page, '级别');
    await page.getByRole('searchbox', { name: '按名称、内容、依据查找' }).fill('t3-suspect');
    await expect.poll(() => page.locator('.rule-settings tbody tr').count()).toBe(1);
    const before = await page.locator('.trial-bar .tag.error').innerText();
    expect(before).toMatch(/错误 (\d+)（原 \1）/);
    await page.locator('.rule-settings select').selectOption('info');
    await expect.poll(() => page.locator('.trial-bar .tag.error').innerText()).not.toBe(before);
    await page.getByLabel(/只看调整过的（1）/).check();
    expect(await page.locator('.rule-settings tbody tr').count()).toBe(1);
  });
});

type FilePayload = { readonly name: string; readonly mimeType: string; readonly buffer: Buffer };

describe('checklists as files', () => {
  it('go out, come in beside what is here, and a file that is none is refused with the reason', async () => {
    const page = await open();
    await page.getByRole('button', { name: '复制后修改“部门年报”' }).click();
    await name(page).fill('示例县部门');
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '导出', exact: true }).click(),
    ]);
    const path = join(folder, 'out.gouji');
    await file.saveAs(path);
    expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({
      format: 'gouji-checklist',
      checklist: { name: '示例县部门' },
    });
    const other = await open();
    const choose = async (chosen: string | FilePayload): Promise<void> => {
      await other.goto(`${hosted.site.origin}/#/checklists`);
      await other.locator('.checklist-input').setInputFiles(chosen);
    };
    await choose(path);
    await merge(other);
    await choose(path);
    await other.locator('.preview').getByRole('button', { name: '没有新内容' }).waitFor();
    for (const [text, reason] of [
      ['{', '这不是勾稽的交换文件'],
      ['{"format":"gouji-checklist","version":99,"checklist":{}}', '由更新版本的勾稽导出'],
      ['{"format":"gouji-checklist","version":1,"checklist":{"name":"<img src=x>","version":"1","rule":{}}}', 'rule'],
    ] as const) {
      await choose({ name: '<b>坏</b>.gouji', mimeType: 'application/json', buffer: Buffer.from(text) });
      await other.locator('.note.error', { hasText: reason }).waitFor();
      await other.locator('.note.error', { hasText: '<b>坏</b>.gouji' }).waitFor();
    }
    await other.goto(`${hosted.site.origin}/#/checklists`);
    await other.getByRole('link', { name: '示例县部门', exact: true }).waitFor();
  });

  it('is deleted with the way back', async () => {
    const page = await open();
    await begin(page, '要删的');
    await save(page);
    await page.getByText('已存为版本 1').waitFor();
    await page.goto(`${hosted.site.origin}/#/checklists`);
    await page.getByRole('button', { name: '删除“要删的”' }).click();
    await page.getByText('还没有。').waitFor();
    await page.getByRole('button', { name: '撤销' }).click();
    await page.getByRole('link', { name: '要删的', exact: true }).waitFor();
  });
});

describe('the choice', () => {
  it('of a default is used for what comes in, said at the report, and another takes its place', async () => {
    const page = await open();
    await page.getByLabel('新报告用清单').selectOption({ label: '乡镇（街道）年报' });
    await page.getByText('已记住').waitFor();
    await drop(page, [sample('planted-2024.html')]);
    await findings(page);
    await page.getByText('按清单“乡镇（街道）年报”版本 1 核查').waitFor();
    await page.getByLabel('核查清单', { exact: true }).selectOption({ label: '县级汇总年报' });
    await page.getByText('按清单“县级汇总年报”版本 1 核查').waitFor();
    await page.reload();
    await page.getByText('按清单“县级汇总年报”版本 1 核查').waitFor();
    await page.getByLabel('核查清单', { exact: true }).selectOption({ label: '不用清单' });
    await page.getByText('未用核查清单').waitFor();
  });

  it('of a batch is remembered, and checks those listed again', async () => {
    const page = await open({}, '#/');
    await drop(page, [sample('planted-2024.html'), sample('liaozi-township-2024.txt')]);
    await expect.poll(() => page.locator('table.reports tbody tr').count()).toBe(2);
    await page.goto(`${hosted.site.origin}/#/batch`);
    await page.getByLabel('本批用清单').selectOption({ label: '部门年报' });
    await page.getByRole('button', { name: '用它重核列出的 2 份' }).click();
    await page.getByText('已重核 2 份报告').waitFor();
    await page.reload();
    await expect
      .poll(() =>
        page.getByLabel('本批用清单').evaluate((select: HTMLSelectElement) => select.selectedOptions[0]?.text),
      )
      .toBe('部门年报');
    await page.goto(`${hosted.site.origin}/#/`);
    await page.locator('table.reports tbody th a').first().click();
    await page.getByText('按清单“部门年报”版本 1 核查').waitFor();
  });
});

describe.each(['light', 'dark'] as const)('in the %s theme', (colorScheme) => {
  it('is clean by axe, list and editor and a ready one', async () => {
    const page = await open({ colorScheme });
    expect(await axeViolations(page)).toEqual([]);
    await page.getByRole('link', { name: '县级汇总年报' }).click();
    await page.locator('.checklist-summary').waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await page.getByRole('button', { name: '复制后修改' }).click();
    await page.getByRole('button', { name: '添加关系' }).click();
    await relation(page, 1).focus();
    await page.keyboard.type('现行有效');
    await page.locator('.offered [role=option]').first().waitFor();
    expect(await axeViolations(page)).toEqual([]);
  });
});
