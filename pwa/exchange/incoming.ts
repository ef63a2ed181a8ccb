/** A .gouji file that somebody opened: previewed first, merged when told to. */
import { signal } from '@preact/signals';
import type { CheckedBundle } from '../../core/exchange/recheck';
import { type BundlePreview, previewBundle, readBundle } from '../db/index';
import { checkedHere } from './checked-here';

export type Incoming =
  | { readonly state: 'reading'; readonly name: string }
  | {
      readonly state: 'preview';
      readonly name: string;
      readonly bundle: CheckedBundle;
      readonly preview: BundlePreview;
      readonly unreadable: number;
    }
  | { readonly state: 'failed'; readonly name: string; readonly code: IncomingFailure; readonly reason: string };

export type IncomingFailure = 'not-gouji' | 'newer' | 'too-large' | 'unreadable';

/** A text of this many bytes is still one string in every browser that counts. */
const BUNDLE_LIMIT = 256 * 1024 * 1024;

export const incoming = signal<Incoming | null>(null);

export async function openBundle(file: File): Promise<void> {
  const name = file.name;
  incoming.value = { state: 'reading', name };
  const fail = (code: IncomingFailure, reason = ''): void => {
    incoming.value = { state: 'failed', name, code, reason };
  };
  if (file.size > BUNDLE_LIMIT) return fail('too-large');
  try {
    const read = readBundle(await file.text());
    if (!read.ok) return fail(read.error.code);
    const { unreadable } = read.value;
    const bundle = await checkedHere(read.value.bundle);
    incoming.value = { state: 'preview', name, bundle, unreadable, preview: await previewBundle(bundle) };
  } catch (error) {
    fail('unreadable', error instanceof Error ? error.message : String(error));
  }
}
