/** Keeps this store and the shared folder in step while the app is open: now and then, when it comes to the front, and after each word. */
import { Dexie } from 'dexie';
import type { UncheckedBundle } from '../../../core/exchange/recheck';
import type { Opinion } from '../../../core/exchange/schema';
import { forgetFolder, type KeptFolder, loadFolder, saveFolder, saveSeen } from '../../db/folders';
import { allOpinions, loadSetting, mergeBundle, randomId } from '../../db/index';
import { withoutLeftOut } from '../../db/left-out';
import { checkedHere } from '../checked-here';
import { personId } from '../who';
import { type FolderFailure, type FolderResult, folderState } from './folder-state';
import { folderOf, isAllowed, type SharedFolder } from './shared-folder';
import { type FolderCache, type FolderNote, lookInto, ownFile, writeOwn } from './sync';

/** A network drive of an office shall not notice. */
const PAUSE = 20_000;
/** Words come in twos and threes. */
const AFTER_WORD = 1500;

let kept: KeptFolder | null = null;
let cache: FolderCache = new Map();
/** What happened once and shall still be read: who shortened what. */
let remembered: FolderNote[] = [];
let changed = true;
let running = false;
let watching = false;
let timer: ReturnType<typeof setTimeout> | undefined;

/** At the start of a visit, and after a folder was chosen. */
export async function watchFolder(): Promise<void> {
  kept = await loadFolder();
  if (kept === null) {
    folderState.value = { state: 'none' };
    return;
  }
  if (!(await isAllowed(kept.handle, false))) {
    folderState.value = { state: 'ask', name: kept.handle.name };
    return;
  }
  const file = ownFile(await personId());
  folderState.value = { state: 'ready', name: kept.handle.name, file, syncing: false, result: null, failure: null };
  if (!watching) listen();
  watching = true;
  await syncNow();
}

/** By a click, as browsers want it. False where the person said no. */
export async function allowAgain(): Promise<boolean> {
  if (kept === null || !(await isAllowed(kept.handle, true))) return false;
  await watchFolder();
  return true;
}

export function bundleOfFolder(opinions: readonly Opinion[]): UncheckedBundle {
  return { format: 'gouji', version: 1, reports: [], opinions: [...opinions] };
}

/** What all files of a folder say, before anything is done with it. */
export async function wordsIn(handle: FileSystemDirectoryHandle): Promise<readonly Opinion[]> {
  const view = await lookInto(folderOf(handle), await personId(), {}, new Map());
  return view.files.flatMap(({ words }) => words);
}

export async function connect(handle: FileSystemDirectoryHandle): Promise<void> {
  await saveFolder({ id: randomId(), handle, seen: {} });
  await beginAnew();
}

async function beginAnew(): Promise<void> {
  cache = new Map();
  remembered = [];
  changed = true;
  await watchFolder();
}

async function isKept({ id }: KeptFolder): Promise<boolean> {
  return (await loadFolder())?.id === id;
}

/** Another window may have left the folder, chosen another or deleted everything. */
async function follow(): Promise<void> {
  if (kept !== null && !(await isKept(kept))) await beginAnew();
}

export async function disconnect(): Promise<void> {
  await forgetFolder();
  kept = null;
  folderState.value = { state: 'none' };
}

function listen(): void {
  Dexie.on('storagemutated', (parts) => {
    const touches = (table: string): boolean => Object.keys(parts).some((part) => part.includes(`/${table}/`));
    if (touches('folders')) follow().catch(() => undefined); // A store that is closed: the screens say so.
    if (!touches('opinions')) return;
    changed = true;
    clearTimeout(timer);
    timer = setTimeout(() => void syncNow(), AFTER_WORD);
  });
  const whenSeen = (): void => {
    if (document.visibilityState === 'visible') void syncNow();
  };
  setInterval(whenSeen, PAUSE);
  addEventListener('focus', whenSeen);
  document.addEventListener('visibilitychange', whenSeen);
}

