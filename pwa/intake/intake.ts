/** Files and pastes on their way in. They are kept before they are read, so that a closed tab loses none. */
import {
  addToQueue,
  type FoundFile,
  forgetItems,
  type QueueItem,
  retryItems,
  setStates,
  sweepArchives,
} from '../db/index';
import { openBundle } from '../exchange/incoming';
import { askToKeep } from '../offline/persistence';
import { go } from '../route';
import { t } from '../t';
import { showToast } from '../ui/toasts';
import { isAtWorkElsewhere } from './at-work';
import { halted, summary, troubles, unfinished } from './intake-state';
import { dropItems, itemOf, itemsWhere, putItem, reloadQueue } from './queue-view';
import { countUnkept, failureOf, held, isLeft, isRunning, link, reader, start } from './run';
import { isSystemFile } from './system-file';

/** From so many files on it is a batch: its own screen shows it. */
const BATCH = 12;

let lastHeld = 0;
let lastPaste = 0;

/** At the start of a visit: what a closed tab left behind is offered, not begun. */
export async function findUnfinished(): Promise<void> {
  if (await isAtWorkElsewhere()) return;
  try {
    await reloadQueue();
  } catch {
    return; // The store cannot be read: the screens say so.
  }
  if (!isRunning()) unfinished.value = itemsWhere(isLeft).length;
}

export function warmReader(): void {
  reader.warm();
}

/** Checks and keeps files in turn; more files may join while it runs. One lone report is opened when done. */
export async function takeFiles(files: readonly FoundFile[]): Promise<void> {
  const isBundle = ({ file }: FoundFile): boolean => file.name.toLowerCase().endsWith('.gouji');
  const [bundle, ...waiting] = files.filter(isBundle);
  const others = files.filter((file) => !isBundle(file));
  // Alone it was meant; in a folder it came along.
  const reports = others.length === 1 ? others : others.filter(({ path }) => !isSystemFile(path));
  // Its preview waits to be answered, whatever else comes.
  if (bundle !== undefined) {
    await openBundle(bundle.file);
    go({ screen: 'exchange' });
    if (waiting.length > 0) {
      const names = waiting.map(({ file }) => file.name).join(t('list.names'));
      showToast(t('intake.bundles', { name: bundle.file.name, count: waiting.length, names }));
    }
  }
  if (reports.length === 0) {
    if (bundle === undefined) showToast(t('intake.nothing'));
    return;
  }
  const batch = reports.length >= BATCH;
  if (batch && bundle === undefined) go({ screen: 'batch' });
  await forget(itemsWhere((item) => isOver(item, reports)).map(({ id }) => id));
  void start(reports.length, { stay: batch || bundle !== undefined, skipped: others.length - reports.length });
  let added = 0;
  const refused = await addToQueue(reports, (items) => {
    added += items.length;
    for (const item of items) putItem(item);
  });
  if (refused !== null) for (const file of reports.slice(added)) putItem(hold(file));
  countUnkept();
  // Stopped while they were still being written.
  if (!isRunning()) unfinished.value = itemsWhere(isLeft).length;
}

/** Checked from where it is, while this page is open: the store has no room for it. */
function hold({ file, path }: FoundFile): QueueItem {
  lastHeld -= 1;
  held.set(lastHeld, file);
  return { id: lastHeld, name: file.name, path, size: file.size, state: 'waiting' };
}

/** Of an earlier batch; and what failed then, where it comes again. */
function isOver({ state, path, size }: QueueItem, coming: readonly FoundFile[]): boolean {
  if (state === 'failed') return coming.some((each) => each.path === path && each.file.size === size);
  return !isRunning() && (state === 'done' || state === 'known');
}

export async function takePaste(html: string, text: string): Promise<boolean> {
  summary.value = null;
  const answer = await reader.run({ kind: 'paste', html, text });
  const result = answer.kind === 'result' ? answer.result : null;
  if (result?.state === 'done' || result?.state === 'known') {
    if (result.state === 'done') void askToKeep();
    go({ screen: 'report', id: result.report });
    void link();
    return true;
  }
  // Between the ids of files in the store and of those that are held only fractions are free.
  lastPaste += 1;
  troubles.value = [...troubles.value, { id: 1 / (lastPaste + 1), name: '', failure: failureOf(answer) }];
  return false;
}

/** Seen, not forgotten: the file stays on the list of the batch, for another try. */
export function dismissTroubles(id?: number): void {
  troubles.value = troubles.value.filter((trouble) => id !== undefined && trouble.id !== id);
}

/** Takes files off the list, bytes and all. */
export async function forget(ids: readonly number[]): Promise<void> {
  if (ids.length === 0) return;
  dropItems(ids);
  for (const id of ids) held.delete(id);
  countUnkept();
  troubles.value = troubles.value.filter((trouble) => !ids.includes(trouble.id));
  await forgetItems(ids.filter((id) => id >= 1));
  await sweepArchives();
}

/** Tries again those that failed. */
export async function retry(ids: readonly number[]): Promise<void> {
  troubles.value = troubles.value.filter((trouble) => !ids.includes(trouble.id));
  await retryItems(ids.filter((id) => id >= 1));
  for (const id of ids) {
    const item = itemOf(id);
    if (item === undefined) continue;
    const { failure: _, ...rest } = item;
    putItem({ ...rest, state: 'waiting' });
  }
  await start(ids.length, { stay: true });
}

/** Goes on with what a closed tab or a stop left. */
export async function resume(): Promise<void> {
  await setStates('cancelled', 'waiting');
  for (const item of itemsWhere(isLeft)) putItem({ ...item, state: 'waiting' });
  await start(itemsWhere(isLeft).length, { stay: true });
}

export async function forgetUnfinished(): Promise<void> {
  unfinished.value = 0;
  halted.value = null;
  await forget(itemsWhere(isLeft).map(({ id }) => id));
}
