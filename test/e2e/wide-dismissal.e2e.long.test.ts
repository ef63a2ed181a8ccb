/** 经核实无误 in the app for this finding, for its cells or for its rule: the panel's words, undo, taking back, lapsing. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { drop, sample } from './harness/app';
import { axeViolations } from './harness/axe';
import { hostedApp } from './harness/hosted-app';

const hosted = hostedApp(4500);
const planted = String(sample('planted-2024.html').body);
const transposed = (page: Page) => page.locator('article.finding', { hasText: '自然人列填' });
const total = (page: Page) => page.locator('article.finding', { hasText: '总计列填 5' });
const tagOf = (article: ReturnType<typeof transposed>) => article.locator('.tag', { hasText: '经核实无误' });

async function openPlanted(): Promise<Page> {
  const page = await hosted.open();
  await drop(page, [{ name: 'planted.html', body: planted }]);
  await page.locator('.report').waitFor();
  await transposed(page).locator('h3 button').click();
  return page;
}

async function dismiss(page: Page, scope: string): Promise<void> {
  await page.keyboard.press('2');
  await page.keyboard.type('台账如此');
  await page.getByRole('radio', { name: scope }).check();
  await page.keyboard.press('Enter');
}

test('the three widths stand to choose in the panel’s words, by keyboard, this finding first', async () => {
  const page = await openPlanted();
  await page.keyboard.press('2');
  const scopes = page.getByRole('group', { name: '这个理由适用于' });
  expect(await scopes.locator('label').allInnerTexts()).toEqual([
    '只这一项问题',
    '本报告的这些单元格（数值不变时）',
    '这条规则，所有报告',
  ]);
  expect(await scopes.getByRole('radio', { name: '只这一项问题' }).isChecked()).toBe(true);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    expect(await axeViolations(page)).toEqual([]);
  }
  await page.keyboard.type('台账如此');
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  expect(await scopes.getByRole('radio', { name: '这条规则，所有报告' }).isChecked()).toBe(true);
  await page.keyboard.press('Enter');
  await transposed(page).getByText('这条规则，所有报告：台账如此').waitFor();
  await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe('经核实无误 2');
});

test('the rule: its other findings go with it, also in another report; undone, and taken back from any of them', async () => {
  const page = await openPlanted();
  await dismiss(page, '这条规则，所有报告');
  await page.getByText('已记为“经核实无误”：这条规则，所有报告').waitFor();
  await tagOf(total(page)).waitFor();
  await page.keyboard.press('Control+z');
  await tagOf(total(page)).waitFor({ state: 'detached' });
  expect(await tagOf(transposed(page)).count()).toBe(0);

  await dismiss(page, '这条规则，所有报告');
  await tagOf(total(page)).waitFor();
  await drop(page, [{ name: 'other.html', body: planted.replaceAll('示例县人民政府', '示例县教育局') }]);
  // The other report itself, not its name in the list beside the first one.
  await page.getByRole('heading', { name: '示例县教育局' }).waitFor();
  await tagOf(transposed(page)).first().waitFor();
  await total(page).locator('h3 button').click();
  await total(page).getByText('这条规则，所有报告：台账如此').waitFor();
  await total(page).getByRole('button', { name: '撤回' }).click();
  await page.getByText('已撤回').waitFor();
  await tagOf(transposed(page)).waitFor({ state: 'detached' });
});

test('the cells: no other finding goes with it, and it lapses when their values change, with its reason', async () => {
  const page = await openPlanted();
  await dismiss(page, '本报告的这些单元格');
  await transposed(page).getByText('本报告的这些单元格（数值不变时）：台账如此').waitFor();
  expect(await tagOf(total(page)).count()).toBe(0);
  await page.reload();
  await tagOf(transposed(page)).first().waitFor();

  // Published again with another number in the cell; and once more as it was, in other words around it.
  const at = planted.indexOf('（一）予以公开');
  const changed = planted.slice(0, at) + planted.slice(at).replace('>2<', '>3<');
  await drop(page, [{ name: 'again.html', body: changed }]);
  await page.getByText('again.html').first().waitFor();
  await transposed(page).getByText('已失效，数值已变').waitFor();
  await transposed(page).locator('h3 button').click();
  await transposed(page).getByText('理由：台账如此').first().waitFor();
  const same = planted.replace('</body>', '<p>本报告由办公室解释。</p></body>');
  await drop(page, [{ name: 'same.html', body: same }]);
  await page.getByText('same.html').first().waitFor();
  await tagOf(transposed(page)).first().waitFor();
});
