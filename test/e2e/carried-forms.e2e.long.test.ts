/** 自定报表格式 in a checklist, between two people, in real Chromium: what one confirmed finds the other's wrong figure. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { drop } from './harness/app';
import { axeViolations } from './harness/axe';
import { hostedApp } from './harness/hosted-app';
import { downloaded, merge, named, openSharing, preview } from './harness/sharing';
import { drawn, overhanging } from './harness/states';
import { reportWithStatistics, type Statistics, statisticsPage } from './harness/statistics';

const hosted = hostedApp(5760);
const FORM = '乡镇户数';
const LIST = '统计公报清单';

async function person(name: string): Promise<Page> {
  return named(await hosted.open(null), hosted.site.origin, name);
}

async function go(page: Page, to: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, `#/${to}`);
}

async function take(page: Page, statistics: Statistics): Promise<void> {
  await go(page, '');
  await page.locator('table.reports, .empty').first().waitFor();
  const name = `公报-${statistics.year ?? 2023}-${statistics.wrong ?? 0}.html`;
  await drop(page, [{ name, body: statisticsPage(statistics) }]);
  await page.locator('.facts-line', { hasText: name }).waitFor();
  await page.locator('.inferred-card').first().waitFor();
}

/** So many of the sums of last year's table confirmed, and kept as a form. */
async function keepForm(page: Page, confirmed: number): Promise<void> {
  await take(page, {});
  for (let at = 0; at < confirmed; at++) {
    const card = page.locator('.inferred-card').nth(at);
    await card.getByRole('heading').getByRole('button').click();
    await card.getByRole('button', { name: '确认此关系' }).click();
    await card.getByRole('button', { name: '已确认' }).waitFor();
  }
  await page.getByLabel('格式名称').fill(FORM);
  await page.getByRole('button', { name: '存为自定报表格式' }).click();
  await page.getByText(`已存为自定格式“${FORM}”`).waitFor();
}

/** A checklist that carries the form, saved, as a file. */
async function listWithForm(page: Page): Promise<string> {
  await go(page, 'checklists');
  await page.getByRole('button', { name: '新建清单' }).click();
  await page.getByRole('textbox', { name: '清单名称' }).fill(LIST);
  await page.getByRole('button', { name: `把自定格式“${FORM}”加入清单` }).click();
  const carried = page.locator('.carried-forms li');
  await expect
    .poll(() => carried.allInnerTexts())
    .toEqual([expect.stringMatching(/乡镇户数[\s\S]*2 项关系，8 行 5 列/)]);
  await page.getByText('本机的自定格式都在清单里了。').waitFor();
  await page.getByRole('button', { name: `从清单移除自定格式“${FORM}”` }).click();
  await expect.poll(() => carried.count()).toBe(0);
  await page.getByRole('button', { name: '撤销' }).click();
  await expect.poll(() => carried.count()).toBe(1);
  expect(await axeViolations(page)).toEqual([]);
  await drawn(page, 'carried-forms-editor');
  await page.keyboard.press('Control+s');
  await page.getByText('已存为版本 1').waitFor();
  return downloaded(page, '导出');
}

async function receive(page: Page, file: string, says: string): Promise<void> {
  await openSharing(page);
  await page.locator('.bundle-input').setInputFiles(file);
  const words = await preview(page);
  expect(words).toContain(`“${LIST}”第 1 版`);
  expect(words).toMatch(new RegExp(`随清单来的自定报表格式 1 种[\\s\\S]*${says}[\\s\\S]*“${FORM}”：2 项合计关系`));
  expect(await axeViolations(page)).toEqual([]);
  await drawn(page, 'carried-forms-preview');
  await merge(page);
}

async function finds(page: Page): Promise<void> {
  await take(page, { year: 2024, wrong: 5 });
  await page.getByText(`按自定格式“${FORM}”核对。`).waitFor();
  await page.getByRole('tab', { name: '正文' }).click();
  const finding = page.locator('article.finding');
  await expect.poll(() => finding.count()).toBe(1);
  expect(await finding.innerText()).toMatch(/警示[\s\S]*自定格式“乡镇户数”[\s\S]*疑似两式交叉处的 1957/);
}

