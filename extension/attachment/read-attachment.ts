/** One attachment: fetched in its page, read and checked in the worker, held beside the page. */
import type { Document, Outcome } from '../../core/index';
import type { IntakeFailure } from '../../pwa/db/index';
import type { Received } from '../capture/seal-fetched';
import { Checker } from '../round/checker';
import { compareNumbers, type NumbersCompared } from './compare-numbers';
import { type AttachmentFailure, fetchInPage } from './fetch-in-page';

/** The report in an attachment, with the bytes that it was read from: they are sealed when it is saved. */
export interface AttachedReport {
  readonly received: Received;
  readonly document: Document;
  readonly outcome: Outcome;
}

export type AttachmentState =
  | { readonly kind: 'reading' }
  | { readonly kind: 'failed'; readonly failure: AttachmentFailure | IntakeFailure | { readonly code: 'no-report' } }
  /** `compared`: null where the page itself has no report. */
  | { readonly kind: 'read'; readonly report: AttachedReport; readonly compared: NumbersCompared | null };

export async function readAttachment(tabId: number, address: string, page: Outcome): Promise<AttachmentState> {
  const fetched = await fetchInPage(tabId, address);
  if (!fetched.ok) return { kind: 'failed', failure: fetched.error };
  const checker = new Checker();
  try {
    const answer = await checker.check({ address, look: fetched.value.bytes });
    if (answer.kind === 'failed') return { kind: 'failed', failure: answer.failure };
    if (answer.kind !== 'looked') return { kind: 'failed', failure: { code: 'no-report' } };
    const { document, outcome } = answer;
    const compared = page.form === null ? null : compareNumbers(page, outcome);
    return { kind: 'read', report: { received: fetched.value, document, outcome }, compared };
  } finally {
    checker.close();
  }
}
