/** 差额与占比 on a page of no known form: told as hints in the panel and in the app, in real Chromium. */
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { drop } from './harness/app';
import { axeViolations } from './harness/axe';
import { checkPage, openPage } from './harness/checked-page';
import { scriptedSite } from './harness/for-file';
import { hostedApp } from './harness/hosted-app';
import { shippedExtension } from './harness/shipped-extension';
import { html } from './harness/site';
import { drawn } from './harness/states';

const hosted = hostedApp(5780);

const LINES = [
  ['工资福利支出', 5135, 4872],
  ['商品和服务支出', 2471, 2693],
  ['对个人和家庭的补助', 1382, 1214],
  ['资本性支出', 912, 1051],
  ['债务利息支出', 647, 583],
] as const;

/** `difference` and `share` are put in the place of what the third line should have. */
function spendingPage(planted: { readonly difference?: string; readonly share?: string } = {}): string {
  const total = LINES.reduce((sum, [, now]) => sum + now, 0);
  const last = LINES.reduce((sum, [, , before]) => sum + before, 0);
  const rows = LINES.map(([name, now, before], index) => {
    const isThird = index === 2;
    const difference = (isThird ? planted.difference : undefined) ?? String(now - before);
    const share = (isThird ? planted.share : undefined) ?? ((100 * now) / total).toFixed(1);
    return [name, String(now), String(before), difference, share];
  });
  const body = [...rows, ['合计', String(total), String(last), String(total - last), '100.0']];
  const line = (cells: readonly string[], tag: string): string =>
    `<tr>${cells.map((cell) => `<${tag}>${cell}</${tag}>`).join('')}</tr>`;
  return `<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>示例县2024年支出情况</title>
<style>body { font: 15px sans-serif; margin: 24px } table { border-collapse: collapse } td, th { border: 1px solid #888; padding: 6px 14px }</style>
<h1>示例县2024年支出情况</h1><p>支出按经济分类如下。</p><p>支出情况表（万元）</p>
<table>${line(['项目', '本年支出', '上年支出', '较上年增减额', '占比（%）'], 'th')}
${body.map((cells) => line(cells, 'td')).join('\n')}</table></html>`;
}

const SHARE = /推断：待判断 “对个人和家庭的补助 · 占比（%）”填 31\.1，与 1382 ÷ 10547 的百分数差 18/;

/** A difference is a sum the other way round, and told as one; a share is a line below them. Neither is an error. */
async function hintsIn(page: Page): Promise<void> {
  const card = page.locator('.inferred-card', { hasText: '本年支出 ＝ 上年支出＋较上年增减额' });
  await card.getByRole('heading').getByRole('button').click();
  await expect.poll(() => card.innerText()).toMatch(/推断：不符[\s\S]*“本年支出”填 1382，差 18/);
  await expect.poll(() => page.locator('.derived').allInnerTexts()).toEqual([expect.stringMatching(SHARE)]);
  expect(await page.locator('[role=status]', { hasText: '按推断的合计关系核对了' }).innerText()).toContain(
    '1 处待判断',
  );
  expect(await page.locator('.tag.error, article.finding').count()).toBe(0);
}

describe('differences and shares', () => {
  const extension = shippedExtension();
  const pages = scriptedSite(() => ({
    '/right.html': () => html(spendingPage()),
    '/doubtful.html': () => html(spendingPage({ difference: '186', share: '31.1' })),
  }));

  it('that are right are not spoken of in the panel', async () => {
    const page = await openPage(extension, pages.address('/right.html'));
    const panel = await checkPage(extension, page, '0 处不符，0 处待判断');
    expect(await panel.locator('.derived').count()).toBe(0);
  });

  it('that are doubtful are hints there, with their numbers, and never errors', async () => {
    const page = await openPage(extension, pages.address('/doubtful.html'));
    const panel = await checkPage(extension, page, '待判断');
    await hintsIn(panel);
    for (const colorScheme of ['light', 'dark'] as const) {
      await panel.emulateMedia({ colorScheme });
      expect(await axeViolations(panel)).toEqual([]);
      await drawn(panel, `derived-panel-${colorScheme}`);
    }
  });

  it('are the same in the app', async () => {
    const page = await hosted.open();
    await drop(page, [{ name: '支出.html', body: spendingPage({ difference: '186', share: '31.1' }) }]);
    await hintsIn(page);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      expect(await axeViolations(page)).toEqual([]);
      await drawn(page, `derived-app-${colorScheme}`);
    }
  });
});
