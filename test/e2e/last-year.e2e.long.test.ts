/** Last year's report of the same organ, kept before: this year's page is held beside it, and the panel says so. */
import { expect, test } from 'vitest';
import { axeViolations } from './harness/axe';
import { checkPage, openPage } from './harness/checked-page';
import { scriptedSite } from './harness/for-file';
import { report } from './harness/round';
import { shippedExtension } from './harness/shipped-extension';
import { html } from './harness/site';

const extension = shippedExtension();
const site = scriptedSite(() => ({
  '/2023.html': () => html(report('示例县教育局', 2023)),
  '/2024.html': () => html(report('示例县教育局', 2024)),
  '/other.html': () => html(report('示例县水务局', 2024)),
}));
const carried = '.finding:has-text("上年")';

test('what last year carried over and this year does not take up is found, once last year’s report was saved', async () => {
  const alone = await checkPage(extension, await openPage(extension, site.address('/2024.html')), '37');
  expect(await alone.locator(carried).count()).toBe(0);
  const last = await checkPage(extension, await openPage(extension, site.address('/2023.html')), '示例县教育局 · 2023');
  await last.locator('h1').click();
  await last.keyboard.press('s');
  await last.getByText('内容相同').waitFor();

  const panel = await checkPage(extension, await openPage(extension, site.address('/2024.html?again')), '37');
  await panel.getByText('已同本机保存的上年报告一起核对').waitFor();
  await panel.locator(carried).first().waitFor();
  expect(await axeViolations(panel)).toEqual([]);
  const link = panel.getByRole('link', { name: '打开上年报告' });
  const app = await openPage(extension, (await link.getAttribute('href')) ?? '');
  await app
    .getByRole('heading', { name: /示例县教育局/ })
    .first()
    .waitFor();

  // Another organ's report of that year has nothing to do with it.
  const other = await checkPage(extension, await openPage(extension, site.address('/other.html')), '37');
  expect(await other.getByText('已同本机保存的上年报告').count()).toBe(0);
});
