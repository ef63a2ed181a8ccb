/** Reads the statements out of the prose. */
import type { OrganClass } from '../document/organ';
import type { Passage } from './passage';
import type { Statement } from './statement';

export interface Prose {
  readonly passages: readonly Passage[];
  /** Year of the report. */
  readonly year: number | null;
  /** Whether the report counts a whole region or the organ alone. */
  readonly scope: OrganClass['scope'];
}

export function statementsOf(_prose: Prose): readonly Statement[] {
  return [];
}
