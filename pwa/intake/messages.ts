/** What the page and its reading worker say to each other. Only numbers, names and reasons cross: reports go to the store. */
import * as z from 'zod/mini';
import type { Checklist, ChecklistProblem } from '../../core/index';
import type { ChecklistTrial } from '../checklists/try-checklist';
import { intakeFailureSchema, readFailureSchema, storageFailureSchema } from '../db/index';

export type Job =
  /** `file` where the store had no room for its bytes; then `id` is no row of the queue. */
  | { readonly kind: 'file'; readonly id: number; readonly file?: File }
  | { readonly kind: 'paste'; readonly html: string; readonly text: string }
  /** A page of a scanned PDF, drawn for a person to read; from 1. */
  | { readonly kind: 'page'; readonly blob: Blob; readonly page: number }
  /** Reports of one organ, each beside that of the year before. */
  | { readonly kind: 'link' }
  /** 明细 of all reports that have none. */
  | { readonly kind: 'details' }
  /** Kept reports once more, with this checklist, which is then theirs; null: without. */
  | { readonly kind: 'recheck'; readonly ids: readonly string[]; readonly checklist: string | null }
  /** What is wrong with a checklist: a second or two at worst. */
  | { readonly kind: 'lint'; readonly checklist: Checklist }
  /** What a checklist would say of a kept report; null: of the sample. Nothing is kept of it. */
  | { readonly kind: 'try'; readonly checklist: Checklist; readonly report: string | null };

const kept = z.object({
  state: z.enum(['done', 'known']),
  report: z.string(),
  /** Whether it has an error. */
  wrong: z.boolean(),
});
const failed = z.object({ state: z.literal('failed'), failure: intakeFailureSchema });

const resultSchema = z.discriminatedUnion('state', [
  kept,
  failed,
  /** The store took nothing: the file waits as before. */
  z.object({ state: z.literal('refused'), failure: storageFailureSchema }),
  /** A .gouji file under another name: its preview is for the page. */
  z.object({ state: z.literal('bundle') }),
  /** An archive: its entries are in the queue. `skipped`: system files without meaning. */
  z.object({ state: z.literal('opened'), skipped: z.int() }),
  /** Gone from the queue: another window has done it. */
  z.object({ state: z.literal('gone') }),
]);
export type FileResult = z.infer<typeof resultSchema>;

export const replySchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ready') }),
  z.object({ kind: z.literal('result'), result: resultSchema }),
  z.object({
    kind: z.literal('page'),
    bitmap: z.custom<ImageBitmap>((value) => value instanceof ImageBitmap),
    pages: z.int(),
  }),
  z.object({ kind: z.literal('page-failed'), failure: readFailureSchema }),
  /** Still at it: the time limit starts anew. */
  z.object({ kind: z.literal('linking'), done: z.int(), total: z.int() }),
  /** `wrong`: had no error before. */
  z.object({ kind: z.literal('linked'), wrong: z.int() }),
  z.object({ kind: z.literal('detailed'), made: z.int() }),
  // From core as it is, in our own worker: types are enough.
  z.object({
    kind: z.literal('linted'),
    problems: z.custom<readonly ChecklistProblem[]>((value) => Array.isArray(value)),
  }),
  z.object({ kind: z.literal('tried'), trial: z.custom<ChecklistTrial | null>((value) => typeof value === 'object') }),
]);
export type Reply = z.infer<typeof replySchema>;
