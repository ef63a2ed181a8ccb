/**
 * 推断的合计关系: the tables of a document of unknown form with the sums found in them, as people look at them: what
 * adds up the same way in several lines is one relation. Not part of `check`: made where somebody asks for it.
 */
import type { Document, Place, Table } from '../document/document';
import { formGrid, type Grid } from '../grid/grid';
import { exactSum } from '../relations/exact';
import { type FoundDerived, findDerived, type Operator } from './derived';
import type { Axis } from './field';
import { type Names, namesOf } from './labels';
import { type Kind, type Printed, readNumbers } from './numbers';
import { type CellAt, type FoundSum, findSums } from './sums';

export interface InferredCell {
  readonly place: Place;
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly colSpan: number;
  readonly text: string;
  readonly kind: Kind;
}

export interface InferredSum {
  /** Of its line: the column of a sum of rows, the row of a sum of columns. */
  readonly line: string;
  readonly lineKey: string;
  readonly total: InferredCell;
  readonly parts: readonly InferredCell[];
  /** What the parts come to, exactly. */
  readonly sum: number;
  readonly holds: boolean;
  readonly difference: number;
  readonly allowance: number;
  readonly hint: boolean;
  readonly suspects: readonly InferredCell[];
}

export interface InferredRelation {
  /** By the labels of total, parts and lines, not by their places. */
  readonly key: string;
  readonly axis: Axis;
  readonly total: string;
  readonly totalKey: string;
  readonly parts: readonly string[];
  readonly partKeys: readonly string[];
  /** In the order of the table. */
  readonly sums: readonly InferredSum[];
}

/** A difference or share that is not what its head says: for a person to look at. */
export interface InferredDerived {
  readonly operator: Operator;
  /** Of its column and line. */
  readonly name: string;
  readonly total: InferredCell;
  /** What is taken from the first, or what it is a share of. */
  readonly parts: readonly InferredCell[];
  /** Printed less what it should be; of shares in percent. */
  readonly difference: number;
}

/** `wrong`: fails where the rest of the table says that it should hold. `hint`: a person should look whether it is one. */
export type InferredState = 'wrong' | 'hint' | 'holds';

export interface InferredTable {
  /** Index into the blocks of the document. */
  readonly block: number;
  /** What is written above it; empty where nothing is. */
  readonly caption: string;
  readonly width: number;
  readonly height: number;
  readonly cells: readonly InferredCell[];
  /** Labels of rows and columns as printed, and as other years are known by (`labels.ts`). */
  readonly rowNames: readonly string[];
  readonly columnNames: readonly string[];
  readonly rowKeys: readonly string[];
  readonly columnKeys: readonly string[];
  /** What fails first. */
  readonly relations: readonly InferredRelation[];
  /** What fails alone: beside the sums, and never confirmed or kept. */
  readonly derived: readonly InferredDerived[];
}

const ORDER: Readonly<Record<InferredState, number>> = { wrong: 0, hint: 1, holds: 2 };
/** Below that a table holds no sum anybody needs help with. */
const LEAST_NUMBERS = 3;
const LONGEST_CAPTION = 60;

/** `except`: blocks that a form has claimed. Tables without three numbers are left out. */
export function inferSums(document: Document, except: ReadonlySet<number> = new Set()): InferredTable[] {
  return tablesIn(document, except, searchAll);
}

/** The same tables without a search for sums: their labels and cells, read in a moment. */
export function labelledTables(document: Document, except: ReadonlySet<number> = new Set()): InferredTable[] {
  return tablesIn(document, except, () => NOTHING);
}

interface Found {
  readonly sums: readonly FoundSum[];
  readonly derived: readonly FoundDerived[];
}

type Search = (grid: Grid) => Found;

const NOTHING: Found = { sums: [], derived: [] };

function searchAll(grid: Grid): Found {
  const sums = findSums(grid);
  return { sums, derived: findDerived(grid, sums).filter(({ holds }) => !holds) };
}

function tablesIn(document: Document, except: ReadonlySet<number>, search: Search): InferredTable[] {
  return document.blocks.flatMap((block, index) => {
    if (block.kind !== 'table' || except.has(index)) return [];
    const table = inferTable(block, index, captionOf(document, index), search);
    return table === null ? [] : [table];
  });
}

export function sumState({ holds, hint }: Pick<InferredSum, 'holds' | 'hint'>): InferredState {
  if (hint) return 'hint';
  return holds ? 'holds' : 'wrong';
}

/** The gravest of its lines. */
export function relationState({ sums }: InferredRelation): InferredState {
  return sums
    .map(sumState)
    .reduce<InferredState>((worst, next) => (ORDER[next] < ORDER[worst] ? next : worst), 'holds');
}

