/** 自定报表格式: relations that a person confirmed on one table, looked for in others that have its labels. */
import type { Document } from '../document/document';
import { formGrid } from '../grid/grid';
import { exactSum } from '../relations/exact';
import type { Axis } from './field';
import type { InferredCell, InferredRelation, InferredSum, InferredTable } from './inferred';
import { namesOf } from './labels';
import { type Printed, readNumbers } from './numbers';
import { rounding } from './pattern';
import type { CellAt } from './sums';

export interface OwnFormRelation {
  readonly axis: Axis;
  readonly total: string;
  readonly parts: readonly string[];
  /** Where it is to hold: keys of columns for sums of rows, of rows for sums of columns. */
  readonly lines: readonly string[];
  /** What rounding made of its whole numbers where it was confirmed, at most; 0: they added up to the last digit. */
  readonly rounding: number;
}

export interface OwnForm {
  readonly name: string;
  /** Keys of its labels (`labels.ts`), in order. */
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly relations: readonly OwnFormRelation[];
}

export interface OwnFormSum {
  /** Which of the relations of the form, from 0. */
  readonly relation: number;
  readonly line: string;
  /** `unchecked`: a cell is missing or holds words. */
  readonly state: 'consistent' | 'inconsistent' | 'unchecked';
  readonly total: CellAt | null;
  readonly parts: readonly CellAt[];
  readonly sum: number | null;
  /** total − sum of the parts. */
  readonly difference: number | null;
  readonly allowance: number;
}

