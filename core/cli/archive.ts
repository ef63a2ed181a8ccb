/** Reports inside a ZIP archive, each unpacked when its turn comes and forgotten after it. */
import { statSync } from 'node:fs';
import { basename, posix } from 'node:path';
import { failed, type ReadFailure, type Result } from '../index';
import { MAX_BYTES } from '../read/file';
import { kindOf } from '../read/kind';
import { openZip, type Zip } from '../read/zip';
import type { ZipEntry } from '../read/zip-directory';
import { bytesOf, isHidden, isNoReport } from './files';
import { type Inputs, type Reading, unreadable } from './input';
import { readBytes } from './read-bytes';

export const MAX_ARCHIVE_BYTES = 2 * 1024 * 1024 * 1024;
/** All entries of one archive together, unpacked. */
export const MAX_ARCHIVE_UNPACKED = 4 * 1024 * 1024 * 1024;

export function archiveInputs(path: string): Inputs {
  const opened = openPath(path);
  if (!opened.ok) return refused(path, opened.error);
  const zip = opened.value;
  const entries = zip.entries.filter(({ name, folder }) => !folder && !name.split('/').some(isHidden));
  if (entries.length === 0) return refused(path, { code: 'empty' });
  const nameOf = ({ name }: ZipEntry): string => `${path}!${name}`;
  const budget: Budget = { left: MAX_ARCHIVE_UNPACKED, seen: new Set() };
  return {
    inputs: entries
      .filter(({ name }) => !isNoReport(name))
      .map((entry) => ({
        name: nameOf(entry),
        file: posix.basename(entry.name),
        found: true,
        read: () => readEntry(zip, entry, budget),
      })),
    passedOver: entries.filter(({ name }) => isNoReport(name)).map(nameOf),
  };
}

function refused(path: string, failure: ReadFailure): Inputs {
  const read = (): Promise<Reading> => Promise.resolve(failed(failure));
  return { inputs: [{ name: path, file: basename(path), found: false, read }], passedOver: [] };
}

function openPath(path: string): Result<Zip, ReadFailure> {
  try {
    return openZip({ size: statSync(path).size, read: (from, to) => bytesOf(path, from, to) }, 'zip');
  } catch (error) {
    return failed(unreadable(error));
  }
}

/** What entries claim is no proof: what they were unpacked to is counted, once each. */
interface Budget {
  left: number;
  readonly seen: Set<ZipEntry>;
}

async function readEntry(zip: Zip, entry: ZipEntry, budget: Budget): Promise<Reading> {
  const isFirst = !budget.seen.has(entry);
  if (isFirst && budget.left <= 0)
    return failed({ code: 'too-large', kind: 'zip', size: MAX_ARCHIVE_UNPACKED, limit: MAX_ARCHIVE_UNPACKED });
  try {
    const bytes = zip.unpack(entry, MAX_BYTES);
    if (!bytes.ok) return bytes;
    if (isFirst) budget.left -= bytes.value.length;
    budget.seen.add(entry);
    if (kindOf(bytes.value) === 'zip') return failed({ code: 'unsupported', kind: 'nested-zip' });
    return await readBytes(bytes.value);
  } catch (error) {
    return failed(unreadable(error));
  }
}
