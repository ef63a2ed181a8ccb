/** What a dismissal was given against: the values of the finding's cells, or its quote. */
import { gather } from '../document/gather';
import { type Fact, MISSING } from '../forms/facts';
import type { CellId } from '../forms/form';
import type { Relation } from '../relations/relation';
import type { Finding } from '../rules/finding';
import { digest } from './fingerprint';

/** What of an outcome the values rest on; an outcome fits, and so does a line of an earlier `--json` run. */
export interface ValueSource {
  readonly facts: Readonly<Record<CellId, Pick<Fact, 'raw' | 'value' | 'state'>>>;
  readonly relations: readonly { readonly relation: Relation }[];
}

/** How a relation of one’s own is worded is no value: it may be put better without anything having changed. Nor is a key. */
const WORDING: ReadonlySet<string> = new Set(['relationText', 'relationName', 'relationWhy', 'sums']);

/** Changes exactly when the values that the finding is about change. */
export function valuesOf(
  finding: Pick<Finding, 'cells' | 'relations' | 'quote' | 'data'>,
  source: ValueSource,
): string {
  const related = gather(finding.relations, ({ id, at }) => {
    const relation = source.relations.find(
      (result) => result.relation.id === id && result.relation.at === at,
    )?.relation;
    return relation === undefined ? [] : [...relation.left, ...relation.right];
  });
  const values = texts([...finding.cells, ...related], source);
  const data = Object.entries(finding.data).filter(([key]) => !WORDING.has(key));
  return digest([...values, finding.quote ?? '', data.join()].join('\n'));
}

/** Changes exactly when the value of one of these cells changes. */
export function cellValuesOf(cells: readonly CellId[], source: Pick<ValueSource, 'facts'>): string {
  return digest(texts(cells, source).join('\n'));
}

function texts(cells: readonly CellId[], { facts }: Pick<ValueSource, 'facts'>): string[] {
  return [...new Set(cells)].sort().map((cell) => {
    const { state, value, raw } = facts[cell] ?? MISSING;
    return `${cell}=${value ?? `${state}:${raw}`}`;
  });
}
