/**
 * What somebody here put out by hand: words of merges that were undone, checklists that were deleted. What comes by
 * itself, from a shared folder or the extension, leaves them out; opened by hand, they come in again.
 */
import * as z from 'zod/mini';
import { CHECKLISTS_BEGIN, checklistIn } from '../../core/exchange/checklist-subject';
import { wordKey } from '../../core/exchange/merge';
import type { Opinion } from '../../core/exchange/schema';
import { database } from './database';
import { loadSetting, saveSetting } from './settings';

const undone = z.object({ undone: z.literal(true), out: z.array(z.string()) });
const ids = z.array(z.string());

export async function withoutLeftOut<T extends Opinion>(words: readonly T[]): Promise<readonly T[]> {
  const rows: unknown[] = await database.merges.toArray();
  const out = new Set(rows.flatMap((row) => undone.safeParse(row).data?.out ?? []));
  const deleted = new Set(await deletedChecklists());
  if (out.size + deleted.size === 0) return words;
  const isDeleted = ({ finding }: Opinion): boolean =>
    finding.startsWith(CHECKLISTS_BEGIN) && deleted.has(checklistIn(finding));
  return words.filter((word) => !isDeleted(word) && !out.has(wordKey(word)));
}

export async function leaveOut(checklist: string): Promise<void> {
  await keep([...new Set([...(await deletedChecklists()), checklist])]);
}

export async function letIn(checklists: readonly string[]): Promise<void> {
  const before = await deletedChecklists();
  const after = before.filter((id) => !checklists.includes(id));
  if (after.length < before.length) await keep(after);
}

async function keep(list: readonly string[]): Promise<void> {
  const saved = await saveSetting('deletedChecklists', JSON.stringify(list));
  if (!saved.ok) throw new Error(saved.error.reason);
}

async function deletedChecklists(): Promise<readonly string[]> {
  const text = await loadSetting('deletedChecklists');
  try {
    return ids.safeParse(text === '' ? [] : JSON.parse(text)).data ?? [];
  } catch {
    return []; // Written by another program.
  }
}
