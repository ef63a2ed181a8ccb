/** A store as it is in the middle of a season, with something on every screen: filled by the ways of the app. */
import type { Browser, Page } from 'playwright-core';
import { seal } from '../../../core/exchange/evidence';
import { ownText, subjectName } from '../../../core/exchange/own-finding';
import { ownFormSubject, ownFormText } from '../../../core/exchange/own-form';
import type { Opinion } from '../../../core/exchange/schema';
import { inferSums, ownFormOf, valuesOf } from '../../../core/index';
import { readHtml } from '../../../core/read/html';
import { evidenceBundle } from '../../../pwa/exchange/evidence-bundle';
import { opinion, saved } from '../../pwa/sample';
import { formOf, renderPage } from '../../support/render';
import { type AppFile, drop, sample } from './app';
import { pictureOf } from './pictures';
import { statisticsPage, withStatistics } from './statistics';
import { putOpinions } from './store';

const form = formOf('2021');

function report(organ: string, year: number, published: string, cells: Readonly<Record<string, number>> = {}): AppFile {
  return { name: `${organ}${year}.html`, body: renderPage({ form, organ, year, published, cells }) };
}

const WRONG = { 'disputes.review.total': 7 };

function files(): AppFile[] {
  const last = report('示例县民政局', 2024, '2025-01-28');
  return [
    report('示例县教育局', 2022, '2023-01-12'),
    report('示例县教育局', 2023, '2024-01-12'),
    report('示例县教育局', 2024, '2025-01-20', WRONG),
    report('示例县水务局', 2024, '2025-03-05'),
    report('示例县示例镇人民政府', 2023, '2024-01-30'),
    report('示例县示例镇人民政府', 2024, '2025-01-31'),
    report('另县民政局', 2023, '2024-02-20', WRONG),
    { ...last, body: withStatistics(String(last.body), { year: 2024, wrong: 5 }) },
    { name: '不是年报.docx', body: 'PK' },
  ];
}

const planted = saved('planted-2024.html');

/** The report with planted errors, its page sealed. */
async function sealed(): Promise<AppFile> {
  const at = '2026-01-20T06:00:00.000Z';
  const bytes = new TextEncoder().encode(String(sample('planted-2024.html').body));
  const evidence = seal({
    report: planted.id,
    address: 'https://www.example.gov.cn/1.html',
    title: null,
    times: { opened: at, sealed: at },
    versions: { gouji: '0.1.0', rules: 'x', browser: 'y' },
    parts: [{ name: 'page.html', kind: 'page', table: null, type: 'text/html', at, bytes }],
    missing: [],
  });
  const blob = evidenceBundle({ format: 'gouji', version: 1, reports: [planted], opinions: [] }, [evidence]);
  return { name: '证据.gouji', body: new Uint8Array(await blob.arrayBuffer()) };
}

/** Two people differ on a finding; one wrote a finding and a form of his own. */
function words(): Opinion[] {
  const { organ, year, findings } = planted.outcome;
  const [first] = findings;
  const [sums] = inferSums(readHtml(statisticsPage()));
  if (first === undefined || sums === undefined) throw new Error('the samples find nothing');
  const against = valuesOf(first, planted.outcome);
  const about = { finding: first.fingerprint, against };
  const name = subjectName({ scope: 'own', organ: organ ?? '', year, id: '1' });
  const own = {
    fingerprint: name,
    text: '附件打不开',
    severity: 'warning',
    cell: null,
    quote: '附件',
    place: null,
  } as const;
  const kept = ownFormOf('乡镇户数', sums, new Set(sums.relations.map(({ key }) => key)));
  return [
    opinion({ ...about, id: 'w1', value: 'confirmed', counter: 1 }),
    opinion({ ...about, id: 'w2', field: 'note', value: '已电话告知', counter: 2 }),
    opinion({ ...about, id: 'l1', field: 'reason', value: '口径不同', author: '李', counter: 3 }),
    opinion({ ...about, id: 'l2', value: 'dismissed', author: '李', counter: 4 }),
    opinion({ id: 'o1', finding: name, against: '', field: 'own', value: ownText(own), counter: 5 }),
    opinion({
      id: 'f1',
      finding: ownFormSubject('f1'),
      against: '',
      field: 'own',
      value: ownFormText(kept),
      counter: 6,
    }),
  ];
}

