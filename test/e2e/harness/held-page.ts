/** A report whose page stands still until it is let go: its one thread waits for an answer of the site. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterEach } from 'vitest';
import { samplesFolder } from './build';
import { scriptedSite } from './for-file';
import { html, type ScriptedSite } from './site';

const report = await readFile(join(samplesFolder, 'planted-2024.html'), 'utf8');

export interface HeldPages {
  readonly site: ScriptedSite;
  /** Whatever is asked of the page from here on is not heard before it is let go. */
  hold(page: Page): Promise<void>;
  letGo(): void;
}

/** `/report.html` can be held; `/loading.html` is the same, still loading until it is let go. */
export function heldPages(): HeldPages {
  let letGo = (): void => undefined;
  const site = scriptedSite(() => ({
    '/report.html': () => html(report),
    '/loading.html': () => html(report.replace('</head>', '<script src="/held.js"></script></head>')),
    '/held.js': () => ({ until: new Promise<void>((resolve) => (letGo = resolve)) }),
  }));
  afterEach(() => letGo());
  return {
    site,
    hold: (page) =>
      page.evaluate(() => {
        setTimeout(() => {
          const request = new XMLHttpRequest();
          request.open('GET', '/held.js', false);
          request.send();
        });
      }),
    letGo: () => letGo(),
  };
}
