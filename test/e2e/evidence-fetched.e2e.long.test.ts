/** 证据 of what was fetched: each report of a round and each attachment that is saved is sealed, and can be verified. */
import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { balanced } from '../support/balanced';
import { docxOf } from '../support/files/docx';
import { formOf } from '../support/render';
import { axeViolations } from './harness/axe';
import { root } from './harness/build';
import { checkPage, openPage } from './harness/checked-page';
import { lastDownload, stashDownloads } from './harness/downloads';
import { scriptedSite, temporaryFolder } from './harness/for-file';
import { type Kept, keptEvidence } from './harness/kept-evidence';
import { sayYesTo } from './harness/leave';
import { drawnLate, ended, openList, report } from './harness/round';
import { shippedExtension } from './harness/shipped-extension';
import { html } from './harness/site';

const extension = shippedExtension();
const folder = temporaryFolder();

const form = formOf('2021');
const fileOf = (organ: string): Uint8Array => docxOf({ form, organ, year: 2024, cells: balanced(form) });
const plain = report('示例县教育局');
const late = drawnLate('示例县水务局');
const attached = fileOf('示例县林业局');
const only = fileOf('示例县民政局');
const LISTED = ['教育局', '水务局', '林业局'].map(
  (organ, at) =>
    `<li><a href="${['jyj.html', 'swj.html', 'lyj.docx'][at]}">示例县${organ}2024年政府信息公开工作年度报告</a></li>`,
);

const site = scriptedSite(() => ({
  '/nb/index.html': () => html(`<!doctype html><title>政府信息公开年报</title><ul>${LISTED.join('')}</ul>`),
  '/nb/jyj.html': () => ({
    headers: { 'content-type': 'text/html; charset=utf-8', 'last-modified': 'Mon, 20 Jan 2025 06:00:00 GMT' },
    body: plain,
  }),
  '/nb/swj.html': () => html(late),
  '/nb/lyj.docx': () => ({ headers: { 'content-type': 'application/octet-stream', etag: '"7"' }, body: attached }),
  '/nb/only.html': () =>
    html('<!doctype html><title>示例县民政局年报</title><p>正文见附件</p><a href="mzj.docx">附件：年报.docx</a>'),
  '/nb/mzj.docx': () => ({ body: only }),
}));

const of = (all: readonly Kept[], path: string): Kept => {
  const kept = all.find(({ manifest }) => manifest.address === site.address(path));
  if (kept === undefined) throw new Error(`no evidence of ${path}`);
  return kept;
};
const bytesOf = (kept: Kept, name: string): Buffer => Buffer.from(kept.parts[name] ?? '', 'base64');
const missingOf = ({ manifest }: Kept) => manifest.missing.map(({ kind, table, reason }) => [kind, table, reason]);

test('a round seals each report that it keeps: its bytes, and the tables where a tab drew them', async () => {
  await sayYesTo(extension, site.origin);
  const round = await openList(extension, site);
  await round.bringToFront();
  await round.getByRole('button', { name: '核对选中的 3 篇' }).click();
  await ended(round);
  const all = await keptEvidence(extension);
  expect(all).toHaveLength(3);

  const fetched = of(all, '/nb/jyj.html');
  expect(bytesOf(fetched, 'page.html').toString('utf8')).toBe(plain);
  expect(fetched.manifest.parts).toMatchObject([
    {
      name: 'page.html',
      kind: 'page',
      type: 'text/html; charset=utf-8',
      received: { from: 'network', status: 200, tables: 'source', lastModified: 'Mon, 20 Jan 2025 06:00:00 GMT' },
    },
  ]);
  expect(missingOf(fetched)).toEqual([
    ['table-html', null, 'not-rendered'],
    ['table-text', null, 'not-rendered'],
    ['table-image', null, 'not-rendered'],
  ]);

  const file = of(all, '/nb/lyj.docx');
  expect(bytesOf(file, 'page.docx').equals(Buffer.from(attached))).toBe(true);
  expect(file.manifest.parts[0]?.received).toMatchObject({ tables: 'source', etag: '"7"' });

  const drawn = of(all, '/nb/swj.html');
  expect(drawn.manifest.parts.map(({ name }) => name)).toEqual([
    'page.html',
    ...[1, 2, 3].flatMap((table) => [`table-${table}.html`, `table-${table}.txt`]),
  ]);
  expect(bytesOf(drawn, 'page.html').toString('utf8')).toBe(late);
  expect(drawn.manifest.parts[0]?.received?.tables).toBe('different');
  expect(bytesOf(drawn, 'table-2.txt').toString('utf8')).toContain('本年新收政府信息公开申请数量');
  expect(missingOf(drawn)).toEqual([['table-image', null, 'not-in-front']]);
  const { opened, sealed } = drawn.manifest.times;
  expect(opened < sealed).toBe(true);

  await verifiesFrom(round, '教育局', fetched.id);
});

/** From the row of the round to the evidence in the app, and from there to a file that the command line verifies. */
async function verifiesFrom(round: Page, organ: string, id: string): Promise<void> {
  const row = round.locator('.round-table tbody tr', { hasText: organ });
  const app = await extension.context.newPage();
  await app.goto((await row.getByRole('link', { name: '证据' }).getAttribute('href')) ?? '');
  await app.getByText(id).waitFor();
  await app.getByText('各表的图像：只取来核查，没有打开显示').waitFor();
  await app.getByText('报告就是从这些字节读出的').waitFor();
  await app.getByText('校验通过：清单和 1 个部分都与封存时一致').waitFor();
  for (const colorScheme of ['light', 'dark'] as const) {
    await app.emulateMedia({ colorScheme });
    expect(await axeViolations(app)).toEqual([]);
  }
  await stashDownloads(app);
  await app.getByRole('button', { name: '导出证据' }).click();
  await app.getByText('已导出报告和证据').waitFor();
  const path = folder.file('fetched.gouji');
  const bytes = Buffer.from(await lastDownload(app), 'base64');
  await writeFile(path, bytes);
  const command = ['run', '--silent', 'check', '--', '--verify', path];
  const { stdout } = await promisify(execFile)('npm', command, { cwd: root });
  expect(stdout).toContain(id);
  expect(stdout).toMatch(/page\.html：一致[\s\S]*封存时未取得 3 项[\s\S]*校验通过/);
}

test('an attachment that is saved is sealed as it came', async () => {
  const panel = await checkPage(extension, await openPage(extension, site.address('/nb/only.html')), '附件 1 个');
  await panel.getByRole('button', { name: '读取并核对: 附件：年报.docx' }).click();
  await panel.getByRole('button', { name: '保存附件的核查结果' }).click();
  await panel.getByRole('link', { name: '证据' }).waitFor();
  await panel.getByText('3 项未取得').waitFor();
  expect(await axeViolations(panel)).toEqual([]);
  const kept = of(await keptEvidence(extension), '/nb/mzj.docx');
  expect(kept.manifest.parts).toMatchObject([{ name: 'page.docx', received: { from: 'network', tables: 'source' } }]);
  expect(bytesOf(kept, 'page.docx').equals(Buffer.from(only))).toBe(true);
});
