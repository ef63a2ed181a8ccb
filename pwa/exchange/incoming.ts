/** What somebody sent, by whatever way: shown first, merged when told to. One for the whole app; what reads it is loaded when needed. */
import { signal } from '@preact/signals';
import type { Evidence } from '../../core/exchange/evidence';
import type { CheckedBundle } from '../../core/exchange/recheck';
import type { BundlePreview } from '../db/index';
import type { IncomingFailure } from './open-incoming';
import type { Sights } from './sights';

export interface Preview {
  readonly state: 'preview';
  readonly name: string;
  readonly bundle: CheckedBundle;
  readonly preview: BundlePreview;
  readonly unreadable: number;
  /** Whole, and not kept here yet. */
  readonly evidence: readonly Evidence[];
  /** Evidence that is not what was sealed: left out. */
  readonly damaged: number;
  /** What stands out in it. */
  readonly sights: Sights;
}

export type Incoming =
  | { readonly state: 'reading'; readonly name: string }
  /** `wrong`: the one that was tried. */
  | { readonly state: 'locked'; readonly name: string; readonly payload: string; readonly wrong: boolean }
  | Preview
  | { readonly state: 'failed'; readonly name: string; readonly code: IncomingFailure; readonly reason: string };

/** A text of this many bytes is still one string in every browser that counts. */
export const BUNDLE_LIMIT = 256 * 1024 * 1024;

export const incoming = signal<Incoming | null>(null);

export function openBundle(file: File): Promise<void> {
  return open(file.name, async () => (await import('./open-incoming')).openFile(file));
}

/** `name`: how the way it came by is called. */
export function openLink(payload: string, passphrase: string, name: string): Promise<void> {
  return open(name, async () => (await import('./open-incoming')).openPayload(payload, passphrase, name));
}

/** What is being read now; what was begun before it comes too late to be shown. */
let latest = 0;

async function open(name: string, read: () => Promise<Incoming>): Promise<void> {
  latest += 1;
  const own = latest;
  incoming.value = { state: 'reading', name };
  const result = await read().catch((error: unknown): Incoming => {
    const reason = error instanceof Error ? error.message : String(error);
    return { state: 'failed', name, code: 'unreadable', reason };
  });
  if (own === latest) incoming.value = result;
}
