/** 核查清单 among the opinions of this store: said by somebody here, or by a colleague. */

import { CHECKLISTS_BEGIN, checklistSubject } from '../../core/exchange/checklist-subject';
import type { Opinion } from '../../core/exchange/schema';
import {
  checklistText,
  madeFrom,
  type SharedChecklist,
  sharedChecklistsOf,
} from '../../core/exchange/shared-checklist';
import type { Checklist } from '../../core/index';
import { database } from './database';
import { leaveOut, letIn } from './left-out';
import { addOpinion, guardOpinions } from './opinions';
import { loadSetting } from './settings';

export async function sharedHere(): Promise<ReadonlyMap<string, SharedChecklist>> {
  const rows = await database.opinions.where('finding').startsWith(CHECKLISTS_BEGIN).toArray();
  return new Map(sharedChecklistsOf(guardOpinions(rows).opinions).map((each) => [each.id, each]));
}

export async function sharedHereOf(id: string): Promise<SharedChecklist | null> {
  const rows = await database.opinions.where('finding').equals(checklistSubject(id)).toArray();
  return sharedChecklistsOf(guardOpinions(rows).opinions)[0] ?? null;
}

interface Saved {
  readonly id: string;
  readonly savedAt: string;
  readonly checklist: Checklist;
}

/** Inside a transaction, which it brings down where it fails. `replaces`: marks of those it takes the place of. */
export async function sayVersion({ id, savedAt, checklist }: Saved, replaces: readonly string[]): Promise<void> {
  const said = await addOpinion({
    finding: checklistSubject(id),
    against: madeFrom(replaces.map((mark) => ({ mark }))),
    field: 'own',
    value: checklistText(checklist),
    author: await loadSetting('author'),
    // The time of the saved version: by it and the text the two are known as one.
    at: savedAt,
  });
  if (!said.ok) throw new Error(said.error.reason);
}

/** Of a checklist that is deleted; the shared folder shall not bring it back. Returns them, for the way back. */
export async function dropWords(id: string): Promise<readonly Opinion[]> {
  const here = database.opinions.where('finding').equals(checklistSubject(id));
  const words = guardOpinions(await here.toArray()).opinions;
  if (words.length === 0) return [];
  await here.delete();
  await leaveOut(id);
  return words;
}

export async function restoreWords(id: string, words: readonly Opinion[]): Promise<void> {
  if (words.length === 0) return;
  await database.opinions.bulkPut([...words]);
  await letIn([id]);
}
