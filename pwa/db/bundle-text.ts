/** The text of a .gouji file. */
import * as z from 'zod/mini';
import { BUNDLE_VERSION, type Bundle, opinionSchema, savedReportSchema } from '../../core/exchange/schema';
import type { Result } from '../../core/index';

/** `not-gouji`: something else. `newer`: made by a later version. */
export interface BundleFailure {
  readonly code: 'not-gouji' | 'newer';
}

export interface ReadBundle {
  readonly bundle: Bundle;
  /** Entries that do not fit their schema: left out, the others come in. */
  readonly unreadable: number;
}

const envelope = z.object({
  format: z.literal('gouji'),
  version: z.int(),
  reports: z.array(z.unknown()),
  opinions: z.array(z.unknown()),
});

export function writeBundle(bundle: Bundle): string {
  return JSON.stringify(bundle);
}

/** What a .gouji file begins with, whatever its name. */
export function looksLikeBundle(text: string): boolean {
  return /^\uFEFF?\s*\{\s*"format"\s*:\s*"gouji"/.test(text.slice(0, 200));
}

export function readBundle(text: string): Result<ReadBundle, BundleFailure> {
  const outer = envelope.safeParse(parseJson(text));
  if (!outer.success) return { ok: false, error: { code: 'not-gouji' } };
  if (outer.data.version !== BUNDLE_VERSION) return { ok: false, error: { code: 'newer' } };
  const reports = fitting(savedReportSchema, outer.data.reports);
  const opinions = fitting(opinionSchema, outer.data.opinions);
  return {
    ok: true,
    value: {
      bundle: { format: 'gouji', version: BUNDLE_VERSION, reports, opinions },
      unreadable: outer.data.reports.length - reports.length + outer.data.opinions.length - opinions.length,
    },
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined; // Told apart by the schema: what is no JSON is no .gouji file either.
  }
}

function fitting<T>(schema: z.ZodMiniType<T>, rows: readonly unknown[]): T[] {
  return rows.flatMap((row) => {
    const parsed = schema.safeParse(row);
    return parsed.success ? [parsed.data] : [];
  });
}
