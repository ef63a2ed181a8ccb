/** What the extension draws in a page: cards, lines of a sum, marks by keyboard; and that nothing of it stays. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { samplesFolder } from './harness/build';
import { checkPage, openPage } from './harness/checked-page';
import { servedFolder } from './harness/for-file';
import { highlightsOn, type Mark, marksOn } from './harness/marks';
import { type PageWorld, pageWorld } from './harness/page-world';
import { shippedExtension } from './harness/shipped-extension';

const extension = shippedExtension();
const samples = servedFolder(samplesFolder);

interface Checked {
  readonly page: Page;
  readonly panel: Page;
  readonly world: PageWorld;
}

async function checkPlanted(): Promise<Checked> {
  const page = await openPage(extension, samples.address('planted-2024.html'));
  const panel = await checkPage(extension, page, '37');
  await expect.poll(async () => (await badges(page)).length).toBe(4);
  return { page, panel, world: await pageWorld(page) };
}

const CARD = `root.querySelector('.card')`;
const cardText = (world: PageWorld): Promise<string | null> =>
  world.inMarks<string>(`${CARD}.hidden ? '' : ${CARD}.innerText`);
const focused = (world: PageWorld): Promise<string | null> =>
  world.inMarks<string>(`root.activeElement?.textContent ?? ''`);

async function badges(page: Page): Promise<readonly Mark[]> {
  return (await marksOn(page)).filter(({ classes }) => classes.includes('badge')).sort((a, b) => a.y - b.y);
}

/** The marked cell that its badge calls so, brought to where the pointer can reach it. */
async function pointAt(page: Page, badge: string): Promise<void> {
  const at = async (): Promise<Mark | undefined> => (await badges(page)).find(({ text }) => text.includes(badge));
  await page.evaluate((y) => scrollBy(0, y - 300), (await at())?.y ?? 0);
  const mark = await at();
  const boxes = (await marksOn(page)).filter(({ classes }) => classes.includes('box'));
  const away = (box: Mark): number =>
    Math.abs(box.y + box.height / 2 - (mark?.y ?? 0) - 10) + Math.abs(box.x - (mark?.x ?? 0)) / 100;
  const own = [...boxes].sort((a, b) => away(a) - away(b))[0];
  if (own === undefined) throw new Error(`no box beside ${badge}`);
  await page.mouse.move(own.x + own.width / 2, own.y + own.height / 2);
}

