/**
 * 交接 between the app's two homes (inside the extension, and hosted): both ways, step by step.
 * In each step the hosted app sends a part of what it has, the extension merges it and answers with a part of what it
 * has, and the app merges that: browsers bound a message. How far each side is the app alone keeps, so that the
 * extension's worker may be stopped between any two steps. Merging is a union, so a step done twice changes nothing and
 * both homes converge.
 */
import * as z from 'zod/mini';
import { placeInStore } from './parts';
import { sentBundleSchema } from './schema';

const version = z.literal(1);

export const handoverSchema = z.discriminatedUnion('type', [
  /** Bridge → app: the extension is here. */
  z.object({ type: z.literal('gouji:extension-ready'), version }),
  /** App → bridge: are you there? Answered with `gouji:extension-ready`. */
  z.object({ type: z.literal('gouji:app-ready'), version }),
  /** App → bridge → extension. Without `step` (as older apps send it) all at once. */
  z.object({
    type: z.literal('gouji:exchange'),
    version,
    transfer: z.string(),
    bundle: sentBundleSchema,
    step: z.optional(z.int()),
    /** How far the app has got the extension's store. */
    after: z.optional(placeInStore),
  }),
  /** Extension → bridge → app: what lies behind `after`, and how far that goes. Older extensions answer with all they have. */
  z.object({
    type: z.literal('gouji:exchanged'),
    version,
    transfer: z.string(),
    bundle: sentBundleSchema,
    step: z.optional(z.int()),
    upTo: z.optional(placeInStore),
  }),
  /** Extension → bridge → app. */
  z.object({
    type: z.literal('gouji:exchange-failed'),
    version,
    transfer: z.string(),
    reason: z.string(),
    /** Nobody answered the bridge: worth another try. Absent where the extension said no. */
    again: z.optional(z.literal(true)),
  }),
]);
export type HandoverMessage = z.infer<typeof handoverSchema>;
