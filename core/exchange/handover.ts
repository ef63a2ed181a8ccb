/**
 * 交接 between the app's two homes (inside the extension, and hosted): one exchange, both ways.
 * The hosted app sends all it has, the extension merges and answers with all it has, the app merges. Merging is a
 * union, so doing it twice changes nothing and both homes converge.
 */
import * as z from 'zod/mini';
import { bundleSchema } from './schema';

const version = z.literal(1);

export const handoverSchema = z.discriminatedUnion('type', [
  /** Bridge → app: the extension is here. */
  z.object({ type: z.literal('gouji:extension-ready'), version }),
  /** App → bridge: are you there? Answered with `gouji:extension-ready`. */
  z.object({ type: z.literal('gouji:app-ready'), version }),
  /** App → bridge → extension. */
  z.object({ type: z.literal('gouji:exchange'), version, transfer: z.string(), bundle: bundleSchema }),
  /** Extension → bridge → app. */
  z.object({ type: z.literal('gouji:exchanged'), version, transfer: z.string(), bundle: bundleSchema }),
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
