/// <reference lib="webworker" />
/** Makes hand-outs away from the page: a county's take seconds, and the page ends this at any moment. */
import type { HandoutReply, Job } from './messages';
import { makeHandout } from './work';

declare const self: DedicatedWorkerGlobalScope;

self.addEventListener('message', ({ data }: MessageEvent<Job>) => {
  const say = (reply: HandoutReply): void =>
    self.postMessage(reply, reply.state === 'file' ? [reply.bytes.buffer] : []);
  makeHandout(data, say).then(say, (error: unknown) =>
    say({ state: 'failed', reason: error instanceof Error ? error.message : String(error) }),
  );
});
self.postMessage({ state: 'ready' } satisfies HandoutReply);
