/** Keyboard alone, in Chinese: the focus is never lost where something goes, and what asks for something closes by Escape. */
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { fillStore } from './harness/full-store';
import { hostedApp } from './harness/hosted-app';

const hosted = hostedApp(8400);

/** What has the focus: its name, or its kind where it has none. */
function focused(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (element === null || element === document.body) return 'nothing';
    return (element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 30) || element.localName;
  });
}

async function pressOn(page: Page, name: string | RegExp, key = 'Enter'): Promise<void> {
  await page.getByRole('button', { name }).first().focus();
  await page.keyboard.press(key);
}

it('it comes to what stands in the place of what was taken away, and back from what closes', async () => {
  const page = await hosted.open('', { viewport: { width: 1280, height: 800 } });
  const screens = await fillStore(page, hosted.browser, hosted.site.origin);
  const to = async (screen: string): Promise<void> => {
    const [hash, selector] = screens[screen] ?? ['', 'h1'];
    await page.goto(`${hosted.site.origin}/#/${hash}`);
    await page.reload();
    await page.locator(selector).first().waitFor({ timeout: 30_000 });
  };
  const holds = (name: string | RegExp) => expect.poll(() => focused(page)).toMatch(name);
  const isNotLost = () => expect.poll(() => focused(page)).not.toBe('nothing');

  await to('list');
  await pressOn(page, '删除视图 有错误的');
  await page.locator('.toast', { hasText: '已删除视图' }).waitFor();
  await isNotLost();
  await pressOn(page, '撤销');
  await page.getByRole('button', { name: '有错误的', exact: true }).waitFor();
  await isNotLost();
  await page.locator('.chip', { hasText: '有错误' }).focus();
  await page.keyboard.press('Enter');
  await page.getByLabel('年度').selectOption('2024');
  await pressOn(page, '存为视图');
  await holds('视图名称');
  await page.keyboard.press('Escape');
  await holds('存为视图');

  await to('checklists');
  await pressOn(page, '删除“示例县清单”');
  await page.locator('.toast', { hasText: '示例县清单' }).waitFor();
  await isNotLost();
  await page.keyboard.press('Control+z');
  await page.getByRole('link', { name: '示例县清单', exact: true }).waitFor();

  await to('checklist');
  await pressOn(page, '移除第 1 项关系');
  await isNotLost();

  await to('settings');
  await pressOn(page, /删除.*乡镇户数/);
  await page.locator('.toast', { hasText: '乡镇户数' }).waitFor();
  await isNotLost();
  await pressOn(page, '关闭');
  await page.locator('.toast').waitFor({ state: 'detached' });
  await isNotLost();

  await to('evidence');
  await pressOn(page, /校验/);
  await holds(/校验/);

  await to('handouts');
  await pressOn(page, '生成 JSON');
  await page.getByText('已生成“整改台账-2024.json”').waitFor();
  await holds('生成 JSON');
  await to('checklist');
  await page.getByRole('textbox', { name: '清单名称' }).fill('示例县的清单');
  await pressOn(page, /存为新版本/);
  await page.getByText('已存为版本').first().waitFor();
  await holds('清单名称');

  // Another screen: the focus is in it, and the next Tab at its beginning.
  await to('list');
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await page.locator('.report h1').waitFor();
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('main');
});
