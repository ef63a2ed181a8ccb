/** Every screen of the extension in every state: nothing cut off, axe finds nothing; `GOUJI_LOOK=folder` draws them. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { axeViolations } from './harness/axe';
import { samplesFolder } from './harness/build';
import { checkPage, openPage } from './harness/checked-page';
import { scriptedSite } from './harness/for-file';
import { sayYesTo } from './harness/leave';
import { ended, openList, report } from './harness/round';
import { shippedExtension } from './harness/shipped-extension';
import { html } from './harness/site';
import { cutOnPaper, drawn, inState, overhanging, STATES } from './harness/states';

const extension = shippedExtension();

const WIDE = { width: 1280, height: 800 };
const SIDE = { width: 360, height: 800 };
const organs = ['教育局', '水务局', '林业局'].map((name) => `示例县${name}`);

const site = scriptedSite(() => {
  const links = organs.map(
    (organ, at) =>
      `<li><a href="${at}.html">${organ}2024年政府信息公开工作年度报告</a><span>2025-0${at + 1}-10</span></li>`,
  );
  return {
    '/planted.html': () => html(readFileSync(join(samplesFolder, 'planted-2024.html'), 'utf8')),
    '/nb/index.html': () => html(`<!doctype html><title>政府信息公开年报</title><ul>${links.join('')}</ul>`),
    '/nb/0.html': () => html(report(organs[0] ?? '')),
    '/nb/1.html': () => html(report(organs[1] ?? '')),
  };
});

const own = (path: string): Promise<Page> => openPage(extension, `chrome-extension://${extension.id}/${path}`);

async function stands(page: Page, name: string, size: typeof WIDE): Promise<void> {
  for (const state of STATES)
    await inState(page, size, state, async () => {
      await drawn(page, `${name}-${state.name}`);
      if (state.name === 'print') {
        // Paper does not scroll, and axe speaks for no reader of it.
        expect(await cutOnPaper(page), `${name}, on paper`).toEqual([]);
        return;
      }
      expect(await overhanging(page), `${name}, ${state.name}`).toEqual([]);
      expect(await axeViolations(page), `${name}, ${state.name}`).toEqual([]);
    });
}

test('the panel, with a finding chosen and its reason asked for; the evidence of what it saved', async () => {
  const page = await openPage(extension, site.address('/planted.html'));
  const panel = await checkPage(extension, page, '37');
  await panel.getByRole('button', { name: /自然人列填 12/ }).click();
  await panel.keyboard.press('2');
  await panel.getByRole('group', { name: '这个理由适用于' }).waitFor();
  await stands(panel, 'panel', SIDE);
  await panel.keyboard.press('Escape');
  await page.bringToFront();
  await panel.locator('h1').click();
  await panel.keyboard.press('s');
  const link = panel.getByRole('link', { name: '证据' });
  await link.waitFor();
  await stands(panel, 'panel-saved', SIDE);
  const evidence = await openPage(extension, (await link.getAttribute('href')) ?? '');
  await evidence.locator('canvas').nth(2).waitFor();
  await evidence.getByLabel('显示标记').first().check();
  await stands(evidence, 'evidence', WIDE);
});

test('a list of reports in the panel, and its round', async () => {
  const page = await openPage(extension, site.address('/nb/index.html'));
  await stands(await checkPage(extension, page, '这是年报栏目'), 'panel-column', SIDE);
  await sayYesTo(extension, site.origin);
  const round = await openList(extension, site);
  await round.bringToFront();
  await stands(round, 'round-before', WIDE);
  await round.getByRole('button', { name: '核对选中的 3 篇' }).click();
  await ended(round);
  await round.locator('.round-units summary').click();
  await round.getByRole('textbox').first().fill('教育局\n水务局\n财政局');
  await stands(round, 'round', WIDE);
  await stands(await own('extension/round/index.html'), 'rounds', WIDE);
});

test('first-run page and options', async () => {
  await stands(await own('extension/welcome/index.html'), 'welcome', WIDE);
  await stands(await own('extension/options/index.html'), 'options', WIDE);
});
