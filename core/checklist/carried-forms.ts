import type { Document } from '../document/document';
import { withOwnForms } from '../findings/own-form';
import { OWN_FORM_SUM } from '../findings/own-form-rule';
import type { Outcome } from '../outcome';
import type { Checklist } from './checklist';

/**
 * The outcome with what the forms that a checklist carries find in tables of their labels. A fault of theirs costs their
 * findings alone. `source` stands in for the organ in fingerprints.
 */
export function withCarriedForms(
  checked: { readonly document: Document; readonly outcome: Outcome },
  checklist: Checklist | undefined,
  source: string,
): Outcome {
  if (checklist?.ownForms === undefined) return checked.outcome;
  try {
    return withOwnForms(checked, checklist.ownForms, source);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { ...checked.outcome, failures: [...checked.outcome.failures, { rule: OWN_FORM_SUM, reason }] };
  }
}
