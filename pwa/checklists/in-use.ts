/** The checklist that a report is checked with, wherever it is checked: the reading worker, entries, a check again. */
import type { Checklist } from '../../core/index';
import { choiceForNew, choiceOf } from '../db/checklist-choice';
import { lastVersion } from '../db/checklists';
import { READY } from './ready/ready';

export interface InUse {
  readonly id: string;
  readonly checklist: Checklist;
}

/** Of one checklist, the same object as long as it is the same version: what core has read of it is kept by object. */
let last: { readonly key: string; readonly checklist: Checklist } | null = null;

/** Null where it is not there (any more), or cannot be read. */
export async function checklistById(id: string): Promise<Checklist | null> {
  const ready = READY.find((each) => each.id === id);
  if (ready !== undefined) return ready.checklist;
  const kept = await lastVersion(id);
  if (kept === null) return null;
  const key = `${kept.id} ${kept.number} ${kept.savedAt}`;
  if (last?.key !== key) last = { key, checklist: kept.checklist };
  return last.checklist;
}

/** What was chosen for the report, else what is chosen for new ones. Null: checked without. */
export async function checklistFor(report: string): Promise<InUse | null> {
  const chosen = await choiceOf(report);
  return inUse(chosen === undefined ? await choiceForNew() : chosen);
}

/** What was chosen for a report that is kept already: a default said later is for others. */
export async function checklistOf(report: string): Promise<InUse | null> {
  return inUse((await choiceOf(report)) ?? null);
}

async function inUse(id: string | null): Promise<InUse | null> {
  const checklist = id === null ? null : await checklistById(id);
  return id === null || checklist === null ? null : { id, checklist };
}
