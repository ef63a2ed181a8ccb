/** One entry at work: what was typed, the way back, and its copy in the store, which is never more than a key behind. */
import { useEffect, useRef, useState } from 'preact/hooks';
import { type Entry, loadEntry, putEntry } from '../../db/entries';
import type { StorageFailure } from '../../db/index';
import { type History, historyOf, redo, step, undo } from './history';
import { unstoredEntries } from './unstored';

/** What a person changes. */
export type EntryChange = Partial<Pick<Entry, 'form' | 'organ' | 'year' | 'cells' | 'prose' | 'pictures' | 'report'>>;

export type Keeping = 'kept' | 'keeping' | StorageFailure;

export interface EntryAtWork {
  readonly entry: Entry;
  readonly keeping: Keeping;
  /** `field`: changes of one field are taken back together; null for a step of its own. */
  readonly change: (over: EntryChange | ((now: Entry) => EntryChange), field: string | null) => void;
  /** Taken as it is, no step of the person's: what was saved, what pictures there are. */
  readonly settle: (over: EntryChange) => void;
  /** When all that was typed is in the store, or refused by it. */
  readonly idle: () => Promise<void>;
  readonly undo: (() => void) | null;
  readonly redo: (() => void) | null;
}

/** `loading` until the store has answered; null where there is no such entry. */
export function useEntry(id: string): EntryAtWork | 'loading' | null {
  const [history, setHistory] = useState<History<Entry> | 'loading' | null>('loading');
  const [keeping, setKeeping] = useState<Keeping>('kept');
  const keeper = useKeeper(setKeeping);
  // The latest, for events that come faster than the page is drawn.
  const latest = useRef<History<Entry> | null>(null);
  useEffect(() => {
    const begin = (entry: Entry | null): void => {
      latest.current = entry === null ? null : historyOf(entry);
      setHistory(latest.current);
    };
    loadEntry(id).then(
      (entry) => begin(entry ?? unstoredEntries.get(id) ?? null),
      () => begin(unstoredEntries.get(id) ?? null),
    );
  }, [id]);
  if (history === 'loading' || history === null) return history;
  const set = (next: History<Entry>): void => {
    latest.current = { ...next, now: { ...next.now, changedAt: new Date().toISOString() } };
    setHistory(latest.current);
    keeper.keep(latest.current.now);
  };
  const now = (): History<Entry> => latest.current ?? history;
  return {
    entry: history.now,
    keeping,
    change: (over, field) => {
      const before = now().now;
      set(step(now(), { ...before, ...(typeof over === 'function' ? over(before) : over) }, field));
    },
    settle: (over) => {
      const settled = (entry: Entry): Entry => ({ ...entry, ...over });
      const { now: own, past, future } = now();
      set({ now: settled(own), past: past.map(settled), future: future.map(settled), field: null });
    },
    idle: keeper.idle,
    undo: history.past.length === 0 ? null : () => set(undo(now())),
    redo: history.future.length === 0 ? null : () => set(redo(now())),
  };
}

interface Keeper {
  readonly keep: (entry: Entry) => void;
  readonly idle: () => Promise<void>;
}

/** Writes one after another; of those that wait only the last. */
function useKeeper(onKeeping: (keeping: Keeping) => void): Keeper {
  const waiting = useRef<Entry | null>(null);
  const writing = useRef<Promise<void> | null>(null);
  const write = async (): Promise<void> => {
    for (let entry = waiting.current; entry !== null; entry = waiting.current) {
      waiting.current = null;
      const kept = await putEntry(entry);
      if (kept.ok) unstoredEntries.delete(entry.id);
      if (waiting.current === null) onKeeping(kept.ok ? 'kept' : kept.error);
    }
    writing.current = null;
  };
  return {
    keep: (entry) => {
      waiting.current = entry;
      onKeeping('keeping');
      writing.current ??= write();
    },
    idle: () => writing.current ?? Promise.resolve(),
  };
}
