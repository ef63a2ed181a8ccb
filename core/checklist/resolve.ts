/** What the terms of a relation mean in a form: names, and what stands beside them, into cell ids. */
import { failed, ok, type Result } from '../document/result';
import type { FormTable } from '../forms/form';
import { type OwnTerm, type StatedRelation, statedRelation } from '../relations/own-relation';
import type { RelationFault } from './fault';
import { type Candidate, cellsNamed, type NamedCell, namedCells, nearestCells } from './names';
import { type NamedTerm, parseRelation } from './parse';

/** Candidates and nearest cells that a failure lists. */
const LISTED = { candidates: 12, nearest: 3 } as const;

/**
 * The relations that a text states in these tables. 现行有效 ≥ 制发 names columns that 规章 and 规范性文件 both have:
 * where every term leaves the row open in the same way, the relation is stated for each of these rows.
 */
export function resolveRelation(
  text: string,
  tables: readonly FormTable[],
): Result<readonly StatedRelation[], RelationFault> {
  const parsed = parseRelation(text);
  if (!parsed.ok) return parsed;
  const cells = namedCells(tables);
  const { left, comparison, right } = parsed.value;
  const terms = [...left, ...right];
  const choices: (readonly Candidate[] | null)[] = [];
  for (const term of terms) {
    const found = term.name === null ? null : cellsNamed(term.name, cells);
    if (found !== null && found.length === 0) return failed(unknown(term, cells));
    choices.push(found);
  }
  const settled = settle(terms, choices);
  if (!settled.ok) return settled;
  return ok(
    settled.value.map((chosen) => {
      const own = terms.map(
        ({ coefficient, previous }, index): OwnTerm => ({
          coefficient,
          cell: chosen[index]?.id ?? null,
          previous,
        }),
      );
      return statedRelation(own.slice(0, left.length), comparison, own.slice(left.length));
    }),
  );
}

type Choice = NamedCell | null;

/** One choice of cells for each relation stated. */
function settle(
  terms: readonly NamedTerm[],
  choices: readonly (readonly Candidate[] | null)[],
): Result<readonly (readonly Choice[])[], RelationFault> {
  const rows = new Set(choices.flatMap((each) => (each?.length === 1 ? each.map(rowKey) : [])));
  // The row that the other terms stand in settles a term that names only its column.
  const narrowed = choices.map((each) => {
    const beside =
      rows.size === 1 && each !== null && isOpen(each) ? each.filter((cell) => rows.has(rowKey(cell))) : [];
    return beside.length === 1 ? beside : each;
  });
  const open = narrowed.findIndex((each) => each !== null && each.length > 1);
  if (open < 0) return ok([narrowed.map((each) => each?.[0] ?? null)]);
  const shared = sharedRows(terms, narrowed);
  if (shared === null) return failed(ambiguous(terms[open], narrowed[open] ?? []));
  return ok(shared.map((row) => narrowed.map((each) => each?.find((cell) => rowKey(cell) === row) ?? null)));
}

/** Several cells, and the name says of none which row. */
function isOpen(choices: readonly Candidate[]): boolean {
  return choices.length > 1 && !choices.some((cell) => cell.rowIsNamed);
}

/** The rows of all terms, where each names one cell in each of the same rows and there are two names at least. */
function sharedRows(
  terms: readonly NamedTerm[],
  choices: readonly (readonly Candidate[] | null)[],
): readonly string[] | null {
  const cells = choices.flatMap((each) => (each === null ? [] : [each]));
  if (!cells.every(isOpen)) return null;
  const named = cells.map((each) => each.map(rowKey));
  const [first] = named;
  const names = new Set(terms.flatMap(({ name, previous }) => (name === null ? [] : [`${previous} ${name}`])));
  if (first === undefined || names.size < 2 || new Set(first).size !== first.length) return null;
  return named.every((each) => each.length === first.length && each.every((row, index) => row === first[index]))
    ? first
    : null;
}

function rowKey({ table, row }: NamedCell): string {
  return `${table.id}.${row.id}`;
}

function unknown(term: NamedTerm, cells: readonly NamedCell[]): RelationFault {
  const { start, end } = term;
  const name = term.name ?? '';
  return { code: 'unknown', start, end, name, cells: nearestCells(name, cells, LISTED.nearest) };
}

function ambiguous(term: NamedTerm | undefined, choices: readonly NamedCell[]): RelationFault {
  return {
    code: 'ambiguous',
    start: term?.start ?? 0,
    end: term?.end ?? 0,
    name: term?.name ?? '',
    cells: choices.slice(0, LISTED.candidates).map((cell) => cell.id),
    count: choices.length,
  };
}
