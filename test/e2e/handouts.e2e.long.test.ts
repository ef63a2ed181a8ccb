/** 下发材料 in a real Chromium: each is downloaded and read back, at a county's size too; keyboard, axe, both languages. */
import { readFile } from 'node:fs/promises';
import { unzipSync } from 'fflate';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { ledgerFileSchema } from '../../core/exchange/ledger-file';
import { readFile as readBytes } from '../../core/read/file';
import { readHtml } from '../../core/read/html';
import { carriedCells, UNITS, unitPage } from '../support/handouts';
import { tablesIn, textIn } from '../support/read-back';
import { type AppFile, drop } from './harness/app';
import { axeViolations } from './harness/axe';
import { hostedApp } from './harness/hosted-app';

const hosted = hostedApp(6700);

async function open(options: BrowserContextOptions = {}): Promise<Page> {
  return hosted.open('', options);
}

const FILES: readonly AppFile[] = Object.entries(UNITS).map(([name, unit]) => ({
  name: `${name}.html`,
  body: unitPage(unit),
}));

async function withCounty(options: BrowserContextOptions = {}): Promise<Page> {
  const page = await open(options);
  await drop(page, FILES);
  await page.locator('.note.info', { hasText: '核查完毕' }).waitFor({ timeout: 60_000 });
  await page.getByRole('link', { name: '下发材料' }).click();
  await page.getByRole('heading', { name: '下发材料', level: 1 }).waitFor();
  await page.getByText('5 份报告').waitFor();
  return page;
}

async function save(page: Page, button: string, timeout = 30_000): Promise<{ name: string; bytes: Uint8Array }> {
  const saving = page.waitForEvent('download', { timeout });
  await page.getByRole('button', { name: button, exact: true }).click();
  const file = await saving;
  return { name: file.suggestedFilename(), bytes: new Uint8Array(await readFile(await file.path())) };
}

async function tables(bytes: Uint8Array): Promise<string[][][]> {
  return tablesIn(await readBytes(bytes, readHtml));
}

