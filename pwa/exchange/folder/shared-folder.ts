/** A folder that people share, as little of it as is needed; behind it a folder of the disk or the browser's own. */

export interface FolderEntry {
  readonly name: string;
  readonly size: number;
  readonly modified: number;
}

export interface SharedFolder {
  readonly name: string;
  list(): Promise<readonly FolderEntry[]>;
  read(name: string): Promise<string>;
  /** Adds to the end of a file, which is made where there is none. All of the text or nothing of it. */
  append(name: string, text: string): Promise<void>;
}

/** What is not in every browser, so not in the types. */
interface Permitted {
  queryPermission(how: { readonly mode: 'readwrite' }): Promise<PermissionState>;
  requestPermission(how: { readonly mode: 'readwrite' }): Promise<PermissionState>;
}
type Picker = (how: { readonly id: string; readonly mode: 'readwrite' }) => Promise<FileSystemDirectoryHandle>;
type Walkable = FileSystemDirectoryHandle & { values(): AsyncIterable<FileSystemHandle> };

const picker = (): Picker | undefined =>
  (globalThis as { readonly showDirectoryPicker?: Picker }).showDirectoryPicker?.bind(globalThis);

/** Chromium only, over https or in the extension. */
export function hasFolders(): boolean {
  return picker() !== undefined;
}

/** Null where the person chose none. */
export async function pickFolder(): Promise<FileSystemDirectoryHandle | null> {
  try {
    return (await picker()?.({ id: 'gouji', mode: 'readwrite' })) ?? null;
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return null;
    throw error;
  }
}

/** Asking takes a click of the person. */
export async function isAllowed(handle: FileSystemDirectoryHandle, ask: boolean): Promise<boolean> {
  const permitted = handle as FileSystemDirectoryHandle & Partial<Permitted>;
  const how = { mode: 'readwrite' } as const;
  const state = await (ask ? permitted.requestPermission?.(how) : permitted.queryPermission?.(how));
  return state === undefined || state === 'granted';
}

/** The room inside the chosen folder where the files are, so that they lie in nobody's way. */
const ROOM = 'gouji';

export function folderOf(handle: FileSystemDirectoryHandle): SharedFolder {
  const room = (): Promise<FileSystemDirectoryHandle> => handle.getDirectoryHandle(ROOM, { create: true });
  return {
    name: handle.name,
    list: async () => {
      const entries: FolderEntry[] = [];
      for await (const entry of ((await room()) as Walkable).values()) {
        if (entry.kind !== 'file') continue;
        const { name, size, lastModified } = await (entry as FileSystemFileHandle).getFile();
        entries.push({ name, size, modified: lastModified });
      }
      return entries;
    },
    read: async (name) => (await (await (await room()).getFileHandle(name)).getFile()).text(),
    append: async (name, text) => {
      const file = await (await room()).getFileHandle(name, { create: true });
      const { size } = await file.getFile();
      // Written beside and put in its place when it is closed: a tab that dies leaves the file as it was.
      const writer = await file.createWritable({ keepExistingData: true });
      await writer.seek(size);
      await writer.write(text);
      await writer.close();
    },
  };
}
