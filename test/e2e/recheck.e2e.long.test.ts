/** 复查: saved reports with open findings are fetched again in one go; each finding corrected, unchanged, or not to be told. */
import { expect, test } from 'vitest';
import { axeViolations } from './harness/axe';
import { scriptedSite } from './harness/for-file';
import { leaveNow, sayYesTo } from './harness/leave';
import { ended, openList, report, rowOf } from './harness/round';
import { shippedExtension } from './harness/shipped-extension';
import { html } from './harness/site';

const ORGANS = { jyj: '示例县教育局', swj: '示例县水务局', lyj: '示例县林业局', czj: '示例县财政局' };

const extension = shippedExtension();
const site = scriptedSite(() => {
  const links = Object.entries(ORGANS).map(
    ([path, organ]) => `<li><a href="${path}.html">${organ}2024年政府信息公开工作年度报告</a></li>`,
  );
  return {
    '/nb/index.html': () => html(`<!doctype html><title>政府信息公开年报</title><ul>${links.join('')}</ul>`),
    ...Object.fromEntries(
      Object.entries(ORGANS).map(([path, organ]) => [`/nb/${path}.html`, () => html(report(organ))]),
    ),
  };
});

test('corrected, changed, unchanged, gone and replaced, each told apart and kept', async () => {
  await sayYesTo(extension, site.origin);
  const round = await openList(extension, site);
  await round.bringToFront();
  await round.getByRole('button', { name: '核对选中的 4 篇' }).click();
  await ended(round);

  const mended = report(ORGANS.jyj).replace('<p>3.5</p>', '<p>3</p>');
  site.answers['/nb/jyj.html'] = () => html(mended);
  site.answers['/nb/lyj.html'] = () => ({ status: 404 });
  site.answers['/nb/czj.html'] = () => html(report('示例县统计局'));

  const start = await extension.context.newPage();
  await start.goto(`chrome-extension://${extension.id}/pwa/index.html#/batch`);
  await start.getByRole('link', { name: '成批核查与复查' }).click();
  expect(await axeViolations(start)).toEqual([]);
  await start.getByRole('button', { name: '列出要复查的报告' }).click();
  await start.locator('.round-table').waitFor();
  expect(await start.locator('.round-table tbody tr').count()).toBe(4);
  const address = start.url();
  await start.getByRole('button', { name: '复查选中的 4 份' }).click();
  await ended(start);
  expect(await rowOf(start, '教育局')).toMatch(/已改正 1[\s\S]*未改 \d/);
  expect(await rowOf(start, '水务局')).toMatch(/未改 \d/);
  expect(await rowOf(start, '水务局')).not.toContain('已改正');
  expect(await rowOf(start, '林业局')).toContain('网页已不在');
  const replaced = start
    .locator('.round-table tbody tr', { hasText: 'czj' })
    .or(start.locator('.round-table tbody tr', { hasText: '财政局' }));
  expect(await replaced.innerText()).toMatch(/网址上现在是另一份报告[\s\S]*无法判断/);
  await start.locator('.round-table tbody tr', { hasText: '教育局' }).getByText('逐项').click();
  await start.getByText(/已改正\s*.*行政处罚.*3\.5/).waitFor();
  expect(await leaveNow(extension)).toEqual([]);
  for (const colorScheme of ['light', 'dark'] as const) {
    await start.emulateMedia({ colorScheme });
    expect(await axeViolations(start)).toEqual([]);
  }

  // What was saved before is still there, beside what is there now; and the round is kept.
  await start.goto(address);
  await start.getByText('已改正 1').waitFor();
  await start.goto(`chrome-extension://${extension.id}/pwa/index.html#/`);
  await expect.poll(() => start.locator('table.reports tbody tr').count()).toBe(6);
});
