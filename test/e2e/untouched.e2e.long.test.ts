/** The page's own DOM is the same before, while and after all that the extension does in it: its one element aside. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { samplesFolder } from './harness/build';
import { checkPage, openPage } from './harness/checked-page';
import { scriptedSite } from './harness/for-file';
import { highlightsOn } from './harness/marks';
import { shippedExtension } from './harness/shipped-extension';
import { html } from './harness/site';

const extension = shippedExtension();
const planted = readFileSync(join(samplesFolder, 'planted-2024.html'), 'utf8');
const body = /<body[^>]*>([\s\S]*)<\/body>/.exec(planted)?.[1] ?? '';
/** Whatever a page may have that a careless script would touch. */
const rich = `<!doctype html><html lang="zh-CN" class="site" style="--own: 1"><head><meta charset="utf-8"><title>年报</title>
  <style>body { counter-reset: own }</style></head><body data-own="1" style="margin: 9px"><input value="甲"><details><summary>目录</summary>一</details>
  <iframe src="frame.html" width="900" height="400"></iframe>${body.replace('<td', '<td tabindex="0"')}<script>window.own = 1</script></body></html>`;
const site = scriptedSite(() => ({
  '/rich.html': () => html(rich),
  '/frame.html': () => html('<!doctype html><p id="own">目录</p><table><tr><td>1</td></tr></table>'),
}));

/** Page and frame as text, without the extension's element; and what was changed in them since it was first asked. */
function state(
  page: Page,
): Promise<{ readonly text: string; readonly changes: readonly string[]; readonly sheets: number }> {
  return page.evaluate(() => {
    const home = globalThis as typeof globalThis & { changes?: string[] };
    const frame = document.querySelector('iframe')?.contentDocument;
    const roots = [document, ...(frame ? [frame] : [])];
    if (home.changes === undefined) {
      const changes: string[] = [];
      home.changes = changes;
      const isOurs = (node: Node): boolean => node.nodeName === 'GOUJI-MARKS';
      const observer = new MutationObserver((records) => {
        for (const { type, target, addedNodes, removedNodes, attributeName } of records) {
          const nodes = [...addedNodes, ...removedNodes];
          if (isOurs(target) || (nodes.length > 0 && nodes.every(isOurs))) continue;
          changes.push(`${type} ${target.nodeName} ${attributeName ?? ''} ${nodes.map((each) => each.nodeName)}`);
        }
      });
      const all = { childList: true, attributes: true, characterData: true, subtree: true };
      for (const root of roots) observer.observe(root, all);
    }
    const text = roots.map((root) => {
      const copy = root.documentElement.cloneNode(true) as Element;
      for (const each of copy.querySelectorAll('gouji-marks')) each.remove();
      return copy.outerHTML;
    });
    return { text: text.join('\n'), changes: home.changes, sheets: document.adoptedStyleSheets.length };
  });
}

test('checked, pointed at, tied together, tried, noted, sealed, read again, cleared: nothing of the page changes', async () => {
  const page = await openPage(extension, site.address('/rich.html'));
  const before = await state(page);
  const same = async (step: string): Promise<void> => {
    const { text, changes } = await state(page);
    expect([step, changes, text === before.text]).toEqual([step, [], true]);
  };
  const panel = await checkPage(extension, page, '37');
  await same('checked');
  await panel.getByRole('button', { name: /自然人列填 12/ }).click();
  await same('a finding chosen, its sums tied together');
  await panel.keyboard.press('t');
  await panel.getByRole('textbox', { name: /予以公开.*自然人/ }).fill('21');
  await same('what if');
  await panel.keyboard.press('Escape');
  await page.bringToFront();
  await page.keyboard.press('F8');
  await page.mouse.move(500, 500);
  await same('walked by keyboard');
  await page.evaluate(() => {
    const cell = [...document.querySelectorAll('td')].find((each) => each.textContent.trim() === '1286.35');
    if (cell) getSelection()?.selectAllChildren(cell);
  });
  await panel.locator('h1').click();
  await panel.keyboard.press('n');
  await panel.getByRole('form', { name: '自记问题' }).getByRole('textbox').fill('与决算不一致');
  await panel.keyboard.press('Enter');
  await panel.locator('.finding', { hasText: '与决算不一致' }).waitFor();
  await same('a finding of one’s own');
  await panel.locator('h1').click();
  await panel.keyboard.press('s');
  await panel.getByRole('link', { name: '证据' }).waitFor();
  await same('saved and sealed');
  const earlier = await page.locator('gouji-marks').elementHandle();
  await extension.clickAction(page);
  await expect.poll(() => earlier?.evaluate((host) => host.isConnected)).toBe(false);
  await expect.poll(async () => Object.keys(await highlightsOn(page)).length).toBeGreaterThan(0);
  await same('checked again');
  await panel.locator('h1').click();
  await panel.keyboard.press('e');
  await expect.poll(() => page.locator('gouji-marks').count()).toBe(0);
  await same('cleared');
  const after = await state(page);
  expect([after.sheets, await highlightsOn(page)]).toEqual([before.sheets, {}]);
});
