/**
 * 证据: what a page was when it was checked, sealed. A manifest names each part with its SHA-256, and what could not be
 * had with the reason; the SHA-256 of the manifest's own text is the id of the evidence. Whoever knows the id can tell
 * whether a byte of it was changed since. It proves no date: the times are those of the machine that sealed it.
 */
import * as z from 'zod/mini';
import { failed, ok, type Result } from '../document/result';
import { sha256, sha256OfText } from './sha256';

z.config({ jitless: true });

/**
 * `page`: bytes as received, of a page or of a file that a page leads to. `table-html`, `table-text`: one table as
 * rendered. `table-image`: its picture, without any mark of ours. `places`: where in the pictures the cells are.
 */
export const EVIDENCE_KINDS = ['page', 'table-html', 'table-text', 'table-image', 'places'] as const;

/**
 * `not-web`: no address that can be fetched. `unreachable`: it did not answer. `status`: it answered with an error.
 * `moved`: another address answered. `too-large`. `not-shown`: folded, or in another tab of the page. `not-in-front`:
 * another tab or window was in front. `not-rendered`: only fetched, never opened. `covered`: something lay over it.
 * `cut`: the picture ends before the table does. `refused`: by the browser.
 */
export const MISSING_REASONS = [
  'not-web',
  'unreachable',
  'status',
  'moved',
  'too-large',
  'not-shown',
  'not-in-front',
  'not-rendered',
  'covered',
  'cut',
  'refused',
] as const;

const NAME = /^[a-z0-9][a-z0-9-]*(?:\.[a-z0-9]+)*$/;
const HASH = /^[0-9a-f]{64}$/;
const kind = z.enum(EVIDENCE_KINDS);
/** Number of the table among those recognised on the page, from 1; null for the whole page, or for all its tables. */
const table = z.nullable(z.int());

const partSchema = z.object({
  name: z.string().check(z.maxLength(60), z.regex(NAME)),
  kind,
  table,
  /** Media type. */
  type: z.string(),
  size: z.int(),
  sha256: z.string().check(z.regex(HASH)),
  /** ISO 8601, UTC. */
  at: z.string(),
  /** How the bytes of the page were had. */
  received: z.optional(
    z.object({
      /** `cache`: what the browser had kept of this visit. `network`: the same address, asked by the program. */
      from: z.enum(['cache', 'network']),
      status: z.int(),
      /** Whether the tables in these bytes read as those on the screen did. `source`: the report was read from them. */
      tables: z.enum(['same', 'different', 'unreadable', 'source']),
      lastModified: z.nullable(z.string()),
      etag: z.nullable(z.string()),
    }),
  ),
});

const missingSchema = z.object({ kind, table, reason: z.enum(MISSING_REASONS), detail: z.string() });

export const evidenceManifestSchema = z.object({
  format: z.literal('gouji-evidence'),
  version: z.literal(1),
  /** Id of the report that was read from it. */
  report: z.string(),
  address: z.string(),
  title: z.nullable(z.string()),
  /** When the browser began to load the page; when the last part was had. ISO 8601, UTC, by the machine's clock. */
  times: z.object({ opened: z.string(), sealed: z.string() }),
  /** `rules`: digest of all rules and their severities. `browser`: as it calls itself. */
  versions: z.object({ gouji: z.string(), rules: z.string(), browser: z.string() }),
  parts: z.array(partSchema).check(z.maxLength(500)),
  missing: z.array(missingSchema),
});

export type EvidenceManifest = z.infer<typeof evidenceManifestSchema>;
export type EvidencePart = EvidenceManifest['parts'][number];
export type EvidenceKind = EvidencePart['kind'];
export type MissingPart = EvidenceManifest['missing'][number];

/** Cells in a picture, in its pixels: left, top, width, height. The part `places` holds these as JSON. */
export const placesSchema = z.array(
  z.object({
    image: z.string(),
    width: z.int(),
    height: z.int(),
    cells: z.record(z.string(), z.tuple([z.number(), z.number(), z.number(), z.number()])),
  }),
);
export type Places = z.infer<typeof placesSchema>;

/** A part before it is sealed. */
export type NewPart = Omit<EvidencePart, 'size' | 'sha256'> & { readonly bytes: Uint8Array };

/** Sealed: nothing in it changes any more. */
export interface Evidence {
  readonly id: string;
  /** The text whose SHA-256 is the id. */
  readonly text: string;
  readonly manifest: EvidenceManifest;
  readonly parts: ReadonlyMap<string, Uint8Array>;
}

export type Unsealed = Omit<EvidenceManifest, 'format' | 'version' | 'parts'> & { readonly parts: readonly NewPart[] };

export function seal({ parts, ...facts }: Unsealed): Evidence {
  const manifest: EvidenceManifest = {
    ...facts,
    format: 'gouji-evidence',
    version: 1,
    parts: parts.map(({ bytes, ...part }) => ({ ...part, size: bytes.length, sha256: sha256(bytes) })),
  };
  const text = canonicalJson(manifest);
  return { id: sha256OfText(text), text, manifest, parts: new Map(parts.map(({ name, bytes }) => [name, bytes])) };
}

/** `newer`: of a later version of the format. */
export type ManifestFailure = 'not-a-manifest' | 'newer';

export function readManifest(text: string): Result<EvidenceManifest, ManifestFailure> {
  const json = parsed(text);
  const manifest = evidenceManifestSchema.safeParse(json);
  if (manifest.success) return ok(manifest.data);
  const outer = z.object({ format: z.literal('gouji-evidence'), version: z.int() }).safeParse(json);
  return failed(outer.success && outer.data.version > 1 ? 'newer' : 'not-a-manifest');
}

export type PartState = 'verified' | 'altered' | 'absent';

export interface Verification {
  /** Whether the manifest's text has the id that is claimed for it. */
  readonly manifest: 'verified' | 'altered';
  readonly parts: readonly { readonly part: EvidencePart; readonly state: PartState }[];
  /** Names that no manifest names: they are no evidence of anything. */
  readonly extra: readonly string[];
  /** Everything is as it was sealed. */
  readonly whole: boolean;
}

/** Everything is hashed anew; nothing that the parts claim of themselves is believed. */
export function verify({ id, text, manifest, parts }: Evidence): Verification {
  const states = manifest.parts.map((part) => {
    const bytes = parts.get(part.name);
    if (bytes === undefined) return { part, state: 'absent' as const };
    const same = bytes.length === part.size && sha256(bytes) === part.sha256;
    return { part, state: same ? ('verified' as const) : ('altered' as const) };
  });
  const named = new Set(manifest.parts.map(({ name }) => name));
  const extra = [...parts.keys()].filter((name) => !named.has(name));
  const own = sha256OfText(text) === id ? ('verified' as const) : ('altered' as const);
  const whole = own === 'verified' && extra.length === 0 && states.every(({ state }) => state === 'verified');
  return { manifest: own, parts: states, extra, whole };
}

/** JSON with sorted keys and no blanks: one text for one content, in every program. Whole numbers only. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value)
    .filter(([, each]) => each !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, each]) => `${JSON.stringify(key)}:${canonicalJson(each)}`).join(',')}}`;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // No JSON, so no manifest: its schema says so.
  }
}
