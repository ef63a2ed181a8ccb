/** ZIP archives on their way in: entries are listed at once and unpacked one at a time, each when its turn comes. */
import { failed, ok, type Result } from '../../core/index';
import { MAX_BYTES } from '../../core/read/file';
import { openZip, type Zip } from '../../core/read/zip';
import type { ZipEntry } from '../../core/read/zip-directory';
import { blobOf, type IntakeFailure, type NewItem } from '../db/index';
import { isSystemFile } from './system-file';

/** Held in memory while its entries are read. */
export const MAX_ARCHIVE = 256 * 1024 * 1024;
/** What the entries of one archive may unpack to together. */
export const MAX_TOTAL = 2 * 1024 * 1024 * 1024;

export interface Listing {
  readonly items: readonly NewItem[];
  /** Files that systems leave in archives, and that nobody misses. */
  readonly skipped: number;
}

/** What each entry claims is believed only to refuse it early; unpacking counts for itself. */
export function listEntries(zip: Zip, archive: number, path: string, total: number = MAX_TOTAL): Listing {
  const files = zip.entries.map((entry, index) => ({ entry, index })).filter(({ entry }) => !entry.folder);
  const own = files.filter(({ entry }) => !isSystemFile(entry.name));
  let sum = 0;
  const items = own.map(({ entry, index }): NewItem => {
    sum += entry.claimed;
    const failure = refusalOf(entry, sum > total ? total : null);
    const name = entry.name.slice(entry.name.lastIndexOf('/') + 1);
    const item = { name, path: `${path}/${entry.name}`, size: entry.claimed, archive, entry: index };
    return failure === null ? { ...item, state: 'waiting' } : { ...item, state: 'failed', failure };
  });
  return { items, skipped: files.length - own.length };
}

function refusalOf(entry: ZipEntry, over: number | null): IntakeFailure | null {
  if (entry.encrypted) return { code: 'read', failure: { code: 'encrypted', kind: 'zip' } };
  if (entry.claimed > MAX_BYTES)
    return { code: 'read', failure: { code: 'too-large', size: entry.claimed, limit: MAX_BYTES } };
  return over === null ? null : { code: 'archive-total', limit: over };
}

export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5);
}

/**
 * The archive that these bytes are, if any. Word and Excel files are archives too, and say so in a part of their own;
 * one that is only packed inside says nothing of what is around it.
 */
export function archiveIn(bytes: Uint8Array): Zip | null {
  if (!isZip(bytes)) return null;
  const zip = openZip(bytes, 'zip');
  // A broken one is told by the reader, which knows more words.
  if (!zip.ok) return null;
  return zip.value.entries.some(({ name }) => name === '[Content_Types].xml') ? null : zip.value;
}

interface OpenArchive {
  readonly id: number;
  readonly zip: Zip;
  unpacked: number;
}

/** The one archive in memory. */
let current: OpenArchive | null = null;

export async function unpackEntry(archive: number, entry: number): Promise<Result<Uint8Array, IntakeFailure>> {
  const opened = await openArchive(archive);
  if (!opened.ok) return opened;
  const { zip } = opened.value;
  const found = zip.entries[entry];
  if (found === undefined) return failed({ code: 'read', failure: { code: 'damaged', kind: 'zip' } });
  if (opened.value.unpacked > MAX_TOTAL) return failed({ code: 'archive-total', limit: MAX_TOTAL });
  const bytes = zip.unpack(found, MAX_BYTES);
  if (!bytes.ok) return failed({ code: 'read', failure: bytes.error });
  opened.value.unpacked += bytes.value.length;
  return bytes;
}

async function openArchive(id: number): Promise<Result<OpenArchive, IntakeFailure>> {
  if (current?.id === id) return ok(current);
  closeArchive();
  const blob = await blobOf(id);
  if (blob === null) return failed({ code: 'read', failure: { code: 'unreadable', reason: 'zip' } });
  const zip = openZip(new Uint8Array(await blob.arrayBuffer()), 'zip');
  if (!zip.ok) return failed({ code: 'read', failure: zip.error });
  current = { id, zip: zip.value, unpacked: 0 };
  return ok(current);
}

/** Lets go of its memory. */
export function closeArchive(): void {
  current = null;
}
