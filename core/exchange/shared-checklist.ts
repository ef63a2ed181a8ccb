/**
 * 核查清单 among opinions, as forms of people's own are: each version is a word that names those it was made from. So two
 * people who change the same version leave two, both kept and both shown, until somebody makes one of them.
 */
import { digest } from '../findings/fingerprint';
import type { Checklist } from '../index';
import { checklistSchema } from './checklist';
import { CHECKLISTS_BEGIN, checklistIn } from './checklist-subject';
import { markOf, ownWords, standing } from './own-words';
import type { Opinion } from './schema';

export interface ChecklistVersion {
  /** What a later version says it was made from. */
  readonly mark: string;
  readonly checklist: Checklist;
  readonly author: string;
  readonly at: string;
  /** As it stands among opinions. */
  readonly word: Opinion;
}

export interface SharedChecklist {
  readonly id: string;
  /** Among opinions. */
  readonly subject: string;
  /** Those that no other version was made from; more than one where people changed it side by side. Last first. */
  readonly versions: readonly ChecklistVersion[];
  /** All that was ever said of it, those that were replaced with them. Last first. */
  readonly history: readonly ChecklistVersion[];
}

/** The id of a checklist that came as a file of its own: the same for everybody who opens it. */
export function checklistIdOf(checklist: Checklist): string {
  return digest(checklistText(checklist));
}

export function checklistText(checklist: Checklist): string {
  return JSON.stringify(checklist);
}

/** `against` of a new version: the versions it takes the place of. */
export function madeFrom(versions: readonly Pick<ChecklistVersion, 'mark'>[]): string {
  return versions.map(({ mark }) => mark).join(' ');
}

/** Those that stand, by id. An empty word withdraws the versions it names, not what others made of them meanwhile. */
export function sharedChecklistsOf(opinions: readonly Opinion[]): SharedChecklist[] {
  return [...ownWords(opinions, CHECKLISTS_BEGIN)].flatMap(([subject, said]) => {
    const versions = standing(said).flatMap(versionOf);
    if (versions.length === 0) return [];
    return [{ id: checklistIn(subject), subject, versions, history: [...said].reverse().flatMap(versionOf) }];
  });
}

function versionOf(word: Opinion): ChecklistVersion[] {
  const checklist = parse(word.value);
  return checklist === null ? [] : [{ mark: markOf(word), checklist, author: word.author, at: word.at, word }];
}

function parse(text: string): Checklist | null {
  try {
    return text === '' ? null : (checklistSchema.safeParse(JSON.parse(text)).data ?? null);
  } catch {
    return null; // Written by another program: kept as it is, shown as nothing.
  }
}
