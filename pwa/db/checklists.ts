/**
 * 核查清单 in the store. Saving adds a version and leaves the old ones as they are, so two windows that save the same
 * checklist both keep what they wrote. Those of shared checklists are words among the opinions (`shared-checklists.ts`),
 * which travel and are merged as all words are; here they are versions like any other. Not among the rest of the store
 * (`index.ts`): it loads with what needs it.
 */
import * as z from 'zod/mini';
import { CHECKLIST_LIMITS, checklistSchema } from '../../core/exchange/checklist';
import { ownFormSchema } from '../../core/exchange/own-form';
import type { Opinion } from '../../core/exchange/schema';
import { checklistText, type SharedChecklist } from '../../core/exchange/shared-checklist';
import type { Checklist, Result } from '../../core/index';
import { attempt, type StorageFailure } from './attempt';
import { database } from './database';
import { dropWords, restoreWords, sayVersion, sharedHere, sharedHereOf } from './shared-checklists';

const row = z.object({
  id: z.string(),
  /** From 1. */
  number: z.int().check(z.gte(1)),
  /** ISO 8601, UTC. */
  savedAt: z.string(),
  checklist: checklistSchema,
});
type Row = z.infer<typeof row>;

export interface KeptChecklist {
  readonly id: string;
  /** From 1; those that others said are counted after those saved here. */
  readonly number: number;
  /** Empty where it came as a file that does not say. */
  readonly savedAt: string;
  readonly checklist: Checklist;
  /** Who said it, and what later versions say they were made from; null where it was only saved here. */
  readonly shared: { readonly author: string; readonly mark: string } | null;
  /** No other version was made from it: more than one of them where people changed it side by side. */
  readonly stands: boolean;
}

function rowsIn(rows: readonly unknown[]): readonly Row[] {
  return rows.flatMap((each) => row.safeParse(each).data ?? []);
}

/** Last first. What was said has the order of all words, the same for everybody; what was only saved here is before it. */
function versionsIn(id: string, rows: readonly Row[], shared: SharedChecklist | null): readonly KeptChecklist[] {
  const keyOf = (at: string, checklist: Checklist): string => `${at} ${checklistText(checklist)}`;
  const saved = new Map(rows.map((each) => [keyOf(each.savedAt, each.checklist), each]));
  const last = Math.max(0, ...rows.map(({ number }) => number));
  const standing = new Set(shared?.versions.map(({ mark }) => mark));
  const history = shared?.history ?? [];
  const said = history.map(({ mark, checklist, author, at }, index): KeptChecklist => {
    const key = keyOf(at, checklist);
    const number = saved.get(key)?.number ?? last + history.length - index;
    saved.delete(key);
    return { id, number, savedAt: at, checklist, shared: { author, mark }, stands: standing.has(mark) };
  });
  const newest = [...saved.values()].sort((a, b) => b.number - a.number);
  const own = newest.map((each, index) => ({ ...each, shared: null, stands: shared === null && index === 0 }));
  return [...said, ...own];
}

export interface ChecklistList {
  /** The last version of each, by name. */
  readonly checklists: readonly (KeptChecklist & {
    /** How many versions stand side by side. */
    readonly beside: number;
  })[];
  /** Rows that do not fit their schema, from a later version perhaps: left where they are. */
  readonly unreadable: number;
}

export async function listChecklists(): Promise<ChecklistList> {
  const [rows, shared] = await Promise.all([database.checklists.toArray(), sharedHere()]);
  const read = new Map<string, Row[]>([...shared.keys()].map((id) => [id, []]));
  for (const each of rowsIn(rows)) read.set(each.id, [...(read.get(each.id) ?? []), each]);
  const checklists = [...read].flatMap(([id, own]) => {
    const versions = versionsIn(id, own, shared.get(id) ?? null);
    const last = versions[0];
    return last === undefined ? [] : [{ ...last, beside: versions.filter(({ stands }) => stands).length }];
  });
  checklists.sort((a, b) => a.checklist.name.localeCompare(b.checklist.name, 'zh-CN'));
  return { checklists, unreadable: rows.length - rowsIn(rows).length };
}

/** All versions that can be read, the latest first; none where there is no such checklist. */
export async function versionsOf(id: string): Promise<readonly KeptChecklist[]> {
  const rows = await database.checklists.where('id').equals(id).toArray();
  return versionsIn(id, rowsIn(rows), await sharedHereOf(id));
}

export async function lastVersion(id: string): Promise<KeptChecklist | null> {
  return (await versionsOf(id))[0] ?? null;
}

/** What a version made now would take the place of. */
export function marksOf(versions: readonly KeptChecklist[]): readonly string[] {
  return versions.flatMap(({ stands, shared }) => (stands && shared !== null ? [shared.mark] : []));
}

