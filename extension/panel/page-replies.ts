/** What a page's script answers comes out of a page that may be hostile: held against its schema before it is used. */
import * as z from 'zod/mini';
import { documentSchema, outcomeSchema } from '../../core/exchange/schema';
import { anchorStateSchema, type PageReplies, pickedSchema } from '../messages';

export const pageReplies: { readonly [K in keyof PageReplies]: z.ZodMiniType<PageReplies[K]> } = {
  report: z.object({
    document: documentSchema,
    outcome: outcomeSchema,
    anchors: z.record(z.string(), anchorStateSchema),
    marksShown: z.boolean(),
    beside: z.nullable(z.string()),
    picked: z.nullable(pickedSchema),
    closedFrames: z.array(z.string()),
  }),
  choose: anchorStateSchema,
  'show-cell': anchorStateSchema,
  marks: z.null(),
  language: z.null(),
  unclaimed: z.null(),
  own: z.record(z.string(), anchorStateSchema),
  sums: anchorStateSchema,
  pick: z.nullable(pickedSchema),
};
