/** ZIP archives, never believed: what an entry unpacks to is counted while it unpacks. */
import { Inflate } from 'fflate';
import type { ReadFailure } from '../document/failure';
import { failed, ok, type Result } from '../document/result';
import { crc32 } from './crc32';
import { joined } from './joined';
import { inMemory, LOCAL_LENGTH, listZip, viewOf, type ZipEntry, type ZipSource } from './zip-directory';

export interface Zip {
  readonly entries: readonly ZipEntry[];
  /** Unpacks one entry to at most `limit` bytes. */
  unpack(entry: ZipEntry, limit: number): Result<Uint8Array, ReadFailure>;
}

const LOCAL = 0x04034b50;

/** `kind` stands in the failures: docx, xlsx, zip. */
export function openZip(archive: Uint8Array | ZipSource, kind: string): Result<Zip, ReadFailure> {
  const source = archive instanceof Uint8Array ? inMemory(archive) : archive;
  const entries = listZip(source, kind);
  return entries.ok
    ? ok({ entries: entries.value, unpack: (entry, limit) => unpack(source, entry, limit, kind) })
    : entries;
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
