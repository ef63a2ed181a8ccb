/** The states in which each screen is to be used: languages, colours, widths, zoom, paper. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';

interface Size {
  readonly width: number;
  readonly height: number;
}

export interface State {
  readonly name: string;
  readonly media?: Parameters<Page['emulateMedia']>[0];
  readonly language?: 'en';
  /** Of the window it would have. Zoom of 200 % halves what is left for the page. */
  readonly size?: (usual: Size) => Size;
}

export const STATES: readonly State[] = [
  { name: 'usual' },
  { name: 'english', language: 'en' },
  { name: 'dark', media: { colorScheme: 'dark' } },
  { name: 'forced-colours', media: { forcedColors: 'active' } },
  { name: 'forced-colours-dark', media: { forcedColors: 'active', colorScheme: 'dark' } },
  { name: 'zoom-200', size: ({ width, height }) => ({ width: Math.max(320, width / 2), height: height / 2 }) },
  { name: 'narrow', size: () => ({ width: 320, height: 640 }) },
  { name: 'narrow-english', language: 'en', size: () => ({ width: 320, height: 640 }) },
  { name: 'print', media: { media: 'print' } },
];

/** Puts a page of ours into a state, lets it be looked at, and puts it back. */
export async function inState(page: Page, usual: Size, state: State, look: () => Promise<void>): Promise<void> {
  await page.setViewportSize(state.size?.(usual) ?? usual);
  await page.emulateMedia({ media: 'screen', colorScheme: 'light', forcedColors: 'none', ...state.media });
  await speak(page, state.language ?? 'zh-CN');
  await look();
  await speak(page, 'zh-CN');
  await page.emulateMedia({ media: 'screen', colorScheme: 'light', forcedColors: 'none' });
  await page.setViewportSize(usual);
}

/** As another page of ours would have it follow. */
async function speak(page: Page, language: 'zh-CN' | 'en'): Promise<void> {
  await page.evaluate((next) => {
    localStorage.setItem('gouji.language', next);
    dispatchEvent(new StorageEvent('storage', { key: 'gouji.language' }));
  }, language);
  await page.locator(`html[lang="${language}"]`).waitFor({ state: 'attached' });
}

/** What reaches over the right edge without a box of its own that scrolls. */
export function overhanging(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const scrolls = (element: Element): boolean => {
      for (let each: Element | null = element; each !== null; each = each.parentElement)
        if (
          /auto|scroll|hidden|clip/.test(getComputedStyle(each).overflowX) &&
          each.getBoundingClientRect().right <= width + 1
        )
          return true;
      return false;
    };
    return [...document.body.querySelectorAll('*')]
      .filter((each) => each.getBoundingClientRect().right > width + 1 && !scrolls(each))
      .map((each) => `${each.localName}.${each.className} ${each.textContent}`.slice(0, 80));
  });
}

/** Cells whose words stand a letter or two to a line, and tags that their cell cuts off. */
export function crowded(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const told = (each: Element): string => `${each.localName}.${each.className} ${each.textContent}`.slice(0, 80);
    const isThin = (cell: Element): boolean => {
      const size = Number.parseFloat(getComputedStyle(cell).fontSize);
      const text = (cell.textContent ?? '').trim();
      return text.length > 3 && cell.clientWidth < 3 * size && cell.clientHeight > 5 * size;
    };
    const isCut = (tag: Element): boolean => {
      const cell = tag.closest('td, th');
      return cell !== null && tag.getBoundingClientRect().right > cell.getBoundingClientRect().right + 1;
    };
    // Rows that span a form's part are narrow on paper, too.
    const cells = [...document.querySelectorAll(':is(th, td):not([rowspan])')].filter(isThin);
    const tags = [...document.querySelectorAll('.tag')].filter(isCut);
    return [...cells.map((each) => `thin ${told(each)}`), ...tags.map((each) => `cut ${told(each)}`)];
  });
}

/** What would lie below the edge of a box that scrolls, where nobody can scroll. */
export function cutOnPaper(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.body.querySelectorAll('*')]
      .filter(
        (each) =>
          /auto|scroll|hidden/.test(getComputedStyle(each).overflowY) &&
          each.localName !== 'textarea' &&
          each.clientHeight > 1 &&
          each.scrollHeight > each.clientHeight + 1,
      )
      .map((each) => `${each.localName}.${each.className}`),
  );
}

/** With `GOUJI_LOOK=folder` each state is drawn into it, for eyes. */
export async function drawn(page: Page, name: string): Promise<void> {
  const folder = process.env['GOUJI_LOOK'];
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: true });
}
