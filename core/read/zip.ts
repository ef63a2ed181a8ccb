/** ZIP archives, never believed: what an entry unpacks to is counted while it unpacks. */
import { Inflate } from 'fflate';
import type { ReadFailure } from '../document/failure';
import { failed, ok, type Result } from '../document/result';
import { crc32 } from './crc32';

/** Files in one archive: a season of a province fits. */
export const MAX_ENTRIES = 20_000;
/** Names and places of them all; what is longer is no list of files. */
export const MAX_DIRECTORY = 16 * 1024 * 1024;

export interface ZipEntry {
  readonly name: string;
  readonly folder: boolean;
  /** Packed, in bytes; what it unpacks to is only claimed. */
  readonly packed: number;
  readonly claimed: number;
  readonly encrypted: boolean;
  readonly method: number;
  readonly offset: number;
  readonly checksum: number;
}

export interface Zip {
  readonly entries: readonly ZipEntry[];
  /** Unpacks one entry to at most `limit` bytes. */
  unpack(entry: ZipEntry, limit: number): Result<Uint8Array, ReadFailure>;
}

/** Where an archive stands: in memory, or in a file too large for it. */
export interface ZipSource {
  readonly size: number;
  /** The bytes from `from` to before `to`; fewer where it ends. */
  read(from: number, to: number): Uint8Array;
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END_LENGTH = 22;
const CENTRAL_LENGTH = 46;
const LOCAL_LENGTH = 30;
const MAX_COMMENT = 0xffff;

/** `kind` stands in the failures: docx, xlsx, zip. */
export function openZip(archive: Uint8Array | ZipSource, kind: string): Result<Zip, ReadFailure> {
  const source = archive instanceof Uint8Array ? inMemory(archive) : archive;
  const end = endOf(source);
  if (end === null) return failed({ code: 'damaged', kind, reason: 'no end of directory' });
  const { count, start, at } = end;
  if (count > MAX_ENTRIES)
    return failed({ code: 'too-complex', kind, reason: 'entries', size: count, limit: MAX_ENTRIES });
  if (at - start > MAX_DIRECTORY)
    return failed({ code: 'too-complex', kind, reason: 'directory', size: at - start, limit: MAX_DIRECTORY });
  const entries = entriesOf(source.read(start, at), count);
  if (entries === null) return failed({ code: 'damaged', kind, reason: 'directory cut off' });
  // One packed piece under many names is how a small archive becomes a large one.
  if (overlap(entries)) return failed({ code: 'too-complex', kind, reason: 'overlap' });
  // Of two parts of one name each program takes the one it likes.
  if (kind !== 'zip' && new Set(entries.map(({ name }) => name)).size < entries.length)
    return failed({ code: 'too-complex', kind, reason: 'same name twice' });
  return ok({ entries, unpack: (entry, limit) => unpack(source, entry, limit, kind) });
}

function inMemory(bytes: Uint8Array): ZipSource {
  return { size: bytes.length, read: (from, to) => bytes.subarray(from, to) };
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

/** How many entries, where their directory begins, and where it ends at the latest. */
function endOf(source: ZipSource): { count: number; start: number; at: number } | null {
  const first = Math.max(0, source.size - END_LENGTH - MAX_COMMENT);
  const view = viewOf(source.read(first, source.size));
  for (let at = view.byteLength - END_LENGTH; at >= 0; at--) {
    if (view.getUint32(at, true) !== END) continue;
    return { count: view.getUint16(at + 10, true), start: view.getUint32(at + 16, true), at: first + at };
  }
  return null;
}

function entriesOf(bytes: Uint8Array, count: number): ZipEntry[] | null {
  const view = viewOf(bytes);
  const entries: ZipEntry[] = [];
  let at = 0;
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
      checksum: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      claimed: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    });
    at += CENTRAL_LENGTH + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

function overlap(entries: readonly ZipEntry[]): boolean {
  let free = 0;
  for (const { offset, packed } of [...entries].sort((a, b) => a.offset - b.offset)) {
    if (offset < free) return true;
    free = offset + LOCAL_LENGTH + packed;
  }
  return false;
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

function unpack(source: ZipSource, entry: ZipEntry, limit: number, kind: string): Result<Uint8Array, ReadFailure> {
  const { name, method, packed, offset } = entry;
  if (entry.encrypted) return failed({ code: 'encrypted', kind });
  // Looked at before it is loaded: what is packed is never much larger than what it unpacks to.
  if (packed > limit + PACKING) return tooLarge(packed, limit, kind);
  const damaged = (reason: string): Result<never, ReadFailure> =>
    failed({ code: 'damaged', kind, reason: `${name}: ${reason}` });
  const local = viewOf(source.read(offset, offset + LOCAL_LENGTH));
  if (local.byteLength < LOCAL_LENGTH || local.getUint32(0, true) !== LOCAL) return damaged('no local header');
  const start = offset + LOCAL_LENGTH + local.getUint16(26, true) + local.getUint16(28, true);
  const data = source.read(start, start + packed);
  if (data.length < packed) return damaged('cut off');
  if (method !== 0 && method !== 8) return failed({ code: 'unsupported', kind: `${kind} (method ${method})` });
  if (method === 0 && data.length > limit) return tooLarge(data.length, limit, kind);
  const content = method === 0 ? ok(data) : inflate(data, limit, kind, name);
  return content.ok && crc32(content.value) !== entry.checksum ? damaged('checksum') : content;
}

/** So much is unpacked at a time that a bomb is noticed before it has filled the memory. */
const STEP = 4096;
/** What packing may add to bytes that cannot be packed. */
const PACKING = 64 * 1024;

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
