/** MHTML, a page saved as one file: its main part, decoded. */
import type { ReadFailure } from '../document/failure';
import { failed, ok, type Result } from '../document/result';
import { decode } from './decode';

const HEADER = /^(?:MIME-Version|From|Subject|Date|Snapshot-Content-Location|Content-Type|X-[\w-]+):/i;

/** Headers of a mail at the top, that name a boundary or a version: no report begins so. */
export function isMhtml(text: string): boolean {
  const head = text.slice(0, 4000).trimStart();
  return HEADER.test(head) && (/^MIME-Version:/im.test(head) || /boundary=/i.test(head));
}

export interface MhtmlPage {
  readonly html: string;
  /** Nothing follows the part, not even the mark that ends it. */
  readonly isCut: boolean;
}

/** Its first HTML part. */
export function pageOfMhtml(bytes: Uint8Array): Result<MhtmlPage, ReadFailure> {
  const whole = toLatin1(bytes);
  const part = htmlPart(whole, 0);
  if (part === null) return failed({ code: 'damaged', kind: 'mhtml', reason: 'no HTML part' });
  const body = bodyOf(part);
  return body.length === 0
    ? failed({ code: 'damaged', kind: 'mhtml', reason: 'empty part' })
    : ok({ html: decode(body, part.charset), isCut: part.isCut });
}

interface Part {
  readonly encoding: string;
  readonly charset: string | null;
  readonly body: string;
  readonly isCut: boolean;
}

/** Mails inside mails: a saved page has two levels. */
const MAX_LEVELS = 5;

function htmlPart(text: string, level: number): Part | null {
  const { headers, body } = split(text);
  const type = header(headers, 'Content-Type') ?? '';
  if (/^text\/html/i.test(type)) {
    return {
      encoding: (header(headers, 'Content-Transfer-Encoding') ?? '').trim().toLowerCase(),
      charset: /charset="?([\w-]+)/i.exec(type)?.[1] ?? null,
      body,
      isCut: false,
    };
  }
  const boundary = /boundary="([^"]+)"|boundary=([^;\s]+)/i.exec(type);
  const mark = boundary?.[1] ?? boundary?.[2];
  if (mark === undefined || level >= MAX_LEVELS) return null;
  const pieces = body.split(`--${mark}`);
  for (const [at, each] of pieces.entries()) {
    if (at === 0) continue;
    if (each.startsWith('--')) break;
    const found = htmlPart(each.replace(/^\r?\n/, ''), level + 1);
    if (found !== null) return { ...found, isCut: found.isCut || at === pieces.length - 1 };
  }
  return null;
}

function split(text: string): { headers: string; body: string } {
  const gap = /\r?\n\r?\n/.exec(text);
  if (gap === null) return { headers: text, body: '' };
  return { headers: text.slice(0, gap.index), body: text.slice(gap.index + gap[0].length) };
}

/** A header's value, its folded lines joined. */
function header(headers: string, name: string): string | null {
  const unfolded = headers.replace(/\r?\n[ \t]+/g, ' ');
  const line = unfolded.split(/\r?\n/).find((each) => each.toLowerCase().startsWith(`${name.toLowerCase()}:`));
  return line === undefined ? null : line.slice(name.length + 1).trim();
}

function bodyOf({ encoding, body }: Part): Uint8Array {
  if (encoding === 'base64') return fromBase64(body);
  return encoding === 'quoted-printable' ? fromQuotedPrintable(body) : fromLatin1(body);
}

/** Bytes to a call: more arguments than some engines take. */
const CHUNK = 8192;

/** One character for each byte. The decoder of that name is Windows 1252 to the standard, which is not the same. */
function toLatin1(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += CHUNK) pieces.push(String.fromCharCode(...bytes.subarray(at, at + CHUNK)));
  return pieces.join('');
}

function fromLatin1(text: string): Uint8Array {
  return Uint8Array.from(text, (char) => char.charCodeAt(0));
}

function fromQuotedPrintable(text: string): Uint8Array {
  const joined = text.replace(/=\r?\n/g, '');
  return fromLatin1(
    joined.replace(/=([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
  );
}

/** What is no base64 is passed over, as mail programs do; a file cut off gives what came before. */
function fromBase64(text: string): Uint8Array {
  const clean = text.replace(/[^A-Za-z0-9+/]/g, '');
  return fromLatin1(atob(clean.slice(0, clean.length - (clean.length % 4 === 1 ? 1 : 0))));
}
