/** Marks in a page in every state of the screen: what is wrong can be told without colour; `GOUJI_LOOK=folder` draws them. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { samplesFolder } from './harness/build';
import { checkPage, openPage } from './harness/checked-page';
import { servedFolder } from './harness/for-file';
import { pageWorld } from './harness/page-world';
import { shippedExtension } from './harness/shipped-extension';
import { STATES } from './harness/states';

const extension = shippedExtension();
const samples = servedFolder(samplesFolder);

test('boxes, badges, the chosen sum and the card in light, dark and forced colours, wide and narrow', async () => {
  const page = await openPage(extension, samples.address('planted-2024.html'));
  const panel = await checkPage(extension, page, '37');
  await panel.getByRole('button', { name: /自然人列填 12/ }).click();
  await panel.emulateMedia({ forcedColors: 'active' });
  const wrong = panel.locator('[aria-current] button.term.suspect').first();
  expect(await wrong.evaluate((each) => getComputedStyle(each).outlineStyle)).toBe('solid');
  const world = await pageWorld(page);
  const folder = process.env['GOUJI_LOOK'];
  if (folder !== undefined) mkdirSync(folder, { recursive: true });
  for (const state of STATES.filter(({ name, language }) => name !== 'print' && language === undefined)) {
    await page.setViewportSize(state.size?.({ width: 1280, height: 800 }) ?? { width: 1280, height: 800 });
    await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none', ...state.media });
    await page.bringToFront();
    // The last of the four, whose badge has room only beside the next mark.
    await page.keyboard.press('Shift+F8');
    await expect.poll(() => world.inMarks(`root.querySelector('.card')?.hidden`)).toBe(false);
    const counted = `['.box', '.badge', '.card'].map((name) =>
      [...root.querySelectorAll(name)].filter((each) => !each.hidden && each.getBoundingClientRect().width > 0).length)`;
    // Where a table scrolls in a box of its own, the cell that is scrolled out of it has no mark.
    const marks = state.name === 'narrow' ? [7, 3, 1] : [8, 4, 1];
    await expect.poll(async () => [state.name, await world.inMarks(counted)]).toEqual([state.name, marks]);
    const covered = `(() => {
      const [card, badge] = [root.querySelector('.card'), root.activeElement].map((each) => each.getBoundingClientRect());
      return card.top < badge.bottom && badge.top < card.bottom && card.left < badge.right && badge.left < card.right;
    })()`;
    await expect.poll(async () => [state.name, await world.inMarks(covered)]).toEqual([state.name, false]);
    // Backgrounds go where colours are forced: the cells of the chosen sum need an edge.
    const edges = await world.inMarks<readonly string[]>(
      `[...root.querySelectorAll('.lit')].map((each) => getComputedStyle(each).outlineStyle)`,
    );
    const edge = state.media?.forcedColors === 'active' ? 'dotted' : 'none';
    expect([state.name, [...new Set(edges)]]).toEqual([state.name, [edge]]);
    if (folder !== undefined) {
      await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 800))); // For eyes: until it has scrolled.
      await page.screenshot({ path: join(folder, `marks-${state.name}.png`) });
    }
    await page.keyboard.press('Escape');
  }
});
