/** From a click on a list of reports to the page of its round, and what that page shows. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { Extension } from './browser';
import { samplesFolder } from './build';
import { checkPage, openPage } from './checked-page';
import type { ScriptedSite } from './site';

const planted = readFileSync(join(samplesFolder, 'planted-2024.html'), 'utf8');

/** The planted report under another organ's name and year, so with four errors. */
export function report(organ: string, year = 2024): string {
  const shift = (text: string): string => String(Number(text) - 2024 + year);
  return planted.replaceAll('示例县人民政府', organ).replace(/202[345]/g, shift);
}

/** Its report comes a moment after the page. */
export function drawnLate(organ: string): string {
  const body = JSON.stringify(/<body[^>]*>([\s\S]*)<\/body>/.exec(report(organ))?.[1] ?? '').replaceAll('</', '<\\/');
  return `<!doctype html><title>${organ}</title><div id="app">加载中</div>
    <script>setTimeout(() => { document.querySelector('#app').innerHTML = ${body}; }, 700);</script>`;
}

export async function openList(extension: Extension, site: ScriptedSite, path = '/nb/index.html'): Promise<Page> {
  const page = await openPage(extension, site.address(path));
  const panel = await checkPage(extension, page, '这是年报栏目');
  const opened = extension.context.waitForEvent('page');
  await panel.getByRole('button', { name: '核对本栏目的年报' }).click();
  const round = await opened;
  await round.locator('.round-table').waitFor();
  return round;
}

export function rowOf(round: Page, organ: string): Promise<string> {
  return round.locator('.round-table tbody tr', { hasText: organ }).first().innerText();
}

export function ended(round: Page): Promise<void> {
  return round.getByText('核对完毕').waitFor({ timeout: 60_000 });
}
