/** What a person found without a rule. Alone in its file: who draws it in a page needs nothing else of core. */
import type { Place } from '../document/document';
import type { CellId } from '../forms/form';
import type { Finding, Severity } from '../rules/finding';

/** Stands where a rule's id stands otherwise. */
export const OWN_FINDING = 'own-finding';

export interface OwnFinding {
  /** Its subject among opinions, from `subjectName`. */
  readonly fingerprint: string;
  readonly text: string;
  readonly severity: Severity;
  readonly cell: CellId | null;
  /** The words it is about; null where it is about a cell. */
  readonly quote: string | null;
  readonly place: Place | null;
}

/** As a finding among findings; `explain` gives its text back. */
export function ownAsFinding({ fingerprint, text, severity, cell, quote, place }: OwnFinding): Finding {
  return {
    fingerprint,
    rule: OWN_FINDING,
    severity,
    cells: cell === null ? [] : [cell],
    relations: [],
    repairs: [],
    suspects: [],
    quote,
    place,
    data: { text },
  };
}