function inferTable(table: Table, block: number, caption: string, search: Search): InferredTable | null {
  const grid = formGrid(table);
  if (grid === null) return null;
  const numbers = readNumbers(grid);
  if (numbers.flat().filter(({ kind }) => kind === 'number').length < LEAST_NUMBERS) return null;
  const cells = cellsOf(grid, numbers, block);
  const names = { row: namesOf(grid, numbers, 'rows'), column: namesOf(grid, numbers, 'columns') };
  const found = search(grid);
  const relations = relationsOf(found.sums, { names, numbers, cells });
  return {
    block,
    caption,
    width: grid.width,
    height: grid.height,
    cells,
    rowNames: names.row.text,
    columnNames: names.column.text,
    rowKeys: names.row.key,
    columnKeys: names.column.key,
    relations: relations.sort((a, b) => ORDER[relationState(a)] - ORDER[relationState(b)]),
    derived: found.derived.flatMap((each) => derivedOf(each, { names, numbers, cells })),
  };
}

function cellsOf({ cells }: Grid, numbers: readonly (readonly Printed[])[], block: number): InferredCell[] {
  return cells.map(({ ordinal, row, column, rowSpan, colSpan, text }) => ({
    place: { block, cell: ordinal },
    row,
    column,
    rowSpan,
    colSpan,
    text,
    kind: numbers[row]?.[column]?.kind ?? 'blank',
  }));
}

interface Around {
  readonly names: Readonly<Record<Axis, Names>>;
  readonly numbers: readonly (readonly Printed[])[];
  readonly cells: readonly InferredCell[];
}

function derivedOf({ operator, total, parts, difference }: FoundDerived, { names, cells }: Around): InferredDerived[] {
  const at = (place: CellAt): InferredCell[] =>
    cells.filter(({ row, column }) => row === place[0] && column === place[1]);
  const name = [names.row.text[total[0]], names.column.text[total[1]]].filter(
    (each) => each !== undefined && each !== '',
  );
  return at(total).map((cell) => ({
    operator,
    name: name.join(' · '),
    total: cell,
    parts: parts.flatMap(at),
    difference,
  }));
}

/** Sums of the same rows in several columns, or of the same columns in several rows, are one relation. */
function relationsOf(found: readonly FoundSum[], around: Around): InferredRelation[] {
  const groups = new Map<string, FoundSum[]>();
  for (const sum of found) {
    const positions = [sum.total, ...sum.parts].map(([row, column]) => (sum.axis === 'row' ? column : row));
    const id = `${sum.axis} ${positions.join()}`;
    groups.set(id, [...(groups.get(id) ?? []), sum]);
  }
  const cellAt = new Map(around.cells.map((cell) => [`${cell.row},${cell.column}`, cell]));
  return [...groups.values()].flatMap((sums) => relationOf(sums, around, cellAt) ?? []);
}

function relationOf(
  found: readonly FoundSum[],
  { names, numbers }: Around,
  cellAt: ReadonlyMap<string, InferredCell>,
): InferredRelation | null {
  const [first] = found;
  if (first === undefined) return null;
  const { axis } = first;
  // A sum along a row adds columns.
  const [added, line] = axis === 'row' ? [names.column, names.row] : [names.row, names.column];
  const position = ([row, column]: CellAt): number => (axis === 'row' ? column : row);
  const nameOf = (cell: CellAt, from: readonly string[]): string => from[position(cell)] ?? '';
  const lineAt = ([row, column]: CellAt): number => (axis === 'row' ? row : column);
  const cellsAt = (cells: readonly CellAt[]): InferredCell[] => cells.flatMap((cell) => cellAt.get(cell.join()) ?? []);
  const sums = found.flatMap((sum): InferredSum[] => {
    const total = cellAt.get(sum.total.join());
    if (total === undefined) return [];
    return [
      {
        line: line.text[lineAt(sum.total)] ?? '',
        lineKey: line.key[lineAt(sum.total)] ?? '',
        total,
        parts: cellsAt(sum.parts),
        sum: exactSum(sum.parts.map(([row, column]) => numbers[row]?.[column]?.value ?? 0)),
        holds: sum.holds,
        difference: sum.difference,
        allowance: sum.allowance,
        hint: sum.hint,
        suspects: cellsAt(sum.suspects),
      },
    ];
  });
  const totalKey = nameOf(first.total, added.key);
  const partKeys = first.parts.map((cell) => nameOf(cell, added.key));
  return {
    key: JSON.stringify([axis, totalKey, partKeys, sums.map(({ lineKey }) => lineKey)]),
    axis,
    total: nameOf(first.total, added.text),
    totalKey,
    parts: first.parts.map((cell) => nameOf(cell, added.text)),
    partKeys,
    sums,
  };
}

/** The line just above the table, where it is short enough to be its name. */
function captionOf({ blocks }: Document, index: number): string {
  const above = blocks[index - 1];
  return above?.kind === 'paragraph' && above.text.length <= LONGEST_CAPTION ? above.text.trim() : '';
}
