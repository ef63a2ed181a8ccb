/** The review desk: the page as it was sealed, last year and another copy beside the report, by keyboard; production build. */
import { createServer, type Server } from 'node:http';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { seal } from '../../core/exchange/evidence';
import { evidenceBundle } from '../../pwa/exchange/evidence-bundle';
import { saved } from '../pwa/sample';
import { type AppFile, drop, findings, sample } from './harness/app';
import { axeViolations } from './harness/axe';
import { hostedApp } from './harness/hosted-app';

const hosted = hostedApp(5800);

let trap: Server;
let trapped: string[] = [];
let trapAt = '';

beforeAll(async () => {
  trap = createServer((request, response) => {
    trapped.push(request.url ?? '');
    response.end();
  });
  await new Promise<void>((resolve) => trap.listen(0, '127.0.0.1', resolve));
  const address = trap.address();
  trapAt = `http://127.0.0.1:${typeof address === 'object' && address !== null ? address.port : 0}`;
});
afterEach(async () => {
  expect(trapped).toEqual([]);
  trapped = [];
});
afterAll(async () => {
  trap.close();
});

async function open(options: BrowserContextOptions = {}): Promise<Page> {
  return hosted.open('', options);
}

/** A .gouji file with a report and its page sealed, a page that would like to run and to load. */
async function sealedFile(): Promise<AppFile> {
  const report = saved('planted-2024.html');
  const page = new TextEncoder().encode(
    sample('planted-2024.html')
      .body.toString()
      .replace(
        '</head>',
        `<meta http-equiv="refresh" content="0;url=${trapAt}/refresh"><script src="${trapAt}/s.js"></script><link rel="stylesheet" href="${trapAt}/a.css">
         <style>.own-style td{background:rgb(1, 2, 3)}body{background:url(${trapAt}/bg.png)}</style></head>`,
      )
      .replace(
        /<body[^>]*>/,
        `$&<img src="${trapAt}/p.png"><iframe src="${trapAt}/f"></iframe><p id="run" style="color:rgb(4, 5, 6)" onclick="x">原页文字</p><script>parent.ran = true</script>`,
      )
      .replace('<table', '<table data-x class="own-style"'),
  );
  const at = '2026-01-20T06:00:00.000Z';
  const evidence = seal({
    report: report.id,
    address: 'https://www.example.gov.cn/1.html',
    title: null,
    times: { opened: at, sealed: at },
    versions: { gouji: '0.1.0', rules: 'x', browser: 'y' },
    parts: [{ name: 'page.html', kind: 'page', table: null, type: 'text/html', at, bytes: page }],
    missing: [],
  });
  const blob = evidenceBundle({ format: 'gouji', version: 1, reports: [report], opinions: [] }, [evidence]);
  return { name: '证据.gouji', body: new Uint8Array(await blob.arrayBuffer()) };
}

async function openSealed(page: Page): Promise<void> {
  await drop(page, [await sealedFile()]);
  await page.getByRole('button', { name: '合并' }).click();
  await page.goto(`${hosted.site.origin}/#/`);
  await page.locator('table.reports tbody th a').first().click();
  await findings(page);
}

async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

describe('the page as it was sealed', () => {
  it('is verified as it is opened, wears its own styles, runs nothing and asks nobody', async () => {
    const page = await open();
    await openSealed(page);
    await page.getByRole('tab', { name: '原页' }).click();
    await page.getByText('证据校验通过，1 个部分都与封存时一致').waitFor();
    const frame = page.frameLocator('iframe.snapshot');
    await frame.getByText('原页文字').waitFor();
    await expect
      .poll(() => frame.locator('#run').evaluate((element) => getComputedStyle(element).color))
      .toBe('rgb(4, 5, 6)');
    expect(
      await frame
        .locator('table')
        .first()
        .locator('td')
        .first()
        .evaluate((cell) => getComputedStyle(cell).backgroundColor),
    ).toBe('rgb(1, 2, 3)');
    expect(await page.evaluate(() => 'ran' in globalThis)).toBe(false);
    expect(await page.locator('iframe.snapshot').getAttribute('sandbox')).toBe('allow-same-origin');
  });

  it('is not shown where a byte of the evidence was changed', async () => {
    const page = await open();
    await openSealed(page);
    await page.evaluate(
      () =>
        new Promise<void>((resolve, reject) => {
          const opening = indexedDB.open('gouji');
          opening.onerror = () => reject(opening.error);
          opening.onsuccess = () => {
            const store = opening.result.transaction('evidenceParts', 'readwrite').objectStore('evidenceParts');
            const all = store.getAll();
            all.onsuccess = () => {
              const put = store.put({ ...all.result[0], bytes: new Blob(['<p>别的</p>']) });
              put.onsuccess = () => {
                opening.result.close();
                resolve();
              };
            };
          };
        }),
    );
    await page.getByRole('tab', { name: '原页' }).click();
    await page.locator('.note.error', { hasText: '证据校验不通过' }).waitFor();
    expect(await page.locator('iframe').count()).toBe(0);
  });
});