const SLOW = { timeout: 60_000 };

/** Fills the app that is open, and tells the addresses of all screens, each with a selector that waits for it. */
export async function fillStore(
  page: Page,
  browser: Browser,
  origin: string,
): Promise<Readonly<Record<string, readonly [string, string]>>> {
  const to = async (hash: string, selector: string): Promise<void> => {
    await page.goto(`${origin}/#/${hash}`);
    await page.locator(selector).first().waitFor(SLOW);
  };
  await to('settings', '#author');
  await page.locator('#author').fill('王');
  await to('', '.empty');
  await drop(page, files());
  await page.locator('.note', { hasText: '核查完毕' }).first().waitFor(SLOW);
  await drop(page, [await sealed()]);
  await page.locator('.preview').getByRole('button', { name: '合并', exact: true }).click();
  await page.locator('.preview').waitFor({ state: 'detached' });
  await putOpinions(page, words());

  await to('', 'table.reports');
  await page.locator('.chip', { hasText: '有错误' }).click();
  await page.getByRole('button', { name: '存为视图' }).click();
  await page.keyboard.type('有错误的');
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: '有错误的', exact: true }).waitFor();
  await page.locator('.chip', { hasText: '有错误' }).click();

  await to('organs', '.organ-rows');
  await page.getByText('粘贴或修改名单').click();
  await page.getByLabel('应发布年度报告的单位').fill('教育局\n水务局\n示例镇人民政府\n审计局\n民政局');
  await page.getByLabel('本级地区').fill('示例县');
  await page.getByRole('button', { name: /^保存名单/ }).click();

  await to('checklists', 'h1');
  await page.getByRole('button', { name: '新建清单' }).click();
  await page.getByRole('textbox', { name: '清单名称' }).fill('示例县清单');
  await page.getByRole('button', { name: '添加关系' }).click();
  const relation = page.getByRole('combobox', { name: '第 1 项关系', exact: true });
  await relation.fill('行政规范性文件 现行有效件数 >= 行政规范性文件 本年制发件数');
  await page.getByRole('button', { name: '添加事项' }).click();
  await page.getByRole('textbox', { name: '第 1 项事项' }).fill('看栏目');
  await page.getByRole('textbox', { name: '第 1 项由谁' }).fill('王');
  await page.keyboard.press('Control+s');
  await page.getByText('已存为版本 1').waitFor();
  const checklist = page.url().split('#/')[1] ?? '';

  await drop(page, [await pictureOf(browser, { form, organ: '示例县审计局', year: 2024 })]);
  await page.locator('.note.warning', { hasText: '年报.png' }).getByRole('button', { name: '对照录入' }).click();
  await page.locator('.entry').waitFor();
  await page.locator('input[data-of]').first().fill('12');
  const entry = page.url().split('#/')[1] ?? '';
  await page.getByText('录入已存在本机').waitFor();

  const id = encodeURIComponent(planted.id);
  await to(`report/${id}`, 'article.finding');
  const evidence = (await page.locator('a[href*="#/evidence/"]').first().getAttribute('href')) ?? '';
  return {
    list: ['', 'table.reports'],
    report: [`report/${id}`, 'article.finding'],
    evidence: [evidence.split('#/')[1] ?? '', 'h1'],
    results: ['batch', '.matrix'],
    entries: ['entry', 'h1'],
    entry: [entry, '.entry'],
    handouts: ['handouts', 'h1'],
    organs: ['organs', '.organ-rows'],
    organ: [`organ/${encodeURIComponent('示例县教育局')}`, '.plot'],
    overview: ['overview', '.plot'],
    checklists: ['checklists', 'h1'],
    checklist: [checklist, '.checklist-head'],
    exchange: ['exchange', '#share'],
    settings: ['settings', '#author'],
  };
}
