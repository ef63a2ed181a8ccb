/** The text of a .gouji file. */
import * as z from 'zod/mini';
import { isTooMany } from '../../core/exchange/bundle-counts';
import type { UncheckedBundle } from '../../core/exchange/recheck';
import { BUNDLE_VERSION, type Bundle, opinionSchema, sentReportSchema } from '../../core/exchange/schema';
import type { Result } from '../../core/index';

/** `not-gouji`: something else. `newer`: made by a later version. `too-many`: more than any office has. */
export interface BundleFailure {
  readonly code: 'not-gouji' | 'newer' | 'too-many';
}

export interface ReadBundle {
  readonly bundle: UncheckedBundle;
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

/** What a .gouji file begins with, whatever its name; one of a checklist alone, too. */
export function looksLikeBundle(text: string): boolean {
  return /^\uFEFF?\s*\{\s*"format"\s*:\s*"gouji(?:-checklist)?"/.test(text.slice(0, 200));
}

export function readBundle(text: string): Result<ReadBundle, BundleFailure> {
  const outer = envelope.safeParse(parseJson(text));
  if (!outer.success) return { ok: false, error: { code: 'not-gouji' } };
  if (outer.data.version !== BUNDLE_VERSION) return { ok: false, error: { code: 'newer' } };
  // Counted before they are looked at.
  if (isTooMuch(outer.data)) return { ok: false, error: { code: 'too-many' } };
  const reports = fitting(sentReportSchema, outer.data.reports);
  const opinions = fitting(opinionSchema, outer.data.opinions);
  return {
    ok: true,
    value: {
      bundle: { format: 'gouji', version: BUNDLE_VERSION, reports, opinions },
      unreadable: outer.data.reports.length - reports.length + outer.data.opinions.length - opinions.length,
    },
  };
}

function isTooMuch({ reports, opinions }: z.infer<typeof envelope>): boolean {
  const findings = reports.reduce((sum: number, report) => sum + (counted.safeParse(report).data ?? 0), 0);
  return isTooMany({ reports: reports.length, opinions: opinions.length, findings });
}

/** How many findings a report claims to have; the claim itself is not believed. */
const counted = z.pipe(
  z.object({ outcome: z.object({ findings: z.array(z.unknown()) }) }),
  z.transform(({ outcome }) => outcome.findings.length),
);

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
