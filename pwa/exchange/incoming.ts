/** A .gouji file that somebody opened: previewed first, merged when told to. */
import { signal } from '@preact/signals';
import type { Evidence } from '../../core/exchange/evidence';
import type { CheckedBundle } from '../../core/exchange/recheck';
import type { Result } from '../../core/index';
import { type BundlePreview, knownEvidence, previewBundle, readBundle } from '../db/index';
import { checkedHere } from './checked-here';
import type { OpenedBundle } from './evidence-bundle';

export type Incoming =
  | { readonly state: 'reading'; readonly name: string }
  | {
      readonly state: 'preview';
      readonly name: string;
      readonly bundle: CheckedBundle;
      readonly preview: BundlePreview;
      readonly unreadable: number;
      /** Whole, and not kept here yet. */
      readonly evidence: readonly Evidence[];
      /** Evidence that is not what was sealed: left out. */
      readonly damaged: number;
    }
  | { readonly state: 'failed'; readonly name: string; readonly code: IncomingFailure; readonly reason: string };

export type IncomingFailure = 'not-gouji' | 'newer' | 'too-large' | 'unreadable';

/** A text of this many bytes is still one string in every browser that counts. */
export const BUNDLE_LIMIT = 256 * 1024 * 1024;

export const incoming = signal<Incoming | null>(null);

export async function openBundle(file: File): Promise<void> {
  const name = file.name;
  incoming.value = { state: 'reading', name };
  const fail = (code: IncomingFailure, reason = ''): void => {
    incoming.value = { state: 'failed', name, code, reason };
  };
  if (file.size > BUNDLE_LIMIT) return fail('too-large');
  try {
    const opened = await contentOf(file);
    if (!opened.ok) return fail('not-gouji', opened.error);
    const { text, damaged } = opened.value;
    const read = readBundle(text);
    if (!read.ok) return fail(read.error.code);
    const { unreadable } = read.value;
    const bundle = await checkedHere(read.value.bundle);
    const known = await knownEvidence(opened.value.evidence.map(({ id }) => id));
    const evidence = opened.value.evidence.filter(({ id }) => !known.has(id));
    const preview = await previewBundle(bundle);
    incoming.value = { state: 'preview', name, bundle, unreadable, preview, evidence, damaged };
  } catch (error) {
    fail('unreadable', error instanceof Error ? error.message : String(error));
  }
}

/** A file with evidence is an archive; what unpacks it is loaded when one comes. */
async function contentOf(file: File): Promise<Result<OpenedBundle, string>> {
  const head = new Uint8Array(await file.slice(0, 4).arrayBuffer());
  if (head[0] !== 0x50 || head[1] !== 0x4b)
    return { ok: true, value: { text: await file.text(), evidence: [], damaged: 0 } };
  const { openEvidenceBundle } = await import('./evidence-bundle');
  return openEvidenceBundle(new Uint8Array(await file.arrayBuffer()));
}
