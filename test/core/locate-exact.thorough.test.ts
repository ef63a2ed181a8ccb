/** The repairs are held against those that trying every set of cells finds. */
import { describe, expect, it } from 'vitest';
import type { CellId } from '../../core/index';
import { minimalRepairs } from '../../core/locate/repair';
import { type Equation, joined, type System } from '../../core/locate/system';
import { type Random, seeded } from '../support/random';

type Side = readonly CellId[];

function systemWith(sums: readonly (readonly [Side, Side])[], values: ReadonlyMap<CellId, number>): System {
  const add = (side: Side): number => side.reduce((sum, cell) => sum + (values.get(cell) ?? 0), 0);
  const equations = sums.map(
    ([left, right], index): Equation => ({
      key: `sum@${index}`,
      difference: add(left) - add(right),
      terms: new Map([...left.map((cell) => [cell, 1] as const), ...right.map((cell) => [cell, -1] as const)]),
    }),
  );
  return joined(equations, values, []);
}

function shown(optima: readonly (readonly { cell: CellId; expected: number }[])[]): string[] {
  return optima
    .map((repair) =>
      repair
        .map(({ cell, expected }) => `${cell}=${expected}`)
        .sort()
        .join(' '),
    )
    .sort();
}

function* subsets<T>(items: readonly T[], size: number, from = 0): Generator<T[]> {
  if (size === 0) yield [];
  else
    for (let at = from; at < items.length; at++)
      for (const rest of subsets(items, size - 1, at + 1)) yield [items[at] as T, ...rest];
}

/** Every value up to `limit` in every set of up to three cells. */
function byTrying(system: System, limit: number): string[] {
  const ways = limit + 1;
  for (let size = 1; size <= 3; size++) {
    const found: { cell: CellId; expected: number }[][] = [];
    for (const chosen of subsets([...system.values.keys()], size)) {
      // A failing sum that no chosen cell touches stays failing; one that holds fails by a single change.
      const touching = ({ terms }: Equation): number => chosen.filter((cell) => terms.has(cell)).length;
      if (system.equations.some((each) => touching(each) === (each.difference === 0 ? 1 : 0))) continue;
      const printed = chosen.map((cell) => system.values.get(cell) ?? 0);
      const sums = system.equations.map(({ terms, difference }) => ({
        difference,
        signs: chosen.map((cell): number => terms.get(cell) ?? 0),
      }));
      for (let index = 0; index < ways ** size; index++) {
        const expected = chosen.map((_, place) => Math.floor(index / ways ** place) % ways);
        if (expected.some((value, place) => value === printed[place])) continue;
        const holds = sums.every(({ signs, difference }) => {
          let sum = difference;
          for (let place = 0; place < size; place++)
            sum += (signs[place] ?? 0) * ((expected[place] ?? 0) - (printed[place] ?? 0));
          return sum === 0;
        });
        if (holds) found.push(chosen.map((cell, place) => ({ cell, expected: expected[place] ?? 0 })));
      }
    }
    if (found.length > 0) return shown(found);
  }
  return [];
}

/** A form like table three, small enough to try all its cells: four rows of items, three kinds of applicants. */
const ITEMS = ['a', 'b', 'c', 'd'];
const ROWS = ['received', 'carriedIn', ...ITEMS, 'decided', 'carriedOut'];
const COLUMNS = ['one', 'two', 'three', 'total'];
const SUMS: readonly (readonly [Side, Side])[] = [
  ...ROWS.map((row) => [[`${row}.total`], COLUMNS.slice(0, 3).map((column) => `${row}.${column}`)] as const),
  ...COLUMNS.map(
    (column) =>
      [
        [`received.${column}`, `carriedIn.${column}`],
        [`decided.${column}`, `carriedOut.${column}`],
      ] as const,
  ),
  ...COLUMNS.map((column) => [[`decided.${column}`], ITEMS.map((row) => `${row}.${column}`)] as const),
];

/** Two items and two applicants: small enough to try every value as well. */
const SMALL: readonly (readonly [Side, Side])[] = [
  ...['a', 'b', 'sum'].map((row) => [[`${row}.total`], [`${row}.one`, `${row}.two`]] as const),
  ...['one', 'two', 'total'].map((column) => [[`sum.${column}`], [`a.${column}`, `b.${column}`]] as const),
];
const SMALL_CELLS = [...new Set(SMALL.flat(2))];

function correct(random: Random, limit: number): Map<CellId, number> {
  const values = new Map<CellId, number>();
  const at = (row: string, column: string): number => values.get(`${row}.${column}`) ?? 0;
  for (const column of COLUMNS.slice(0, 3)) {
    for (const row of ITEMS) values.set(`${row}.${column}`, random.int(0, limit - 1));
    values.set(
      `decided.${column}`,
      ITEMS.reduce((sum, row) => sum + at(row, column), 0),
    );
    values.set(`carriedOut.${column}`, random.int(0, limit - 1));
    values.set(`carriedIn.${column}`, random.int(0, at('decided', column) + at('carriedOut', column)));
    values.set(`received.${column}`, at('decided', column) + at('carriedOut', column) - at('carriedIn', column));
  }
  for (const row of ROWS)
    values.set(
      `${row}.total`,
      COLUMNS.slice(0, 3).reduce((sum, column) => sum + at(row, column), 0),
    );
  return values;
}

