// @vitest-environment jsdom
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Bundle } from '../../core/exchange/schema';
import { allOpinions, database, listReports, loadReport, saveReport } from '../../pwa/db/index';
import { bridgeReady, exchange, startExchange, watchBridge } from '../../pwa/exchange/bridge';
import { opinion, saved } from './sample';

const planted = saved('planted-2024.html');
const seed = saved('liaozi-township-2024.txt');
const theirs: Bundle = { format: 'gouji', version: 1, reports: [seed], opinions: [opinion()] };
const posted = vi.spyOn(window, 'postMessage').mockImplementation(() => undefined);

/** What the bridge would post into this window. */
function say(data: unknown, from: { source?: Window | null; origin?: string } = {}): void {
  dispatchEvent(new MessageEvent('message', { data, source: window, origin: location.origin, ...from }));
}

function lastPosted(): unknown {
  return posted.mock.lastCall?.[0];
}

async function waiting(): Promise<string> {
  await startExchange();
  const now = exchange.value;
  if (now.state !== 'waiting') throw new Error('nothing was asked');
  return now.transfer;
}

const settled = () => vi.waitFor(() => expect(exchange.value.state).not.toBe('waiting'));

beforeAll(watchBridge);
beforeEach(async () => {
  await database.delete();
  await database.open();
  exchange.value = { state: 'idle' };
});

it('asks at the start whether somebody is there, of its own window only', () => {
  expect(posted.mock.calls[0]).toEqual([{ type: 'gouji:app-ready', version: 1 }, location.origin]);
});

it('hears no announcement from another window or origin', () => {
  const ready = { type: 'gouji:extension-ready', version: 1 };
  say(ready, { source: null });
  say(ready, { origin: 'https://elsewhere.example' });
  say({ ...ready, version: 2 });
  expect(bridgeReady.value).toBe(false);
  say(ready);
  expect(bridgeReady.value).toBe(true);
});

it('sends all it has, merges the answer, and says what came', async () => {
  await saveReport(planted);
  const transfer = await waiting();
  expect(lastPosted()).toMatchObject({ type: 'gouji:exchange', transfer, bundle: { reports: [{ id: planted.id }] } });
  say({ type: 'gouji:exchanged', version: 1, transfer, bundle: { ...theirs, reports: [planted, seed] } });
  await settled();
  expect(exchange.value).toEqual({
    state: 'done',
    counts: { reports: { added: 1, known: 1 }, opinions: { added: 1, known: 0 } },
    leftOut: 0,
  });
  expect(await loadReport(seed.id)).toEqual(seed);
});

it('takes no answer to what it did not ask, and none twice', async () => {
  say({
    type: 'gouji:exchanged',
    version: 1,
    transfer: 'made up',
    bundle: { ...theirs, opinions: [opinion({ id: 'b' })] },
  });
  const transfer = await waiting();
  say({
    type: 'gouji:exchanged',
    version: 1,
    transfer: 'another',
    bundle: { ...theirs, opinions: [opinion({ id: 'c' })] },
  });
  say({ type: 'gouji:exchanged', version: 1, transfer, bundle: theirs });
  await settled();
  say({ type: 'gouji:exchanged', version: 1, transfer, bundle: { ...theirs, opinions: [opinion({ id: 'late' })] } });
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect((await allOpinions()).opinions.map((each) => each.id)).toEqual(['a']);
});

it('says why it failed, and keeps what it has', async () => {
  await saveReport(planted);
  const transfer = await waiting();
  say({ type: 'gouji:exchange-failed', version: 1, transfer, reason: '扩展存储已满' });
  await settled();
  expect(exchange.value).toEqual({ state: 'failed', code: 'refused', reason: '扩展存储已满' });
  expect((await listReports()).reports).toHaveLength(1);
});

it('refuses an answer whose content does not fit', async () => {
  const transfer = await waiting();
  say({ type: 'gouji:exchanged', version: 1, transfer, bundle: { ...theirs, reports: [{ id: 1 }] } });
  await settled();
  expect(exchange.value).toMatchObject({ state: 'failed', code: 'refused' });
  expect((await listReports()).reports).toHaveLength(0);
});

describe('an exchange that nobody answered', () => {
  const ready = { type: 'gouji:extension-ready', version: 1 };

  it('goes on when the extension comes back, and is over once it was answered', async () => {
    const transfer = await waiting();
    say({ type: 'gouji:exchange-failed', version: 1, transfer, reason: 'the worker was stopped', again: true });
    await settled();
    expect(exchange.value).toMatchObject({ state: 'failed', code: 'no-answer' });
    say(ready);
    await vi.waitFor(() => expect(exchange.value.state).toBe('waiting'));
    await vi.waitFor(() => expect(lastPosted()).toMatchObject({ type: 'gouji:exchange' }));
    const again = exchange.value.state === 'waiting' ? exchange.value.transfer : '';
    say({ type: 'gouji:exchanged', version: 1, transfer: again, bundle: theirs });
    await settled();
    expect(exchange.value).toMatchObject({ state: 'done' });
    const asked = posted.mock.calls.length;
    say(ready);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(posted.mock.calls.length).toBe(asked);
  });

  it('is not begun again where the extension said no', async () => {
    const transfer = await waiting();
    say({ type: 'gouji:exchange-failed', version: 1, transfer, reason: 'no' });
    await settled();
    const asked = posted.mock.calls.length;
    say(ready);
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect([exchange.value.state, posted.mock.calls.length]).toEqual(['failed', asked]);
  });

  it('goes on after the page was closed in the middle', async () => {
    await waiting();
    exchange.value = { state: 'idle' }; // As a page that is opened anew has it.
    say(ready);
    await vi.waitFor(() => expect(exchange.value.state).toBe('waiting'));
  });
});

describe('straight to an extension that was built for this origin', () => {
  const answers: ((answer: unknown) => void)[] = [];
  const sendMessage = vi.fn((_extension: string, { type }: { type: string }) =>
    type === 'gouji:app-ready'
      ? Promise.resolve({ type: 'gouji:extension-ready', version: 1 })
      : new Promise((resolve) => answers.push(resolve)),
  );
  const asked = (times: number) => vi.waitFor(() => expect(answers).toHaveLength(times), { timeout: 5000 });
  afterEach(() => vi.unstubAllGlobals());

  it('the answer that an earlier exchange never got ends no later one', async () => {
    exchange.value = { state: 'idle' };
    vi.stubGlobal('__EXTENSION_ID__', 'own');
    vi.stubGlobal('chrome', { runtime: { sendMessage } });
    watchBridge();
    await vi.waitFor(() => expect(sendMessage).toHaveReturned());
    await new Promise((resolve) => setTimeout(resolve));
    const first = await waiting();
    await asked(1);
    say({ type: 'gouji:exchange-failed', version: 1, transfer: first, reason: '', again: true });
    await settled();
    const second = await waiting();
    await asked(2);
    // Its further tries come after the one of the second.
    for (const [at, of] of [0, 2, 3, 4].entries()) {
      answers[of]?.(undefined);
      if (at < 3) await asked(3 + at);
    }
    await new Promise((resolve) => setTimeout(resolve));
    expect(exchange.value).toMatchObject({ state: 'waiting', transfer: second });
    answers[1]?.({ type: 'gouji:exchanged', version: 1, transfer: second, bundle: theirs });
    await settled();
    expect(exchange.value).toMatchObject({ state: 'done' });
  });
});