const inSettings = async (page: Page): Promise<readonly string[]> => {
  await go(page, 'settings');
  await page.getByRole('heading', { name: '自定报表格式' }).waitFor();
  await page.locator('.own-form, .carried-form').first().waitFor();
  return page.locator('.own-form, .carried-form').allInnerTexts();
};

describe('the editor', () => {
  it('is no wider than a narrow window, whatever reports are called, and its parts stand under each other', async () => {
    const page = await person('王');
    await keepForm(page, 1);
    await go(page, '');
    await page.locator('table.reports').first().waitFor();
    const name = `${'示例县统计公报'.repeat(8)}.html`;
    await drop(page, [{ name, body: statisticsPage({ year: 2024 }) }]);
    await page.locator('.facts-line', { hasText: name }).waitFor();
    await page.setViewportSize({ width: 390, height: 800 });
    await go(page, 'checklists');
    await page.getByRole('button', { name: '新建清单' }).click();
    await page.locator('.trial-bar option', { hasText: '示例县统计公报' }).waitFor({ state: 'attached' });
    await page.getByRole('button', { name: `把自定格式“${FORM}”加入清单` }).waitFor();
    expect(await overhanging(page)).toEqual([]);
    const edges = await page
      .locator('.checklists > .card')
      .evaluateAll((cards) => cards.map((each) => each.getBoundingClientRect().left));
    expect(edges.length).toBeGreaterThan(5);
    expect(new Set(edges).size).toBe(1);
    await drawn(page, 'carried-forms-editor-narrow');
  });
});

describe('a form that a checklist carries', () => {
  it('goes by file, and finds the wrong total of next year at the other one’s', async () => {
    const [wang, li] = [await person('王'), await person('李')];
    await keepForm(wang, 2);
    const file = await listWithForm(wang);
    await receive(li, file, '新的');
    await finds(li);
    expect(await inSettings(li)).toEqual([expect.stringMatching(/乡镇户数[\s\S]*随清单“统计公报清单”来/)]);
    await drawn(li, 'carried-forms-settings');
    expect(await axeViolations(li)).toEqual([]);
    // It goes with the checklist.
    await go(li, 'checklists');
    await li.getByRole('button', { name: `删除“${LIST}”` }).click();
    await go(li, 'settings');
    await expect.poll(() => li.locator('.carried-form').count()).toBe(0);
  });

  it('stays beside another of the same name, and one figure is one finding', async () => {
    const [wang, li] = [await person('王'), await person('李')];
    await keepForm(wang, 2);
    const file = await listWithForm(wang);
    await keepForm(li, 1);
    await receive(li, file, '与本机同名的不同，两种都保留');
    await expect.poll(async () => (await inSettings(li)).length).toBe(2);
    await finds(li);
  });

  it('is compared with what was found before: put right is gone, a table that is not there is not', async () => {
    const page = await person('王');
    await keepForm(page, 2);
    const counts = () => page.locator('.finding-changes [role=status]').innerText();
    const compareWith = async (name: string, body: string): Promise<void> => {
      await go(page, '');
      await page.locator('table.reports, .empty').first().waitFor();
      await drop(page, [{ name, body }]);
      await page.locator('.facts-line', { hasText: name }).waitFor();
      await page.getByRole('tab', { name: '与旧版对照' }).click();
    };
    const before = reportWithStatistics({ year: 2024, wrong: 5 });
    await go(page, '');
    await page.locator('table.reports, .empty').first().waitFor();
    await drop(page, [{ name: '先.html', body: before }]);
    await page.locator('article.finding').first().waitFor();
    await compareWith('后.html', reportWithStatistics({ year: 2024 }));
    await expect.poll(counts).toMatch(/已消失 1\s+无法判断 0/);
    const without = before.replace(/<p>各乡镇户数[\s\S]*<\/table>(?=[\s\S]*<\/body>)/, '');
    await compareWith('缺表.html', without);
    await page.getByRole('combobox', { name: '另一版' }).selectOption({ index: 1 });
    await expect.poll(counts).toMatch(/已消失 0\s+无法判断 1/);
  });
});
