/** The queue as the page has it: a mirror of the store's rows, told to the screens a few times a second. */
import { signal } from '@preact/signals';
import { loadQueue, type QueueItem } from '../db/index';

/** Told so often at most: a screen drawn for each of a thousand files would do nothing else. */
const PAUSE = 250;

const rows = new Map<number, QueueItem>();
const waiting = new Set<number>();
let timer: ReturnType<typeof setTimeout> | null = null;

/** Those that failed: the same list for as long as it has the same files. */
export const failed = signal<readonly QueueItem[]>([]);

export async function reloadQueue(): Promise<void> {
  const items = await loadQueue();
  // Those that only this page has are in no store.
  for (const id of rows.keys()) if (id > 0) remove(id);
  for (const item of items) set(item);
  tell();
}

export function itemOf(id: number): QueueItem | undefined {
  return rows.get(id);
}

export function putItem(item: QueueItem): void {
  set(item);
  timer ??= setTimeout(tell, PAUSE);
}

export function dropItems(ids: readonly number[]): void {
  for (const id of ids) remove(id);
  tell();
}

export function nextWaiting(): QueueItem | undefined {
  for (const id of waiting) return rows.get(id);
  return undefined;
}

export function itemsWhere(fits: (item: QueueItem) => boolean): QueueItem[] {
  return [...rows.values()].filter(fits);
}

export function tell(): void {
  if (timer !== null) clearTimeout(timer);
  timer = null;
  const now = itemsWhere(({ state }) => state === 'failed');
  const same = now.length === failed.value.length && now.every((item, index) => item === failed.value[index]);
  if (!same) failed.value = now;
}

function set(item: QueueItem): void {
  rows.set(item.id, item);
  if (item.state === 'waiting') waiting.add(item.id);
  else waiting.delete(item.id);
}

function remove(id: number): void {
  rows.delete(id);
  waiting.delete(id);
}
