/** 交接 with the extension, by messages of this window: the extension's bridge on this page passes them on. */
import { signal } from '@preact/signals';
import { type HandoverMessage, handoverSchema } from '../../core/exchange/handover';
import { attempt } from '../db/attempt';
import { exportBundle, loadSetting, type MergeCounts, mergeBundle, randomId, saveSetting } from '../db/index';
import { storageText } from '../failure-text';
import { home } from '../home';
import { checkedHere } from './checked-here';

/** `leftOut`: rows of this store that fit their schema no longer, and were not sent. */
export type Exchange =
  | { readonly state: 'idle' }
  | { readonly state: 'waiting'; readonly transfer: string; readonly leftOut: number }
  | { readonly state: 'done'; readonly counts: MergeCounts; readonly leftOut: number }
  | { readonly state: 'failed'; readonly code: 'no-answer' | 'refused' | 'storage'; readonly reason: string };

/** The bridge has announced itself. */
export const bridgeReady = signal(false);
export const exchange = signal<Exchange>({ state: 'idle' });

/** A store of hundreds of reports takes seconds; beyond this nobody is there. */
const PATIENCE = 60_000;

let timer: ReturnType<typeof setTimeout> | undefined;

/** Listens for the bridge, and asks whether it is there. In the extension there is nobody to ask: the store is shared. */
export function watchBridge(): void {
  if (home === 'extension') return;
  addEventListener('message', (event) => {
    if (event.source !== window || event.origin !== location.origin) return;
    const message = handoverSchema.safeParse(event.data);
    if (message.success) void receive(message.data);
    else if (isAnswer(event.data)) settle({ state: 'failed', code: 'refused', reason: message.error.message });
  });
  send({ type: 'gouji:app-ready', version: 1 });
}

/**
 * Sends all that is kept here; the extension merges it and answers with all it has. That it was begun is kept until it is
 * answered, so that it goes on by itself when the extension comes back; done twice it changes nothing.
 */
export async function startExchange(): Promise<void> {
  if (exchange.value.state === 'waiting') return;
  const transfer = randomId();
  exchange.value = { state: 'waiting', transfer, leftOut: 0 };
  const exported = await attempt(() => exportBundle());
  if (!exported.ok) return settle({ state: 'failed', code: 'storage', reason: storageText(exported.error) });
  const { bundle, unreadable } = exported.value;
  // A store that cannot keep it says so when the answer comes.
  await saveSetting('handover', transfer);
  exchange.value = { state: 'waiting', transfer, leftOut: unreadable };
  timer = setTimeout(() => settle({ state: 'failed', code: 'no-answer', reason: '' }), PATIENCE);
  send({ type: 'gouji:exchange', version: 1, transfer, bundle });
}

async function receive(message: HandoverMessage): Promise<void> {
  if (message.type === 'gouji:extension-ready') {
    bridgeReady.value = true;
    if ((await loadSetting('handover')) !== '') await startExchange();
    return;
  }
  if (message.type !== 'gouji:exchanged' && message.type !== 'gouji:exchange-failed') return;
  const waiting = exchange.value;
  // An answer to nothing that was asked, or the same answer again.
  if (waiting.state !== 'waiting' || waiting.transfer !== message.transfer) return;
  if (message.type === 'gouji:exchange-failed')
    return message.again === true
      ? settle({ state: 'failed', code: 'no-answer', reason: message.reason })
      : conclude({ state: 'failed', code: 'refused', reason: message.reason });
  const merged = await mergeBundle(await checkedHere(message.bundle));
  if (merged.ok) await conclude({ state: 'done', counts: merged.value, leftOut: waiting.leftOut });
  else settle({ state: 'failed', code: 'storage', reason: storageText(merged.error) });
}

/** Answered: nothing is left to be done again. */
async function conclude(result: Exchange): Promise<void> {
  await saveSetting('handover', '');
  settle(result);
}

function settle(result: Exchange): void {
  clearTimeout(timer);
  exchange.value = result;
}

function send(message: HandoverMessage): void {
  postMessage(message, location.origin);
}

/** An answer to the question that is open, though its content does not fit. */
function isAnswer(data: unknown): boolean {
  if (typeof data !== 'object' || data === null || !('type' in data) || !('transfer' in data)) return false;
  const waiting = exchange.value;
  return data.type === 'gouji:exchanged' && waiting.state === 'waiting' && waiting.transfer === data.transfer;
}
