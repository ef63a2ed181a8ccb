/** 交接 with a hosted app: what it sends is merged, what we have is the answer. */
import * as z from 'zod/mini';
import { type HandoverMessage, handoverSchema } from '../../core/exchange/handover';
import { recheckBundle } from '../../core/exchange/recheck';
import { version } from '../../package.json';
import { exportBundle, mergeBundle } from '../../pwa/db/index';
import { reasonOf } from '../plain-messages';
import type { ExchangeCounts } from '../tab-state';

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
  const { transfer, bundle } = parsed.data;
  try {
    const merged = await mergeBundle(recheckBundle(bundle, version));
    if (!merged.ok) return refuse(transfer, merged.error.reason);
    const { bundle: ours } = await exportBundle();
    return {
      reply: { type: 'gouji:exchanged', version: 1, transfer, bundle: ours },
      exchanged: { received: merged.value, sent: { reports: ours.reports.length, opinions: ours.opinions.length } },
      failure: null,
    };
  } catch (error) {
    return refuse(transfer, reasonOf(error));
  }
}

function refuse(transfer: string, reason: string): Exchange {
  return { reply: { type: 'gouji:exchange-failed', version: 1, transfer, reason }, exchanged: null, failure: reason };
}