describe('minimal repairs', () => {
  it('are those that trying all values of all cells finds, in 600 tables of which sums were not read', () => {
    const random = seeded(1);
    const sizes = new Set<number>();
    let doubled = 0;
    for (let round = 0; round < 600; round++) {
      const values = new Map(SMALL_CELLS.map((cell) => [cell, random.int(0, 3)]));
      const system = systemWith(
        SMALL.filter(() => random.int(0, 2) > 0),
        values,
      );
      const { optima } = minimalRepairs(system);
      expect(shown(optima)).toEqual(system.failing.length === 0 ? [] : byTrying(system, 9));
      sizes.add(optima[0]?.length ?? 0);
      const sets = new Set(
        optima.map((repair) =>
          repair
            .map(({ cell }) => cell)
            .sort()
            .join(' '),
        ),
      );
      doubled += sets.size < optima.length ? 1 : 0;
    }
    expect([...sizes].sort()).toEqual([0, 1, 2, 3]);
    // The same cells, mended in more than one way.
    expect(doubled).toBeGreaterThan(0);
  });

  it.each([4, 60])(
    'are those that trying all cells finds, in 200 tables with up to three errors (values below %d)',
    (limit) => {
      const random = seeded(limit);
      for (let round = 0; round < 200; round++) {
        const values = correct(random, limit);
        const cells = [...values.keys()];
        for (let errors = 1 + random.int(0, 2); errors > 0; errors--)
          values.set(random.pick(cells), random.int(0, limit * 2 - 1));
        const system = systemWith(SUMS, values);
        expect(shown(minimalRepairs(system).optima)).toEqual(system.failing.length === 0 ? [] : bySolving(system));
      }
    },
  );

  it('give each way where only both of two cells together can fall far enough', () => {
    const values = new Map([
      ['a.one', 2],
      ['b.one', 2],
      ['sum.one', 1],
      ['a.total', 1],
      ['sum.total', 1],
    ]);
    // The totals of a and b were not read: nothing tells the two apart.
    const system = systemWith(
      [...SMALL.slice(2)],
      new Map([...SMALL_CELLS.map((cell) => [cell, 0] as const), ...values]),
    );
    expect(shown(minimalRepairs(system).optima)).toEqual(['a.one=0 b.one=1', 'a.one=1 b.one=0']);
  });

  it('say when the budget is used up', () => {
    const values = correct(seeded(3), 9);
    for (const cell of ['a.one', 'b.two', 'c.three']) values.set(cell, 50);
    const system = systemWith(SUMS, values);
    expect(minimalRepairs(system, { steps: 3 })).toEqual({ optima: [], exhausted: true });
    expect(minimalRepairs(system).exhausted).toBe(false);
  });
});

/** As above without a limit: in a whole table no two cells stand in the same sums, so each set has one solution. */
function bySolving(system: System): string[] {
  for (let size = 1; size <= 3; size++) {
    const found = [...subsets([...system.values.keys()], size)].flatMap((cells) => {
      const own = system.equations.filter(({ terms }) => cells.some((cell) => terms.has(cell)));
      if (system.failing.some((equation) => !own.includes(equation))) return [];
      const deltas = cells.map(() => 0);
      return settle(own, cells, deltas, system) ? [deltas.map((delta, at) => changeOf(system, cells[at], delta))] : [];
    });
    const repairs = found.filter((repair) => repair.every(({ expected, delta }) => expected >= 0 && delta !== 0));
    if (repairs.length > 0) return shown(repairs);
  }
  return [];
}

function changeOf(
  system: System,
  cell: CellId | undefined,
  delta: number,
): { cell: CellId; expected: number; delta: number } {
  return { cell: cell ?? '', expected: (system.values.get(cell ?? '') ?? 0) + delta, delta };
}

/** Sums with one unknown cell left are solved one after the other; then all must hold. */
function settle(own: readonly Equation[], cells: readonly CellId[], deltas: number[], system: System): boolean {
  const known = new Set<CellId>();
  const effect = ({ terms }: Equation): number =>
    cells.reduce((sum, cell, at) => sum + (known.has(cell) ? (terms.get(cell) ?? 0) * (deltas[at] ?? 0) : 0), 0);
  while (known.size < cells.length) {
    const next = own.find(({ terms }) => cells.filter((cell) => terms.has(cell) && !known.has(cell)).length === 1);
    const at = cells.findIndex((cell) => next?.terms.has(cell) === true && !known.has(cell));
    const cell = cells[at];
    if (next === undefined || cell === undefined) throw new Error(`not solved: ${cells} of ${system.values.size}`);
    deltas[at] = -(next.difference + effect(next)) * (next.terms.get(cell) ?? 1);
    known.add(cell);
  }
  return own.every((equation) => equation.difference + effect(equation) === 0);
}
