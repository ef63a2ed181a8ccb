/** Looks at a page through the eyes of the extension's own script there: into its closed shadow root, too. */
import type { CDPSession, Page } from 'playwright-core';

export interface PageWorld {
  /** An expression over `root`, the shadow root of the marks; null where there are none. */
  inMarks<T>(expression: string): Promise<T | null>;
  evaluate<T>(expression: string): Promise<T>;
  close(): Promise<void>;
}

interface Context {
  readonly id: number;
  readonly origin: string;
}

/** Once the script is in the page. */
export async function pageWorld(page: Page): Promise<PageWorld> {
  const session = await page.context().newCDPSession(page);
  const contexts: Context[] = [];
  session.on('Runtime.executionContextCreated', ({ context }) => contexts.push(context));
  await session.send('Runtime.enable');
  const own = contexts.find(({ origin }) => origin.startsWith('chrome-extension://'));
  if (own === undefined) throw new Error('the extension has no script in this page');
  const evaluate = <T>(expression: string): Promise<T> => evaluateIn<T>(session, own.id, expression);
  return {
    evaluate,
    inMarks: (expression) =>
      evaluate(`(() => {
        const host = document.querySelector('gouji-marks');
        const root = host && chrome.dom.openOrClosedShadowRoot(host);
        return root === null ? null : (${expression});
      })()`),
    close: () => session.detach(),
  };
}

async function evaluateIn<T>(session: CDPSession, contextId: number, expression: string): Promise<T> {
  const { result, exceptionDetails } = await session.send('Runtime.evaluate', {
    contextId,
    expression,
    awaitPromise: true,
    returnByValue: true,
  });
  if (exceptionDetails !== undefined) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result.value as T;
}
