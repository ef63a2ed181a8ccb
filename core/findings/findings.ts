/** From located findings to the findings of an outcome: named, complete, in page order. */
import type { Place } from '../document/document';
import type { LocatedFinding } from '../locate/locate';
import type { Change, Finding } from '../rules/finding';
import type { Report } from '../rules/rule';
import { fingerprints } from './fingerprint';

/** `source` stands in for the organ where the page names none. */
export function completeFindings(report: Report, source: string, located: readonly LocatedFinding[]): Finding[] {
  const order = (place: Place | null | undefined): number =>
    place ? place.block * 1e6 + (place.cell ?? 0) : Number.MAX_SAFE_INTEGER;
  const sorted = located
    .map((finding, index) => ({ finding, index }))
    .sort((a, b) => order(a.finding.place) - order(b.finding.place) || a.index - b.index)
    .map(({ finding }) => finding);
  const names = fingerprints(report, source, sorted);
  return sorted.map(
    (finding, index): Finding => ({
      fingerprint: names[index] ?? '',
      rule: finding.rule,
      severity: finding.severity,
      cells: finding.cells ?? [],
      relations: finding.relations ?? [],
      repairs: finding.repairs,
      ...(finding.favoured === undefined ? {} : { favoured: finding.favoured }),
      ...(finding.operations === undefined ? {} : { operations: finding.operations }),
      suspects: suspectsOf(finding),
      quote: finding.quote ?? null,
      place: finding.place ?? null,
      data: finding.data,
    }),
  );
}

/** Union of their changes, in their order; a cell with two expected values appears with the first. */
function suspectsOf({ repairs, operations = [] }: LocatedFinding): Change[] {
  const byCell = new Map<string, Change>();
  const sets = repairs.length > 0 ? repairs : operations.map(({ changes }) => changes);
  for (const change of sets.flat()) if (!byCell.has(change.cell)) byCell.set(change.cell, change);
  return [...byCell.values()];
}
