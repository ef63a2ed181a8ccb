/** What a dismissal was given against: the values of the finding's cells, or its quote. */
import { MISSING } from '../forms/facts';
import type { Outcome } from '../outcome';
import type { Finding } from '../rules/finding';
import { digest } from './fingerprint';

/** Changes exactly when the values that the finding is about change. */
export function valuesOf(finding: Finding, outcome: Outcome): string {
  const related = finding.relations.flatMap(({ id, at }) => {
    const relation = outcome.relations.find(
      (result) => result.relation.id === id && result.relation.at === at,
    )?.relation;
    return relation === undefined ? [] : [...relation.left, ...relation.right];
  });
  const cells = [...new Set([...finding.cells, ...related])].sort();
  const values = cells.map((cell) => {
    const { state, value, raw } = outcome.facts[cell] ?? MISSING;
    return `${cell}=${value ?? `${state}:${raw}`}`;
  });
  return digest([...values, finding.quote ?? '', Object.entries(finding.data).join()].join('\n'));
}
