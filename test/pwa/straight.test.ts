// @vitest-environment jsdom
/** 交接 straight to an extension that answers this page itself. */
import { afterEach, expect, it, vi } from 'vitest';
import { bridgeReady, exchange, startExchange, watchBridge } from '../../pwa/exchange/bridge';

let answer = async (): Promise<unknown> => ({ type: 'gouji:extension-ready', version: 1 });

vi.stubGlobal('__EXTENSION_ID__', 'abcdefghijklmnopabcdefghijklmnop');
vi.stubGlobal('chrome', { runtime: { sendMessage: () => answer() } });
afterEach(() => {
  vi.useRealTimers();
});

it('an answer that fails long after it was given up is not taken for one to what was asked since', async () => {
  const failing: ((reason: Error) => void)[] = [];
  watchBridge();
  await vi.waitFor(() => expect(bridgeReady.value).toBe(true));
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  // The first is asked and hangs; later tries find nobody.
  answer = () => new Promise((_, reject) => failing.push(reject));
  await startExchange();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(exchange.value).toMatchObject({ state: 'failed', code: 'no-answer' });
  await startExchange();
  expect(exchange.value.state).toBe('waiting');
  expect(failing).toHaveLength(2);
  answer = async () => undefined;
  failing[0]?.(new Error('stopped'));
  await vi.advanceTimersByTimeAsync(2000);
  expect(exchange.value.state).toBe('waiting');
  failing[1]?.(new Error('stopped'));
  await vi.advanceTimersByTimeAsync(2000);
  expect(exchange.value).toMatchObject({ state: 'failed', code: 'no-answer' });
});
