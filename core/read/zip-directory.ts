/** The directory of a ZIP archive: which files it holds and where. Nothing is unpacked here. */
import type { ReadFailure } from '../document/failure';
import { failed, ok, type Result } from '../document/result';

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

/** Where an archive stands: in memory, or in a file too large for it. */
export interface ZipSource {
  readonly size: number;
  /** The bytes from `from` to before `to`; fewer where it ends. */
  read(from: number, to: number): Uint8Array;
}

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const END_LENGTH = 22;
const CENTRAL_LENGTH = 46;
export const LOCAL_LENGTH = 30;
const MAX_COMMENT = 0xffff;

/** `kind` stands in the failures: docx, xlsx, zip. */
export function listZip(source: ZipSource, kind: string): Result<ZipEntry[], ReadFailure> {
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
  return ok(entries);
}

export function inMemory(bytes: Uint8Array): ZipSource {
  return { size: bytes.length, read: (from, to) => bytes.subarray(from, to) };
}

export function viewOf(bytes: Uint8Array): DataView {
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
