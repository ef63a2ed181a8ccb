/**
 * The bytes of an attachment, fetched by the page's own origin: the click on the button gave leave for this page, and
 * no more is asked for. The request may go nowhere but to that origin, redirects included.
 */
import * as z from 'zod/mini';
import { failed, ok, type Result } from '../../core/index';
import { MAX_BYTES } from '../../core/read/file';
import type { Received } from '../capture/seal-fetched';
import { reasonOf } from '../plain-messages';

export type AttachmentFailure =
  | { readonly code: 'http'; readonly status: number }
  | { readonly code: 'too-large' }
  /** No answer, or one from another site. */
  | { readonly code: 'network' }
  /** The page was left meanwhile. */
  | { readonly code: 'gone'; readonly reason: string };

const fetchedSchema = z.discriminatedUnion('code', [
  z.object({
    code: z.literal('bytes'),
    base64: z.string(),
    address: z.string(),
    status: z.int(),
    type: z.string(),
    lastModified: z.nullable(z.string()),
    etag: z.nullable(z.string()),
  }),
  z.object({ code: z.literal('http'), status: z.int() }),
  z.object({ code: z.literal('too-large') }),
  z.object({ code: z.literal('network') }),
]);

export async function fetchInPage(tabId: number, address: string): Promise<Result<Received, AttachmentFailure>> {
  const asked = new Date().toISOString();
  let result: unknown;
  try {
    const args: [string, number] = [address, MAX_BYTES];
    [{ result } = { result: undefined }] = await chrome.scripting.executeScript({
      target: { tabId },
      func: fetchHere,
      args,
    });
  } catch (error) {
    return failed({ code: 'gone', reason: reasonOf(error) });
  }
  const fetched = fetchedSchema.safeParse(result);
  if (!fetched.success) return failed({ code: 'network' });
  if (fetched.data.code !== 'bytes') return failed(fetched.data);
  const { code: _, base64, ...answer } = fetched.data;
  const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
  return ok({ ...answer, bytes, asked, at: new Date().toISOString(), from: 'network' });
}

/** Runs in the page: nothing from outside its braces is there. Base64, since bytes do not cross as they are. */
async function fetchHere(address: string, most: number): Promise<unknown> {
  try {
    const response = await fetch(address, {
      mode: 'same-origin',
      credentials: 'same-origin',
      // It may be sealed as evidence: then as the site has it now.
      cache: 'no-cache',
      signal: AbortSignal.timeout(60_000),
    });
    if (!response.ok || response.body === null) return { code: 'http', status: response.status };
    const reader = response.body.getReader();
    const parts: Uint8Array<ArrayBuffer>[] = [];
    let size = 0;
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      size += part.value.length;
      if (size > most) {
        await reader.cancel();
        return { code: 'too-large' };
      }
      parts.push(part.value);
    }
    const data = await new Promise<string>((resolve, reject) => {
      const file = new FileReader();
      file.addEventListener('load', () => resolve(String(file.result)));
      file.addEventListener('error', () => reject(file.error));
      file.readAsDataURL(new Blob(parts));
    });
    return {
      code: 'bytes',
      base64: data.slice(data.indexOf(',') + 1),
      address: response.url,
      status: response.status,
      type: response.headers.get('content-type') ?? '',
      lastModified: response.headers.get('last-modified'),
      etag: response.headers.get('etag'),
    };
  } catch {
    return { code: 'network' };
  }
}
