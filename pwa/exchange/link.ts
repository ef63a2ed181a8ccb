/**
 * A bundle in the fragment of a link: packed, sealed with a passphrase where one is given, with a checksum that tells a
 * link cut short from a wrong passphrase. Browsers keep the fragment to themselves, so no server ever sees it.
 */
import { deflateSync, Inflate } from 'fflate';
import { linkContent, type ReadLink, readLinkContent } from '../../core/exchange/link-content';
import type { Bundle } from '../../core/exchange/schema';
import { sha256, utf8 } from '../../core/exchange/sha256';
import { failed, ok, type Result } from '../../core/index';
import { canSeal, seal, unseal } from './passphrase';

/** `cut`: shorter than it was, or altered. `no-crypto`: this address is plain http, where browsers offer no ciphers. */
export type LinkFailure =
  | 'not-a-link'
  | 'newer'
  | 'cut'
  | 'needs-passphrase'
  | 'wrong-passphrase'
  | 'no-crypto'
  | 'too-large'
  | 'too-many';

/** Characters of a whole link. Messengers and mail cut longer ones; browsers would take more. */
export const LINK_LIMIT = 32_000;
/** What a link may unpack to: far above what fits into one honestly. */
export const LINK_UNPACKED = 32 * 1024 * 1024;

const OPEN = '1p';
const SEALED = '1e';
const CHECK = 8;

export async function packLink(bundle: Bundle, passphrase: string): Promise<string> {
  const packed = deflateSync(utf8(linkContent(bundle)), { level: 9 });
  return passphrase === '' ? OPEN + encode(packed) : SEALED + encode(await seal(packed, passphrase));
}

export function linkAddress(payload: string, page: Location = location): string {
  return `${page.origin === 'null' ? '' : page.origin}${page.pathname}#/receive/${payload}`;
}

/** The payload of a link, or of a text with a link in it; null where there is none. */
export function payloadIn(text: string): string | null {
  return /#\/receive\/([\w-]+)/.exec(text)?.[1] ?? null;
}

export async function unpackLink(payload: string, passphrase: string): Promise<Result<ReadLink, LinkFailure>> {
  const kind = payload.slice(0, 2);
  if (kind !== OPEN && kind !== SEALED) return failed(/^[2-9]/.test(kind) ? 'newer' : 'not-a-link');
  const body = decode(payload.slice(2));
  if (body === null) return failed('cut');
  if (kind === OPEN) return unpack(body);
  if (!canSeal()) return failed('no-crypto');
  if (passphrase === '') return failed('needs-passphrase');
  const opened = await unseal(body, passphrase);
  return opened === null ? failed('wrong-passphrase') : unpack(opened);
}

function unpack(packed: Uint8Array): Result<ReadLink, LinkFailure> {
  const text = inflate(packed);
  if (!text.ok) return text;
  const read = readLinkContent(text.value);
  if (read === null) return failed('not-a-link');
  return read === 'too-many' ? failed(read) : ok(read);
}

/** So much at a time that a bomb is noticed before it has filled the memory. */
const STEP = 4096;

function inflate(packed: Uint8Array): Result<string, LinkFailure> {
  const decoder = new TextDecoder();
  const texts: string[] = [];
  let size = 0;
  const stream = new Inflate((piece) => {
    size += piece.length;
    if (size <= LINK_UNPACKED) texts.push(decoder.decode(piece, { stream: true }));
  });
  try {
    for (let at = 0; at < packed.length || at === 0; at += STEP) {
      stream.push(packed.subarray(at, at + STEP), at + STEP >= packed.length);
      if (size > LINK_UNPACKED) return failed('too-large');
    }
  } catch {
    return failed('cut');
  }
  return ok(texts.join('') + decoder.decode());
}

/** The first bytes of the hash of the rest, then the rest, in letters that links leave alone. */
function encode(body: Uint8Array): string {
  const bytes = new Uint8Array(CHECK + body.length);
  bytes.set(checkOf(body));
  bytes.set(body, CHECK);
  const letters: string[] = [];
  // In parts: so many arguments at once would be too many.
  for (let at = 0; at < bytes.length; at += STEP) letters.push(String.fromCharCode(...bytes.subarray(at, at + STEP)));
  return btoa(letters.join('')).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** Null where the checksum does not fit. */
function decode(text: string): Uint8Array | null {
  try {
    const letters = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
    const body = bytes.slice(CHECK);
    return checkOf(body).every((byte, index) => byte === bytes[index]) ? body : null;
  } catch {
    return null;
  }
}

function checkOf(body: Uint8Array): Uint8Array {
  const hash = sha256(body);
  return Uint8Array.from({ length: CHECK }, (_, index) => Number.parseInt(hash.slice(2 * index, 2 * index + 2), 16));
}
