/** What a page's script answers comes out of a page that may be hostile: held against its schema before it is used. */
import * as z from 'zod/mini';
import { documentSchema, outcomeSchema } from '../../core/exchange/schema';
import { anchorStateSchema, type PageReplies } from '../messages';

export const pageReplies: { readonly [K in keyof PageReplies]: z.ZodMiniType<PageReplies[K]> } = {
  report: z.object({
    document: documentSchema,
    outcome: outcomeSchema,
    anchors: z.record(z.string(), anchorStateSchema),
    marksShown: z.boolean(),
  }),
  choose: anchorStateSchema,
  'show-cell': anchorStateSchema,
  marks: z.null(),
  language: z.null(),
};
