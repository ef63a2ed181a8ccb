/** What a round and its worker say to each other. Reports go to the store; only numbers, names and reasons come back. */
import * as z from 'zod/mini';
import { documentSchema, outcomeSchema } from '../../core/exchange/schema';
import { intakeFailureSchema } from '../../pwa/db/index';
import type { Received } from '../capture/seal-fetched';
import type { RenderedPage } from './rendered';
import { resultSchema } from './store';

export interface CheckJob {
  readonly address: string;
  readonly received: Received;
  /** As a tab showed them: the first that is a report counts. Null where the bytes are to be read. */
  readonly rendered: readonly RenderedPage[] | null;
  /** ISO date beside the link; empty where there is none. */
  readonly date: string;
  /** 复查: the report that is looked at again. */
  readonly before: string | null;
}

/** Looks without keeping: an attachment is saved when somebody says so. */
export interface LookJob {
  readonly address: string;
  readonly look: Uint8Array<ArrayBuffer>;
}

export type WorkerJob = CheckJob | LookJob;

export const checkReplySchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ready') }),
  z.object({ kind: z.literal('checked'), result: resultSchema }),
  z.object({ kind: z.literal('looked'), document: documentSchema, outcome: outcomeSchema }),
  /** No annual report. `page`: of a page, which may show one once its scripts have run. */
  z.object({ kind: z.literal('unrecognised'), page: z.boolean() }),
  z.object({ kind: z.literal('failed'), failure: intakeFailureSchema }),
]);
export type CheckReply = z.infer<typeof checkReplySchema>;
