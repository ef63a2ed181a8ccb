/** A relation of a checklist that does not hold, term by term. */
import { MISSING } from '../forms/facts';
import type { Outcome } from '../outcome';
import type { OwnTerm } from '../relations/own-relation';
import type { Finding } from '../rules/finding';
import type { Naming } from '../rules/rule';
import type { SumLine, SumTerm } from './explain';

/**
 * Only where each side is a plain sum of cells of this report: a sum line knows no coefficients and no other year. The
 * message has all numbers in any case.
 */
export function ownSums(finding: Finding, outcome: Outcome, name: Naming): SumLine[] {
  const key = finding.data['relation'];
  const result = outcome.checklist?.relations.find((each) => each.relation !== null && each.relation.key === key);
  const relation = result?.relation;
  if (result === undefined || relation === undefined || relation === null) return [];
  const left = plainTerms(relation.left, outcome, name);
  const right = plainTerms(relation.right, outcome, name);
  if (left === null || right === null) return [];
  const { left: leftSum, right: rightSum, difference } = result;
  if (leftSum === null || rightSum === null || difference === null) return [];
  return [{ relation: relation.key, name: `“${result.text}”`, left, right, leftSum, rightSum, difference }];
}

function plainTerms(side: readonly OwnTerm[], { facts }: Outcome, name: Naming): SumTerm[] | null {
  const terms = side.flatMap(({ coefficient, cell, previous }): SumTerm[] => {
    if (cell === null || previous || coefficient !== 1) return [];
    const fact = facts[cell] ?? MISSING;
    return [{ cell, name: name.cell(cell), raw: fact.raw, value: fact.value ?? 0, suspect: false }];
  });
  const once = new Set(terms.map((term) => term.cell)).size === side.length;
  return terms.length === side.length && once ? terms : null;
}
