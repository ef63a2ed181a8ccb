/** ZIP archives, never believed: what an entry unpacks to is counted while it unpacks. */
import { Inflate } from 'fflate';
import type { ReadFailure } from '../document/failure';
import { failed, ok, type Result } from '../document/result';

/** Files in one archive: a season of a province fits. */
export const MAX_ENTRIES = 20_000;

export interface ZipEntry {
  readonly name: string;
  readonly folder: boolean;
  /** Packed, in bytes; what it unpacks to is only claimed. */
  readonly packed: number;
  readonly claimed: number;
  readonly encrypted: boolean;
  readonly method: number;
  readonly offset: number;
}

export interface Zip {
  readonly entries: readonly ZipEntry[];
  /** Unpacks one entry to at most `limit` bytes. */
  unpack(entry: ZipEntry, limit: number): Result<Uint8Array, ReadFailure>;
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END_LENGTH = 22;
const CENTRAL_LENGTH = 46;
const LOCAL_LENGTH = 30;
const MAX_COMMENT = 0xffff;

/** `kind` stands in the failures: docx, xlsx, zip. */
export function openZip(bytes: Uint8Array, kind: string): Result<Zip, ReadFailure> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  if (end === null) return failed({ code: 'damaged', kind, reason: 'no end of directory' });
  const count = view.getUint16(end + 10, true);
  if (count > MAX_ENTRIES)
    return failed({ code: 'too-complex', kind, reason: 'entries', size: count, limit: MAX_ENTRIES });
  const entries = entriesOf(bytes, view, view.getUint32(end + 16, true), count);
  if (entries === null) return failed({ code: 'damaged', kind, reason: 'directory cut off' });
  return ok({ entries, unpack: (entry, limit) => unpack(bytes, view, entry, limit, kind) });
}

function endOf(view: DataView): number | null {
  const first = Math.max(0, view.byteLength - END_LENGTH - MAX_COMMENT);
  for (let at = view.byteLength - END_LENGTH; at >= first; at--) if (view.getUint32(at, true) === END) return at;
  return null;
}

function entriesOf(bytes: Uint8Array, view: DataView, start: number, count: number): ZipEntry[] | null {
  const entries: ZipEntry[] = [];
  let at = start;
  for (let index = 0; index < count; index++) {
    if (at + CENTRAL_LENGTH > bytes.length || view.getUint32(at, true) !== CENTRAL) return null;
    const flags = view.getUint16(at + 8, true);
    const nameLength = view.getUint16(at + 28, true);
    const name = nameOf(bytes.subarray(at + CENTRAL_LENGTH, at + CENTRAL_LENGTH + nameLength), (flags & 0x800) !== 0);
    entries.push({
      name,
      folder: name.endsWith('/'),
      encrypted: (flags & 1) !== 0,
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      claimed: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    });
    at += CENTRAL_LENGTH + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

/** Chinese Windows packs names in GBK, and says nothing of it. */
function nameOf(bytes: Uint8Array, utf8: boolean): string {
  if (utf8) return new TextDecoder().decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

function unpack(
  bytes: Uint8Array,
  view: DataView,
  entry: ZipEntry,
  limit: number,
  kind: string,
): Result<Uint8Array, ReadFailure> {
  if (entry.encrypted) return failed({ code: 'encrypted', kind });
  const { offset } = entry;
  if (offset + LOCAL_LENGTH > bytes.length || view.getUint32(offset, true) !== LOCAL)
    return failed({ code: 'damaged', kind, reason: `${entry.name}: no local header` });
  const start = offset + LOCAL_LENGTH + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  const data = bytes.subarray(start, start + entry.packed);
  if (data.length < entry.packed) return failed({ code: 'damaged', kind, reason: `${entry.name}: cut off` });
  if (entry.method === 0) return data.length > limit ? tooLarge(data.length, limit, kind) : ok(data);
  if (entry.method !== 8) return failed({ code: 'unsupported', kind: `${kind} (method ${entry.method})` });
  return inflate(data, limit, kind, entry.name);
}

/** So much is unpacked at a time that a bomb is noticed before it has filled the memory. */
const STEP = 4096;

function inflate(data: Uint8Array, limit: number, kind: string, name: string): Result<Uint8Array, ReadFailure> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  const stream = new Inflate((piece) => {
    size += piece.length;
    if (size <= limit) pieces.push(piece);
  });
  try {
    for (let at = 0; at < data.length || at === 0; at += STEP) {
      stream.push(data.subarray(at, at + STEP), at + STEP >= data.length);
      if (size > limit) return tooLarge(size, limit, kind);
    }
  } catch (error) {
    return failed({
      code: 'damaged',
      kind,
      reason: `${name}: ${error instanceof Error ? error.message : String(error)}`,
    });
  }
  return ok(joined(pieces, size));
}

function tooLarge(size: number, limit: number, kind: string): Result<never, ReadFailure> {
  return failed({ code: 'too-large', kind, size, limit });
}

function joined(pieces: readonly Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