/** 2 after 1; of a version that somebody named by himself, 2025-03.1 and then 2025-03.2. */
export function nextVersion(version: string): string {
  const [, before = '', number] = /^(|.*\.)(\d{1,9})$/.exec(version) ?? [];
  return number === undefined ? `${version}.1` : `${before}${Number(number) + 1}`;
}

export interface SavedVersion {
  readonly kept: KeptChecklist;
  /** Versions that another window or a colleague added since the one this was made from. They stay. */
  readonly between: number;
}

/**
 * `based`: the version it was made from; 0 for a new one. `seen`: of a shared checklist, the marks of the versions that it
 * takes the place of; what came in since stays beside it. Its draft goes in the same write where it is what was saved;
 * what another window is writing stays.
 */
export function saveChecklist(
  id: string,
  based: number,
  checklist: Checklist,
  seen: readonly string[] = [],
  isSaved: (draft: ChecklistDraft) => boolean = () => true,
): Promise<Result<SavedVersion, StorageFailure>> {
  const { checklists, checklistDrafts, opinions, settings } = database;
  return attempt(() =>
    database.transaction('rw', checklists, checklistDrafts, opinions, settings, async () => {
      const before = await versionsOf(id);
      // A row that cannot be read has a number, too: its key.
      const last = Math.max(0, ...(await checklists.where('id').equals(id).primaryKeys()).map(([, number]) => number));
      const newest = before[0];
      const version = newest === undefined ? checklist.version : nextVersion(newest.checklist.version);
      const saved = row.parse({
        id,
        number: last + 1,
        savedAt: new Date().toISOString(),
        checklist: { ...checklist, version },
      });
      await checklists.add(saved);
      const draft = await loadDraft(id);
      if (draft !== null && isSaved(draft)) await checklistDrafts.delete(id);
      const isShared = before.some(({ shared }) => shared !== null);
      if (isShared) await sayVersion(saved, seen);
      const kept = (await versionsOf(id)).find(({ number }) => number === saved.number);
      if (kept === undefined) throw new Error('saved, and not among the versions');
      const unseen = marksOf(before).filter((mark) => !seen.includes(mark)).length;
      return { kept, between: isShared ? unseen : last - based };
    }),
  );
}

/** Makes words of what was only saved here, so that it can leave. Returns the words that stand; none: no such checklist. */
export function shareChecklist(id: string): Promise<Result<readonly Opinion[], StorageFailure>> {
  const { checklists, opinions, settings } = database;
  return attempt(() =>
    database.transaction('rw', checklists, opinions, settings, async () => {
      const [newest] = await versionsOf(id);
      if (newest?.shared === null) await sayVersion(newest, []);
      return (await sharedHereOf(id))?.versions.map(({ word }) => word) ?? [];
    }),
  );
}

/** A version from a backup. What is here stays: one that differs comes in under a number of its own. Null: no checklist. */
export function addVersion(from: unknown): Promise<Result<'added' | 'known' | null, StorageFailure>> {
  const read = row.safeParse(from);
  if (!read.success) return Promise.resolve({ ok: true, value: null });
  const kept = read.data;
  const same = (each: Row): boolean =>
    each.savedAt === kept.savedAt && JSON.stringify(each.checklist) === JSON.stringify(kept.checklist);
  return attempt(() =>
    database.transaction('rw', database.checklists, async () => {
      if (rowsIn(await database.checklists.where('id').equals(kept.id).toArray()).some(same)) return 'known';
      const numbers = (await database.checklists.where('id').equals(kept.id).primaryKeys()).map(([, number]) => number);
      const number = numbers.includes(kept.number) ? Math.max(...numbers) + 1 : kept.number;
      await database.checklists.add({ ...kept, number });
      return 'added';
    }),
  );
}

/** All versions, those that others said, and the draft. Returns the way back. */
export function deleteChecklist(
  id: string,
): Promise<Result<() => Promise<Result<void, StorageFailure>>, StorageFailure>> {
  const { checklists, checklistDrafts, opinions, settings } = database;
  return attempt(() =>
    database.transaction('rw', checklists, checklistDrafts, opinions, settings, async () => {
      const rows = await checklists.where('id').equals(id).toArray();
      const draft = await checklistDrafts.get(id);
      await checklists.where('id').equals(id).delete();
      await checklistDrafts.delete(id);
      const words = await dropWords(id);
      return () =>
        attempt(() =>
          database.transaction('rw', checklists, checklistDrafts, opinions, settings, async () => {
            await checklists.bulkPut(rows);
            await restoreWords(id, words);
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
  /** Marks of the versions that it takes the place of, where it is shared. */
  seen: z._default(z.array(z.string()), []),
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
    ownForms: z.optional(z.array(ownFormSchema)),
  }),
});
const draftSchema = draftRow as unknown as z.ZodMiniType<ChecklistDraft>;

export interface ChecklistDraft {
  readonly id: string;
  readonly based: number;
  readonly seen: readonly string[];
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
