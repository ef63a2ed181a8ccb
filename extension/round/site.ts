/**
 * Fetches from the sites that the user gave leave for, and from no other: the requests are made in a frame whose
 * content security policy names those sites, so that the browser itself ends a redirect to another before it is asked.
 */
import { failed, ok, type Result } from '../../core/index';
import { MAX_BYTES } from '../../core/read/file';
import type { Received } from '../capture/seal-fetched';
import { retryAfter } from './polite';
import type { RoundFailure } from './store';

/** Seconds for one answer, with its bytes. */
export const SECONDS = 40;

const TELLING = 100;

export interface FetchFailure {
  readonly failure: RoundFailure;
  /** Worth another try; `wait` where the site says when. */
  readonly later: boolean;
  readonly wait: number | null;
}

export class Site {
  private constructor(
    private readonly frame: HTMLIFrameElement,
    private readonly realm: Window & typeof globalThis,
    private readonly origins: readonly string[],
    private readonly blocked: { count: number },
  ) {}

  static async open(origins: readonly string[]): Promise<Site> {
    const frame = document.createElement('iframe');
    frame.hidden = true;
    frame.title = '';
    // Origins come out of `URL`, which leaves no quote and no space in them.
    frame.srcdoc = `<meta http-equiv="Content-Security-Policy" content="connect-src ${origins.join(' ')}">`;
    const loaded = new Promise((resolve) => frame.addEventListener('load', resolve, { once: true }));
    document.body.append(frame);
    await loaded;
    const realm = frame.contentWindow as (Window & typeof globalThis) | null;
    if (realm === null) throw new Error('the frame that fetches did not load');
    const blocked = { count: 0 };
    realm.document.addEventListener('securitypolicyviolation', () => {
      blocked.count += 1;
    });
    return new Site(frame, realm, origins, blocked);
  }

  close(): void {
    this.frame.remove();
  }

  async fetch(address: string, signal: AbortSignal): Promise<Result<Received, FetchFailure>> {
    if (!this.origins.includes(new URL(address).origin)) return failed(final({ code: 'elsewhere' }));
    const limit = new AbortController();
    const stop = (): void => limit.abort();
    signal.addEventListener('abort', stop);
    const timer = setTimeout(stop, SECONDS * 1000);
    const seen = this.blocked.count;
    const asked = new Date().toISOString();
    try {
      // Nobody is logged in: what is looked at is what everybody sees.
      const response = await this.realm.fetch(address, {
        signal: limit.signal,
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
        cache: 'no-cache',
      });
      return await this.take(response, asked);
    } catch {
      if (limit.signal.aborted && !signal.aborted) return failed(later({ code: 'timeout', seconds: SECONDS }));
      // The policy tells of a redirect in a task of its own, now or a moment later.
      await new Promise((resolve) => setTimeout(resolve, TELLING));
      if (this.blocked.count > seen) return failed(final({ code: 'elsewhere' }));
      return failed(later({ code: 'network' }));
    } finally {
      clearTimeout(timer);
      signal.removeEventListener('abort', stop);
    }
  }

  private async take(response: Response, asked: string): Promise<Result<Received, FetchFailure>> {
    const { status, headers } = response;
    if (!response.ok) {
      await response.body?.cancel();
      const busy = status === 429 || status >= 500;
      const wait = retryAfter(headers.get('retry-after'), Date.now());
      return failed({ failure: { code: 'http', status }, later: busy, wait });
    }
    if (!this.origins.includes(new URL(response.url).origin)) return failed(final({ code: 'elsewhere' }));
    const bytes = await bytesOf(response);
    if (bytes === null) {
      const failure = { code: 'too-large', size: MAX_BYTES, limit: MAX_BYTES } as const;
      return failed(final({ code: 'intake', failure: { code: 'read', failure } }));
    }
    return ok({
      bytes,
      address: response.url,
      asked,
      at: new Date().toISOString(),
      from: 'network',
      status,
      type: headers.get('content-type') ?? '',
      lastModified: headers.get('last-modified'),
      etag: headers.get('etag'),
    });
  }
}

function final(failure: RoundFailure): FetchFailure {
  return { failure, later: false, wait: null };
}

function later(failure: RoundFailure): FetchFailure {
  return { failure, later: true, wait: null };
}

/** Null beyond the limit: what a site claims of a length is not believed, what comes is counted. */
async function bytesOf(response: Response): Promise<Uint8Array<ArrayBuffer> | null> {
  const reader = response.body?.getReader();
  if (reader === undefined) return new Uint8Array();
  const parts: Uint8Array[] = [];
  let size = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    size += part.value.length;
    if (size > MAX_BYTES) {
      await reader.cancel();
      return null;
    }
    parts.push(part.value);
  }
  const bytes = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
