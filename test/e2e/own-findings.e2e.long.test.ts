/** 自记问题 and what forms of people's own find, counted the same on every screen; production build, real Chromium. */
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { ownText, subjectName } from '../../core/exchange/own-finding';
import { ownFormSubject, ownFormText } from '../../core/exchange/own-form';
import type { Opinion } from '../../core/exchange/schema';
import { inferSums, ownFormOf } from '../../core/index';
import { readHtml } from '../../core/read/html';
import { opinion } from '../pwa/sample';
import { formOf, renderPage } from '../support/render';
import { type AppFile, drop } from './harness/app';
import { hostedApp } from './harness/hosted-app';
import { statisticsPage, withStatistics } from './harness/statistics';
import { putOpinions } from './harness/store';

const hosted = hostedApp(8200);
const ORGAN = '示例县教育局';
const page2024 = renderPage({ form: formOf('2021'), organ: ORGAN, year: 2024, published: '2025-01-20', cells: {} });
const FILE: AppFile = { name: 'jyj.html', body: withStatistics(page2024, { year: 2024, wrong: 5 }) };

const name = subjectName({ scope: 'own', organ: ORGAN, year: 2024, id: '1' });

function written(text: string): Opinion {
  const value = text === '' ? '' : ownText(own(text));
  return opinion({ id: `own ${text}`, finding: name, field: 'own', value, counter: text === '' ? 9 : 1 });
}

function own(text: string): Parameters<typeof ownText>[0] {
  return { fingerprint: name, text, severity: 'error', cell: null, quote: '某句', place: null };
}

function ownForm(): Opinion {
  const [sums] = inferSums(readHtml(statisticsPage()));
  if (sums === undefined) throw new Error('no table');
  const form = ownFormOf('乡镇户数', sums, new Set(sums.relations.map(({ key }) => key)));
  return opinion({ id: 'form', finding: ownFormSubject('f1'), field: 'own', value: ownFormText(form) });
}

async function kept(): Promise<Page> {
  const page = await hosted.open('');
  await page.getByText('还没有报告').waitFor();
  await drop(page, [FILE]);
  await page.locator('.report').waitFor();
  return page;
}

/** Head of a column of the results → what stands in its last row. */
async function found(page: Page): Promise<Readonly<Record<string, string>>> {
  await page.locator('.matrix tfoot').waitFor();
  return page.evaluate(() => {
    const texts = (selector: string) => [...document.querySelectorAll(selector)].map((each) => each.textContent ?? '');
    const heads = texts('.matrix thead th');
    const cells = texts('.matrix tfoot tr > *');
    return Object.fromEntries(heads.map((head, at) => [head, cells[at] ?? '']));
  });
}

it('the results, opened first and alone, count both; so do list and overview; taken back, none does', async () => {
  const page = await kept();
  await putOpinions(page, [written('领导姓名写错'), ownForm()]);
  await page.goto(`${hosted.site.origin}/#/batch`);
  await page.reload();
  await expect
    .poll(() => found(page), { timeout: 30_000 })
    .toMatchObject({
      人工发现: expect.stringContaining('错误 1'),
      自定格式合计: expect.stringContaining('警示 1'),
    });
  expect(await page.locator('.standings button', { hasText: '有错误' }).innerText()).toMatch(/^1/);

  await page.goto(`${hosted.site.origin}/#/`);
  const chip = (text: string) => page.locator('.chip', { hasText: text }).locator('b');
  await expect.poll(() => chip('有错误').innerText()).toBe('1');
  await expect.poll(() => chip('未复核').innerText()).toBe('1');
  await page.getByLabel('筛选报告').fill('领导 姓名');
  await expect.poll(() => page.locator('mark').first().innerText()).toBe('领导');
  await page.goto(`${hosted.site.origin}/#/overview`);
  await page.getByRole('table', { name: '主要问题类别' }).getByRole('link', { name: '人工发现' }).waitFor();

  await putOpinions(page, [written('')]);
  await page.goto(`${hosted.site.origin}/#/batch`);
  await page.reload();
  await expect.poll(() => found(page)).toMatchObject({ 自定格式合计: expect.stringContaining('警示 1') });
  await expect.poll(async () => Object.keys(await found(page))).not.toContain('人工发现');
});

it('one that got its word is open no longer, in the report and in the list', async () => {
  const page = await kept();
  await putOpinions(page, [written('领导姓名写错')]);
  await page.reload();
  await page.locator('article.finding h3', { hasText: '领导姓名写错' }).click();
  await page.keyboard.press('1');
  await page.locator('.opinions li').first().waitFor();
  await page.goto(`${hosted.site.origin}/#/`);
  await expect.poll(() => page.locator('td.review').first().innerText()).toContain('待整改');
});
