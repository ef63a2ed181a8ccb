/** 附件: a report that is only or also a file, read by the page's own leave and held beside the page number by number. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { balanced } from '../support/balanced';
import { docxOf } from '../support/files/docx';
import { formOf, type PrintedReport, renderPage } from '../support/render';
import { axeViolations } from './harness/axe';
import { checkPage, openPage } from './harness/checked-page';
import { scriptedSite } from './harness/for-file';
import { leaveNow } from './harness/leave';
import { shippedExtension } from './harness/shipped-extension';
import { html } from './harness/site';

const form = formOf('2021');
const numbers = balanced(form);
const RECEIVED = 'applications.received.individual';
const LINKS = `<p><a href="report.docx">附件：示例县教育局2024年政府信息公开工作年度报告.docx</a></p>
  <p><a href="away.docx">附件2.docx</a></p><p><a href="none.docx">附件3.docx</a></p>`;

const reportWith = (cells: PrintedReport['cells']): PrintedReport => ({
  form,
  organ: '示例县教育局',
  year: 2024,
  cells: { ...numbers, ...cells },
});

const extension = shippedExtension();
const other = scriptedSite(() => ({
  '/stolen.docx': () => ({ headers: { 'access-control-allow-origin': '*' }, body: 'stolen' }),
}));
const site = scriptedSite(() => ({
  '/nb/both.html': () => html(renderPage(reportWith({})).replace('</body>', `${LINKS}</body>`)),
  '/nb/only.html': () => html(`<!doctype html><title>示例县教育局年报</title><p>正文见附件</p>${LINKS}`),
  '/nb/report.docx': () => ({ body: docxOf(reportWith({ [RECEIVED]: 4321 })) }),
  '/nb/away.docx': () => ({ status: 302, headers: { location: `${other.origin}/stolen.docx` } }),
}));

const open = async (path: string, says: string): Promise<Page> =>
  checkPage(extension, await openPage(extension, site.address(path)), says);

test('also in a file: read with no further leave, and each number that differs shown', async () => {
  const panel = await open('/nb/both.html', '本页有附件 3 个');
  expect(site.asked.filter(({ path }) => path.endsWith('.docx'))).toEqual([]);
  const errors = await panel.locator('.finding .tag.error').count();
  await panel.getByRole('button', { name: /读取并与本页比对: 附件：示例县教育局/ }).click();
  await panel.getByText('与本页不同的有 1 格').waitFor();
  expect(await panel.locator('.differences tbody tr').allInnerTexts()).toEqual([
    expect.stringMatching(new RegExp(`表三.*自然人\\s+${numbers[RECEIVED]}\\s+4321`)),
  ]);
  // A disagreement is a note beside the report, no error of it.
  expect(await panel.locator('.finding .tag.error').count()).toBe(errors);
  expect(await leaveNow(extension)).toEqual([]);
  for (const colorScheme of ['light', 'dark'] as const) {
    await panel.emulateMedia({ colorScheme });
    expect(await axeViolations(panel)).toEqual([]);
  }
});

test('only in a file: read, checked, saved', async () => {
  const panel = await open('/nb/only.html', '本页没有报告的表格，但有附件 3 个');
  const read = panel.getByRole('button', { name: /读取并核对: 附件：示例县教育局/ });
  await read.focus();
  await panel.keyboard.press('Enter');
  await panel.getByText(/附件自身的问题 \d+ 项/).waitFor();
  await panel.getByRole('button', { name: '保存附件的核查结果' }).click();
  await panel.getByRole('link', { name: '打开', exact: true }).waitFor();
  const app = await extension.context.newPage();
  await app.goto(`chrome-extension://${extension.id}/pwa/index.html`);
  await app.getByText('示例县教育局').filter({ visible: true }).first().waitFor();
});

test('a file that sends on to another site, and one that is not there: said, and nobody else is asked', async () => {
  const panel = await open('/nb/only.html', '本页没有报告的表格，但有附件 3 个');
  await panel.getByRole('button', { name: '读取并核对: 附件2.docx' }).click();
  await panel.getByText('没有取到：网站没有应答，或转到了别的网站。').waitFor();
  expect(other.asked).toEqual([]);
  await panel.getByRole('button', { name: '读取并核对: 附件3.docx' }).click();
  await panel.getByText('网站答复 404，没有取到。').waitFor();
});
