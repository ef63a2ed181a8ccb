/** Findings of a person's own among opinions: kept as the JSON of one word, so that they merge and travel like the rest. */
import * as z from 'zod/mini';
import { inOrder } from '../findings/opinions';
import { OWN_FINDING, type OwnFinding, ownAsFinding } from '../findings/own';
import { RULES_BEGIN, type Subject, subjectName, subjectOf, subjectsBegin } from '../findings/subjects';
import { type Opinion, placeSchema, severitySchema } from './schema';

export type { OwnFinding, Subject };
export { OWN_FINDING, ownAsFinding, RULES_BEGIN, subjectName, subjectOf, subjectsBegin };

export const ownFindingSchema = z.object({
  fingerprint: z.string(),
  text: z.string(),
  severity: severitySchema,
  cell: z.nullable(z.string()),
  quote: z.nullable(z.string()),
  place: z.nullable(placeSchema),
}) as unknown as z.ZodMiniType<OwnFinding>;

/** The word that keeps it. */
export function ownText(own: OwnFinding): string {
  return JSON.stringify(own);
}

/** Those that stand: the last word on each, unless it withdrew it. What is not one is passed over. */
export function ownFindingsOf(opinions: readonly Opinion[]): OwnFinding[] {
  const last = new Map<string, string>();
  for (const { finding, field, value } of inOrder(opinions)) if (field === 'own') last.set(finding, value);
  return [...last].flatMap(([fingerprint, value]) => {
    const own = value === '' ? null : parse(value);
    return own === null ? [] : [{ ...own, fingerprint }];
  });
}

function parse(value: string): OwnFinding | null {
  try {
    return ownFindingSchema.safeParse(JSON.parse(value)).data ?? null;
  } catch {
    return null; // Written by another program: kept as it is, shown as nothing.
  }
}
