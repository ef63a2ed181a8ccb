/** How shared checklists are named among opinions. Apart from what reads them, which the shell does not need. */

/** How the subjects of all shared checklists begin. */
export const CHECKLISTS_BEGIN = '["checklist",';

export function checklistSubject(id: string): string {
  return JSON.stringify(['checklist', id]);
}

/** The id in such a subject. */
export function checklistIn(subject: string): string {
  return subject.slice(CHECKLISTS_BEGIN.length + 1, -2);
}
