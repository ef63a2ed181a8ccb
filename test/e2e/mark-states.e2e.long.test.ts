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
  const world = await pageWorld(page);
  const folder = process.env['GOUJI_LOOK'];
  if (folder !== undefined) mkdirSync(folder, { recursive: true });
  for (const state of STATES.filter(({ name, language }) => name !== 'print' && language === undefined)) {
    await page.setViewportSize(state.size?.({ width: 1280, height: 800 }) ?? { width: 1280, height: 800 });
    await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none', ...state.media });
    await page.bringToFront();
    await page.keyboard.press('F8');
    await page.keyboard.press('F8');
    await expect.poll(() => world.inMarks(`root.querySelector('.card')?.hidden`)).toBe(false);
    if (folder !== undefined) await page.screenshot({ path: join(folder, `marks-${state.name}.png`) });
    const seen = await world.inMarks<readonly string[]>(`[...root.querySelectorAll('.box, .badge, .lit, .card')]
      .filter((each) => !each.hidden && each.getBoundingClientRect().width > 0)
      .map((each) => { const style = getComputedStyle(each); return [each.className, style.borderTopStyle, style.outlineStyle].join('|'); })`);
    const of = (name: string): readonly string[] => (seen ?? []).filter((each) => each.includes(name));
    console.log(state.name, of('box').length, of('badge').length);
    expect([state.name, of('card').length]).toEqual([state.name, 1]);
    // Backgrounds go where colours are forced: the cells of the chosen sum need an edge.
    if (state.media?.forcedColors === 'active')
      for (const each of of('lit'))
        expect([state.name, each]).toEqual([state.name, expect.stringMatching(/solid|dotted/)]);
    await page.keyboard.press('Escape');
  }
});
