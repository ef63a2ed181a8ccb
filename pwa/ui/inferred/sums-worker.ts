/// <reference lib="webworker" />
/** Searches the tables of one document for sums, away from the page, which stays quick meanwhile. */
import { inferSums } from '../../../core/index';
import type { SumsJob } from './infer';

declare const self: DedicatedWorkerGlobalScope;

self.addEventListener('message', ({ data: { document, except } }: MessageEvent<SumsJob>) => {
  self.postMessage(inferSums(document, new Set(except)));
});
