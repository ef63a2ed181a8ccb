/** Which findings the panel shows. */

import type { ReviewStatus } from '../../core/exchange/schema';
import type { Severity } from '../../core/index';
import { type ExplainedFinding, type GroupId, groupOf } from '../../pwa/ui/index';

export interface Filter {
  /** Those shown; all where empty. */
  readonly severities: readonly Severity[];
  readonly group: GroupId | null;
  readonly text: string;
  /** Without those that somebody has dealt with. */
  readonly openOnly: boolean;
}

export const NO_FILTER: Filter = { severities: [], group: null, text: '', openOnly: false };

export function isFiltering({ severities, group, text, openOnly }: Filter): boolean {
  return severities.length > 0 || group !== null || text.trim() !== '' || openOnly;
}

export function passes(
  { finding, explanation }: ExplainedFinding,
  status: ReviewStatus,
  { severities, group, text, openOnly }: Filter,
): boolean {
  if (severities.length > 0 && !severities.includes(finding.severity)) return false;
  if (group !== null && groupOf(finding) !== group) return false;
  if (openOnly && status !== 'open') return false;
  const words = plain(text).split(' ').filter(Boolean);
  const where = plain([explanation.message, finding.quote ?? '', finding.rule, explanation.source].join(' '));
  return words.every((word) => where.includes(word));
}

const RANK = { error: 0, warning: 1, info: 2 } as const;

/** Heavier first; among equals in page order. */
export function bySeverity(items: readonly ExplainedFinding[]): readonly ExplainedFinding[] {
  return [...items].sort((a, b) => RANK[a.finding.severity] - RANK[b.finding.severity]);
}

function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
}