describe('what is handed out', () => {
  it('comes as a ledger in four forms, all telling the same', async () => {
    const page = await withCounty();
    const book = await save(page, '生成表格（.xlsx）');
    expect(book.name).toBe('整改台账-2024.xlsx');
    const rows = (await tables(book.bytes)).flat();
    const head = rows.find((row) => row[0] === '序号') ?? [];
    expect(head).toHaveLength(22);
    const units = rows.filter((row) => /^\d+$/.test(row[0] ?? '')).map((row) => row[1]);
    expect(units).toEqual(expect.arrayContaining(['示例县财政局', '示例县教育局', '示例县水务局']));
    const csv = new TextDecoder('utf-8', { ignoreBOM: true }).decode((await save(page, '生成 CSV')).bytes);
    expect(csv.startsWith('\ufeff序号,单位,')).toBe(true);
    const json = await save(page, '生成 JSON');
    const ledger = ledgerFileSchema.parse(JSON.parse(new TextDecoder().decode(json.bytes)));
    const problems = ledger.units.flatMap((unit) => unit.problems);
    expect(problems).toHaveLength(units.length);
    const html = await save(page, '生成网页（.html）');
    const text = new TextDecoder().decode(html.bytes);
    expect(text).not.toMatch(/<script|javascript:|\son\w+=/i);
    expect(text.match(/<tr>/g)).toHaveLength(units.length + 1);
    await page.getByText(`已生成“${html.name}”：5 份报告，${units.length} 项问题。`).waitFor();
  });

  it('comes as sums beside the region’s report, whose contributors a click shows', async () => {
    const page = await withCounty();
    await page.getByLabel('本级报告').selectOption({ label: '示例县人民政府 2024 年报' });
    const { name, bytes } = await save(page, '生成汇总表（.xlsx）');
    expect(name).toBe('汇总表-2024.xlsx');
    const rows = (await tables(bytes)).flat();
    expect(rows.find((row) => row[0] === '表二“行政许可”')?.slice(1, 4)).toEqual(['480', '500', '20']);
    expect(rows.find((row) => row[0] === '表二“行政事业性收费”')?.slice(1, 4)).toEqual(['3.85', '3.85', '0']);
    await page.getByRole('button', { name: '在此查看' }).click();
    await page.getByRole('button', { name: '表二', exact: true }).click();
    await page.locator('[data-cell="disclosure.fee.amount"]').click();
    const given = page.locator('.contributors');
    await expect.poll(() => given.innerText()).toContain('4 个单位填有数字，0 个为 0 或空白');
    expect(await given.locator('tbody tr').allInnerTexts()).toContain('示例县示例镇人民政府\t0.1');
    expect(await given.innerText()).toMatch(/各单位之和\s+3\.85\s+示例县人民政府\s+3\.85\s+差额\s+0/);
    expect(await axeViolations(page)).toEqual([]);
  });

  it('comes as a problem list for each unit, in an archive or as one', async () => {
    const page = await withCounty();
    const { name, bytes } = await save(page, '生成问题清单（.docx）');
    expect(name).toBe('问题清单-2024.zip');
    const files = unzipSync(bytes);
    const own = files['示例县财政局 2024 年政府信息公开工作年度报告问题清单.docx'];
    if (own === undefined) throw new Error(Object.keys(files).join());
    const [list] = await tables(own);
    expect(list?.[0]).toContain('单位反馈（核实及整改情况）');
    expect(list?.[1]?.join()).toMatch(/错误,.*填 21.*推算应为 12/);
    await page.getByLabel('合为一个文件，每个单位另起一页').check();
    const one = await save(page, '生成问题清单（.docx）');
    expect(one.name).toBe('问题清单-2024.docx');
    expect(await tables(one.bytes)).toHaveLength(Object.keys(files).length);
  });

  it('comes as a bulletin that counts what there is, and leaves blanks for the rest', async () => {
    const page = await withCounty();
    await page.getByLabel('地区名称（用在标题里）').fill('示例县');
    await page.getByText('没有单位名单：通报不统计未公开的单位').waitFor();
    // One list for the whole app: it is kept where the organs are.
    await page.getByRole('link', { name: '到“单位”里修改名单' }).click();
    await page.getByText('粘贴或修改名单').click();
    await page.getByLabel('应发布年度报告的单位').fill('教育局\n财政局\n水务局\n示例镇人民政府\n民政局');
    await page.getByLabel('本级地区').fill('示例县');
    await page.getByRole('button', { name: '保存名单（5 个单位）' }).click();
    await page.goBack();
    await page.getByText('按单位名单 5 个单位统计未公开的').waitFor();
    const { name, bytes } = await save(page, '生成通报草稿（.docx）');
    expect(name).toBe('示例县-通报草稿-2024.docx');
    const text = textIn(await readBytes(bytes, readHtml));
    expect(text).toContain('应公开年度报告的单位 5 个，已见年度报告 4 个，未见 1 个。');
    expect(text).toContain('逾期 1 份');
    expect(text).toContain('【发文机关】');
    expect((await tables(bytes))[0]).toEqual([
      ['序号', '单位', '备注'],
      ['1', '民政局', ''],
    ]);
  });

  it('comes as a table of what was carried over', async () => {
    const page = await withCounty();
    const { name, bytes } = await save(page, '生成结转对账表（.xlsx）');
    expect(name).toBe('结转对账表-2024.xlsx');
    const rows = (await tables(bytes)).flat();
    expect(rows.find((row) => row[0] === '示例县教育局')).toEqual([
      '示例县教育局',
      '2024',
      '总计',
      '3',
      '2',
      '-1',
      '不一致，须核实',
    ]);
  });

  it('is printed without the screen around it', async () => {
    const page = await withCounty();
    await page.evaluate(() => {
      // The dialog of the system is no part of a headless browser: what would be printed is looked at instead.
      window.print = () => document.body.setAttribute('data-printing', '');
    });
    await page.getByRole('button', { name: '打印或存为 PDF' }).click();
    await page.locator('body[data-printing]').waitFor();
    await page.emulateMedia({ media: 'print' });
    await page.locator('.print-sheet table').waitFor({ state: 'visible' });
    expect(await page.locator('.app-nav, .app-header, .handout-cards').filter({ visible: true }).count()).toBe(0);
    const pdf = await page.pdf({ preferCSSPageSize: true });
    const printed = await readBytes(new Uint8Array(pdf), readHtml);
    expect(textIn(printed).replaceAll(/\s/g, '')).toContain('示例县财政局');
    await page.evaluate(() => dispatchEvent(new Event('afterprint')));
    await page.locator('.print-sheet').waitFor({ state: 'detached' });
  });
});

