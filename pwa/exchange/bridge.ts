/** 交接 with the extension: straight where the browser lets this page, else by messages of this window, which its bridge passes on. */
import { signal } from '@preact/signals';
import { type HandoverMessage, handoverSchema } from '../../core/exchange/handover';
import {
  beginning,
  END,
  isOver,
  type PlaceInStore,
  type Progress,
  progressSchema,
  stepDone,
} from '../../core/exchange/parts';
import type { UncheckedBundle } from '../../core/exchange/recheck';
import { attempt } from '../db/attempt';
import { exportPart, loadSetting, type MergeCounts, mergeBundle, randomId, saveSetting } from '../db/index';
import { withoutLeftOut } from '../db/left-out';
import { storageText } from '../failure-text';
import { home } from '../home';
import { checkedHere } from './checked-here';
import { tellExtension } from './straight';

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
    hear(event.data);
  });
  send({ type: 'gouji:app-ready', version: 1 });
  void lookStraight();
}

/** The extension answers this page itself. */
let isStraight = false;

async function lookStraight(): Promise<void> {
  // Nobody there is no failure: the bridge may still come.
  const answer = await tellExtension({ type: 'gouji:app-ready', version: 1 }, 1);
  isStraight = answer !== undefined;
  hear(answer);
}

function hear(data: unknown): void {
  const message = handoverSchema.safeParse(data);
  if (message.success) void receive(message.data);
  else if (isAnswer(data)) settle({ state: 'failed', code: 'refused', reason: message.error.message });
}

/** The step that was asked and not answered yet. */
interface Asked {
  readonly progress: Progress;
  /** Up to where it sent this store. */
  readonly upTo: PlaceInStore;
  readonly leftOut: number;
}
let asked: Asked | null = null;

/**
 * Sends what is kept here, part by part; the extension merges each and answers with a part of what it has. How far it has
 * come is kept, so that it goes on by itself, from there, when the extension comes back.
 */
export async function startExchange(from: Progress = beginning(randomId())): Promise<void> {
  if (exchange.value.state === 'waiting') return;
  exchange.value = { state: 'waiting', transfer: from.transfer, leftOut: from.leftOut };
  await askStep(from);
}

async function askStep(progress: Progress): Promise<void> {
  const exported = await attempt(() => exportPart(progress.sent));
  if (!exported.ok) return settle({ state: 'failed', code: 'storage', reason: storageText(exported.error) });
  const { bundle, unreadable, upTo } = exported.value;
  const { transfer, step, got } = progress;
  // A store that cannot keep it says so when the answer comes.
  await saveSetting('handover', JSON.stringify(progress));
  asked = { progress, upTo, leftOut: unreadable };
  exchange.value = { state: 'waiting', transfer, leftOut: progress.leftOut + unreadable };
  clearTimeout(timer);
  timer = setTimeout(() => settle({ state: 'failed', code: 'no-answer', reason: '' }), PATIENCE);
  send({ type: 'gouji:exchange', version: 1, transfer, bundle, step, after: got });
}

async function receive(message: HandoverMessage): Promise<void> {
  if (message.type === 'gouji:extension-ready') {
    bridgeReady.value = true;
    const kept = await loadSetting('handover');
    if (kept !== '') await startExchange(progressOf(kept) ?? beginning(randomId()));
    return;
  }
  if (message.type !== 'gouji:exchanged' && message.type !== 'gouji:exchange-failed') return;
  const open = asked;
  // An answer to nothing that was asked, or the same answer again.
  if (exchange.value.state !== 'waiting' || open?.progress.transfer !== message.transfer) return;
  if (message.type === 'gouji:exchange-failed')
    return message.again === true
      ? settle({ state: 'failed', code: 'no-answer', reason: message.reason })
      : conclude({ state: 'failed', code: 'refused', reason: message.reason });
  if (message.step !== undefined && message.step !== open.progress.step) return;
  asked = null;
  clearTimeout(timer);
  const merged = await mergeBundle(await checkedHere(await withoutPutOut(message.bundle)));
  if (!merged.ok) return settle({ state: 'failed', code: 'storage', reason: storageText(merged.error) });
  const { upTo: sent, leftOut } = open;
  const progress = stepDone(open.progress, { sent, got: message.upTo ?? END, counts: merged.value, leftOut });
  if (!isOver(progress)) return askStep(progress);
  if (progress.step > 2) await linkParts();
  await conclude({ state: 'done', counts: progress.counts, leftOut: progress.leftOut });
}

/** Without what was put out here by hand: the extension still has it. */
async function withoutPutOut(bundle: UncheckedBundle): Promise<UncheckedBundle> {
  return { ...bundle, opinions: [...(await withoutLeftOut(bundle.opinions))] };
}

/** This year's report and last year's may have come in two parts: each was checked without the other. */
async function linkParts(): Promise<void> {
  const { linkYears } = await import('../intake/link-years');
  await linkYears(() => undefined);
}

/** Null where it was kept by an older version. */
function progressOf(kept: string): Progress | null {
  try {
    const progress = progressSchema.safeParse(JSON.parse(kept));
    return progress.success ? progress.data : null;
  } catch {
    return null; // Once it was the name of the exchange alone.
  }
}

/** Answered: nothing is left to be done again. */
async function conclude(result: Exchange): Promise<void> {
  await saveSetting('handover', '');
  settle(result);
}

function settle(result: Exchange): void {
  clearTimeout(timer);
  asked = null;
  exchange.value = result;
}

function send(message: HandoverMessage): void {
  if (isStraight) void sendStraight(message);
  else postMessage(message, location.origin);
}

async function sendStraight(message: HandoverMessage): Promise<void> {
  const open = asked;
  const answer = await tellExtension(message);
  if (answer !== undefined) hear(answer);
  // Another may have been begun meanwhile, which this says nothing of.
  else if (asked === open) settle({ state: 'failed', code: 'no-answer', reason: '' });
}

/** An answer to the question that is open, though its content does not fit. */
function isAnswer(data: unknown): boolean {
  if (typeof data !== 'object' || data === null || !('type' in data) || !('transfer' in data)) return false;
  const waiting = exchange.value;
  return data.type === 'gouji:exchanged' && waiting.state === 'waiting' && waiting.transfer === data.transfer;
}
