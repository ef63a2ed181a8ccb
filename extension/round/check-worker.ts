/// <reference lib="webworker" />
/** Reads and checks what a round fetched, away from its page. What is done is in the store before it is told. */
import { storageFailure } from '../../pwa/db/index';
import { checkAddress, lookAt } from './check-address';
import type { CheckReply, WorkerJob } from './check-messages';

declare const self: DedicatedWorkerGlobalScope;

/** The first message brings a line of our own: pdf.js takes the worker's for its, and talks on it. */
self.addEventListener(
  'message',
  ({ ports: [port] }) => {
    if (port === undefined) return;
    const say = (reply: CheckReply): void => port.postMessage(reply);
    port.addEventListener('message', ({ data }: MessageEvent<WorkerJob>) => void guarded(data).then(say));
    port.start();
    say({ kind: 'ready' });
  },
  { once: true },
);

/** One page that brings the checker down costs that page, not the rest. */
async function guarded(job: WorkerJob): Promise<CheckReply> {
  try {
    return await ('look' in job ? lookAt(job) : checkAddress(job));
  } catch (error) {
    const failure = storageFailure(error);
    if (failure.code !== 'other') return { kind: 'failed', failure: { code: 'storage', failure } };
    console.error('Gouji: a page could not be checked', error);
    return { kind: 'failed', failure: { code: 'crashed', reason: failure.reason } };
  }
}