/** Of the labels of a form so many must be in a table for it to be of that form. */
const LEAST_SHARED = 0.8;
/** Keys of lines without a name: the first, and those after it. */
const NO_NAME = /^(?:#\d+)?$/;

export function ownFormOf(name: string, table: InferredTable, confirmed: ReadonlySet<string>): OwnForm {
  return {
    name,
    rows: table.rowKeys,
    columns: table.columnKeys,
    relations: table.relations
      .filter(({ key }) => confirmed.has(key))
      .map(({ axis, totalKey, partKeys, sums }) => ({
        axis,
        total: totalKey,
        parts: partKeys,
        lines: sums.map(({ lineKey }) => lineKey),
        rounding: Math.max(0, ...sums.map((sum) => (sum.holds && sum.difference !== 0 ? sum.allowance : 0))),
      })),
  };
}

/** The forms that a table with these labels is of: those it shares most with. Several where people kept the same table apart. */
export function formsOfTable<F extends OwnForm>(
  { rowKeys, columnKeys }: Pick<InferredTable, 'rowKeys' | 'columnKeys'>,
  forms: readonly F[],
): readonly F[] {
  const [rows, columns] = [new Set(rowKeys), new Set(columnKeys)];
  let best: { readonly forms: F[]; readonly shared: number } = { forms: [], shared: LEAST_SHARED };
  for (const form of forms) {
    const shared = Math.min(share(form.rows, rows), share(form.columns, columns));
    if (shared === best.shared) best.forms.push(form);
    else if (shared > best.shared) best = { forms: [form], shared };
  }
  return best.forms;
}

/** Of the names of a form those that are there. Where it has none, lines tell nothing but how many they are. */
function share(keys: readonly string[], there: ReadonlySet<string>): number {
  const isNamed = (key: string): boolean => !NO_NAME.test(key);
  const named = keys.filter(isNamed);
  if (named.length === 0) return keys.length > 1 && keys.length === there.size && ![...there].some(isNamed) ? 1 : 0;
  return named.filter((key) => there.has(key)).length / named.length;
}

/** The relations of a form in a table of the document. */
export function checkOwnForm(form: OwnForm, document: Document, block: number): OwnFormSum[] {
  const table = document.blocks[block];
  const grid = table?.kind === 'table' ? formGrid(table) : null;
  if (grid === null) return [];
  const numbers = readNumbers(grid);
  const rows = places(namesOf(grid, numbers, 'rows').key);
  const columns = places(namesOf(grid, numbers, 'columns').key);
  return form.relations.flatMap((relation, index) =>
    relation.lines.map((line): OwnFormSum => {
      const at = (key: string): CellAt | null => {
        const [row, column] =
          relation.axis === 'row' ? [rows.get(line), columns.get(key)] : [rows.get(key), columns.get(line)];
        return row === undefined || column === undefined ? null : [row, column];
      };
      return {
        relation: index,
        line,
        ...evaluate(at(relation.total), relation.parts.map(at), numbers, relation.rounding),
      };
    }),
  );
}

export interface OwnRelations {
  readonly relations: readonly InferredRelation[];
  /** Sums that a missing cell or a word kept from being checked. */
  readonly unchecked: number;
}

/** The same, as found sums are shown: what a person confirmed is no hint. */
export function ownRelations(form: OwnForm, document: Document, table: InferredTable): OwnRelations {
  const sums = checkOwnForm(form, document, table.block);
  const cellAt = new Map(table.cells.map((cell) => [`${cell.row},${cell.column}`, cell]));
  const names = {
    row: namesByKey(table.rowKeys, table.rowNames),
    column: namesByKey(table.columnKeys, table.columnNames),
  };
  const own = form.relations.map((): InferredSum[] => []);
  for (const sum of sums) {
    // A sum of a row stands in a row, and adds columns.
    const axis = form.relations[sum.relation]?.axis ?? 'row';
    own[sum.relation]?.push(...asInferred(sum, names[axis], cellAt));
  }
  const shown = form.relations.flatMap((relation, index): InferredRelation[] => {
    const found = own[index] ?? [];
    if (found.length === 0) return [];
    const added = names[relation.axis === 'row' ? 'column' : 'row'];
    const name = (key: string): string => added.get(key) ?? key;
    const { axis, total: totalKey, parts: partKeys } = relation;
    const key = JSON.stringify(['own', axis, totalKey, partKeys, relation.lines]);
    return [{ key, axis, total: name(totalKey), totalKey, parts: partKeys.map(name), partKeys, sums: found }];
  });
  return { relations: shown, unchecked: sums.filter(({ state }) => state === 'unchecked').length };
}

function namesByKey(keys: readonly string[], texts: readonly string[]): ReadonlyMap<string, string> {
  return new Map(keys.map((key, at) => [key, texts[at] ?? key]));
}

function asInferred(
  { state, line, total, parts, sum, difference, allowance }: OwnFormSum,
  lines: ReadonlyMap<string, string>,
  cellAt: ReadonlyMap<string, InferredCell>,
): InferredSum[] {
  const cell = total === null ? undefined : cellAt.get(total.join());
  if (state === 'unchecked' || cell === undefined || sum === null || difference === null) return [];
  return [
    {
      line: lines.get(line) ?? line,
      lineKey: line,
      total: cell,
      parts: parts.flatMap((part) => cellAt.get(part.join()) ?? []),
      sum,
      holds: state === 'consistent',
      difference,
      allowance,
      hint: false,
      suspects: [],
    },
  ];
}

function places(keys: readonly string[]): ReadonlyMap<string, number> {
  return new Map(keys.map((key, at) => [key, at]));
}

function evaluate(
  total: CellAt | null,
  parts: readonly (CellAt | null)[],
  numbers: readonly (readonly Printed[])[],
  rounded: number,
): Omit<OwnFormSum, 'relation' | 'line'> {
  const found = parts.filter((part) => part !== null);
  const printed = (cell: CellAt): Printed | undefined => numbers[cell[0]]?.[cell[1]];
  const added = found.map(printed);
  const of = total === null ? undefined : printed(total);
  const unread = found.length < parts.length || added.some((part) => part === undefined || part.kind === 'text');
  if (of?.kind !== 'number' || unread)
    return { state: 'unchecked', total, parts: found, sum: null, difference: null, allowance: 0 };
  const values = added.map((part) => part?.value ?? 0);
  const sum = exactSum(values);
  const difference = exactSum([of.value, -sum]);
  const cells = [of, ...added.flatMap((part) => (part?.kind === 'number' ? part : []))];
  const allowance = Math.max(rounded, allowanceOf(cells));
  const state = Math.abs(difference) <= allowance ? 'consistent' : 'inconsistent';
  return { state, total, parts: found, sum, difference, allowance };
}

/** Whole numbers are counted, unless they were seen to be rounded; what has decimals may be rounded in its last digit. */
function allowanceOf(cells: readonly Printed[]): number {
  const digits = Math.min(...cells.map(({ decimals }) => decimals));
  const isWhole = cells.every(({ decimals }) => decimals === 0);
  const count = cells.filter(({ value }, index) => index > 0 && value !== 0).length;
  // Half of the last digit may be meant exactly: a hair above, below the next that can be printed.
  return isWhole ? 0 : rounding(10 ** -digits, count) + 10 ** -(digits + 3);
}
