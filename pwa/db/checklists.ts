/**
 * 核查清单 in the store. Saving adds a version and leaves the old ones as they are, so two windows that save the same
 * checklist both keep what they wrote. Not among the rest of the store (`index.ts`): it loads with what needs it.
 */
import * as z from 'zod/mini';
import { CHECKLIST_LIMITS, checklistSchema } from '../../core/exchange/checklist';
import type { Checklist, Result } from '../../core/index';
import { attempt, type StorageFailure } from './attempt';
import { database } from './database';

const row = z.object({
  id: z.string(),
  /** From 1. */
  number: z.int().check(z.gte(1)),
  /** ISO 8601, UTC. */
  savedAt: z.string(),
  checklist: checklistSchema,
});
export interface KeptChecklist {
  readonly id: string;
  readonly number: number;
  readonly savedAt: string;
  readonly checklist: Checklist;
}

function keptIn(each: unknown): readonly KeptChecklist[] {
  const read = row.safeParse(each);
  return read.success ? [read.data] : [];
}

export interface ChecklistList {
  /** The last version of each, by name. */
  readonly checklists: readonly KeptChecklist[];
  /** Rows that do not fit their schema, from a later version perhaps: left where they are. */
  readonly unreadable: number;
}

export async function listChecklists(): Promise<ChecklistList> {
  const rows = await database.checklists.toArray();
  const read = rows.flatMap(keptIn);
  const last = new Map<string, KeptChecklist>();
  for (const each of read) if ((last.get(each.id)?.number ?? 0) < each.number) last.set(each.id, each);
  const checklists = [...last.values()].sort((a, b) => a.checklist.name.localeCompare(b.checklist.name, 'zh-CN'));
  return { checklists, unreadable: rows.length - read.length };
}

/** All versions that can be read, the latest first; none where there is no such checklist. */
export async function versionsOf(id: string): Promise<readonly KeptChecklist[]> {
  const rows = await database.checklists.where('id').equals(id).toArray();
  return rows.flatMap(keptIn).sort((a, b) => b.number - a.number);
}

export async function lastVersion(id: string): Promise<KeptChecklist | null> {
  return (await versionsOf(id))[0] ?? null;
}

/** 2 after 1; of a version that somebody named by himself, 2025-03.1 and then 2025-03.2. */
export function nextVersion(version: string): string {
  const [, before = '', number] = /^(|.*\.)(\d{1,9})$/.exec(version) ?? [];
  return number === undefined ? `${version}.1` : `${before}${Number(number) + 1}`;
}

export interface SavedVersion {
  readonly kept: KeptChecklist;
  /** Versions that another window saved after the one this was made from. They stay, below this one. */
  readonly between: number;
}

/**
 * `based`: the version it was made from; 0 for a new one. Its draft goes in the same write where it is what was saved;
 * what another window is writing stays.
 */
export function saveChecklist(
  id: string,
  based: number,
  checklist: Checklist,
  isSaved: (draft: ChecklistDraft) => boolean = () => true,
): Promise<Result<SavedVersion, StorageFailure>> {
  const { checklists, checklistDrafts } = database;
  return attempt(() =>
    database.transaction('rw', checklists, checklistDrafts, async () => {
      const rows = await checklists.where('id').equals(id).sortBy('number');
      const newest = row.safeParse(rows.at(-1)).data;
      // A row that cannot be read has a number, too: its key.
      const last = Math.max(0, ...(await checklists.where('id').equals(id).primaryKeys()).map(([, number]) => number));
      const version = newest === undefined ? checklist.version : nextVersion(newest.checklist.version);
      const kept = {
        id,
        number: last + 1,
        savedAt: new Date().toISOString(),
        checklist: { ...checklist, version },
      };
      row.parse(kept);
      await checklists.add(kept);
      const draft = await loadDraft(id);
      if (draft !== null && isSaved(draft)) await checklistDrafts.delete(id);
      return { kept, between: last - based };
    }),
  );
}

/** A version from a backup. What is here stays: one that differs comes in under a number of its own. Null: no checklist. */
export function addVersion(from: unknown): Promise<Result<'added' | 'known' | null, StorageFailure>> {
  const read = row.safeParse(from);
  if (!read.success) return Promise.resolve({ ok: true, value: null });
  const kept = read.data;
  const same = (each: KeptChecklist): boolean =>
    each.savedAt === kept.savedAt && JSON.stringify(each.checklist) === JSON.stringify(kept.checklist);
  return attempt(() =>
    database.transaction('rw', database.checklists, async () => {
      if ((await versionsOf(kept.id)).some(same)) return 'known';
      const numbers = (await database.checklists.where('id').equals(kept.id).primaryKeys()).map(([, number]) => number);
      const number = numbers.includes(kept.number) ? Math.max(...numbers) + 1 : kept.number;
      await database.checklists.add({ ...kept, number });
      return 'added';
    }),
  );
}

/** All versions and the draft. Returns the way back. */
export function deleteChecklist(
  id: string,
): Promise<Result<() => Promise<Result<void, StorageFailure>>, StorageFailure>> {
  const { checklists, checklistDrafts } = database;
  return attempt(() =>
    database.transaction('rw', checklists, checklistDrafts, async () => {
      const rows = await checklists.where('id').equals(id).toArray();
      const draft = await checklistDrafts.get(id);
      await checklists.where('id').equals(id).delete();
      await checklistDrafts.delete(id);
      return () =>
        attempt(() =>
          database.transaction('rw', checklists, checklistDrafts, async () => {
            await checklists.bulkPut(rows);
            if (draft !== undefined) await checklistDrafts.put(draft);
          }),
        );
    }),
  );
}

const text = z.string().check(z.maxLength(CHECKLIST_LIMITS.text));
const setting = z.enum(['off', 'error', 'warning', 'info']);

/** What is being written need not be whole: a relation half typed, a name not yet given. */
const draftRow = z.object({
  id: z.string(),
  /** The version it was made from. */
  based: z.int(),
  /** The window that writes it. */
  tab: z.string(),
  changedAt: z.string(),
  checklist: z.object({
    name: text,
    version: text,
    forms: z.array(z.string()),
    rules: z.record(z.string(), setting),
    deadlines: z.nullable(z.object({ department: text, town: text, government: text })),
    relations: z.array(
      z.object({
        text,
        name: z.optional(text),
        severity: z.optional(z.enum(['error', 'warning', 'info'])),
        why: z.optional(text),
      }),
    ),
    manual: z.array(z.object({ id: text, text, who: z.optional(text), by: z.optional(text) })),
  }),
});
const draftSchema = draftRow as unknown as z.ZodMiniType<ChecklistDraft>;

export interface ChecklistDraft {
  readonly id: string;
  readonly based: number;
  readonly tab: string;
  readonly changedAt: string;
  readonly checklist: Checklist;
}

export async function loadDraft(id: string): Promise<ChecklistDraft | null> {
  return draftSchema.safeParse(await database.checklistDrafts.get(id)).data ?? null;
}

export async function listDrafts(): Promise<readonly ChecklistDraft[]> {
  const rows = await database.checklistDrafts.toArray();
  return rows.flatMap((each) => draftSchema.safeParse(each).data ?? []);
}

export function putDraft(draft: ChecklistDraft): Promise<Result<void, StorageFailure>> {
  return attempt(async () => {
    await database.checklistDrafts.put(draft);
  });
}

export function dropDraft(id: string): Promise<Result<void, StorageFailure>> {
  return attempt(() => database.checklistDrafts.delete(id));
}
