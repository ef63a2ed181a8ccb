/** 交接 with a hosted app: what it sends is merged, what we have is the answer. */
import * as z from 'zod/mini';
import { type HandoverMessage, handoverSchema } from '../../core/exchange/handover';
import { recheckBundle } from '../../core/exchange/recheck';
import { version } from '../../package.json';
import { exportBundle, exportPart, mergeBundle, saveSetting } from '../../pwa/db/index';
import { reasonOf } from '../plain-messages';
import type { ExchangeCounts, TabState } from '../tab-state';

export interface Exchange {
  readonly reply: HandoverMessage;
  readonly exchanged: ExchangeCounts | null;
  readonly failure: string | null;
}

export async function exchangeWithApp(message: unknown): Promise<Exchange> {
  const parsed = handoverSchema.safeParse(message);
  if (!parsed.success) return refuse('', z.prettifyError(parsed.error));
  if (parsed.data.type === 'gouji:app-ready')
    return { reply: { type: 'gouji:extension-ready', version: 1 }, exchanged: null, failure: null };
  if (parsed.data.type !== 'gouji:exchange') return refuse('', `unexpected ${parsed.data.type}`);
  const { transfer, bundle, step, after } = parsed.data;
  try {
    const merged = await mergeBundle(recheckBundle(bundle, version));
    if (!merged.ok) return refuse(transfer, merged.error.reason);
    if (merged.value.reports.added > 0) await saveSetting('linkDue', `${transfer} ${step ?? 1}`);
    const part = after === undefined ? undefined : await exportPart(after);
    const { bundle: ours } = part ?? (await exportBundle());
    const place = { ...(step === undefined ? {} : { step }), ...(part === undefined ? {} : { upTo: part.upTo }) };
    return {
      reply: { type: 'gouji:exchanged', version: 1, transfer, bundle: ours, ...place },
      exchanged: {
        received: merged.value,
        sent: { reports: ours.reports.length, opinions: ours.opinions.length },
        transfer,
        step: step ?? 1,
      },
      failure: null,
    };
  } catch (error) {
    return refuse(transfer, reasonOf(error));
  }
}

/** With the steps before it. A step that was asked again, since nobody heard the answer, counts once. */
export function withEarlierSteps(before: TabState | null, now: ExchangeCounts): ExchangeCounts {
  const earlier = before?.phase === 'app' ? before.exchanged : null;
  if (earlier?.transfer !== now.transfer) return now;
  if (earlier.step >= now.step) return earlier;
  return {
    received: {
      reports: both(earlier.received.reports, now.received.reports),
      opinions: both(earlier.received.opinions, now.received.opinions),
    },
    sent: {
      reports: earlier.sent.reports + now.sent.reports,
      opinions: earlier.sent.opinions + now.sent.opinions,
    },
    transfer: now.transfer,
    step: now.step,
  };
}

type Count = ExchangeCounts['received']['reports'];

function both(a: Count, b: Count): Count {
  return { added: a.added + b.added, known: a.known + b.known };
}

function refuse(transfer: string, reason: string): Exchange {
  return { reply: { type: 'gouji:exchange-failed', version: 1, transfer, reason }, exchanged: null, failure: reason };
}
