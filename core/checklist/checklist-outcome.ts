import { OWN_FORM_SUM } from '../findings/own-form-rule';
import type { ChecklistOutcome } from '../outcome';
import { type Checklist, settingOf } from './checklist';

/** What an outcome keeps of the checklist; nothing where there was none. `relations`: what became of those it adds. */
export function checklistOutcome(
  checklist: Checklist | undefined,
  relations: ChecklistOutcome['relations'],
): { readonly checklist?: ChecklistOutcome } {
  if (checklist === undefined) return {};
  const { name, version } = checklist;
  const off = Object.keys(checklist.rules)
    .filter((rule) => settingOf(checklist, rule) === 'off')
    .sort();
  const set = settingOf(checklist, OWN_FORM_SUM);
  return {
    checklist: { name, version, off, ...(set === null || set === 'off' ? {} : { ownFormSum: set }), relations },
  };
}
