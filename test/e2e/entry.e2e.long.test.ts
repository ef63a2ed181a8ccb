/** 对照录入: pictures and scans beside an empty form, production build, real Chromium. */
import type { BrowserContextOptions, Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { formOf } from '../support/render';
import { type AppFile, drop, findings, listed } from './harness/app';
import { axeViolations } from './harness/axe';
import { hostedApp } from './harness/hosted-app';
import { pictureOf, scanOf } from './harness/pictures';

const hosted = hostedApp(5600);

let picture: AppFile;
let photo: AppFile;

beforeAll(async () => {
  const report = { form: formOf('2021'), organ: '示例县人民政府', year: 2024 };
  picture = await pictureOf(hosted.browser, report);
  photo = await pictureOf(hosted.browser, report, '年报.jpg');
});

async function open(options: BrowserContextOptions = {}, path = ''): Promise<Page> {
  return hosted.open(path, options);
}

/** As it is offered where the file was dropped. */
async function enter(page: Page, file: AppFile): Promise<void> {
  await drop(page, [file]);
  const note = page.locator('.note.warning', { hasText: file.name });
  await note.getByRole('button', { name: '对照录入' }).click();
  await page.locator('.entry').waitFor();
}

async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

/** A row of table three and the Tab key between its cells. */
async function typeRow(page: Page, numbers: readonly number[]): Promise<void> {
  for (const number of numbers) {
    await page.keyboard.type(String(number));
    await page.keyboard.press('Tab');
  }
}

const counts = (page: Page): Promise<string[]> => page.locator('.sums-bar [role=status] .tag').allInnerTexts();
const focused = (page: Page): Promise<string | null> =>
  page.evaluate(() => document.activeElement?.getAttribute('data-of') ?? null);
const cell = (page: Page, id: string) => page.locator(`input[data-of="applications.${id}"]`);
const kept = (page: Page): Promise<void> => page.getByText('录入已存在本机').waitFor();
/** Whether anything dark is drawn. */
const isDrawn = (page: Page): Promise<boolean> =>
  page.locator('.picture-box canvas').evaluate((canvas: HTMLCanvasElement) => {
    const data = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, Math.min(600, canvas.height)).data;
    return data?.some((value, index) => index % 4 < 3 && value < 90) ?? false;
  });

