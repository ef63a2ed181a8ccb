/** How well sums are found in tables of unknown form, and how rarely one is called wrong that is not. */
import { type CellAt, type FoundSum, findSums } from '../../core/sums/sums';
import { type Random, seeded } from '../support/random';
import { type AnnotatedTable, gridOf } from './annotated-tables';
import type { Measured, Share } from './measure';

const PLANTED_PER_TABLE = 2;
const HALVES = ['tuned', 'held out', 'all'] as const;

export function measureSums(tables: readonly AnnotatedTable[]): Measured[] {
  const found = tables.map((table) => ({ table, sums: findSums(gridOf(table.texts)) }));
  const planted = found.flatMap(plantedIn);
  return HALVES.flatMap((half) => {
    const own = (table: AnnotatedTable): boolean => half === 'all' || table.half === half;
    return [
      exactness(
        `sums, ${half}`,
        found.filter(({ table }) => own(table)),
      ),
      alarms(
        `planted errors, ${half}`,
        planted.filter(({ table }) => own(table)),
      ),
    ];
  });
}

interface Searched {
  readonly table: AnnotatedTable;
  readonly sums: readonly FoundSum[];
}

interface Planted extends Searched {
  readonly cell: CellAt;
  /** Sums that held before the error was planted, annotated or not. */
  readonly held: ReadonlySet<string>;
}

/** Total cell and set of parts, blank cells among the parts counted and not. */
function exactness(name: string, searched: readonly Searched[]): Measured {
  const shares: Record<string, Share> = {};
  for (const [suffix, blanks] of [
    ['', true],
    [', blanks ignored', false],
  ] as const) {
    let [both, found, annotated] = [0, 0, 0];
    for (const { table, sums } of searched) {
      const gold = keysOf(table, table.sums, blanks);
      const own = keysOf(table, sums, blanks);
      found += own.size;
      annotated += gold.size;
      for (const key of own) if (gold.has(key)) both++;
    }
    shares[`precision${suffix}`] = { hits: both, of: found };
    shares[`recall${suffix}`] = { hits: both, of: annotated };
    shares[`F1${suffix}`] = { hits: 2 * both, of: found + annotated };
  }
  return { name, n: searched.length, shares, missed: [] };
}

/**
 * Of sums called wrong beyond a hint: how many are annotated; how many either are, or held with the planted cell in them
 * until the error was planted. Annotations leave rows out: an alarm for what was just broken is no false one. Of planted
 * errors: how many a wrong sum has in it, and names.
 */
function alarms(name: string, planted: readonly Planted[]): Measured {
  let [failing, right, caused, seen, named] = [0, 0, 0, 0, 0];
  for (const { table, sums, cell, held } of planted) {
    const gold = keysOf(table, table.sums, false);
    const wrong = sums.filter(({ holds, hint }) => !holds && !hint);
    failing += wrong.length;
    const isRight = (sum: FoundSum): boolean => gold.has(keyOf(table, sum, false));
    const around = wrong.filter(({ total, parts }) => [total, ...parts].some((each) => isSame(each, cell)));
    right += wrong.filter(isRight).length;
    caused += wrong.filter(
      (sum) => isRight(sum) || (around.includes(sum) && held.has(keyOf(table, sum, false))),
    ).length;
    if (around.length > 0) seen++;
    if (around.some(({ suspects }) => suspects.length === 1 && suspects.some((each) => isSame(each, cell)))) named++;
  }
  const shares = {
    precision: { hits: right, of: failing },
    'precision, or just broken': { hits: caused, of: failing },
    recall: { hits: seen, of: planted.length },
    located: { hits: named, of: planted.length },
  };
  return { name, n: planted.length, shares, missed: [] };
}

function keysOf(table: AnnotatedTable, sums: AnnotatedTable['sums'], blanks: boolean): Set<string> {
  return new Set(sums.map((sum) => keyOf(table, sum, blanks)));
}

function keyOf({ texts }: AnnotatedTable, { total, parts }: AnnotatedTable['sums'][number], blanks: boolean): string {
  const kept = blanks ? parts : parts.filter(([row, column]) => (texts[row]?.[column] ?? '').trim() !== '');
  return `${total}=${kept.map(String).sort().join(';')}`;
}

export function isSame(a: CellAt, b: CellAt): boolean {
  return a[0] === b[0] && a[1] === b[1];
}

/** One digit of one cell of an annotated sum, changed. */
function plantedIn({ table, sums: before }: Searched): Planted[] {
  const held = keysOf(
    table,
    before.filter(({ holds }) => holds),
    false,
  );
  if (table.sums.length === 0) return [];
  return Array.from({ length: PLANTED_PER_TABLE }, (_, time) => seeded(`sums/${table.name}/${time}`)).flatMap(
    (random) => {
      const { total, parts } = random.pick(table.sums);
      const cells = [total, ...parts].filter(([row, column]) => /[1-9]/.test(table.texts[row]?.[column] ?? ''));
      if (cells.length === 0) return [];
      const cell = random.pick(cells);
      const texts = table.texts.map((line) => [...line]);
      const line = texts[cell[0]];
      if (line !== undefined) line[cell[1]] = withOtherDigit(line[cell[1]] ?? '', random);
      return [{ table, cell, held, sums: findSums(gridOf(texts)) }];
    },
  );
}

export function withOtherDigit(text: string, random: Random): string {
  // Digits that a program printed and nobody measured are no slip of a hand.
  const printed = text.replace(/\.0{3,}$/, '');
  const at = random.pick([...printed].flatMap((char, index) => (/\d/.test(char) ? [index] : [])));
  return `${text.slice(0, at)}${(Number(text[at]) + random.int(1, 9)) % 10}${text.slice(at + 1)}`;
}
