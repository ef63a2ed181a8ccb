/** A page that attacks: huge, look-alike, changing while it is read, at odds with our script, speaking in our name. */
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { samplesFolder } from './harness/build';
import { checkPage, openPage } from './harness/checked-page';
import { servedFolder } from './harness/for-file';
import { highlightsOn, marksOn } from './harness/marks';
import { shippedExtension } from './harness/shipped-extension';
import { watchThread } from './harness/thread-time';

const extension = shippedExtension();
const samples = servedFolder(samplesFolder);

/** A report with four errors, as its own scripts have changed it before the click. */
async function planted(change: () => void = () => undefined): Promise<Page> {
  const page = await openPage(extension, samples.address('planted-2024.html'));
  await page.evaluate(change);
  return page;
}

const badges = async (page: Page): Promise<number> =>
  (await marksOn(page)).filter(({ classes }) => classes.includes('badge')).length;
const transposed = (panel: Page) => panel.locator('article.finding', { hasText: '自然人列填 12' });

async function save(panel: Page): Promise<void> {
  await panel.locator('h1').click();
  await panel.keyboard.press('s');
  await panel.getByText('内容相同').waitFor();
}

/** Reports in the store, whatever the page has done since. */
async function saved(): Promise<number> {
  const app = await extension.context.newPage();
  await app.goto(`chrome-extension://${extension.id}/pwa/index.html`);
  await app.locator('table.reports, .empty').first().waitFor();
  const count = await app.locator('table.reports tbody tr').count();
  await app.close();
  return count;
}

describe('huge', () => {
  test('a table of a million cells is left out and said to be; the report beside it is checked, no task is long', async () => {
    const page = await planted(() => {
      const row = `<tr>${'<td>1</td>'.repeat(100)}</tr>`;
      const table = document.createElement('table');
      // Folded, so that the browser itself has no layout of a million cells to make.
      table.style.display = 'none';
      table.innerHTML = row.repeat(10_000);
      document.body.prepend(table);
    });
    const watched = await watchThread(page, 'scan.iife');
    const panel = await checkPage(extension, page, '37');
    await page.evaluate(() => performance.mark('gouji-on-screen'));
    const { longestTask } = await watched();
    expect(longestTask).toBeLessThan(2500);
    await transposed(panel).waitFor();
    await panel.getByText('没有读').first().waitFor();
    await save(panel);
    expect(await saved()).toBe(1);
  });

  test('500 tables: marks come by keyboard in the order of the page, each with the focus', async () => {
    const page = await planted(() => {
      const row = '<tr><td>项目</td><td>12</td><td>30</td><td>42</td></tr>';
      const block = document.createElement('div');
      block.innerHTML = `<table>${row.repeat(20)}</table>`.repeat(250);
      document.body.prepend(block);
      document.body.append(block.cloneNode(true));
    });
    await checkPage(extension, page, '37');
    await expect.poll(() => badges(page)).toBe(4);
    const tops: number[] = [];
    for (let step = 0; step < 4; step++) {
      await page.keyboard.press('F8');
      const focused = await page.evaluate(() => document.activeElement?.nodeName);
      expect(focused).toBe('GOUJI-MARKS');
      tops.push(await page.evaluate(() => scrollY));
    }
    expect([...tops].sort((a, b) => a - b)).toEqual(tops);
  });
});

describe('names like markup', () => {
  test('neither panel, page nor app makes anything of it', async () => {
    const page = await planted(() => {
      const markup = '<img src=x onerror="document.title=`ran`"><script>document.title="ran"</script>';
      const heading = document.querySelector('h1');
      if (heading !== null) heading.textContent = `示例${markup}县人民政府2024年政府信息公开工作年度报告`;
      for (const meta of document.querySelectorAll('meta[name="SiteName"], meta[name="ArticleTitle"]')) meta.remove();
      document.title = heading?.textContent ?? '';
      for (const cell of document.querySelectorAll('.text td'))
        if (cell.textContent?.trim() === '17') cell.textContent = `17${markup}`;
    });
    const panel = await checkPage(extension, page, '表三');
    const foreign = `document.querySelectorAll('img[src="x"], body script:not([src])').length`;
    expect(await panel.evaluate(foreign)).toBe(0);
    await save(panel);
    const app = await extension.context.newPage();
    await app.goto((await panel.getByRole('link', { name: '打开', exact: true }).getAttribute('href')) ?? '');
    await app.locator('.report').waitFor();
    await app.getByText('onerror').first().waitFor();
    for (const each of [panel, app]) {
      expect(await each.evaluate(foreign)).toBe(0);
      expect(await each.title()).not.toBe('ran');
    }
  });
});

