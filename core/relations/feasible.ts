/** Can these relations hold together for any report? Decided exactly, or said to be undecided. */
import type { Comparison } from './own-relation';
import { gcd } from './rational';
import { type Budget, BudgetUsedUp, Tableau } from './tableau';

export type { Budget } from './tableau';

/** Σ coefficient × variable `comparison` value. */
export interface Linear {
  readonly terms: ReadonlyMap<string, bigint>;
  readonly comparison: Comparison;
  readonly value: bigint;
}

/** `count`: whole and not negative. `signed`: whole. `decimal`: not negative. */
export type VariableKind = 'count' | 'signed' | 'decimal';

export type Verdict = 'possible' | 'impossible' | 'undecided';

/**
 * `impossible` is proven. `possible` is so for fractions: that whole numbers alone fail where fractions would not is
 * seen only within one relation.
 */
export function canHold(
  relations: readonly Linear[],
  kindOf: (variable: string) => VariableKind,
  budget: Budget,
): Verdict {
  try {
    const plain = relations.filter(({ comparison }) => comparison !== '≠');
    if (!canHoldPlain(plain, kindOf, budget)) return 'impossible';
    // What satisfies the rest is convex: it avoids all excluded values unless it lies in one of them whole.
    const avoids = relations.every(
      (relation) =>
        relation.comparison !== '≠' ||
        (['<', '>'] as const).some((comparison) =>
          canHoldPlain([...plain, { ...relation, comparison }], kindOf, budget),
        ),
    );
    return avoids ? 'possible' : 'impossible';
  } catch (error) {
    if (error instanceof BudgetUsedUp) return 'undecided';
    throw error;
  }
}

const OPPOSITE: Readonly<Record<Comparison, readonly Comparison[]>> = {
  '=': ['<', '>'],
  '≠': ['='],
  '≥': ['<'],
  '≤': ['>'],
  '>': ['≤'],
  '<': ['≥'],
};

/** Does this relation hold wherever the others do? `impossible` to fail: it follows from them. */
export function canFail(
  relation: Linear,
  others: readonly Linear[],
  kindOf: (variable: string) => VariableKind,
  budget: Budget,
): Verdict {
  let undecided = false;
  for (const comparison of OPPOSITE[relation.comparison]) {
    const verdict = canHold([...others, { ...relation, comparison }], kindOf, budget);
    if (verdict === 'possible') return 'possible';
    undecided ||= verdict === 'undecided';
  }
  return undecided ? 'undecided' : 'impossible';
}

/** Σ terms = value, ≥ value or > value. */
interface Normal {
  readonly terms: ReadonlyMap<string, bigint>;
  readonly comparison: '=' | '≥' | '>';
  readonly value: bigint;
}

function canHoldPlain(
  relations: readonly Linear[],
  kindOf: (variable: string) => VariableKind,
  budget: Budget,
): boolean {
  const normal: Normal[] = [];
  for (const relation of relations) {
    const each = tightened(normalOf(relation), kindOf);
    if (each === null) return false;
    normal.push(each);
  }
  const tableau = new Tableau(budget);
  const columns = new Columns(kindOf);
  // Equations without a number on the right come first: they are solved without search.
  const isPlain = ({ comparison, value }: Normal): boolean => comparison === '=' && value === 0n;
  const strict = normal.some(({ comparison }) => comparison === '>') ? columns.extra() : null;
  for (const each of [...normal.filter(isPlain), ...normal.filter((other) => !isPlain(other))]) {
    const entries = columns.entriesOf(each.terms);
    if (each.comparison !== '=') entries.set(columns.extra(), -1n);
    if (each.comparison === '>' && strict !== null) entries.set(strict, -1n);
    tableau.addEquation(entries, each.value);
  }
  return tableau.isFeasible() && (strict === null || tableau.canBePositive(strict));
}

/** Numbers for variables; one that may be negative is the difference of two that may not. */
class Columns {
  private count = 0;
  private readonly known = new Map<string, readonly [number, number | null]>();

  constructor(private readonly kindOf: (variable: string) => VariableKind) {}

  extra(): number {
    return this.count++;
  }

  entriesOf(terms: ReadonlyMap<string, bigint>): Map<number, bigint> {
    const entries = new Map<number, bigint>();
    for (const [variable, coefficient] of terms) {
      const [above, below] = this.of(variable);
      entries.set(above, coefficient);
      if (below !== null) entries.set(below, -coefficient);
    }
    return entries;
  }

  private of(variable: string): readonly [number, number | null] {
    const own = this.known.get(variable) ?? [this.extra(), this.kindOf(variable) === 'signed' ? this.extra() : null];
    this.known.set(variable, own);
    return own;
  }
}

function normalOf({ terms, comparison, value }: Linear): Normal {
  const own = new Map([...terms].filter(([, coefficient]) => coefficient !== 0n));
  if (comparison === '≤' || comparison === '<') {
    const turned = new Map([...own].map(([variable, coefficient]) => [variable, -coefficient] as const));
    return { terms: turned, comparison: comparison === '≤' ? '≥' : '>', value: -value };
  }
  return { terms: own, comparison: comparison === '≥' || comparison === '>' ? comparison : '=', value };
}

/** What whole numbers alone say: > 3 is ≥ 4, and 2a + 4b is never 5. Null where nothing satisfies it. */
function tightened(relation: Normal, kindOf: (variable: string) => VariableKind): Normal | null {
  const { terms, comparison, value } = relation;
  if (terms.size === 0) {
    const holds = comparison === '=' ? value === 0n : comparison === '≥' ? value <= 0n : value < 0n;
    return holds ? { terms, comparison: '=', value: 0n } : null;
  }
  if ([...terms.keys()].some((variable) => kindOf(variable) === 'decimal')) return relation;
  const common = [...terms.values()].reduce((so, each) => gcd(so, each), 0n);
  const least = comparison === '>' ? value + 1n : value;
  if (comparison === '=' && value % common !== 0n) return null;
  const divided = new Map([...terms].map(([variable, coefficient]) => [variable, coefficient / common] as const));
  return { terms: divided, comparison: comparison === '=' ? '=' : '≥', value: ceiling(least, common) };
}

function ceiling(value: bigint, by: bigint): bigint {
  const quotient = value / by;
  return value % by > 0n ? quotient + 1n : quotient;
}
