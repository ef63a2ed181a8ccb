/** 附件 of every kind that offices attach: each read, and held beside the page number by number. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { docxOf } from '../support/files/docx';
import { formOf, renderPage } from '../support/render';
import { numbered } from '../support/values';
import { root } from './harness/build';
import { checkPage, openPage } from './harness/checked-page';
import { scriptedSite } from './harness/for-file';
import { shippedExtension } from './harness/shipped-extension';
import { html } from './harness/site';

const extension = shippedExtension();

const form = formOf('2021');
const report = { form, cells: numbered(form) };
const CHANGED = 'applications.received.individual';
const written = (name: string): Uint8Array => readFileSync(join(root, 'test/fixtures/formats', name));

/** Name of the file, and what is in it. Old 文字 files are Word's under another name. */
const FILES: readonly (readonly [string, () => Uint8Array])[] = [
  ['report.docx', () => docxOf(report)],
  ['report.doc', () => written('numbered-2021.doc')],
  ['report.wps', () => written('numbered-2021.doc')],
  ['new.wps', () => docxOf(report)],
  ['report.pdf', () => written('numbered-2021.pdf')],
  ['report.rtf', () => written('numbered-2021.rtf')],
  ['report.xls', () => written('numbered-2021.xls')],
];

const site = scriptedSite(() => ({
  '/nb.html': () => {
    const page = renderPage({ ...report, cells: { ...report.cells, [CHANGED]: 4321 } });
    const links = FILES.map(([name]) => `<p><a href="/files/${name}">附件：${name}</a></p>`);
    return html(page.replace('</body>', `${links.join('')}</body>`));
  },
  ...Object.fromEntries(FILES.map(([name, body]) => [`/files/${name}`, () => ({ body: body() })])),
}));

test.each(FILES.map(([name]) => name))('%s: one number differs from the page, and it is named', async (name) => {
  const page = await openPage(extension, site.address('/nb.html'));
  const panel = await checkPage(extension, page, `本页有附件 ${FILES.length} 个`);
  await panel.getByRole('button', { name: `读取并与本页比对: 附件：${name}`, exact: true }).click();
  await panel.getByText('与本页不同的有 1 格').waitFor({ timeout: 60_000 });
  const value = String(report.cells[CHANGED]);
  expect(await panel.locator('.differences tbody tr').allInnerTexts()).toEqual([
    expect.stringMatching(new RegExp(`表三.*自然人\\s+4321\\s+${value}$`)),
  ]);
  // Asked for only after the click, and only this one.
  expect(site.asked.filter(({ path }) => path.startsWith('/files/'))).toMatchObject([{ path: `/files/${name}` }]);
});
