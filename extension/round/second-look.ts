/** 复查: what has become of the findings of a report that were open, now that its page was read again. Pure. */
import { baselineOf, compare, type FindingChange, type Outcome } from '../../core/index';
import type { Changes, Verdict } from './store';

const VERDICTS: Record<Exclude<FindingChange, 'new'>, Verdict> = {
  gone: 'corrected',
  changed: 'changed',
  unchanged: 'unchanged',
  unassessed: 'unassessed',
};

/**
 * `before` and `now` by the same version of the program, or its own changes would pass for corrections. Where another
 * report stands at the address, nothing is known of the findings of the one before.
 */
export function secondLook(open: ReadonlySet<string>, before: Outcome, now: Outcome): Changes {
  const replaced = before.organ !== now.organ || before.year !== now.year;
  const compared = compare(baselineOf(before), now);
  const findings = compared.flatMap(({ fingerprint, rule, severity, change }) => {
    if (change === 'new' || !open.has(fingerprint)) return [];
    return [{ fingerprint, rule, severity, verdict: replaced ? ('unassessed' as const) : VERDICTS[change] }];
  });
  const fresh = replaced ? 0 : compared.filter(({ change }) => change === 'new').length;
  return { findings, fresh, replaced };
}
