/** What passes between panel, background and page: one map per direction, parsed on arrival, answered with a Result. */
import * as z from 'zod/mini';
import { placeSchema } from '../core/exchange/schema';
// Types only: the bridge, which uses this, has no need of the rules.
import type { CellId, Document, Language, Outcome, OwnFinding, Place, Result } from '../core/index';
import type { Cards } from './cards';
import { reasonOf } from './plain-messages';
import type { Preferences } from './preferences';

// Extension contexts forbid `new Function`, which zod would otherwise try once and be reported for.
z.config({ jitless: true });

/** Where the marks of a finding went. `nowhere`: it is about no place. `hidden`: the page does not show it now. */
export const anchorStateSchema = z.enum(['marked', 'hidden', 'lost', 'nowhere']);
export type AnchorState = z.infer<typeof anchorStateSchema>;

/** Panel → page. Known by `pageCallOf`, not by a schema: see there. */
export type PageCall =
  | { readonly type: 'report' }
  /** Chooses a finding: its sum is tinted; `scroll` brings it into view. */
  | { readonly type: 'choose'; readonly finding: string | null; readonly scroll: boolean }
  | { readonly type: 'show-cell'; readonly cell: CellId }
  /** Draws the marks, or takes every trace of them away. */
  | { readonly type: 'marks'; readonly shown: boolean }
  | { readonly type: 'language'; readonly language: Language }
  /** Marks the numbers of recognised tables that no cell id claimed, or no longer. */
  | { readonly type: 'unclaimed'; readonly shown: boolean }
  /** The findings of people's own that this page is to show beside the others. */
  | { readonly type: 'own'; readonly findings: readonly OwnFinding[] }
  /** The inferred sums of a page of unknown form: what does not add up, and the chosen one, parts first. */
  | {
      readonly type: 'sums';
      readonly wrong: readonly Place[];
      readonly chosen: { readonly parts: readonly Place[]; readonly total: Place } | null;
      readonly scroll: boolean;
    }
  /** What is selected in the page. `tell`: and says so to the panel, whenever that comes. */
  | { readonly type: 'pick'; readonly tell: boolean };
export type SumsCall = Extract<PageCall, { type: 'sums' }>;

/** Selected in the page for a finding of one's own: a cell, or words. */
export interface Picked {
  /** The words; the cell's text where it is in one. */
  readonly quote: string;
  readonly cell: CellId | null;
  readonly place: Place | null;
}

export const pickedSchema = z.object({
  quote: z.string(),
  cell: z.nullable(z.string()),
  place: z.nullable(placeSchema),
}) as unknown as z.ZodMiniType<Picked>;

export interface PageReport {
  readonly document: Document;
  readonly outcome: Outcome;
  /** By fingerprint. */
  readonly anchors: Readonly<Record<string, AnchorState>>;
  readonly marksShown: boolean;
  /** Id of last year's report that it was checked with; null where none is kept. */
  readonly beside: string | null;
  /** Picked by the page's context menu before the panel was there; told once. */
  readonly picked: Picked | null;
  /** Addresses of frames of other origins, which could hold the report and may not be read. */
  readonly closedFrames: readonly string[];
}

export interface PageReplies {
  readonly report: PageReport;
  readonly choose: AnchorState;
  readonly 'show-cell': AnchorState;
  readonly marks: null;
  readonly language: null;
  readonly unclaimed: null;
  /** By fingerprint, as in the report. */
  readonly own: Readonly<Record<string, AnchorState>>;
  readonly sums: AnchorState;
  readonly pick: Picked | null;
}

/** Page → panel, over the panel's port. */
export const pageEventSchema = z.discriminatedUnion('type', [
  /** The page changed and was read again: ask for the report. */
  z.object({ type: z.literal('changed') }),
  /** A mark in the page was clicked. */
  z.object({ type: z.literal('chosen'), finding: z.string() }),
  /** The marks were removed by a key in the page. */
  z.object({ type: z.literal('marks'), shown: z.boolean() }),
  /** Something was picked for a finding of one's own: ask for it. */
  z.object({ type: z.literal('picked') }),
]);
export type PageEvent = z.infer<typeof pageEventSchema>;

/** What the background makes of a document. */
export interface Checked {
  readonly outcome: Outcome;
  readonly cards: Cards;
  readonly beside: string | null;
  /** When the user wants to see marks: asked for here, while the page is read. */
  readonly marks: Preferences['marks'];
}

/** Page → background. */
export const pageNoticeSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('scanned') }),
  /** Nothing to check here: the hosted app, or the browser's viewer of PDF files. */
  z.object({ type: z.literal('no-report'), what: z.enum(['app', 'pdf']) }),
  z.object({ type: z.literal('scan-failed'), reason: z.string() }),
  /** What the page reads: answered with `Checked`. The rules stay out of the page. */
  z.object({ type: z.literal('check'), document: z.unknown(), address: z.nullable(z.string()) }),
  /** From the bridge in an app page: a `gouji:exchange`, held against its schema by whoever merges it. */
  z.object({ type: z.literal('exchange'), message: z.unknown() }),
  /** From the bridge: has the user let this origin exchange? */
  z.object({ type: z.literal('may-hand-over') }),
]);
export type PageNotice = z.infer<typeof pageNoticeSchema>;

/** Panel → the bridge in an app page. */
export const bridgeCallSchema = z.object({ type: z.literal('bridge-open') });

export interface MessageFailure {
  /** `gone`: nobody is there any more. `ill-formed`: the answer is not what was agreed. */
  readonly code: 'gone' | 'refused' | 'ill-formed';
  readonly reason: string;
}

/** What crosses: errors do not survive a message, so answers are wrapped. */
const answerSchema = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({ ok: z.literal(false), error: z.string() }),
]);

/** Reads an answer that came in: unwrapped, then held against its schema. */
export function readAnswer<T>(answer: unknown, schema: z.ZodMiniType<T>): Result<T, MessageFailure> {
  // What the browser gives for a listener that ended in the middle of its work, as a stopped service worker does.
  if (answer === undefined) return { ok: false, error: { code: 'gone', reason: 'no answer' } };
  const outer = answerSchema.safeParse(answer);
  if (!outer.success) return { ok: false, error: { code: 'ill-formed', reason: z.prettifyError(outer.error) } };
  if (!outer.data.ok) return { ok: false, error: { code: 'refused', reason: outer.data.error } };
  const inner = schema.safeParse(outer.data.value);
  if (!inner.success) return { ok: false, error: { code: 'ill-formed', reason: z.prettifyError(inner.error) } };
  return { ok: true, value: inner.data };
}

/** Runs `send` and reads its answer; a closed channel is a value, not an exception. */
export async function ask<T>(
  send: () => Promise<unknown>,
  schema: z.ZodMiniType<T>,
): Promise<Result<T, MessageFailure>> {
  let answer: unknown;
  try {
    answer = await send();
  } catch (error) {
    return { ok: false, error: { code: 'gone', reason: reasonOf(error) } };
  }
  return readAnswer(answer, schema);
}
