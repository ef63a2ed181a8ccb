/**
 * How well shares and differences are found, and how often one is right that is shown as doubtful. Shares are annotated as
 * divisions; a difference is right where an annotated sum is of the same three cells.
 */
import { type FoundDerived, findDerived } from '../../core/sums/derived';
import { type CellAt, findSums } from '../../core/sums/sums';
import { seeded } from '../support/random';
import { type AnnotatedTable, gridOf } from './annotated-tables';
import type { Measured } from './measure';
import { isSame, withOtherDigit } from './sums';

const PLANTED_PER_TABLE = 8;

interface Searched {
  readonly table: AnnotatedTable;
  readonly found: readonly FoundDerived[];
}

export function measureDerived(tables: readonly AnnotatedTable[]): Measured[] {
  const searched = tables.map((table): Searched => ({ table, found: search(table.texts) }));
  return [
    agreement('shares', searched, 'share', ({ divisions }) =>
      divisions.map(([total, ...parts]) => shareKey(total, parts)),
    ),
    agreement('differences', searched, 'difference', ({ sums }) =>
      sums.flatMap(({ total, parts }) => (parts.length === 2 ? [setKey([total, ...parts])] : [])),
    ),
    shown(searched),
    planted(searched),
  ];
}

function search(texts: AnnotatedTable['texts']): FoundDerived[] {
  const grid = gridOf(texts);
  return findDerived(grid, findSums(grid));
}

function agreement(
  name: string,
  searched: readonly Searched[],
  operator: FoundDerived['operator'],
  annotated: (table: AnnotatedTable) => readonly string[],
): Measured {
  let [both, found, gold] = [0, 0, 0];
  for (const each of searched) {
    const right = new Set(annotated(each.table));
    const own = new Set(each.found.filter((one) => one.operator === operator).map(keyOf));
    gold += right.size;
    found += own.size;
    for (const key of own) if (right.has(key)) both++;
  }
  // Of the sums of two parts hardly any is meant as a difference, so that recall of those would say nothing.
  const recall = operator === 'share' ? { recall: { hits: both, of: gold } } : {};
  return { name, n: searched.length, shares: { precision: { hits: both, of: found }, ...recall }, missed: [] };
}

/** What a person sees of the tables as they are: what does not hold. */
function shown(searched: readonly Searched[]): Measured {
  const doubtful = searched.flatMap(({ table, found }) =>
    found.filter(({ holds }) => !holds).map((each) => isAnnotated(table, each)),
  );
  const right = doubtful.filter((each) => each).length;
  return {
    name: 'shown as doubtful',
    n: searched.length,
    shares: { precision: { hits: right, of: doubtful.length } },
    missed: [],
  };
}

/** One digit of the printed share changed: what is shown then is annotated, or held until it was changed. */
function planted(searched: readonly Searched[]): Measured {
  let [all, right, cases, seen] = [0, 0, 0, 0];
  for (const { table, found: before } of searched) {
    if (table.divisions.length === 0) continue;
    const held = new Set(before.filter(({ holds }) => holds).map(keyOf));
    for (let time = 0; time < PLANTED_PER_TABLE; time++) {
      const random = seeded(`derived/${table.name}/${time}`);
      const [cell] = random.pick(table.divisions);
      if (!/[1-9]/.test(table.texts[cell[0]]?.[cell[1]] ?? '')) continue;
      const texts = table.texts.map((line) => [...line]);
      const line = texts[cell[0]];
      if (line !== undefined) line[cell[1]] = withOtherDigit(line[cell[1]] ?? '', random);
      const doubtful = search(texts).filter(({ holds }) => !holds);
      cases++;
      all += doubtful.length;
      right += doubtful.filter((each) => isAnnotated(table, each) || held.has(keyOf(each))).length;
      if (doubtful.some(({ total }) => isSame(total, cell))) seen++;
    }
  }
  const shares = { precision: { hits: right, of: all }, recall: { hits: seen, of: cases } };
  return { name: 'planted in shares', n: cases, shares, missed: [] };
}

function isAnnotated({ divisions, sums }: AnnotatedTable, found: FoundDerived): boolean {
  const key = keyOf(found);
  return found.operator === 'share'
    ? divisions.some(([total, ...parts]) => shareKey(total, parts) === key)
    : sums.some(({ total, parts }) => setKey([total, ...parts]) === key);
}

function keyOf({ operator, total, parts }: FoundDerived): string {
  return operator === 'share' ? shareKey(total, parts) : setKey([total, ...parts]);
}

function shareKey(total: CellAt, parts: readonly CellAt[]): string {
  return `${total}=${parts.join('/')}`;
}

function setKey(cells: readonly CellAt[]): string {
  return cells.map(String).sort().join(';');
}
