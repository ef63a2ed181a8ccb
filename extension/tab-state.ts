/** How far the check of one tab has come: kept in session storage, since the service worker forgets. */
import * as z from 'zod/mini';
import { tabStateKey } from './plain-messages';

z.config({ jitless: true });

/** Why a page cannot be read. */
export const refusalSchema = z.enum([
  'own',
  'browser-page',
  'store',
  'file',
  'policy',
  'error-page',
  'left',
  'pdf',
  'other',
]);
export type Refusal = z.infer<typeof refusalSchema>;

const count = z.object({ added: z.int(), known: z.int() });

export const exchangeCountsSchema = z.object({
  received: z.object({ reports: count, opinions: count }),
  sent: z.object({ reports: z.int(), opinions: z.int() }),
  /** The exchange that they are of, and its last step. */
  transfer: z.string(),
  step: z.int(),
});
export type ExchangeCounts = z.infer<typeof exchangeCountsSchema>;

export const tabStateSchema = z.discriminatedUnion('phase', [
  z.object({ phase: z.literal('scanning'), at: z.int() }),
  /** `at` tells one check from the next. */
  z.object({ phase: z.literal('checked'), at: z.int() }),
  z.object({ phase: z.literal('refused'), at: z.int(), why: refusalSchema, reason: z.string() }),
  z.object({ phase: z.literal('failed'), at: z.int(), reason: z.string() }),
  /** The page is the hosted app. `allowed`: its origin may exchange with us. */
  z.object({
    phase: z.literal('app'),
    at: z.int(),
    origin: z.string(),
    allowed: z.boolean(),
    exchanged: z.nullable(exchangeCountsSchema),
    failure: z.nullable(z.string()),
  }),
]);
export type TabState = z.infer<typeof tabStateSchema>;

export async function saveTabState(tabId: number, state: TabState): Promise<void> {
  await chrome.storage.session.set({ [tabStateKey(tabId)]: state });
}

export async function loadTabState(tabId: number): Promise<TabState | null> {
  const key = tabStateKey(tabId);
  return parse((await chrome.storage.session.get(key))[key]);
}

export async function forgetTab(tabId: number): Promise<void> {
  await chrome.storage.session.remove([tabStateKey(tabId), `window:${tabId}`]);
}

/** Follows one tab's state until the signal ends it. */
export function followTabState(tabId: number, signal: AbortSignal, follow: (state: TabState | null) => void): void {
  const key = tabStateKey(tabId);
  const listen = (changes: Record<string, chrome.storage.StorageChange>, area: string): void => {
    const change = changes[key];
    if (area === 'session' && change !== undefined) follow(parse(change.newValue));
  };
  chrome.storage.onChanged.addListener(listen);
  signal.addEventListener('abort', () => chrome.storage.onChanged.removeListener(listen));
}

function parse(value: unknown): TabState | null {
  const state = tabStateSchema.safeParse(value);
  return state.success ? state.data : null;
}
