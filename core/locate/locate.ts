/** Turns the failing relations of a report into findings that name the wrong cell: one cause, one finding. */

import { gather } from '../document/gather';
import { relationKey } from '../relations/relation';
import { failureOf } from '../rules/failures';
import type { Change, Operation, Severity } from '../rules/finding';
import type { Report, RuleFinding } from '../rules/rule';
import { type Cause, causesOf } from './causes';
import { type Evidence, evidenceOf } from './evidence';
import { fails, systemOf } from './system';

/** A finding of a rule with what the locator adds. */
export interface LocatedFinding extends RuleFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly repairs: readonly (readonly Change[])[];
  readonly favoured?: number;
  readonly operations?: readonly Operation[];
}

export type RuleResult = RuleFinding & { readonly rule: string; readonly severity: Severity };

/**
 * `speaks`: is this rule in force? Where the rule for located cells is not, the failing relations stay.
 *
 * Findings without relations pass through. Those with relations are joined by cause; where a repair is known and the
 * table has a rule for it, that rule speaks in their place. A value that is no count at all keeps its own finding,
 * which then carries the sums as evidence.
 */
export function locate(
  report: Report,
  results: readonly RuleResult[],
  speaks: (rule: string) => boolean = () => true,
): LocatedFinding[] {
  const failing = results.filter((result) => (result.relations ?? []).length > 0);
  const others = results.filter((result) => !failing.includes(result)).map((result) => ({ ...result, repairs: [] }));
  // Most reports have nothing to locate, and are read no further.
  let known: Evidence | null = null;
  const evidence: Evidence = (changes) => {
    known ??= evidenceOf(report);
    return known(changes);
  };
  const located = gather(report.tables, ({ table }): LocatedFinding[] => {
    const own = report.relations.filter((result) => table.relations.includes(result.relation));
    if (!fails(own)) return [];
    const causes = causesOf(systemOf(table, own, report.facts), evidence);
    const locatedBy = table.locatedBy !== null && speaks(table.locatedBy) ? table.locatedBy : null;
    return gather(causes, (cause) => findingsOf(cause, locatedBy, report, failing));
  });
  return absorb(others, located);
}

function findingsOf(
  cause: Cause,
  locatedBy: string | null,
  report: Report,
  failing: readonly RuleResult[],
): LocatedFinding[] {
  const explained = failing.filter((result) =>
    (result.relations ?? []).some((failure) => cause.relations.includes(`${failure.id}@${failure.at}`)),
  );
  const { repairs, operations } = cause;
  const located = {
    repairs,
    ...(cause.favoured > 0 ? { favoured: cause.favoured } : {}),
    ...(operations.length > 0 ? { operations } : {}),
  };
  const data = cause.exhausted ? { searchEnded: 1 } : {};
  const named = repairs.length > 0 ? repairs : operations.map(({ changes }) => changes);
  if (locatedBy === null || named.length === 0) {
    return explained.map((result) => ({ ...result, ...located, data: { ...result.data, ...data } }));
  }
  const relations = gather(
    report.relations.filter((result) => cause.relations.includes(relationKey(result.relation))),
    (result) => failureOf(result) ?? [],
  );
  const cells = [...new Set(named.flat().map((change) => change.cell))];
  const [first] = cells;
  const place = report.facts.get(first ?? '')?.place ?? explained[0]?.place ?? null;
  return [{ rule: locatedBy, severity: 'error', data, cells, relations, ...located, place }];
}

/** A finding on the very cell that the sums also accuse takes their evidence, so that one cause stays one finding. */
function absorb(others: readonly LocatedFinding[], located: readonly LocatedFinding[]): LocatedFinding[] {
  const taken = new Set<LocatedFinding>();
  const joined = others.map((other): LocatedFinding => {
    const [cell, ...more] = other.cells ?? [];
    if (other.severity !== 'error' || cell === undefined || more.length > 0) return other;
    const same = located.find(
      ({ repairs }) => repairs.length === 1 && repairs[0]?.length === 1 && repairs[0][0]?.cell === cell,
    );
    if (same === undefined) return other;
    taken.add(same);
    const { relations = [], repairs, operations } = same;
    return { ...other, relations, repairs, ...(operations === undefined ? {} : { operations }) };
  });
  return [...joined, ...located.filter((finding) => !taken.has(finding))];
}