/** One window at a time: two would write the same file. */
export async function syncNow(): Promise<void> {
  const now = folderState.value;
  if (kept === null || now.state !== 'ready' || running) return;
  running = true;
  folderState.value = { ...now, syncing: true };
  const folder = kept;
  try {
    const result = await navigator.locks.request('gouji-folder', { ifAvailable: true }, (lock) =>
      lock === null ? null : round(folder.id),
    );
    settle(folder, result === null ? {} : { result, failure: null });
  } catch (error) {
    settle(folder, { failure: failureOf(error) });
  }
  running = false;
  // Chosen while the other one was still at work.
  if (kept !== null && kept.id !== folder.id) await syncNow();
  else await follow().catch(() => undefined);
}

function settle(
  folder: KeptFolder,
  end: { readonly result?: FolderResult; readonly failure?: FolderFailure | null },
): void {
  const now = folderState.value;
  // Disconnected meanwhile, or another one chosen.
  if (now.state !== 'ready' || kept?.id !== folder.id) return;
  folderState.value = { ...now, ...end, syncing: false };
}

/** Null where the folder was left meanwhile: nothing more goes there. */
async function round(id: string): Promise<FolderResult | null> {
  const own = await loadFolder();
  if (own?.id !== id) return null;
  const folder = folderOf(own.handle);
  const person = await personId();
  const signature = signatureOf(cache);
  const view = await lookInto(folder, person, own.seen, cache);
  if (!(await isKept(own))) return null;
  const isSame = signature === signatureOf(cache) && !changed;
  changed = false;
  const added = isSame ? 0 : await takeIn(view.files.flatMap(({ words }) => words));
  if (!isSame && !(await isKept(own))) return null;
  const { written, seen } = isSame ? { written: 0, seen: view.seen } : await giveOut(folder, person, view);
  remembered = [...remembered, ...view.notes.filter(({ code }) => code === 'rewritten' || code === 'shortened')].slice(
    -10,
  );
  const notes = view.notes.filter(({ code }) => code !== 'rewritten' && code !== 'shortened');
  if (!isSame || remembered.length > 0) await saveSeen(id, seen);
  const last = folderState.value;
  const before = isSame && last.state === 'ready' ? last.result : null;
  return {
    at: new Date().toISOString(),
    // What the last change brought stays to be read.
    added: before?.added ?? added,
    written: before?.written ?? written,
    people: peopleOf(view, ownFile(person), await loadSetting('author'), written),
    notes: [...remembered, ...notes],
  };
}

async function takeIn(words: readonly Opinion[]): Promise<number> {
  const merged = await mergeBundle(await checkedHere(bundleOfFolder(await withoutLeftOut(words))));
  if (!merged.ok) throw new Error(merged.error.reason);
  return merged.value.opinions.added;
}

async function giveOut(
  folder: SharedFolder,
  person: string,
  view: Awaited<ReturnType<typeof lookInto>>,
): Promise<{ written: number; seen: KeptFolder['seen'] }> {
  const { opinions } = await allOpinions();
  const { count, seen } = await writeOwn(folder, person, await loadSetting('author'), view, opinions);
  return { written: count, seen: seen === null ? view.seen : { ...view.seen, [ownFile(person)]: seen } };
}

/** What was just written is not read again for that. */
function peopleOf(
  { files }: Awaited<ReturnType<typeof lookInto>>,
  own: string,
  author: string,
  written: number,
): FolderResult['people'] {
  const people = files.map(({ file, name, words }) => ({
    name: file === own ? author : name,
    count: words.length + (file === own ? written : 0),
  }));
  return files.some(({ file }) => file === own) ? people : [...people, { name: author, count: written }];
}

function signatureOf(files: FolderCache): string {
  return JSON.stringify([...files.values()].map(({ entry }) => [entry.name, entry.size, entry.modified]).sort());
}

function failureOf(error: unknown): FolderFailure {
  changed = true;
  const name = error instanceof DOMException ? error.name : '';
  if (name === 'NotFoundError') return { code: 'gone' };
  if (name === 'NotAllowedError' || name === 'NoModificationAllowedError' || name === 'InvalidModificationError')
    return { code: 'readOnly' };
  return { code: 'other', reason: error instanceof Error ? error.message : String(error) };
}
