/** One round with a shared folder: what others say comes in, what nobody has written yet goes into one's own file. */
import { BUNDLE_COUNTS } from '../../../core/exchange/bundle-counts';
import { type FolderFile, folderHead, folderLines, readFolderFile } from '../../../core/exchange/folder-file';
import { wordKey } from '../../../core/exchange/merge';
import type { Opinion } from '../../../core/exchange/schema';
import { sha256OfText } from '../../../core/exchange/sha256';
import type { FolderEntry, SharedFolder } from './shared-folder';

export type FolderNote =
  | { readonly code: 'partial' | 'damaged'; readonly file: string; readonly count: number }
  | { readonly code: 'copy' | 'foreign' | 'newer' | 'rewritten' | 'shortened' | 'unreadable'; readonly file: string }
  | {
      readonly code: 'tooLarge' | 'tooMany' | 'tooMuch' | 'tooManyWords';
      readonly file: string;
      readonly limit: number;
    };

/** How far a file had come, to notice when somebody else shortens or rewrites it. */
export interface Seen {
  readonly length: number;
  readonly hash: string;
}

export interface FolderView {
  readonly files: readonly (FolderFile & { readonly file: string })[];
  readonly notes: readonly FolderNote[];
  readonly seen: Readonly<Record<string, Seen>>;
}

export const FOLDER_FILES = 500;
/** Some hundred thousand words. */
export const FOLDER_FILE_LIMIT = 64 * 1024 * 1024;
/** All of them together: their texts stay in memory. */
export const FOLDER_LIMIT = 128 * 1024 * 1024;
const ENDING = '.jsonl';
const MEGABYTE = 1024 * 1024;

/** What was read of each file, as long as it stays the same. */
export type FolderCache = Map<string, { readonly entry: FolderEntry; readonly text: string }>;

export function ownFile(person: string): string {
  return `${person}${ENDING}`;
}

/** Looks at everything in the folder and changes nothing. */
export async function lookInto(
  folder: SharedFolder,
  person: string,
  before: Readonly<Record<string, Seen>>,
  cache: FolderCache,
  mostWords: number = BUNDLE_COUNTS.opinions,
): Promise<FolderView> {
  const mine = ownFile(person);
  // One's own first, whatever else there is: what it holds is not to be written again.
  const all = [...(await folder.list())].sort(
    (a, b) => Number(b.name === mine) - Number(a.name === mine) || (a.name < b.name ? -1 : 1),
  );
  // What was deleted is read anew when it comes back.
  const listed = new Set(all.map(({ name }) => name));
  for (const name of [...cache.keys()]) if (!listed.has(name)) cache.delete(name);
  const files: (FolderFile & { file: string })[] = [];
  const notes: FolderNote[] = [];
  const seen: Record<string, Seen> = { ...before };
  const total = { bytes: 0, words: 0 };
  if (all.length > FOLDER_FILES) notes.push({ code: 'tooMany', file: '', limit: FOLDER_FILES });
  for (const entry of all.slice(0, FOLDER_FILES)) {
    const { name: file } = entry;
    if (!file.toLowerCase().endsWith(ENDING)) {
      // What the system and sync programs keep for themselves is nobody's concern.
      if (!/^[.~]|\.(?:tmp|crswap|part|crdownload)$|^desktop\.ini$|^thumbs\.db$/i.test(file))
        notes.push({ code: 'foreign', file });
      continue;
    }
    if (entry.size > FOLDER_FILE_LIMIT) {
      notes.push({ code: 'tooLarge', file, limit: FOLDER_FILE_LIMIT / MEGABYTE });
      continue;
    }
    if (file !== mine && total.bytes + entry.size > FOLDER_LIMIT) {
      cache.delete(file);
      notes.push({ code: 'tooMuch', file, limit: FOLDER_LIMIT / MEGABYTE });
      continue;
    }
    total.bytes += entry.size;
    const text = await textOf(folder, entry, cache);
    const read = text === null ? 'unreadable' : readFolderFile(text);
    if (typeof read !== 'string' && file !== mine && total.words + read.words.length > mostWords) {
      notes.push({ code: 'tooManyWords', file, limit: mostWords });
      continue;
    }
    if (read === 'partial') notes.push({ code: 'partial', file, count: 0 });
    else if (typeof read === 'string') notes.push({ code: read, file });
    else {
      total.words += read.words.length;
      files.push({ ...read, file });
      notes.push(...notesOf(read, file));
    }
    if (text === null) continue;
    const last = before[file];
    const isShort = last !== undefined && !goesOn(text, last);
    const arriving = read === 'partial' || (typeof read !== 'string' && read.partial);
    // Still on its way, perhaps all of it anew: judged when it is whole.
    if (arriving) continue;
    if (isShort) notes.push({ code: file === mine ? 'rewritten' : 'shortened', file });
    seen[file] = stateOf(text);
  }
  const own = before[mine];
  if (own !== undefined && own.length > 0 && !listed.has(mine)) {
    notes.push({ code: 'rewritten', file: mine });
    delete seen[mine];
  }
  return { files, notes, seen };
}