describe('the screen', () => {
  it('keeps columns as a template, and hands out by it', async () => {
    const page = await withCounty();
    await page.getByText('列（已选 22 / 24）').click();
    await page.getByLabel('列出“上级/片区”').uncheck();
    await page.getByLabel('“问题描述”列的名称').fill('存在问题');
    await page.getByRole('button', { name: '“单位”上移' }).click();
    await page.getByLabel('模板名称').fill('县里的');
    await page.getByRole('button', { name: '存为模板' }).click();
    await page.getByRole('button', { name: '恢复通用的列' }).click();
    await page.getByText('列（已选 22 / 24）').waitFor();
    await page.reload();
    await page.getByText('列（已选 22 / 24）').click();
    await page.getByRole('button', { name: '使用“县里的”' }).click();
    const rows = (await tables((await save(page, '生成表格（.xlsx）')).bytes)).flat();
    const head = rows.find((row) => row.includes('序号')) ?? [];
    expect(head.slice(0, 3)).toEqual(['单位', '序号', '报告年度']);
    expect(head).toContain('存在问题');
    expect(head).toHaveLength(21);
  });

  it('is reached from a report and from the table of results, with what they show', async () => {
    const page = await withCounty();
    await page.getByRole('link', { name: '核对结果' }).click();
    await page.getByLabel('筛选报告').fill('财政局');
    await page.getByText('显示 1 份').waitFor();
    await page.getByRole('button', { name: '下发材料' }).click();
    await page.getByText('所选的 1 份报告').waitFor();
    await page.getByRole('button', { name: '改为全部报告' }).click();
    await page.getByText('5 份报告').waitFor();
    await page.goto(`${hosted.site.origin}/#/`);
    await page.getByRole('link', { name: '示例县财政局' }).first().click();
    await page.locator('.report').getByRole('link', { name: '下发材料' }).click();
    await page.getByText('示例县财政局 2024 年报').first().waitFor();
    expect(await page.getByRole('button', { name: '生成通报草稿（.docx）' }).count()).toBe(0);
    expect((await save(page, '生成问题清单（.docx）')).name).toBe(
      '示例县财政局 2024 年政府信息公开工作年度报告问题清单.docx',
    );
  });

  it('says what is missing: no reports, no problems, no report of that name', async () => {
    const page = await open();
    await page.goto(`${hosted.site.origin}/#/handouts`);
    await page.getByRole('heading', { name: '还没有可下发的报告' }).waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await drop(page, [{ name: 'town.html', body: unitPage(UNITS.town) }]);
    await page.locator('.report').waitFor();
    await page.goto(`${hosted.site.origin}/#/handouts`);
    await page.getByRole('button', { name: '生成问题清单（.docx）' }).click();
    await page.getByText('问题清单没有内容：范围内有 1 份报告、0 项问题。').waitFor();
    await page.goto(`${hosted.site.origin}/#/handouts/nobody`);
    await page.getByRole('heading', { name: '没有这份报告' }).waitFor();
  });

  it.each(['light', 'dark'] as const)(
    'is clean by axe and works by keyboard in %s, in both languages',
    async (colorScheme) => {
      const page = await withCounty({ colorScheme });
      expect(await axeViolations(page)).toEqual([]);
      const button = page.getByRole('button', { name: '生成 JSON' });
      await button.focus();
      const saving = page.waitForEvent('download');
      await page.keyboard.press('Enter');
      await saving;
      await page.getByText('已生成“整改台账-2024.json”').waitFor();
      await page.getByRole('button', { name: 'English' }).click();
      await page.getByRole('heading', { name: 'Hand-outs', level: 1 }).waitFor();
      const text = await page.locator('.screen.handouts').innerText();
      // Names of organs and files stay as they are, and each language is called by its own name.
      const own = text.split('\n').filter((line) => !/^中文$|示例县|整改台账-2024/.test(line));
      expect(own.filter((line) => /[\u4e00-\u9fff]/.test(line))).toEqual([]);
      expect(await axeViolations(page)).toEqual([]);
    },
  );
});

describe('a county of many', () => {
  it('is handed out, tells how far it is, and can be stopped', async () => {
    const page = await open();
    await page.goto(`${hosted.site.origin}/#/handouts`);
    await drop(page, [
      {
        name: 'one.html',
        body: unitPage({
          organ: '示例县第0局',
          cells: { ...carriedCells(2, 1), 'applications.granted.individual': 21 },
        }),
      },
    ]);
    await page.locator('.report').waitFor();
    await multiply(page, 1000);
    await page.reload();
    await page.goto(`${hosted.site.origin}/#/handouts`);
    await page.getByText('1000 份报告').waitFor({ timeout: 60_000 });
    await page.getByRole('button', { name: '生成表格（.xlsx）' }).click();
    await page.getByText(/正在生成整改台账：[1-9]\d* \/ 1000 份报告/).waitFor();
    await page.getByRole('button', { name: '取消' }).click();
    await expect.poll(() => page.locator('.making').innerText()).toBe('');
    const times: string[] = [];
    for (const button of [
      '生成表格（.xlsx）',
      '生成汇总表（.xlsx）',
      '生成问题清单（.docx）',
      '生成通报草稿（.docx）',
    ]) {
      const before = Date.now();
      const { bytes } = await save(page, button, 240_000);
      times.push(`${button} ${Date.now() - before} ms, ${bytes.length} bytes`);
    }
    console.info(times.join('\n'));
  }, 900_000);
});

/** The one report that is kept, a thousand times under other names. */
async function multiply(page: Page, count: number): Promise<void> {
  await page.evaluate(
    (wanted) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('gouji');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const store = opening.result;
          const writing = store.transaction(['reports', 'summaries'], 'readwrite');
          const stores = ['reports', 'summaries'].map((name) => writing.objectStore(name));
          for (const each of stores) {
            const reading = each.getAll();
            reading.onsuccess = () => {
              const text = JSON.stringify(reading.result[0]);
              const id = String(reading.result[0].id);
              for (let index = 1; index < wanted; index++)
                each.put(JSON.parse(text.replaceAll('第0局', `第${index}局`).replaceAll(id, `${id}-${index}`)));
            };
          }
          writing.oncomplete = () => {
            store.close();
            resolve();
          };
          writing.onerror = () => reject(writing.error);
        };
      }),
    count,
  );
}
