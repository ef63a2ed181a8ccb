/**
 * How soon a page answers a real key: from the press to the next picture, as the browser itself measures it (Event
 * Timing). Beside it a page that does nothing, in a browser of its own: what that one takes is the machine's doing.
 */
import type { Page } from 'playwright-core';

interface Watched {
  goujiKeys: number[];
}

export interface Answers {
  /** Presses since asked last. */
  readonly presses: number;
  /** Milliseconds that 95 of 100 presses did not exceed, and the longest. */
  readonly p95: number;
  readonly worst: number;
}

/** What the browser does not tell of was faster. */
const LEAST = 16;
const PAUSE = 250;

export class KeyWatch {
  private presses = 0;

  private constructor(readonly page: Page) {}

  static async of(page: Page): Promise<KeyWatch> {
    await page.evaluate((least) => {
      const durations: number[] = [];
      Object.assign(window, { goujiKeys: durations });
      new PerformanceObserver((list) => {
        for (const { name, duration } of list.getEntries()) if (name === 'keydown') durations.push(duration);
      }).observe({ type: 'event', durationThreshold: least } as PerformanceObserverInit);
    }, LEAST);
    return new KeyWatch(page);
  }

  async press(key: string): Promise<void> {
    await this.page.keyboard.press(key);
    this.presses++;
  }

  /** Of the presses since asked last. */
  async answers(): Promise<Answers> {
    // Told of after the picture, and later where there is much to do.
    await this.page.waitForTimeout(500);
    const slow = await this.page.evaluate(() => (window as unknown as Watched).goujiKeys.splice(0));
    const { presses } = this;
    this.presses = 0;
    const all = [...slow, ...Array.from({ length: Math.max(0, presses - slow.length) }, () => LEAST)];
    all.sort((a, b) => a - b);
    return { presses, p95: all[Math.ceil(all.length * 0.95) - 1] ?? 0, worst: all.at(-1) ?? 0 };
  }
}

/** Presses a key in one page after the other, until told to stop: a person who moves about while files are checked. */
export function pressing(watches: readonly KeyWatch[], key: string): () => Promise<void> {
  let isOver = false;
  const run = async (): Promise<void> => {
    while (!isOver) {
      for (const watch of watches) await watch.press(key);
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
  };
  const running = run();
  return async () => {
    isOver = true;
    await running;
  };
}

/** A page that does nothing but move its focus. */
export const QUIET_PAGE = '<title>quiet</title><button>a</button><button>b</button><button>c</button>';
