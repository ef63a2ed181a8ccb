/** The bytes of the page as received: from the browser's cache, else the same address asked once more. */
import * as z from 'zod/mini';
import type { MissingPart } from '../../core/exchange/evidence';
import { MISSING_REASONS } from '../../core/exchange/evidence';
import { failed, ok, type Result } from '../../core/index';

const MAX_PAGE = 20 * 1024 * 1024;
const PATIENCE = 15_000;

const fetchedSchema = z.discriminatedUnion('ok', [
  z.object({
    ok: z.literal(true),
    from: z.enum(['cache', 'network']),
    status: z.int(),
    type: z.string(),
    lastModified: z.nullable(z.string()),
    etag: z.nullable(z.string()),
    base64: z.string(),
  }),
  z.object({ ok: z.literal(false), reason: z.enum(MISSING_REASONS), detail: z.string() }),
]);
type Fetched = z.infer<typeof fetchedSchema>;

export interface PageBytes extends Omit<Extract<Fetched, { ok: true }>, 'ok' | 'base64'> {
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** When they were here, ISO 8601. */
  readonly at: string;
}
export type Missing = Pick<MissingPart, 'reason' | 'detail'>;

/** In the page's own origin, by the page's own cookies: nobody else is asked, and nothing but this address. */
export async function fetchPage(tabId: number): Promise<Result<PageBytes, Missing>> {
  try {
    const [run] = await chrome.scripting.executeScript({
      target: { tabId },
      func: fetchHere,
      args: [MAX_PAGE, PATIENCE],
    });
    const fetched = fetchedSchema.parse(run?.result);
    if (!fetched.ok) return failed({ reason: fetched.reason, detail: fetched.detail });
    const { ok: _, base64, ...page } = fetched;
    const at = new Date().toISOString();
    return ok({ ...page, at, bytes: Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)) });
  } catch (error) {
    return failed({ reason: 'refused', detail: error instanceof Error ? error.message : String(error) });
  }
}

/** Runs in the page: nothing from outside its braces is there. Bytes cross as base64, since results are JSON. */
async function fetchHere(limit: number, patience: number): Promise<Fetched> {
  const miss = (reason: 'not-web' | 'unreachable' | 'status' | 'moved' | 'too-large', detail: string) =>
    ({ ok: false, reason, detail }) as const;
  if (!/^https?:$/.test(location.protocol)) return miss('not-web', location.protocol);
  const address = location.href.replace(/#.*$/, '');
  const get = (cache: RequestCache): Promise<Response> =>
    fetch(address, { cache, mode: 'same-origin', credentials: 'same-origin', signal: AbortSignal.timeout(patience) });
  try {
    let from: 'cache' | 'network' = 'cache';
    let answer = await get('only-if-cached').catch(() => null);
    // 504 is how a cache says that it has nothing.
    if (answer === null || !answer.ok) {
      from = 'network';
      answer = await get('default');
    }
    if (answer.url !== '' && answer.url !== address) return miss('moved', answer.url);
    if (!answer.ok) return miss('status', String(answer.status));
    const bytes = new Uint8Array(await answer.arrayBuffer());
    if (bytes.length > limit) return miss('too-large', String(bytes.length));
    let letters = '';
    for (let at = 0; at < bytes.length; at += 0x8000)
      letters += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
    const { status, headers } = answer;
    return {
      ok: true,
      from,
      status,
      type: headers.get('content-type') ?? '',
      lastModified: headers.get('last-modified'),
      etag: headers.get('etag'),
      base64: btoa(letters),
    };
  } catch (error) {
    return miss('unreachable', error instanceof Error ? error.message : String(error));
  }
}
