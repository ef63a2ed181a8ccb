/** A checklist at work: what was typed, its draft in the store, never more than a key behind, and its saved versions. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { Checklist } from '../../../core/index';
import {
  type ChecklistDraft,
  dropDraft,
  type KeptChecklist,
  loadDraft,
  marksOf,
  putDraft,
  saveChecklist,
  versionsOf,
} from '../../db/checklists';
import type { StorageFailure } from '../../db/index';
import { storageText } from '../../failure-text';
import { askToKeep } from '../../offline/persistence';
import { showToast } from '../../ui/index';
import { useLive } from '../../use-live';
import { TAB, unstored } from './begin';
import { t } from './t';
import { withoutEmpty } from './without-empty';

export interface ChecklistAtWork {
  readonly checklist: Checklist;
  /** The version that it was made from; 0 where it was never saved. */
  readonly based: number;
  /** Something was changed since. */
  readonly changed: boolean;
  /** Why the draft is nowhere but in this page; null where it is in the store. */
  readonly refused: StorageFailure | null;
  /** Another window writes the same checklist. */
  readonly elsewhere: boolean;
  readonly change: (over: Partial<Checklist>) => void;
  readonly save: () => Promise<boolean>;
  /** Back to the version that was saved last. */
  readonly discard: () => Promise<void>;
}

interface AtWork {
  readonly checklist: Checklist;
  readonly based: number;
  /** Of a shared one: marks of the versions that a save takes the place of. */
  readonly seen: readonly string[];
  readonly changed: boolean;
}

/** `loading` until the store has answered; null where there is no such checklist. */
export function useChecklist(id: string): ChecklistAtWork | 'loading' | null {
  const [now, setNow] = useState<AtWork | 'loading' | null>('loading');
  const [refused, setRefused] = useState<StorageFailure | null>(null);
  const latest = useRef<AtWork | null>(null);
  const writing = useRef<Promise<void>>(Promise.resolve());
  /** The draft that this window found, of a window that is closed by now: nobody else's until it changes. */
  const found = useRef('');
  /** A save or a discard takes the draft away on purpose. */
  const taking = useRef(false);
  const stored = useLive(() => loadDraft(id), [id]);
  const show = (next: AtWork | null): void => {
    latest.current = next;
    setNow(next);
  };
  useEffect(() => {
    void begun(id).then(({ work, draft }) => {
      found.current = draft?.changedAt ?? '';
      show(work);
    });
  }, [id]);
  const keep = ({ checklist, based, seen }: AtWork): void => {
    const draft: ChecklistDraft = { id, based, seen, tab: TAB, changedAt: new Date().toISOString(), checklist };
    unstored.set(id, draft);
    // One after another; of those that wait only the last.
    writing.current = writing.current.then(async () => {
      if (unstored.get(id) !== draft) return;
      const kept = await putDraft(draft);
      setRefused(kept.ok ? null : kept.error);
      if (kept.ok && unstored.get(id) === draft) unstored.delete(id);
    });
  };
  const isGone = stored.state === 'ready' && stored.value === null;
  useEffect(() => {
    const work = latest.current;
    // Another window had put its own in its place, and saved that or threw it away.
    if (isGone && work?.changed === true && !taking.current && !unstored.has(id)) keep(work);
  }, [isGone]);
  if (now === 'loading' || now === null) return now;

  const change = (over: Partial<Checklist>): void => {
    const before = latest.current ?? now;
    const next = { ...before, checklist: { ...before.checklist, ...over }, changed: true };
    show(next);
    keep(next);
  };
  const save = async (): Promise<boolean> => {
    const before = latest.current ?? now;
    await writing.current;
    const isOwn = ({ tab, changedAt }: ChecklistDraft): boolean => tab === TAB || changedAt === found.current;
    taking.current = true;
    const saved = await saveChecklist(id, before.based, withoutEmpty(before.checklist), before.seen, isOwn);
    taking.current = false;
    if (!saved.ok) {
      showToast(storageText(saved.error));
      return false;
    }
    unstored.delete(id);
    void askToKeep();
    const { kept, between } = saved.value;
    const typed = latest.current ?? before;
    const seen = kept.shared === null ? [] : [kept.shared.mark];
    if (typed === before) show({ checklist: kept.checklist, based: kept.number, seen, changed: false });
    else {
      // Keys that came while it was being saved.
      const checklist = { ...typed.checklist, version: kept.checklist.version };
      const next = { ...typed, checklist, based: kept.number, seen };
      show(next);
      keep(next);
    }
    const words = t('saved', { version: kept.checklist.version });
    showToast(between > 0 ? `${words} ${t('saved.between', { count: between })}` : words);
    return true;
  };
  const discard = async (): Promise<void> => {
    const before = latest.current ?? now;
    await writing.current;
    taking.current = true;
    const dropped = await dropDraft(id);
    if (dropped.ok) {
      unstored.delete(id);
      show(atWork(await versionsOf(id)));
    }
    taking.current = false;
    if (!dropped.ok) return showToast(storageText(dropped.error));
    showToast(t('discarded'), () => {
      show(before);
      keep(before);
    });
  };
  const elsewhere = stored.state === 'ready' && stored.value !== null && stored.value.tab !== TAB && now.changed;
  return { ...now, refused, elsewhere, change, save, discard };
}

async function begun(id: string): Promise<{ readonly work: AtWork | null; readonly draft: ChecklistDraft | null }> {
  const draft = unstored.get(id) ?? (await loadDraft(id).catch(() => null));
  if (draft !== null) {
    const { checklist, based, seen } = draft;
    return { work: { checklist, based, seen, changed: true }, draft };
  }
  return { work: atWork(await versionsOf(id).catch(() => [])), draft };
}

function atWork(versions: readonly KeptChecklist[]): AtWork | null {
  const last = versions[0];
  if (last === undefined) return null;
  return { checklist: last.checklist, based: last.number, seen: marksOf(versions), changed: false };
}
