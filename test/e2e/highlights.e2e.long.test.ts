/** Lines under marked numbers and sentences: styled at their blocks alone, and wherever the page moves those. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { samplesFolder } from './harness/build';
import { checkPage, openPage } from './harness/checked-page';
import { servedFolder } from './harness/for-file';
import { shippedExtension } from './harness/shipped-extension';

const extension = shippedExtension();
const samples = servedFolder(samplesFolder);

interface Lines {
  /** Of the places that are marked, how many are underlined. */
  readonly marked: number;
  readonly underlined: number;
  /** Whether the page as a whole is styled for it: each of its elements would have to be. */
  readonly everywhere: boolean;
}

function linesOn(page: Page): Promise<Lines> {
  return page.evaluate(() => {
    const line = (element: Element | null, name: string): string =>
      element === null ? '' : getComputedStyle(element, `::highlight(${name})`).textDecorationLine;
    const marks = [...CSS.highlights].flatMap(([name, ranges]) =>
      [...ranges].map((range) => line(range.startContainer.parentElement, name)),
    );
    return {
      marked: marks.length,
      underlined: marks.filter((each) => each === 'underline').length,
      everywhere: [...CSS.highlights.keys()].some((name) => line(document.body, name) === 'underline'),
    };
  });
}

async function allUnderlined(page: Page): Promise<void> {
  await expect
    .poll(async () => {
      const { marked, underlined, everywhere } = await linesOn(page);
      return marked > 0 && underlined === marked && !everywhere;
    })
    .toBe(true);
}

test('each marked place is underlined, and the page around it is not styled anew', async () => {
  const page = await openPage(extension, samples.address('planted-2024.html'));
  await checkPage(extension, page, '37');
  await allUnderlined(page);
});

test('the page puts something before its tables: what was underlined is so again', async () => {
  const page = await openPage(extension, samples.address('planted-2024.html'));
  await checkPage(extension, page, '37');
  await allUnderlined(page);
  await page.evaluate(() => {
    for (const table of document.querySelectorAll('table')) {
      table.before(document.createElement('p'));
      table.parentElement?.before(document.createElement('div'));
    }
  });
  await allUnderlined(page);
});