describe('a picture', () => {
  it('is said to be one whatever its name, and becomes a report by keyboard alone', async () => {
    const page = await open();
    await drop(page, [{ ...picture, name: '年报.html' }]);
    const note = page.locator('.note.warning', { hasText: '年报.html' });
    await note.waitFor();
    expect(await note.innerText()).toContain('这是图片或扫描件');
    await note.getByRole('button', { name: '对照录入' }).focus();
    await press(page, 'Enter');
    await page.locator('.picture-box canvas').waitFor();
    expect(await isDrawn(page)).toBe(true);
    await expect.poll(() => counts(page)).toEqual(['不成立 0', '待录 42', '成立 0']);

    // Begins in the field of the organ; Tab goes on through year, form and cells.
    await page.keyboard.type('示例县人民政府');
    await press(page, 'Tab');
    await page.keyboard.type('2024');
    await press(page, 'Tab', 'Tab');
    expect(await focused(page)).toBe('disclosure.regulation.made');
    for (let at = 0; at < 10; at++) await typeRow(page, [0]);
    expect(await focused(page)).toBe('applications.received.individual');
    await typeRow(page, [58, 3, 0, 0, 0, 0]);
    await page.keyboard.type('62');
    await expect.poll(() => counts(page)).toEqual(['不成立 1', '待录 41', '成立 0']);
    expect(await page.locator('.sums-here').innerText()).toMatch(
      /不成立\s*表三“本年新收政府信息公开申请数量”行 58＋3 ≠ 62，差 1/,
    );
    await page.keyboard.press('Backspace');
    await page.keyboard.type('1');
    await expect.poll(() => counts(page)).toEqual(['不成立 0', '待录 41', '成立 1']);
    expect(await page.locator('.sums-here').innerText()).toContain('58＋3 ＝ 61');

    await page.getByRole('button', { name: '保存', exact: true }).focus();
    await press(page, 'Enter');
    expect((await findings(page)).length).toBeGreaterThan(0);
    expect(await page.locator('.facts-line').innerText()).toContain('人工录入，对照图片“年报.html”');
    expect(await page.locator('h1').innerText()).toBe('示例县人民政府 2024 年报');

    // Back to the picture, mended, saved: one report, not two.
    await page.getByRole('link', { name: '看图、改录入' }).click();
    await page.locator('.picture-box canvas').waitFor();
    await cell(page, 'received.total').fill('60');
    await page.getByRole('button', { name: '保存修改' }).click();
    await page.locator('article.finding', { hasText: '61' }).first().waitFor();
    await page.goto(`${hosted.site.origin}/#/`);
    await expect.poll(() => listed(page)).toEqual(['示例县人民政府']);
  });

  it('outlives the tab with every key', async () => {
    const page = await open();
    await enter(page, picture);
    await cell(page, 'received.individual').click();
    await page.keyboard.type('1234');
    const { url } = { url: page.url() };
    const next = await page.context().newPage();
    await page.close();
    await next.goto(url);
    await next.locator('.picture-box canvas').waitFor();
    expect(await cell(next, 'received.individual').inputValue()).toBe('1234');
    await next.goto(`${hosted.site.origin}/#/entry`);
    expect(await next.locator('table.reports').innerText()).toMatch(/年报\.png[\s\S]*未保存[\s\S]*已录 1 \/ 200 格/);
    await next.getByRole('button', { name: '删除录入 年报.png' }).click();
    await next.locator('table.reports').waitFor({ state: 'detached' });
    await next.getByRole('button', { name: '撤销' }).click();
    await next.getByRole('link', { name: '继续录入 年报.png' }).click();
    await next.locator('.picture-box canvas').waitFor();
  });

  it('is zoomed and moved by keys, its own and those of the form', async () => {
    const page = await open();
    await enter(page, photo);
    const box = page.locator('.picture-box');
    const canvas = box.locator('canvas');
    await canvas.waitFor();
    const width = (): Promise<number> => canvas.evaluate((element) => element.clientWidth);
    const at = (): Promise<number[]> => box.evaluate((element) => [element.scrollLeft, element.scrollTop]);
    const fitting = await width();
    await box.focus();
    await press(page, '+', '+', '+');
    await expect.poll(width).toBeGreaterThan(fitting * 1.8);
    await press(page, 'ArrowDown', 'ArrowRight');
    await expect.poll(async () => (await at()).every((value) => value > 0)).toBe(true);
    await press(page, '0');
    await expect.poll(width).toBe(fitting);
    await cell(page, 'received.individual').click();
    const before = (await at())[1] ?? 0;
    await press(page, 'Alt+ArrowDown', 'Alt+ArrowDown');
    await expect.poll(async () => (await at())[1]).toBeGreaterThan(before);
    await press(page, 'Alt+=');
    await expect.poll(width).toBeGreaterThan(fitting);
    expect(await focused(page), 'the hands stay on the form').toBe('applications.received.individual');
    await press(page, 'Alt+-');
    const pane = await box.boundingBox();
    if (pane === null) throw new Error('the picture is not shown');
    const top = (await at())[1] ?? 0;
    await page.mouse.move(pane.x + 100, pane.y + 100);
    await page.mouse.down();
    await page.mouse.move(pane.x + 100, pane.y + 40, { steps: 4 });
    await page.mouse.up();
    await expect.poll(async () => (await at())[1]).toBeGreaterThan(top);
  });
});

describe('the form', () => {
  it('is walked and pasted into as a spreadsheet, and takes back', async () => {
    const page = await open({ permissions: ['clipboard-read', 'clipboard-write'] }, '#/entry');
    await page.getByRole('button', { name: '新建录入（2021 年格式）' }).click();
    await cell(page, 'received.individual').click();
    await press(page, 'Enter', 'ArrowRight', 'ArrowDown', 'Shift+Enter', 'ArrowLeft');
    expect(await focused(page)).toBe('applications.carriedIn.individual');
    await press(page, 'ArrowUp');
    await page.keyboard.type('12');
    await press(page, 'ArrowLeft');
    expect(await focused(page), 'inside the text first').toBe('applications.received.individual');
    await press(page, 'End', 'ArrowRight');
    expect(await focused(page)).toBe('applications.received.company');

    await cell(page, 'received.individual').focus();
    await page.evaluate(() => navigator.clipboard.writeText('58\t3\t0\t0\t1\t0\t62\r\n0\t0\t0\t0\t0\t0\t0\r\n'));
    await press(page, 'Control+v');
    await page.getByText('已粘贴 14 个数').waitFor();
    expect(await cell(page, 'carriedIn.total').inputValue()).toBe('0');
    await expect.poll(() => counts(page)).toEqual(['不成立 0', '待录 40', '成立 2']);
    await press(page, 'Control+z');
    await expect.poll(() => cell(page, 'received.individual').inputValue()).toBe('12');
    expect(await cell(page, 'carriedIn.total').inputValue()).toBe('');
    await press(page, 'Control+y');
    await expect.poll(() => cell(page, 'received.total').inputValue()).toBe('62');
    await press(page, 'Control+z', 'Control+z');
    await expect.poll(() => cell(page, 'received.individual').inputValue()).toBe('');
    await kept(page);
    await page.reload();
    await page.locator('.entry').waitFor();
    expect(await cell(page, 'received.individual').inputValue()).toBe('');
  });

  it('of the older years has its own tables, and its text is held against them', async () => {
    const page = await open();
    await page.getByRole('link', { name: '手工录入' }).first().click();
    await page.getByRole('button', { name: '新建录入（2019 年格式）' }).click();
    await page.locator('[data-of="disclosure.procurement.amount"]').waitFor();
    await page.getByLabel('单位', { exact: true }).fill('示例县示例镇人民政府');
    await page.getByLabel('年度', { exact: true }).fill('2022');
    await page.getByText('2022 年年报应用 2021 年格式').waitFor();
    await page.getByLabel('年度', { exact: true }).fill('2020');
    await cell(page, 'received.individual').fill('五件');
    await page.locator('td.strange').waitFor();
    await cell(page, 'received.individual').fill('5');
    await cell(page, 'received.total').fill('5');
    await page.getByText('正文（可不录）').click();
    await page.getByLabel('一、总体情况').fill('2020年，本机关共收到政府信息公开申请12件。');
    await page.getByRole('button', { name: '保存', exact: true }).click();
    expect((await findings(page)).join()).toContain('12');
    expect(await page.locator('.facts-line').innerText()).toMatch(
      /2019 年格式[\s\S]*人工录入$|人工录入 · 看图、改录入$/,
    );
  });
});

