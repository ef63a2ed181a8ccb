/** What a person does with findings in the panel: try values, filter, set aside, note, find things himself, compare. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { axeViolations } from './harness/axe';
import { samplesFolder } from './harness/build';
import { checkPage, openPage } from './harness/checked-page';
import { servedFolder } from './harness/for-file';
import { type Mark, marksOn } from './harness/marks';
import { shippedExtension } from './harness/shipped-extension';

const extension = shippedExtension();
const samples = servedFolder(samplesFolder);

interface Checked {
  readonly page: Page;
  readonly panel: Page;
}

async function checkPlanted(): Promise<Checked> {
  const page = await openPage(extension, samples.address('planted-2024.html'));
  const panel = await checkPage(extension, page, '37');
  return { page, panel };
}

const chosen = (panel: Page) => panel.locator('[aria-current]');
const transposed = (panel: Page) => panel.getByRole('button', { name: /自然人列填 12/ });
const withClass = async (page: Page, name: string): Promise<readonly Mark[]> =>
  (await marksOn(page)).filter(({ classes }) => classes.includes(name));

describe('the panel', () => {
  test('says first how many relations agree', async () => {
    const { panel } = await checkPlanted();
    expect(await panel.locator('header .outcome').innerText()).toBe('42 项勾稽关系：37 相符，5 不符');
  });

  test('what if: the sums turn with the value typed, nothing is kept, reset', async () => {
    const { page, panel } = await checkPlanted();
    const before = await page.evaluate(() => document.body.innerText);
    await transposed(panel).click();
    await panel.keyboard.press('t');
    const trial = panel.getByRole('region', { name: '试算' });
    const tags = () => trial.locator('.tried .tag').allInnerTexts();
    await expect.poll(tags).toEqual(['不符', '不符']);
    await trial.getByRole('textbox', { name: /予以公开.*自然人/ }).fill('21');
    await expect.poll(tags).toEqual(['相符', '相符']);
    expect(await trial.innerText()).toContain('原有 5 项，试算后 3 项');
    await trial.getByRole('textbox', { name: /予以公开.*自然人/ }).fill('20');
    await expect.poll(tags).toEqual(['不符', '不符']);
    await trial.getByRole('button', { name: '还原' }).click();
    expect(await trial.getByRole('textbox').inputValue()).toBe('');
    await expect.poll(tags).toEqual(['不符', '不符']);
    expect(await page.evaluate(() => document.body.innerText)).toBe(before);
    expect(await panel.locator('header .outcome').innerText()).toContain('37 相符');
    expect(await axeViolations(panel)).toEqual([]);
  });

  test('filters by severity, part and words; the keys walk what is shown', async () => {
    const { panel } = await checkPlanted();
    const cards = panel.locator('.finding');
    await panel.getByRole('combobox', { name: '所在部分' }).selectOption('applications');
    await expect.poll(() => cards.count()).toBe(2);
    await panel.getByRole('searchbox').fill('总计');
    await expect.poll(() => cards.count()).toBe(1);
    expect(await panel.locator('.filter [role="status"]').innerText()).toContain('显示 1 / 4 项');
    await panel.locator('h1').click();
    await panel.keyboard.press('j');
    await expect.poll(() => chosen(panel).locator('h3').innerText()).toContain('总计列填 5');
    await panel.getByRole('button', { name: '取消筛选' }).click();
    await expect.poll(() => cards.count()).toBe(4);
    await panel.getByRole('button', { name: /错误 4/ }).click();
    await expect.poll(() => cards.count()).toBe(4);
    expect(await axeViolations(panel)).toEqual([]);
  });

  test('sets aside with a reason: this finding, its cells, its rule; the app says the same; undo', async () => {
    const { panel } = await checkPlanted();
    const dismiss = async (scope: string): Promise<void> => {
      await panel.keyboard.press('2');
      await panel.getByRole('textbox', { name: /无误的理由/ }).fill('台账如此');
      await panel.getByRole('radio', { name: scope }).check();
      await panel.getByRole('button', { name: '记为经核实无误' }).click();
    };
    const tags = () => chosen(panel).locator('.row .tag').allInnerTexts();
    await transposed(panel).click();
    await dismiss('这条规则，所有报告');
    await expect.poll(tags).toContain('经核实无误');
    // The other finding of the same rule went with it.
    const others = panel.locator('.finding', { hasText: '总计列填 5' }).locator('.tag', { hasText: '经核实无误' });
    await others.waitFor();
    expect(await chosen(panel).innerText()).toContain('这条规则，所有报告：台账如此');

    const app = await extension.context.newPage();
    await app.goto((await panel.getByRole('link', { name: '打开', exact: true }).getAttribute('href')) ?? '');
    await app.locator('.finding', { hasText: '自然人列填 12' }).getByText('经核实无误').first().waitFor();
    await app.locator('.finding', { hasText: '自然人列填 12' }).locator('h3 button').click();
    await app.getByText('这条规则，所有报告：台账如此').waitFor();
    await app.close();

    await chosen(panel).getByRole('button', { name: '撤回' }).click();
    await others.waitFor({ state: 'detached' });
    await dismiss('本报告的这些单元格');
    await expect.poll(tags).toContain('经核实无误');
    expect(await others.count()).toBe(0);
    await panel.getByRole('button', { name: '撤销' }).click();
    await expect.poll(tags).not.toContain('经核实无误');
  });

  test('a note stays with its finding; the rule says what it rests on', async () => {
    const { panel } = await checkPlanted();
    await transposed(panel).click();
    await chosen(panel).getByRole('textbox', { name: '备注' }).fill('已电话核对');
    await panel.keyboard.press('Enter');
    await panel.getByText('备注已保存').waitFor();
    await panel.keyboard.press('Escape');
    await chosen(panel).getByText('规则说明').click();
    const help = await chosen(panel).locator('.rule-help').innerText();
    for (const word of ['依据文件', '国办公开办函', '条款', 't3-suspect-cell']) expect(help).toContain(word);
    await panel.reload();
    await transposed(panel).click();
    await expect.poll(() => chosen(panel).getByRole('textbox', { name: '备注' }).inputValue()).toBe('已电话核对');
  });

  test('a finding of one’s own: on a cell and on words, marked in the page, copied, kept, deleted, taken back', async () => {
    const { page, panel } = await checkPlanted();
    const own = (text: string) => panel.locator('.finding', { hasText: text });
    const select = (wanted: string): Promise<void> =>
      page.evaluate((text) => {
        const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
        for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
          const at = (node.nodeValue ?? '').indexOf(text);
          if (at >= 0) getSelection()?.setBaseAndExtent(node, at, node, at + text.length);
          if (at >= 0) return;
        }
      }, wanted);
    await panel.keyboard.press('n');
    await panel.getByText('请先在网页上选中').waitFor();
    await select('1286.35');
    await panel.keyboard.press('n');
    const form = panel.getByRole('form', { name: '自记问题' });
    await form.waitFor();
    expect(await form.innerText()).toContain('行政事业性收费');
    expect(await axeViolations(panel)).toEqual([]);
    await form.getByRole('textbox').fill('与财政决算不一致');
    await panel.keyboard.press('Enter');
    await own('与财政决算不一致').waitFor();
    expect(await own('与财政决算不一致').innerText()).toContain('✎ 自记');
    await expect.poll(async () => (await withClass(page, 'own')).map(({ text }) => text)).toContain('✎ 自记问题');
    await select('2024年');
    await panel.locator('h1').click();
    await panel.keyboard.press('n');
    await form.getByRole('textbox').fill('年份写法不一');
    await form.getByRole('button', { name: '记下' }).click();
    await own('年份写法不一').waitFor();
    expect(await own('年份写法不一').innerText()).not.toContain('页面上未找到');

    // A new check and another visit find it again.
    await page.reload();
    await extension.clickAction(page);
    await own('与财政决算不一致').waitFor();
    await expect
      .poll(async () => (await withClass(page, 'own')).filter(({ classes }) => classes.includes('badge')).length)
      .toBe(2);
    const app = await extension.context.newPage();
    await app.goto((await panel.getByRole('link', { name: '打开', exact: true }).getAttribute('href')) ?? '');
    await app.getByText('与财政决算不一致').first().waitFor();
    await app.close();

    await own('与财政决算不一致').locator('h3 button').click();
    await chosen(panel).getByRole('button', { name: '删去这条自记问题' }).click();
    await own('与财政决算不一致').waitFor({ state: 'detached' });
    await panel.getByRole('button', { name: '撤销' }).click();
    await own('与财政决算不一致').waitFor();
  });

  test('the context menu: what is selected comes to the panel, also where the page was not checked yet', async () => {
    const { page, panel } = await checkPlanted();
    const choose = async (): Promise<void> => {
      await page.evaluate(() => {
        const cell = [...document.querySelectorAll('.text td')].find((each) => each.textContent.trim() === '1286.35');
        if (cell !== undefined) getSelection()?.selectAllChildren(cell);
      });
      // The menu itself is the browser's: its word is given as the browser would give it.
      await (await extension.worker()).evaluate(
        async (id) => {
          const menu = chrome.contextMenus.onClicked as unknown as { dispatch(info: object, tab: object): void };
          menu.dispatch({ menuItemId: 'own-finding' }, await chrome.tabs.get(id));
        },
        await extension.tabId(page),
      );
    };
    const form = panel.getByRole('form', { name: '自记问题' });
    await choose();
    await form.getByText(/行政事业性收费.*1286\.35/).waitFor();
    await form.getByRole('button', { name: '取消' }).click();
    await form.waitFor({ state: 'detached' });
    await page.reload();
    await choose();
    await form.getByText(/行政事业性收费.*1286\.35/).waitFor();
  });

  test('since it was kept: what is new and what is gone', async () => {
    const { page, panel } = await checkPlanted();
    await panel.keyboard.press('s');
    await panel.getByText('内容相同').waitFor();
    await page.evaluate(() => {
      const cells = [...document.querySelectorAll('.text td')] as HTMLElement[];
      const cell = cells.find((each) => each.textContent.trim() === '12');
      if (cell !== undefined) cell.textContent = '21';
      const fee = cells.find((each) => each.textContent.trim() === '17');
      if (fee !== undefined) fee.textContent = '17.5';
    });
    const history = panel.locator('.history summary');
    await expect.poll(() => history.innerText()).toMatch(/上次保存 .*新增 1，已消失 1，未变 3/);
    await history.click();
    expect(await panel.locator('.history li').allInnerTexts()).toEqual([
      expect.stringMatching(/^新增.*17\.5/),
      expect.stringMatching(/^已消失.*自然人列填 12/),
    ]);
    expect(await axeViolations(panel)).toEqual([]);
  });

  test('numbers that no cell claimed are shown on demand', async () => {
    const { page, panel } = await checkPlanted();
    await page.evaluate(() => {
      const row = [...document.querySelectorAll('.text table')][1]?.querySelectorAll('tr')[6];
      const cell = document.createElement('td');
      cell.textContent = '4321';
      row?.append(cell);
    });
    await panel.getByRole('button', { name: '在网页上标出' }).click();
    await expect.poll(async () => (await withClass(page, 'unclaimed')).length).toBeGreaterThan(0);
    await panel.getByRole('button', { name: '不再标出' }).click();
    await expect.poll(async () => (await withClass(page, 'unclaimed')).length).toBe(0);
  });
});
