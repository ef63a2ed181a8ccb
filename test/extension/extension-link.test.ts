/** What a page's script says to its extension, while the browser stops the service worker whenever it likes. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { checkOver, extensionLink } from '../../extension/page/extension-link';

const GONE = new Error('The message port closed before a response was received.');
const EMPTY = { format: 'page', title: null, address: null, blocks: [], omissions: [] } as const;
let said = 0;

/** Each word gets the next of these answers; an error is thrown. */
function background(...answers: readonly unknown[]): AbortController {
  said = 0;
  const runtime = {
    id: 'here',
    sendMessage: () => {
      const answer = answers[said++];
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer);
    },
  };
  vi.stubGlobal('chrome', { runtime });
  return new AbortController();
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

async function told(run: AbortController): Promise<unknown> {
  const answer = extensionLink(run)
    .tell({ type: 'scanned' })
    .catch((error: unknown) => error);
  await vi.runAllTimersAsync();
  return answer;
}

it('is said again where the worker was stopped before it answered', async () => {
  const answer = { ok: true, value: null };
  expect([await told(background(undefined, GONE, answer)), said]).toEqual([answer, 3]);
});

it('is given up after the fourth time', async () => {
  expect([await told(background()), said]).toEqual([undefined, 4]);
  expect([await told(background(GONE, GONE, GONE, GONE)), said]).toEqual([GONE, 4]);
});

it('is not said again once a newer click has taken over', async () => {
  const run = background();
  const answer = told(run);
  run.abort();
  expect([await answer, said]).toEqual([undefined, 1]);
});

it('ends the run where the extension is no more', async () => {
  const run = background(GONE);
  Object.assign(chrome.runtime, { id: undefined });
  expect([await told(run), run.signal.aborted, said]).toEqual([undefined, true, 1]);
});

it('a check is asked for again, and fails in words where nobody ever answers', async () => {
  const outcome = checkOver(extensionLink(background()), EMPTY, null);
  await vi.runAllTimersAsync();
  expect(await outcome).toEqual({ ok: false, error: { code: 'gone', reason: 'no answer' } });
});
