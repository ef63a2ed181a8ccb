/** Numbers of table three that stand in their neighbour’s place: two swapped, a row or a column one place aside. */
import type { CellId } from '../../../core/index';
import type { Random } from '../../support/random';
import type { ErrorClass, Planting } from './error-class';
import { TableThree, type Values } from './table-three';

const TRIES = 40;

export const SWAPPED: ErrorClass = {
  name: 'neighbours swapped',
  plant(sample, random) {
    const table = new TableThree(sample.truth);
    const pairs = random.shuffled(neighbours(table)).slice(0, TRIES);
    for (const [one, other] of pairs) {
      const cells = swapped(table, one, other, new Map());
      if (cells === null || !table.isBroken(cells)) continue;
      const unique = swapsThatMend(table, cells) === 1 && shiftsThatMend(table, cells, 2) <= 1;
      return { cells, operation: { kinds: ['cells-swapped'], unique } };
    }
    return null;
  },
};

function neighbours({ rows }: TableThree): [CellId, CellId][] {
  return rows.flatMap((row, at) =>
    row.flatMap((cell, column): [CellId, CellId][] =>
      [row[column + 1], rows[at + 1]?.[column]].flatMap((other) => (other === undefined ? [] : [[cell, other]])),
    ),
  );
}

function swapped(table: TableThree, one: CellId, other: CellId, printed: Values): Values | null {
  const of = (cell: CellId): number => printed.get(cell) ?? table.value(cell);
  if (of(one) === of(other)) return null;
  return new Map([
    [one, of(other)],
    [other, of(one)],
  ]);
}

function swapsThatMend(table: TableThree, printed: Values): number {
  const failing = table.failing(printed);
  return neighbours(table).filter(([one, other]) => {
    const repair = swapped(table, one, other, printed);
    return repair !== null && table.mends(printed, failing, repair);
  }).length;
}

function shifted(
  name: string,
  kinds: readonly string[],
  linesOf: (table: TableThree) => TableThree['rows'],
): ErrorClass {
  return {
    name,
    plant(sample, random) {
      const table = new TableThree(sample.truth);
      const lines = linesOf(table).filter((line) => line.filter((cell) => table.value(cell) !== 0).length >= 2);
      for (let attempt = 0; attempt < TRIES && lines.length > 0; attempt++) {
        const planting = shiftedLine(table, random.pick(lines), kinds, random);
        if (planting !== null) return planting;
      }
      return null;
    },
  };
}

/** From some cell on to the end of the line, forth or back; the first place is left at 0, the last number falls out. */
function shiftedLine(
  table: TableThree,
  line: readonly CellId[],
  kinds: readonly string[],
  random: Random,
): Planting | null {
  const forth = random.chance(0.5);
  const ordered = forth ? line : [...line].reverse();
  const span = ordered.slice(random.int(0, Math.floor(ordered.length / 2)));
  const cells = new Map<CellId, number>();
  for (const [at, cell] of span.entries()) {
    const before = span[at - 1];
    const value = before === undefined ? 0 : table.value(before);
    if (value !== table.value(cell)) cells.set(cell, value);
  }
  if (cells.size < 3 || !table.isBroken(cells)) return null;
  const kind = kinds[forth ? 1 : 0] ?? '';
  return { cells, operation: { kinds: [kind], unique: shiftsThatMend(table, cells, 2) === 1 } };
}

/** How many lines, shifted either way over any span of at least `least` cells, explain the same; up to two are counted. */
function shiftsThatMend(table: TableThree, printed: Values, least: number): number {
  const failing = table.failing(printed);
  const found = new Set<string>();
  for (const line of [...table.rows, ...table.columns]) {
    for (const ordered of [line, [...line].reverse()]) {
      for (let from = 0; from + least <= ordered.length; from++) {
        for (let to = from + least; to <= ordered.length; to++) {
          const repair = backShifted(table, printed, ordered.slice(from, to));
          if (repair === null || !table.mends(printed, failing, repair)) continue;
          found.add(
            [...repair]
              .map(([cell, value]) => `${cell}=${value}`)
              .sort()
              .join(),
          );
          if (found.size > 1) return found.size;
        }
      }
    }
  }
  return found.size;
}

/** What the line held before its numbers moved on by one; what fell out at its end is what a sum asks for. */
function backShifted(table: TableThree, printed: Values, span: readonly CellId[]): Values | null {
  const of = (cell: CellId | undefined): number => (cell === undefined ? 0 : (printed.get(cell) ?? table.value(cell)));
  const [first] = span;
  const last = span.at(-1);
  if (first === undefined || last === undefined || of(first) !== 0) return null;
  const repair = new Map<CellId, number>();
  for (const [at, cell] of span.slice(0, -1).entries())
    if (of(span[at + 1]) !== of(cell)) repair.set(cell, of(span[at + 1]));
  if (repair.size < 1) return null;
  const [relation] = table.relationsWith(last);
  if (relation === undefined) return null;
  const difference = table.difference(relation, new Map([...printed, ...repair]));
  const value = of(last) + (relation.left.includes(last) ? -difference : difference);
  if (value < 0) return null;
  if (value !== of(last)) repair.set(last, value);
  return repair;
}

export const ROW_SHIFTED = shifted('row shifted', ['row-shifted-left', 'row-shifted-right'], ({ rows }) => rows);
export const COLUMN_SHIFTED = shifted(
  'column shifted',
  ['column-shifted-up', 'column-shifted-down'],
  ({ columns }) => columns,
);
