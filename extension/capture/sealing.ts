/** How far the sealing of the report in this panel has come. One at a time: the page can only be scrolled by one. */
import { signal } from '@preact/signals';
import { evidenceOf, type StorageFailure, saveEvidence } from '../../pwa/db/index';
import { reasonOf } from '../plain-messages';
import { type SealFailure, sealPage } from './seal-page';

export type Sealing =
  | { readonly state: 'idle' }
  | { readonly state: 'busy' }
  /** `missing`: how many parts could not be had. */
  | { readonly state: 'done'; readonly report: string; readonly parts: number; readonly missing: number }
  | {
      readonly state: 'failed';
      readonly report: string;
      readonly why: SealFailure | 'crashed';
      readonly reason: string;
    }
  | { readonly state: 'not-kept'; readonly report: string; readonly failure: StorageFailure };

export const sealing = signal<Sealing>({ state: 'idle' });

/** After a report was saved; not where it has its evidence already. What goes wrong here leaves the report as it is. */
export async function sealOnce(tabId: number, report: string): Promise<void> {
  if (sealing.value.state === 'busy') return;
  sealing.value = { state: 'busy' };
  try {
    const kept = await evidenceOf(report);
    sealing.value = kept.evidence.length + kept.unreadable > 0 ? { state: 'idle' } : await sealNow(tabId, report);
  } catch (error) {
    sealing.value = { state: 'failed', report, why: 'crashed', reason: reasonOf(error) };
  }
}

async function sealNow(tabId: number, report: string): Promise<Sealing> {
  const sealed = await sealPage(tabId, report);
  if (!sealed.ok) return { state: 'failed', report, why: sealed.error, reason: '' };
  const kept = await saveEvidence(sealed.value);
  if (!kept.ok) return { state: 'not-kept', report, failure: kept.error };
  const { parts, missing } = sealed.value.manifest;
  return { state: 'done', report, parts: parts.length, missing: missing.length };
}
