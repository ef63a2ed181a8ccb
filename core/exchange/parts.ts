/** A store cut into parts that fit a message, and how far an exchange of them has come. */
import * as z from 'zod/mini';

/** Bytes. The browser bounds a message at 64 MiB; a report alone is smaller than that. */
export const PART_BYTES = 16 * 1024 * 1024;

/** A place in a store, whose rows are in the order of their ids: reports, then opinions. */
export const placeInStore = z.discriminatedUnion('in', [
  z.object({ in: z.literal('reports'), after: z.string() }),
  z.object({ in: z.literal('opinions'), after: z.string() }),
  z.object({ in: z.literal('end') }),
]);
export type PlaceInStore = z.infer<typeof placeInStore>;

export const START: PlaceInStore = { in: 'reports', after: '' };
export const END: PlaceInStore = { in: 'end' };

/** How many of the first rows fit; one in any case where `empty`, or nothing would ever move on. */
export function countFitting(sizes: readonly number[], room: number, empty: boolean): number {
  let sum = 0;
  let count = 0;
  for (const size of sizes) {
    sum += size;
    if (sum > room && !(empty && count === 0)) return count;
    count++;
  }
  return count;
}

const added = z.object({ added: z.int(), known: z.int() });

/** What the app keeps of an exchange until it is over. */
export const progressSchema = z.object({
  transfer: z.string(),
  /** The step that is not answered yet, from 1. */
  step: z.int(),
  /** How far the app's own store is acknowledged, and how far the other has come in. */
  sent: placeInStore,
  got: placeInStore,
  /** What came in so far. */
  counts: z.object({ reports: added, opinions: added }),
  leftOut: z.int(),
});
export type Progress = z.infer<typeof progressSchema>;

export function beginning(transfer: string): Progress {
  const none = { added: 0, known: 0 };
  return { transfer, step: 1, sent: START, got: START, counts: { reports: none, opinions: none }, leftOut: 0 };
}

/** After the answer to the open step. `sent`: up to where the app had sent with it. */
export function stepDone(progress: Progress, done: Pick<Progress, 'sent' | 'got' | 'counts' | 'leftOut'>): Progress {
  return {
    transfer: progress.transfer,
    step: progress.step + 1,
    sent: done.sent,
    got: done.got,
    counts: {
      reports: sum(progress.counts.reports, done.counts.reports),
      opinions: sum(progress.counts.opinions, done.counts.opinions),
    },
    leftOut: progress.leftOut + done.leftOut,
  };
}

export function isOver({ sent, got }: Progress): boolean {
  return sent.in === 'end' && got.in === 'end';
}

interface Added {
  readonly added: number;
  readonly known: number;
}

function sum(a: Added, b: Added): z.infer<typeof added> {
  return { added: a.added + b.added, known: a.known + b.known };
}
