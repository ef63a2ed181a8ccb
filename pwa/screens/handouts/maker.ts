/** The worker that makes hand-outs, as the screen has it: one at a time, ended at any moment. */
import { signal } from '@preact/signals';
import { downloadBlob } from '../../exchange/download';
import { type Asked, type HandoutReply, type Job, replySchema } from '../../handouts/messages';
import { units } from '../../library/units';

type Counts = Pick<Extract<HandoutReply, { state: 'nothing' }>, 'reports' | 'problems' | 'unreadable'>;

export type Making =
  | { readonly state: 'idle' }
  | { readonly state: 'busy'; readonly asked: Asked; readonly done: number; readonly total: number }
  | ({ readonly state: 'done'; readonly asked: Asked; readonly name: string } & Counts)
  | ({ readonly state: 'nothing'; readonly asked: Asked } & Counts)
  | { readonly state: 'failed'; readonly asked: Asked; readonly reason: string };

export const making = signal<Making>({ state: 'idle' });

/** What the screen itself shows. */
export const rollUpShown = signal<Extract<HandoutReply, { state: 'roll-up' }>['sheet'] | null>(null);
export const printed = signal<Extract<HandoutReply, { state: 'print' }>['ledger'] | null>(null);

let worker: Worker | null = null;

export function make(asked: Asked, options: Job['options'], scope: Job['scope']): void {
  stop();
  const now = new Date();
  const clock = { now: now.toISOString(), offset: -now.getTimezoneOffset() };
  making.value = { state: 'busy', asked, done: 0, total: 0 };
  const own = new Worker(new URL('../../handouts/handout-worker.ts', import.meta.url), { type: 'module' });
  worker = own;
  const fail = (reason: string): void => {
    if (worker === own) end({ state: 'failed', asked, reason });
  };
  own.addEventListener('error', (event) => {
    event.preventDefault();
    fail(event.message ?? '');
  });
  own.addEventListener('messageerror', () => fail('messageerror'));
  own.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (worker !== own) return;
    const reply = replySchema.safeParse(data);
    if (reply.success) hear(asked, reply.data);
    else fail('unknown message');
  });
  // Structured clone does not take what a store of signals may have wrapped.
  own.postMessage(JSON.parse(JSON.stringify({ asked, options, scope, list: units.value, clock } satisfies Job)));
}

export function cancel(): void {
  stop();
  making.value = { state: 'idle' };
}

function hear(asked: Asked, reply: HandoutReply): void {
  if (reply.state === 'ready') return;
  if (reply.state === 'progress') making.value = { state: 'busy', asked, done: reply.done, total: reply.total };
  else end(take(asked, reply));
}

/** Hands the result to the reader: a file, or something that the screen shows. */
function take(asked: Asked, reply: Exclude<HandoutReply, { state: 'ready' | 'progress' }>): Making {
  if (reply.state === 'failed') return { state: 'failed', asked, reason: reply.reason };
  if (reply.state === 'nothing') return { ...countsOf(reply), state: 'nothing', asked };
  if (reply.state === 'roll-up') rollUpShown.value = reply.sheet;
  if (reply.state === 'print') printed.value = reply.ledger;
  if (reply.state === 'file') downloadBlob(reply.name, new Blob([reply.bytes], { type: reply.type }));
  return { ...countsOf(reply), state: 'done', asked, name: reply.state === 'file' ? reply.name : '' };
}

function countsOf({ reports, problems, unreadable }: Counts): Counts {
  return { reports, problems, unreadable };
}

function end(next: Making): void {
  stop();
  making.value = next;
}

function stop(): void {
  worker?.terminate();
  worker = null;
}
