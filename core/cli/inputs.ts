/** What the command line was given, as single reports: files, what folders hold, what ZIP archives hold. */
import { readdirSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { failed } from '../index';
import { MAX_BYTES } from '../read/file';
import { kindOf } from '../read/kind';
import { archiveInputs, MAX_ARCHIVE_BYTES } from './archive';
import { bytesOf, isHidden, isNoReport } from './files';
import { type Input, type Inputs, isOtherKind, joined, type Reading, unreadable } from './input';
import { readBytes } from './read-bytes';

/** In the order of the command line; in a folder by name, what stands in it before what stands deeper. */
export function inputsOf(named: readonly string[]): Inputs {
  return joined(
    named.map((path) => {
      const kind = kindOfPath(path);
      if (kind === 'folder') return inFolder(path);
      return kind === 'archive' ? archiveInputs(path) : alone(path, false);
    }),
  );
}

function kindOfPath(path: string): 'folder' | 'archive' | 'file' {
  try {
    const stats = statSync(path);
    if (stats.isDirectory()) return 'folder';
    return stats.isFile() && isArchive(path, stats.size) ? 'archive' : 'file';
  } catch {
    // Its reading says why.
    return 'file';
  }
}

/** Office files are archives too: those are small enough to be looked into. */
function isArchive(path: string, size: number): boolean {
  const head = bytesOf(path, 0, 2);
  if (head[0] !== 0x50 || head[1] !== 0x4b) return false;
  return size > MAX_BYTES ? size <= MAX_ARCHIVE_BYTES : kindOf(bytesOf(path, 0, size)) === 'zip';
}

function inFolder(folder: string): Inputs {
  let entries: ReturnType<typeof entriesOf>;
  try {
    entries = entriesOf(folder);
  } catch (error) {
    const refused = { name: folder, file: basename(folder), found: false };
    return { inputs: [{ ...refused, read: () => Promise.resolve(failed(unreadable(error))) }], passedOver: [] };
  }
  const paths = (is: 'isFile' | 'isDirectory'): string[] =>
    entries.filter((entry) => entry[is]()).map(({ name }) => join(folder, name));
  const files = paths('isFile').map((path): Inputs => {
    if (isNoReport(path)) return { inputs: [], passedOver: [path] };
    return kindOfPath(path) === 'archive' ? archiveInputs(path) : alone(path, true);
  });
  // Links are not followed: they may lead back.
  return joined([...files, ...paths('isDirectory').map(inFolder)]);
}

function entriesOf(folder: string) {
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !isHidden(name))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function alone(path: string, found: boolean): Inputs {
  const input: Input = { name: path, file: basename(path), found, read: () => readPath(path, found) };
  return { inputs: [input], passedOver: [] };
}

/** How much of a file tells its kind where the whole is too large to be loaded. */
const HEAD = 8192;

/** `found`: in a folder, where a film is told by its beginning. */
export async function readPath(path: string, found = false): Promise<Reading> {
  try {
    const { size } = statSync(path);
    if (size <= MAX_BYTES) return await readBytes(await readFile(path));
    // Looked at before it is loaded: memory stays bounded whatever is named.
    const head = found ? await readBytes(bytesOf(path, 0, HEAD)) : null;
    return head !== null && !head.ok && isOtherKind(head.error)
      ? head
      : failed({ code: 'too-large', size, limit: MAX_BYTES });
  } catch (error) {
    return failed(unreadable(error));
  }
}