describe('a card beside a mark', () => {
  test('the pointer on a marked cell: the sum in the numbers of the page, and the likely value', async () => {
    const { page, world } = await checkPlanted();
    expect(await cardText(world)).toBe('');
    await pointAt(page, '应为 21');
    await expect.poll(() => cardText(world)).toContain('应为 21');
    const text = (await cardText(world)) ?? '';
    expect(text).toContain('◆');
    expect(text).toContain('错误');
    expect(text).toContain('表三“予以公开”行 12＋1＋0＋0＋0＋0＝13，总计填 22，差 9');
    expect(await world.inMarks(`[...${CARD}.querySelectorAll('b')].map((each) => each.textContent)`)).toEqual([
      '12',
      '12',
    ]);
    const covered = await world.inMarks<boolean>(`(() => {
      const card = ${CARD}.getBoundingClientRect();
      const box = [...root.querySelectorAll('.box')].map((each) => each.getBoundingClientRect())
        .find((each) => each.bottom <= card.top + 8 || each.top >= card.bottom - 8);
      return box === undefined || card.left < 0 || card.right > innerWidth;
    })()`);
    expect(covered).toBe(false);
    await page.mouse.move(2, 2);
    await expect.poll(() => cardText(world)).toBe('');
  });

  test('cells that tie are all named; the card stays while the pointer is on it', async () => {
    const { page, world } = await checkPlanted();
    await pointAt(page, '5 格之一');
    await expect.poll(() => cardText(world)).toContain('仅凭本表分不出是哪一格');
    const card = await world.inMarks<{ x: number; y: number }>(`${CARD}.getBoundingClientRect().toJSON()`);
    await page.mouse.move((card?.x ?? 0) + 20, (card?.y ?? 0) + 20);
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 400)));
    expect(await cardText(world)).toContain('5 格之一');
  });

  test('by keyboard: F8 walks the marks in page order, each with its card; Escape closes, again removes all', async () => {
    const { page, panel, world } = await checkPlanted();
    const before = await page.evaluate(() =>
      document.documentElement.outerHTML.replace(/<gouji-marks.*<.gouji-marks>/, ''),
    );
    await page.bringToFront();
    for (const text of ['错误', '应为 21', '应为 4', '5 格之一']) {
      await page.keyboard.press('F8');
      await expect.poll(() => focused(world)).toContain(text);
      await expect.poll(() => cardText(world)).toContain(text);
    }
    await page.keyboard.press('F8');
    expect(await focused(world)).toContain('错误');
    await page.keyboard.press('Shift+F8');
    expect(await focused(world)).toContain('5 格之一');
    await page.keyboard.press('ArrowUp');
    expect(await focused(world)).toContain('应为 4');
    await page.keyboard.press('Enter');
    await expect.poll(() => panel.locator('[aria-current] h3').innerText()).toContain('总计列填 5');
    expect(await focused(world)).toContain('应为 4');
    await page.keyboard.press('Escape');
    expect(await cardText(world)).toBe('');
    expect((await badges(page)).length).toBe(4);
    await page.keyboard.press('Escape');
    expect(await page.evaluate(() => document.querySelector('gouji-marks'))).toBe(null);
    expect(await highlightsOn(page)).toEqual({});
    expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(before);
    await panel.getByRole('button', { name: /显示标记/ }).click();
    await expect.poll(async () => (await badges(page)).length).toBe(4);
  });

  test('axe finds nothing in the marks and the card, light and dark', async () => {
    const { page, world } = await checkPlanted();
    await page.keyboard.press('F8');
    await expect.poll(() => cardText(world)).toContain('错误');
    await world.evaluate(await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      const violations = await world.evaluate<string[]>(`(() => {
        const host = document.querySelector('gouji-marks');
        const root = chrome.dom.openOrClosedShadowRoot(host);
        Object.defineProperty(host, 'shadowRoot', { configurable: true, get: () => root });
        return axe.run(host, { resultTypes: ['violations'] }).then(({ violations }) =>
          violations.map(({ id, nodes }) => id + ' ' + JSON.stringify(nodes.map(({ target, failureSummary }) => [target, failureSummary]))));
      })()`);
      expect(violations).toEqual([]);
    }
  });
});

describe('lines of the chosen sums', () => {
  const shapes = `[...root.querySelectorAll('.lines polyline:not(.halo)')].map((line) => line.points.numberOfItems)`;
  const signs = `[...root.querySelectorAll('.lines text')].map((text) => text.textContent).join('')`;
  /** The ends of the dots, in the window, beside the cells they lie in. */
  const dotted = `[...root.querySelectorAll('.lines circle:not(.sign)')].map((dot) => {
    const { x, y, width, height } = dot.getBoundingClientRect();
    const cell = document.elementsFromPoint(x + width / 2, y + height / 2).find((each) => each.localName === 'td');
    return cell?.textContent.trim() ?? '';
  })`;

  test('tie its cells together, with signs, and follow scroll and width', async () => {
    const { page, panel, world } = await checkPlanted();
    await panel.getByRole('button', { name: /自然人列填 12/ }).click();
    await expect.poll(() => world.inMarks(signs)).not.toBe('');
    const lines = (await world.inMarks<number[]>(shapes)) ?? [];
    expect(lines[0]).toBe(7);
    expect(lines).toHaveLength(2);
    const said = (await world.inMarks<string>(signs)) ?? '';
    expect([...said].filter((each) => each === '=')).toHaveLength(2);
    expect(said.startsWith('+++++=')).toBe(true);
    await page.setViewportSize({ width: 800, height: 2400 });
    await page.evaluate(() => scrollTo(0, 0));
    await expect
      .poll(async () => ((await world.inMarks<string[]>(dotted)) ?? []).slice(0, 7))
      .toEqual(['12', '1', '0', '0', '0', '0', '22']);
    await page.keyboard.press('Escape');
    expect(await page.evaluate(() => document.querySelector('gouji-marks'))).toBe(null);
  });
});
