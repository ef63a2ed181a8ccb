/** What a mark says when one points at it: words and sums of a finding. Made where the rules are, drawn in the page. */
import * as z from 'zod/mini';

z.config({ jitless: true });

const cardSchema = z.object({
  message: z.string(),
  /** Each sum in the page's own numbers, in pieces: a suspect number stands out. */
  sums: z.array(z.object({ name: z.string(), pieces: z.array(z.object({ text: z.string(), suspect: z.boolean() })) })),
  reasoning: z.string(),
});
export type Card = z.infer<typeof cardSchema>;

/** By language, then by fingerprint. */
export const cardsSchema = z.object({
  'zh-CN': z.record(z.string(), cardSchema),
  en: z.record(z.string(), cardSchema),
});
export type Cards = z.infer<typeof cardsSchema>;
