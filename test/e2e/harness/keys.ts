/** A person who moves about in a page while it works. */
import type { Page } from 'playwright-core';

const PAUSE = 250;

/** Presses a key again and again, until told to stop. */
export function pressing(page: Page, key: string): () => Promise<void> {
  let isOver = false;
  const run = async (): Promise<void> => {
    while (!isOver) {
      await page.keyboard.press(key);
      await page.waitForTimeout(PAUSE);
    }
  };
  const running = run();
  // Where a test ends before it says stop, it has something else to tell.
  running.catch(() => undefined);
  return async () => {
    isOver = true;
    await running;
  };
}