describe('beside another report', () => {
  const lastYear = (): AppFile => ({
    name: '2023.html',
    body: sample('planted-2024.html')
      .body.toString()
      .replaceAll('2024', '2023')
      .replaceAll('2025', '2024')
      .replace('<td>3<', '<td>9<'),
  });
  const copy = (): AppFile => ({
    name: '更正.html',
    body: sample('planted-2024.html').body.toString().replace('</body>', '<p>更正后重新发布。</p></body>'),
  });

  it('of last year each cell has its two numbers and the difference in words', async () => {
    const page = await open();
    await drop(page, [sample('planted-2024.html'), lastYear()]);
    await expect.poll(() => page.locator('table.reports tbody tr').count()).toBe(2);
    await page
      .getByRole('link', { name: /示例县/ })
      .first()
      .waitFor();
    const year = page.getByRole('link', { name: '2024', exact: true });
    await page.locator('table.reports tbody tr', { has: year }).locator('th a').click();
    await page.getByRole('tab', { name: '与上年对照' }).click();
    await page.locator('table.changes').first().waitFor();
    expect(await page.locator('table.changes thead').first().innerText()).toMatch(/2023 年\s+2024 年\s+差异/);
    const changed = page.locator('table.changes tbody tr').first();
    expect(await changed.innerText()).toMatch(/(▲ 增加|▼ 减少) \d+/);
    expect(await axeViolations(page)).toEqual([]);
    await changed.getByRole('button').click();
    await page.locator('table.form').waitFor();
  });

  it('of another copy the findings are new, gone or still there', async () => {
    const page = await open();
    await drop(page, [sample('planted-2024.html')]);
    await findings(page);
    await drop(page, [
      {
        ...copy(),
        body: copy().body.toString().replace('更正后', '更正后，联系人手机13800001234，'),
      },
    ]);
    await page.getByText('2024').first().waitFor();
    await page.getByRole('tab', { name: '与旧版对照' }).click();
    await page.locator('.finding-changes').waitFor();
    const said = await page.locator('.finding-changes [role=status]').innerText();
    expect(said).toMatch(/新增 1\b/);
    expect(said).toMatch(/仍在 [1-9]/);
  });
});

it('is worked by keyboard alone: findings, states with a reason, the way back', async () => {
  const page = await open();
  await drop(page, [sample('planted-2024.html')]);
  await findings(page);
  const current = page.locator('article.finding[aria-current=true]');
  const tag = (text: string) => current.locator('.tag', { hasText: text });
  const first = await current.locator('h3').innerText();
  await press(page, 'j');
  await expect.poll(() => current.locator('h3').innerText()).not.toBe(first);
  await press(page, 'k', '1');
  await tag('属实待改').waitFor();
  await press(page, '4');
  await tag('已整改').waitFor();
  await press(page, '3');
  await tag('暂缓').waitFor();
  await press(page, 'u');
  await tag('已整改').waitFor();
  await press(page, '2');
  // Without a reason nothing is dismissed.
  await press(page, 'Enter');
  expect(await tag('经核实无误').count()).toBe(0);
  await page.keyboard.type('台账核对无误');
  await press(page, 'Enter');
  await tag('经核实无误').waitFor();
  await press(page, 'Control+z');
  await tag('已整改').waitFor();
  await press(page, '?');
  await page.getByRole('dialog').getByText('撤销刚才的操作').waitFor();
});

it.each(['light', 'dark'] as const)('is clean by axe with the sealed page open, %s', async (colorScheme) => {
  const page = await open({ colorScheme });
  await openSealed(page);
  await page.getByRole('tab', { name: '原页' }).click();
  await page.frameLocator('iframe.snapshot').getByText('原页文字').waitFor();
  expect(await axeViolations(page)).toEqual([]);
});
