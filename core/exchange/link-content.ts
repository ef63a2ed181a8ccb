/** What a link carries: a bundle without outcomes, which whoever opens it works out anew. */
import * as z from 'zod/mini';
import { isTooMany } from './bundle-counts';
import type { UncheckedBundle } from './recheck';
import { BUNDLE_VERSION, type Bundle, documentSchema, opinionSchema, savedReportSchema } from './schema';

export interface ReadLink {
  readonly bundle: UncheckedBundle;
  /** Entries that do not fit their schema. */
  readonly unreadable: number;
}

const envelope = z.object({
  format: z.literal('gouji-link'),
  reports: z.array(z.unknown()),
  opinions: z.array(z.unknown()),
});

const { source, savedAt, checkedBy } = savedReportSchema.shape;
const reportSchema = z.object({ savedAt, source, document: documentSchema, checkedBy });

export function linkContent({ reports, opinions }: Bundle): string {
  const bare = reports.map(({ savedAt, source, document, checkedBy }) => ({ savedAt, source, document, checkedBy }));
  return JSON.stringify({ format: 'gouji-link', reports: bare, opinions });
}

/** Null where the text is none. */
export function readLinkContent(text: string): ReadLink | 'too-many' | null {
  const outer = envelope.safeParse(parse(text)).data;
  if (outer === undefined) return null;
  if (isTooMany({ reports: outer.reports.length, opinions: outer.opinions.length })) return 'too-many';
  // Its id is made from what it says, when it is checked.
  const reports = outer.reports.flatMap((each) => {
    const report = reportSchema.safeParse(each).data;
    return report === undefined ? [] : [{ id: '', ...report }];
  });
  const opinions = outer.opinions.flatMap((each) => opinionSchema.safeParse(each).data ?? []);
  return {
    bundle: { format: 'gouji', version: BUNDLE_VERSION, reports, opinions },
    unreadable: outer.reports.length - reports.length + outer.opinions.length - opinions.length,
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // Told apart by the schema.
  }
}
