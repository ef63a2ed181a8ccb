/** How far the sealing of a report in this panel has come. One at a time: the page can only be scrolled by one. */
import { signal } from '@preact/signals';
import type { Evidence } from '../../core/exchange/evidence';
import { ok, type Result } from '../../core/index';
import { evidenceOf, type StorageFailure, saveEvidence } from '../../pwa/db/index';
import { reasonOf } from '../plain-messages';
import { type FetchedReport, sealFetched } from './seal-fetched';
import { type SealFailure, sealPage } from './seal-page';

export type Sealing =
  | { readonly state: 'idle' }
  | { readonly state: 'busy' }
  /** `missing`: how many parts could not be had. */
  | { readonly state: 'done'; readonly missing: number }
  | { readonly state: 'failed'; readonly why: SealFailure | 'crashed'; readonly reason: string }
  | { readonly state: 'not-kept'; readonly failure: StorageFailure };

const IDLE: Sealing = { state: 'idle' };

/** By the id of the report. */
const sealings = signal<Readonly<Record<string, Sealing>>>({});
let turn: Promise<unknown> = Promise.resolve();

export function sealingOf(report: string): Sealing {
  return sealings.value[report] ?? IDLE;
}

/** Seals the page of a tab, after its report was saved. */
export function sealPageOnce(tabId: number, report: string): Promise<void> {
  return sealOnce(report, () => sealPage(tabId, report));
}

/** Seals what was fetched: an attachment, after it was saved. */
export function sealFetchedOnce(fetched: FetchedReport): Promise<void> {
  return sealOnce(fetched.report, async () => ok(await sealFetched(fetched)));
}

/** Not where it has its evidence already. What goes wrong here leaves the report as it is. */
async function sealOnce(report: string, make: () => Promise<Result<Evidence, SealFailure>>): Promise<void> {
  if (sealingOf(report).state === 'busy') return;
  const tell = (sealing: Sealing): void => {
    sealings.value = { ...sealings.value, [report]: sealing };
  };
  tell({ state: 'busy' });
  const sealed = turn.then(() => sealWhereNone(report, make));
  turn = sealed.catch(() => undefined);
  try {
    tell(await sealed);
  } catch (error) {
    tell({ state: 'failed', why: 'crashed', reason: reasonOf(error) });
  }
}

async function sealWhereNone(report: string, make: () => Promise<Result<Evidence, SealFailure>>): Promise<Sealing> {
  const before = await evidenceOf(report);
  if (before.evidence.length + before.unreadable > 0) return IDLE;
  const sealed = await make();
  if (!sealed.ok) return { state: 'failed', why: sealed.error, reason: '' };
  const kept = await saveEvidence(sealed.value);
  return kept.ok
    ? { state: 'done', missing: sealed.value.manifest.missing.length }
    : { state: 'not-kept', failure: kept.error };
}
