/** The cells of a report with their facts, for rules that look at each. */
import { gather } from '../document/gather';
import { type Fact, MISSING } from '../forms/facts';
import type { CellType, FormCell, FormTable } from '../forms/form';
import type { TableReading } from '../forms/reading';
import type { Report, RuleFinding } from './rule';

export interface CellFact {
  readonly table: FormTable;
  readonly cell: FormCell;
  readonly fact: Fact;
}

/** Cells of the tables that were found, in form order; only those of one type where it is given. */
export function cellsOf(report: Report, type?: CellType): readonly CellFact[] {
  const cells =
    knownWhole.get(report.facts) ??
    gather(
      report.tables.filter(({ found }) => found),
      (reading) => cellsOfTable(report, reading),
    );
  knownWhole.set(report.facts, cells);
  return type === undefined ? cells : cells.filter(({ cell }) => cell.type === type);
}

const knownWhole = new WeakMap<Report['facts'], readonly CellFact[]>();

/** Several rules look at all cells of a report, so they are put together once. */
const known = new WeakMap<Report['facts'], Map<FormTable, readonly CellFact[]>>();

export function cellsOfTable({ facts }: Report, { table }: TableReading): readonly CellFact[] {
  const tables = known.get(facts) ?? new Map<FormTable, readonly CellFact[]>();
  known.set(facts, tables);
  const cells = tables.get(table) ?? factsOf(table, facts);
  tables.set(table, cells);
  return cells;
}

function factsOf(table: FormTable, facts: Report['facts']): CellFact[] {
  const cells: CellFact[] = [];
  for (const row of table.rows) {
    for (const cell of row.cells) cells.push({ table, cell, fact: facts.get(cell.id) ?? MISSING });
  }
  return cells;
}

/** A quotation for a sentence: a page may hold anything in a cell. */
const MAX_QUOTE = 40;

function clipped(text: string): string {
  return text.length > MAX_QUOTE ? `${text.slice(0, MAX_QUOTE)}…` : text;
}

/** Cells of one table with the same text are one habit, and one finding. */
export function* sameText(
  cells: Iterable<CellFact>,
  matches: (fact: Fact, cell: FormCell) => boolean,
): Generator<RuleFinding<{ raw: string }>> {
  const groups = new Map<string, CellFact[]>();
  for (const each of cells) {
    if (!matches(each.fact, each.cell)) continue;
    const key = `${each.table.id} ${each.fact.raw}`;
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  for (const group of groups.values()) {
    const raw = clipped(group[0]?.fact.raw ?? '');
    const [first] = group;
    // Named by table and first cell: the text is a value, and may change while the matter stays.
    const about = `${first?.table.id}|${first?.cell.id}`;
    yield { data: { raw }, cells: group.map(({ cell }) => cell.id), place: first?.fact.place ?? null, about };
  }
}