describe('a scanned PDF', () => {
  it('is drawn page by page', async () => {
    const page = await open();
    await enter(page, await scanOf(hosted.browser, [picture, picture]));
    await page.locator('.picture-box canvas').waitFor({ timeout: 30_000 });
    expect(await isDrawn(page)).toBe(true);
    await page.getByText('第 1 / 2 页').waitFor();
    await page.getByRole('button', { name: '下一页' }).click();
    await page.getByText('第 2 / 2 页').waitFor();
    await page.locator('.picture-box canvas').waitFor({ timeout: 30_000 });
    expect(await isDrawn(page)).toBe(true);
    expect(await page.getByRole('button', { name: '下一页' }).isDisabled()).toBe(true);
  });
});

describe('a bad picture', () => {
  const bytesOf = (file: AppFile): Uint8Array => Buffer.from(file.body);
  const huge = (): Uint8Array => {
    const bytes = bytesOf(picture).slice();
    // Width and height of its header: nobody draws that.
    new DataView(bytes.buffer, bytes.byteOffset).setUint32(16, 60_000);
    return bytes;
  };

  it.each([
    ['cut.jpg', (): Uint8Array => bytesOf(photo).slice(0, 20_000), /结尾缺失/],
    ['broken.png', (): Uint8Array => bytesOf(picture).slice(0, 16), /结尾缺失/],
    ['huge.png', huge, /60000 × \d+ 像素，超过/],
    ['noise.jpg', (): Uint8Array => bytesOf(photo).map((byte, at) => (at > 700 && at < 9000 ? 0 : byte)), /图片已损坏/],
    ['scan.tif', (): Uint8Array => Uint8Array.from([0x49, 0x49, 0x2a, 0, 8, 0, 0, 0]), /TIFF.*另存为 PNG/],
  ])('%s says what is the matter, and costs no number', async (name, body, words) => {
    const page = await open();
    await enter(page, { name, body: body() });
    const note = page.locator('.entry-picture .note', { hasText: `“${name}”显示不了` });
    await note.waitFor();
    expect(await note.innerText()).toMatch(words);
    await cell(page, 'received.total').fill('5');
    await kept(page);
  });
});

describe.each([
  ['light', {}],
  ['dark', { colorScheme: 'dark' }],
  ['narrow', { viewport: { width: 320, height: 700 } }],
] as [string, BrowserContextOptions][])('axe, %s', (name, options) => {
  it('finds nothing: offered, at work, with sums of all kinds, in both languages', async () => {
    const page = await open(options);
    await drop(page, [picture]);
    await page.locator('.note.warning').waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await page.locator('.note.warning').getByRole('button', { name: '对照录入' }).click();
    await page.locator('.picture-box canvas').waitFor();
    await cell(page, 'received.individual').click();
    await typeRow(page, [58, 3, 0, 0, 0, 0, 62, 0, 0, 0, 0, 0, 0, 0]);
    await cell(page, 'granted.individual').fill('abc');
    await page.locator('td.strange').waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await page.getByRole('button', { name: '逐条查看' }).click();
    await page.locator('.all-sums .sum').waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await page.goto(`${hosted.site.origin}/#/entry`);
    await page.locator('table.reports').waitFor();
    await page.locator('header button[lang=en]').click();
    await page.getByRole('heading', { name: 'Assisted entry' }).waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await page.locator('table.reports a').click();
    await page.locator('.picture-box canvas').waitFor();
    await page.getByText('Text (optional)').click();
    expect(await axeViolations(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), name).toBeLessThanOrEqual(0);
  });
});