/** The cell that is 12 and should be 21. */
const CELL = `[...document.querySelectorAll('.text td')].find((each) => each.textContent.trim() === '12')`;

describe('look-alikes', () => {
  test('of two tables three one is checked, and the other is said not to be', async () => {
    const page = await planted(() => {
      const table = document.querySelector('table.MsoNormalTable');
      const twin = table?.cloneNode(true) as HTMLElement;
      twin.style.display = 'none';
      for (const cell of twin.querySelectorAll('td')) if (cell.textContent?.trim() === '12') cell.textContent = '21';
      table?.after(twin);
    });
    const panel = await checkPage(extension, page, '37');
    await panel
      .getByText(/另有 1 张同样的表格/)
      .first()
      .waitFor();
    await transposed(panel).waitFor();
  });

  test.each([
    ['part of a number is hidden', `cell.innerHTML = '<span>2</span><i style="display:none">0</i><b>1</b>'`, 'read'],
    ['part of a number takes no room', `cell.innerHTML = '2<i style="font-size:0">0</i>1'`, 'read'],
    [
      'a number with a size in a box that has none',
      `cell.innerHTML = '<p style="font-size:0">0<span style="font-size:14px">21</span></p>'`,
      'read',
    ],
    [
      'a number that is seen in a box that is not',
      `cell.innerHTML = '<p style="visibility:hidden">0<span style="visibility:visible">21</span></p>'`,
      'read',
    ],
    [
      'a number alone in what is hidden',
      `cell.innerHTML = '<p>21</p><p><span style="display:none">12</span></p>'`,
      'read',
    ],
    ['characters that take no room', `cell.textContent = '2\\u200b\\u2060\\u20661\\u2069'`, 'read'],
    ['digits from right to left', `cell.textContent = '\\u202e21\\u202c'`, 'unread'],
  ])('%s: what is seen counts, or nothing', async (_, change, state) => {
    const page = await planted();
    await page.evaluate(`{ const cell = ${CELL}; ${change} }`);
    const panel = await checkPage(extension, page, '表四');
    // 21 is right: with it the sums of its row and column hold.
    expect(await transposed(panel).count()).toBe(0);
    const relations = await panel.locator('body').innerText();
    expect(/(\d+) 相符/.exec(relations)?.[1]).toBe(state === 'read' ? '39' : '37');
    if (state === 'unread') expect(relations).toMatch(/未核对\s+2\b/);
  });

  test('a page from right to left with marks of direction around its numbers is marked where it stands', async () => {
    const page = await planted(() => {
      document.documentElement.dir = 'rtl';
      for (const cell of document.querySelectorAll('.text td'))
        if (/^\d+$/.test(cell.textContent?.trim() ?? ''))
          cell.textContent = `\u200f\u2067${cell.textContent?.trim()}\u2069`;
    });
    const panel = await checkPage(extension, page, '37');
    await transposed(panel).waitFor();
    await expect.poll(() => badges(page)).toBe(4);
    const boxes = (await marksOn(page)).filter(({ classes }) => classes.includes('box'));
    const cell = await page.evaluate(() => {
      const row = [...document.querySelectorAll('.text tr')].find((each) => each.textContent?.includes('予以公开'));
      const cells = [...(row?.querySelectorAll('td') ?? [])];
      return cells
        .find((each) => each.textContent?.includes('12'))
        ?.getBoundingClientRect()
        .toJSON();
    });
    const at = boxes.map(({ x, y }) => [Math.round(x / 4), Math.round(y / 4)]);
    expect(at).toContainEqual([Math.round(cell.x / 4), Math.round(cell.y / 4)]);
  });
});

