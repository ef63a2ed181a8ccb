/** What must not be lost or shown, whatever happens in between: a stopped service worker, a full disk, evidence being sealed. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { samplesFolder } from './harness/build';
import { checkPage, openPage } from './harness/checked-page';
import { servedFolder } from './harness/for-file';
import { highlightsOn, marksOn } from './harness/marks';
import { pageWorld } from './harness/page-world';
import { shippedExtension } from './harness/shipped-extension';
import { stopWorker } from './harness/stop-worker';

const extension = shippedExtension();
const samples = servedFolder(samplesFolder);

const chosen = (panel: Page) => panel.locator('[aria-current]');
const transposed = (panel: Page) => panel.getByRole('button', { name: /自然人列填 12/ });
const hasClass = async (page: Page, name: string): Promise<boolean> =>
  (await marksOn(page)).some(({ classes }) => classes.includes(name));

test('the service worker is stopped before every step, and each step is done', async () => {
  // Once with the worker at hand: the browser tells the harness which tab is in front through it.
  const page = await openPage(extension, samples.address('planted-2024.html'));
  const panel = await checkPage(extension, page, '37');
  let stopped = 0;
  const stop = async (): Promise<void> => {
    if (await stopWorker(extension)) stopped++;
  };

  await stop();
  await extension.clickAction(page);
  await panel.getByText('自然人列填 12').first().waitFor();
  await expect.poll(() => hasClass(page, 'badge')).toBe(true);

  await stop();
  await transposed(panel).click();
  await expect.poll(() => hasClass(page, 'current')).toBe(true);

  await stop();
  await chosen(panel).getByRole('textbox', { name: '备注' }).fill('已电话核对');
  await panel.keyboard.press('Enter');
  await panel.getByText('备注已保存').waitFor();

  await stop();
  await panel.locator('h1').click();
  await panel.keyboard.press('s');
  await panel.getByText('内容相同').waitFor();

  // The page changes: it is read again, and the rules are in the worker that is no more.
  await stop();
  await page.evaluate(() => {
    const cell = ([...document.querySelectorAll('.text td')] as HTMLElement[]).find(
      (each) => each.textContent.trim() === '17',
    );
    if (cell !== undefined) cell.textContent = '17.5';
  });
  await panel.locator('article.finding', { hasText: '17.5' }).first().waitFor();

  await stop();
  await transposed(panel).click();
  await panel.keyboard.press('2');
  await panel.getByRole('textbox', { name: /无误的理由/ }).fill('台账如此');
  await panel.getByRole('button', { name: '记为经核实无误' }).click();
  await expect.poll(() => chosen(panel).locator('.row .tag').allInnerTexts()).toContain('经核实无误');
  expect(stopped).toBeGreaterThan(2);

  const app = await extension.context.newPage();
  await app.goto((await panel.getByRole('link', { name: '打开', exact: true }).getAttribute('href')) ?? '');
  await app.locator('.finding', { hasText: '自然人列填 12' }).getByText('经核实无误').first().waitFor();
  await app.locator('.finding', { hasText: '自然人列填 12' }).locator('h3 button').click();
  await app.getByText('台账如此').first().waitFor();
  await app.getByText('已电话核对').first().waitFor();
});

test('storage full: that nothing was saved is said, and what was judged stays in the panel for another try', async () => {
  const page = await openPage(extension, samples.address('planted-2024.html'));
  const panel = await checkPage(extension, page, '37');
  await panel.evaluate(() => {
    const { add, put } = IDBObjectStore.prototype;
    const full = { now: true };
    const guarded = (original: typeof put): typeof put =>
      function (this: IDBObjectStore, ...given) {
        if (full.now) throw new DOMException('full', 'QuotaExceededError');
        return original.apply(this, given);
      };
    IDBObjectStore.prototype.add = guarded(add);
    IDBObjectStore.prototype.put = guarded(put);
    Object.assign(globalThis, { full });
  });
  await panel.locator('h1').click();
  await panel.keyboard.press('s');
  await panel.getByText('没有保存：本机存储空间已满').waitFor();
  expect(await panel.locator('article.finding').count()).toBe(4);
  await panel.evaluate(() => {
    (globalThis as unknown as { full: { now: boolean } }).full.now = false;
  });
  await panel.keyboard.press('s');
  await panel.getByText('内容相同').waitFor();
});

test('nothing at all is drawn while evidence is sealed, whatever is asked for meanwhile; then all of it is back', async () => {
  const page = await openPage(extension, samples.address('planted-2024.html'));
  const panel = await checkPage(extension, page, '37');
  await transposed(panel).click();
  const world = await pageWorld(page);
  await expect.poll(() => world.inMarks<number>(`root.querySelectorAll('.lines polyline').length`)).toBeGreaterThan(0);
  const tab = await extension.tabId(page);
  const tell = async (call: object): Promise<void> => {
    const worker = await extension.worker();
    await worker.evaluate(([id, message]) => chrome.tabs.sendMessage(id, message, { frameId: 0 }), [
      tab,
      call,
    ] as const);
  };
  const drawn = async (): Promise<unknown> => [
    await page.evaluate(() => document.querySelectorAll('gouji-marks').length),
    Object.keys(await highlightsOn(page)),
  ];
  const own = { fingerprint: 'own', text: '自记', severity: 'error', cell: null, quote: '示例县', place: null };
  await tell({ type: 'seal-begin' });
  expect(await drawn()).toEqual([0, []]);
  const [first] = await panel.locator('article.finding').evaluateAll((list) => list.map((each) => each.id));
  expect(first).toBeDefined();
  for (const call of [
    { type: 'unclaimed', shown: true },
    { type: 'own', findings: [own] },
    { type: 'choose', finding: null, scroll: true },
    { type: 'show-cell', cell: 'applications.granted.individual' },
    { type: 'language', language: 'en' },
  ]) {
    await tell(call);
    expect([call, await drawn()]).toEqual([call, [0, []]]);
  }
  await page.keyboard.press('F8');
  await page.mouse.move(400, 400);
  // Read anew in the middle of it.
  await page.evaluate(() => {
    const cell = ([...document.querySelectorAll('.text td')] as HTMLElement[]).find(
      (each) => each.textContent.trim() === '17',
    );
    if (cell !== undefined) cell.textContent = '17.5';
  });
  await panel.locator('article.finding', { hasText: '17.5' }).first().waitFor();
  expect(await drawn()).toEqual([0, []]);
  await tell({ type: 'seal-end' });
  await expect.poll(() => hasClass(page, 'badge')).toBe(true);
  expect(await hasClass(page, 'own')).toBe(true);
  await world.close();
});
