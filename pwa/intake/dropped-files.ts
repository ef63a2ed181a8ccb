/** The files of a drop, those in folders with them. */
import type { FoundFile } from '../db/index';

/** Call it while the event is being handled: afterwards the browser shows nothing of what was dropped. */
export function droppedFiles(transfer: DataTransfer | null): Promise<readonly FoundFile[]> {
  const items = [...(transfer?.items ?? [])].filter(({ kind }) => kind === 'file');
  const dropped = items.map((item) => ({ entry: item.webkitGetAsEntry(), file: item.getAsFile() }));
  return gather(dropped);
}

async function gather(
  dropped: readonly { readonly entry: FileSystemEntry | null; readonly file: File | null }[],
): Promise<readonly FoundFile[]> {
  const found: FoundFile[] = [];
  for (const { entry, file } of dropped) {
    if (entry?.isDirectory === true) found.push(...(await filesUnder(entry)));
    else if (file !== null) found.push({ file, path: file.name });
  }
  return found;
}

async function filesUnder(entry: FileSystemEntry): Promise<FoundFile[]> {
  if (isFile(entry)) {
    const file = await new Promise<File | null>((resolve) => entry.file(resolve, () => resolve(null)));
    const path = entry.fullPath.replace(/^\//, '');
    // One that cannot be opened comes as an empty file, and is told to be one.
    return [{ file: file ?? new File([], entry.name), path }];
  }
  if (!isFolder(entry)) return [];
  const found: FoundFile[] = [];
  for (const child of await childrenOf(entry)) found.push(...(await filesUnder(child)));
  return found;
}

/** Browsers give a hundred at a time. */
async function childrenOf(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const children: FileSystemEntry[] = [];
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve) => reader.readEntries(resolve, () => resolve([])));
    if (some.length === 0) return children;
    children.push(...some);
  }
}

function isFile(entry: FileSystemEntry): entry is FileSystemFileEntry {
  return entry.isFile;
}

function isFolder(entry: FileSystemEntry): entry is FileSystemDirectoryEntry {
  return entry.isDirectory;
}