function notesOf({ person, partial, damaged, words }: FolderFile, file: string): FolderNote[] {
  return [
    ...(partial ? [{ code: 'partial' as const, file, count: words.length }] : []),
    ...(damaged > 0 ? [{ code: 'damaged' as const, file, count: damaged }] : []),
    ...(file === ownFile(person) ? [] : [{ code: 'copy' as const, file }]),
  ];
}

/** Null where it cannot be opened now: locked by the sync program, or gone since it was listed. */
async function textOf(folder: SharedFolder, entry: FolderEntry, cache: FolderCache): Promise<string | null> {
  const kept = cache.get(entry.name);
  if (kept?.entry.size === entry.size && kept.entry.modified === entry.modified) return kept.text;
  try {
    const text = await folder.read(entry.name);
    cache.set(entry.name, { entry, text });
    return text;
  } catch {
    cache.delete(entry.name);
    return null;
  }
}

function goesOn(text: string, { length, hash }: Seen): boolean {
  return text.length >= length && sha256OfText(text.slice(0, length)) === hash;
}

export function stateOf(text: string): Seen {
  return { length: text.length, hash: sha256OfText(text) };
}

const UNREAD: ReadonlySet<FolderNote['code']> = new Set(['newer', 'tooLarge', 'unreadable']);

export interface Written {
  readonly count: number;
  /** Own file as it is now; null where nothing was written. */
  readonly seen: Seen | null;
}

/**
 * Writes to the person's own file what no file has: own words, what came by other ways, and what a file has lost. So a
 * folder is whole again as soon as anybody who knows looks in.
 */
export async function writeOwn(
  folder: SharedFolder,
  person: string,
  name: string,
  { files, notes }: FolderView,
  opinions: readonly Opinion[],
): Promise<Written> {
  const file = ownFile(person);
  // What it holds is not known: written again, it would grow at every look.
  if (notes.some((note) => note.file === file && UNREAD.has(note.code))) return { count: 0, seen: null };
  const there = new Set(files.flatMap(({ words }) => words.map(wordKey)));
  const missing = opinions.filter((word) => !there.has(wordKey(word)));
  const own = files.find((each) => each.file === file);
  const renamed = own !== undefined && own.name !== name;
  if (missing.length === 0 && !renamed && own !== undefined) return { count: 0, seen: null };
  if (missing.length === 0 && own === undefined && name === '') return { count: 0, seen: null };
  const before = (await folder.list()).some((each) => each.name === file) ? await folder.read(file) : '';
  // A line that another program left half begins no line of ours.
  const join = before === '' || before.endsWith('\n') ? '' : '\n';
  const head = own === undefined || renamed ? folderHead(person, name) : '';
  const text = join + head + folderLines(missing);
  await folder.append(file, text);
  return { count: missing.length, seen: stateOf(before + text) };
}