describe('changing while it is read', () => {
  test('rows come and go every 10 ms: the panel settles on what stands, what was saved stays', async () => {
    const page = await planted();
    const panel = await checkPage(extension, page, '37');
    await save(panel);
    await page.evaluate(() => {
      const row = [...document.querySelectorAll('table.MsoNormalTable tr')].at(-1);
      const body = row?.parentNode;
      const away = setInterval(() => (row?.isConnected ? row.remove() : row && body?.append(row)), 10);
      Object.assign(globalThis, {
        rest: () => {
          clearInterval(away);
          if (row) body?.append(row);
        },
      });
    });
    // In the middle of it the panel still answers.
    await transposed(panel).getByRole('button').first().click();
    await panel.locator('[aria-current]').first().waitFor();
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 3000)));
    await page.evaluate(() => (globalThis as unknown as { rest(): void }).rest());
    await panel.getByText('37 相符').first().waitFor();
    await expect.poll(() => badges(page)).toBe(4);
    expect(await saved()).toBe(1);
  });

  test('tables are drawn anew, and two hundred thousand changes come at once: marked again', async () => {
    const page = await planted();
    const panel = await checkPage(extension, page, '37');
    await page.evaluate(() => {
      const text = document.createTextNode('0');
      document.body.append(text);
      for (let count = 0; count < 200_000; count++) text.data = `${count}`;
      for (const table of document.querySelectorAll('.text table')) table.replaceWith(table.cloneNode(true));
    });
    await expect.poll(() => badges(page)).toBe(4);
    await transposed(panel).waitFor();
  });
});

describe('at odds with our script', () => {
  test('a page that has redefined what scripts are made of is read and marked like any other', async () => {
    const page = await planted(() => {
      const broken = (): never => {
        throw new Error('not here');
      };
      customElements.define(
        'gouji-marks',
        class extends HTMLElement {
          constructor() {
            super();
            this.attachShadow({ mode: 'open' });
          }
        },
      );
      for (const name of ['map', 'filter', 'flatMap', 'find', 'some'] as const)
        Object.defineProperty(Array.prototype, name, { value: broken });
      Object.defineProperty(CSS, 'highlights', { value: null });
      Object.assign(globalThis, { MutationObserver: broken, ResizeObserver: broken, Highlight: broken });
      Element.prototype.getBoundingClientRect = broken;
      Document.prototype.createElement = broken;
    });
    const panel = await checkPage(extension, page, '37');
    await transposed(panel).waitFor();
    await expect.poll(() => badges(page)).toBe(4);
  });

  test('a page that takes our element away loses nobody a finding; asked for, the marks are back', async () => {
    const page = await planted();
    const panel = await checkPage(extension, page, '37');
    await expect.poll(() => badges(page)).toBe(4);
    await save(panel);
    await page.evaluate(() => {
      document.querySelector('gouji-marks')?.remove();
      CSS.highlights.clear();
    });
    await expect.poll(() => badges(page)).toBe(0);
    await transposed(panel).getByRole('button').first().click();
    await expect.poll(() => badges(page)).toBe(4);
    expect(await saved()).toBe(1);
  });

  test('keys that the page makes up take no marks away; a person’s do', async () => {
    const page = await planted();
    await checkPage(extension, page, '37');
    await expect.poll(() => badges(page)).toBe(4);
    await page.evaluate(() => {
      for (const key of ['Escape', 'F8'])
        document.body.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    });
    expect(await badges(page)).toBe(4);
    await page.keyboard.press('Escape');
    await expect.poll(() => badges(page)).toBe(0);
    expect(Object.keys(await highlightsOn(page))).toEqual([]);
  });
});

test('messages in our name are heard by nobody', async () => {
  const page = await planted();
  const panel = await checkPage(extension, page, '37');
  await save(panel);
  const before = await panel.locator('article.finding').allInnerTexts();
  const answers = await page.evaluate(async (id) => {
    const heard: string[] = [];
    addEventListener('message', ({ data }) => {
      if (data?.type && data.from !== 'page') heard.push(data.type);
    });
    const forged = [
      { type: 'marks', shown: false },
      { type: 'scan-failed', reason: 'forged' },
      { type: 'check', document: {}, address: null },
      { type: 'exchange', message: {} },
      { type: 'seal-begin' },
      { type: 'gouji:app-ready', version: 1 },
    ];
    for (const message of forged) {
      postMessage({ ...message, from: 'page' }, '*');
      document.dispatchEvent(new CustomEvent(message.type, { detail: message }));
      const runtime = (globalThis as { chrome?: { runtime?: { sendMessage?(id: string, message: unknown): unknown } } })
        .chrome?.runtime;
      try {
        await runtime?.sendMessage?.(id, message);
        if (runtime?.sendMessage) heard.push('runtime');
      } catch {
        // Refused by the browser.
      }
    }
    await new Promise((resolve) => setTimeout(resolve, 500));
    return heard;
  }, extension.id);
  expect(answers).toEqual([]);
  // Evidence was being sealed, without marks.
  await expect.poll(() => badges(page)).toBe(4);
  expect(await panel.locator('article.finding').allInnerTexts()).toEqual(before);
  expect(await saved()).toBe(1);
});
