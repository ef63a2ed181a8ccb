import { describe, expect, it } from 'vitest';
import { canFail, canHold, type Linear, type VariableKind } from '../../core/relations/feasible';
import { COMPARISONS, type Comparison, holds } from '../../core/relations/own-relation';

const STEPS = 1_000_000;
const counts = (): VariableKind => 'count';
const linear = (terms: Readonly<Record<string, number>>, comparison: Comparison, value: number): Linear => ({
  terms: new Map(Object.entries(terms).map(([variable, coefficient]) => [variable, BigInt(coefficient)])),
  comparison,
  value: BigInt(value),
});
const verdict = (...relations: readonly Linear[]) => canHold(relations, counts, { steps: STEPS });

describe('canHold', () => {
  it.each<[string, readonly Linear[], string]>([
    ['nothing', [], 'possible'],
    ['a ≥ 0', [linear({ a: 1 }, '≥', 0)], 'possible'],
    ['a < 0', [linear({ a: 1 }, '<', 0)], 'impossible'],
    ['a − a > 0', [linear({ a: 0 }, '>', 0)], 'impossible'],
    ['a > b, b > a', [linear({ a: 1, b: -1 }, '>', 0), linear({ b: 1, a: -1 }, '>', 0)], 'impossible'],
    [
      'a ≥ b, b ≥ a, a ≠ b',
      [linear({ a: 1, b: -1 }, '≥', 0), linear({ b: 1, a: -1 }, '≥', 0), linear({ a: 1, b: -1 }, '≠', 0)],
      'impossible',
    ],
    ['a ≥ b, a ≠ b', [linear({ a: 1, b: -1 }, '≥', 0), linear({ a: 1, b: -1 }, '≠', 0)], 'possible'],
    ['2a = 2b + 1', [linear({ a: 2, b: -2 }, '=', 1)], 'impossible'],
    ['2a = 3b + 1', [linear({ a: 2, b: -3 }, '=', 1)], 'possible'],
    ['3 < a < 4', [linear({ a: 1 }, '>', 3), linear({ a: 1 }, '<', 4)], 'impossible'],
    ['a + b = 2, a + b = 3', [linear({ a: 1, b: 1 }, '=', 2), linear({ a: 1, b: 1 }, '=', 3)], 'impossible'],
    ['a + b ≤ 2, a ≥ 3', [linear({ a: 1, b: 1 }, '≤', 2), linear({ a: 1 }, '≥', 3)], 'impossible'],
  ])('%s', (_, relations, expected) => {
    expect(verdict(...relations)).toBe(expected);
  });

  it('knows what may be negative and what may be a fraction', () => {
    const negative = linear({ a: 1 }, '<', 0);
    const between = [linear({ a: 1 }, '>', 3), linear({ a: 1 }, '<', 4)];
    expect(canHold([negative], () => 'signed', { steps: STEPS })).toBe('possible');
    expect(canHold([negative], () => 'decimal', { steps: STEPS })).toBe('impossible');
    expect(canHold(between, () => 'decimal', { steps: STEPS })).toBe('possible');
    expect(canHold(between.slice(0, 1), () => 'decimal', { steps: STEPS })).toBe('possible');
    expect(canHold([linear({ a: 2, b: -2 }, '=', 1)], () => 'decimal', { steps: STEPS })).toBe('possible');
    const strictly = [linear({ a: 1, b: -1 }, '>', 0), linear({ b: 1, a: -1 }, '≥', 0)];
    expect(canHold(strictly, () => 'decimal', { steps: STEPS })).toBe('impossible');
  });

  it('says so when its steps are used up', () => {
    const relations = Array.from({ length: 20 }, (_, index) =>
      linear(
        Object.fromEntries(Array.from({ length: 20 }, (__, each) => [`x${each}`, ((index * each) % 7) + 1])),
        '=',
        index + 3,
      ),
    );
    expect(canHold(relations, counts, { steps: 50 })).toBe('undecided');
  });
});

describe('against every assignment of small numbers', () => {
  const names = ['a', 'b', 'c'];
  const most = 5;
  const grid = Array.from({ length: (most + 1) ** 3 }, (_, index) => [
    index % (most + 1),
    Math.floor(index / (most + 1)) % (most + 1),
    Math.floor(index / (most + 1) ** 2),
  ]);
  const satisfies = (values: readonly number[], { terms, comparison, value }: Linear): boolean =>
    holds(
      names.reduce((sum, name, index) => sum + Number(terms.get(name) ?? 0n) * (values[index] ?? 0), 0) - Number(value),
      comparison,
    );
  let seed = 7;
  const next = (limit: number): number => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return Math.floor((seed / 2147483648) * limit);
  };
  const systems = Array.from({ length: 1500 }, () =>
    Array.from({ length: 1 + next(4) }, () =>
      linear(
        Object.fromEntries(names.map((name) => [name, next(5) - 2])),
        COMPARISONS[next(COMPARISONS.length)] ?? '=',
        next(7) - 3,
      ),
    ),
  );

  it('what some assignment satisfies is never impossible, and most of the rest is', () => {
    const seen = { proven: 0, left: 0 };
    for (const system of systems) {
      const some = grid.some((values) => system.every((relation) => satisfies(values, relation)));
      const result = verdict(...system);
      expect(result).not.toBe('undecided');
      if (some) expect([system, result]).toEqual([system, 'possible']);
      else if (result === 'impossible') seen.proven++;
      else seen.left++;
    }
    // What is left has its solutions beyond the grid, or none in whole numbers.
    expect(seen.proven).toBeGreaterThan(200);
    expect(seen.left).toBeLessThan(seen.proven / 2);
  });

  it('what follows holds wherever the others do', () => {
    let implied = 0;
    for (const [last, ...others] of systems) {
      if (last === undefined || canFail(last, others, counts, { steps: STEPS }) !== 'impossible') continue;
      implied++;
      const counterexample = grid.find(
        (values) => others.every((relation) => satisfies(values, relation)) && !satisfies(values, last),
      );
      expect([last, others, counterexample]).toEqual([last, others, undefined]);
    }
    expect(implied).toBeGreaterThan(100);
  });
});
