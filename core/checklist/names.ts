/** Which cells of a form a name may mean: a cell id, or labels as people write them, in any order. */
import { editDistance, essence, labelKey, labelKeyWithoutAsides } from '../document/text';
import type { CellId, FormCell, FormRow, FormTable } from '../forms/form';

export interface NamedCell {
  readonly id: CellId;
  readonly table: FormTable;
  readonly row: FormRow;
  readonly cell: FormCell;
  /** The words for its table, headings, row and column, each in all its ways of writing. */
  readonly parts: readonly (readonly string[])[];
  /** Which part is the column; the one before it is the row. */
  readonly column: number;
}

/** A name may leave out the ends of a label, but not so much that one character is left. */
const SHORTEST = 2;
/** Longer is no name, and costs time. */
const MAX_NAME = 80;

const known = new WeakMap<FormTable, readonly NamedCell[]>();

export function namedCells(tables: readonly FormTable[]): readonly NamedCell[] {
  return tables.flatMap((table) => {
    const cells = known.get(table) ?? cellsOf(table);
    known.set(table, cells);
    return cells;
  });
}

function cellsOf(table: FormTable): NamedCell[] {
  // The cells of a row, and those of a column, share their keys, which are then looked for once.
  const shared = new Map<string, readonly string[]>();
  const keysOf = (labels: readonly string[]): readonly string[] => {
    const keys = shared.get(labels.join('\n')) ?? waysOf(labels);
    shared.set(labels.join('\n'), keys);
    return keys;
  };
  return table.rows.flatMap((row) => {
    const headings = row.path.map((label) => keysOf([label.zh]));
    const own = row.label === null ? [] : [keysOf([row.label.zh, ...row.aliases])];
    return row.cells.map((cell): NamedCell => {
      const above = row.label === null ? [] : cell.column.path.map((label) => keysOf([label.zh]));
      const parts = [keysOf([table.name.zh]), ...above, ...headings, ...own];
      const column = keysOf([cell.column.label.zh, ...cell.column.aliases]);
      return { id: cell.id, table, row, cell, parts: [...parts, column], column: parts.length };
    });
  });
}

function waysOf(labels: readonly string[]): string[] {
  const keys = labels.flatMap((label) => [numberedKey(label), labelKey(label), labelKeyWithoutAsides(label)]);
  return [...new Set(keys)].filter((key) => key !== '');
}

/** A cell that a name may mean. */
export interface Candidate extends NamedCell {
  /** The name says which row. Where it does not, what stands beside it may. */
  readonly rowIsNamed: boolean;
}

/**
 * All cells that the name fits best, those with a named row first; none where it fits none. A row that has a total
 * means its total. Numbering counts where it is written: （七）总计 is a row, 总计 may be a column.
 */
export function cellsNamed(name: string, cells: readonly NamedCell[]): readonly Candidate[] {
  const exact = cells.filter((cell) => cell.id === name);
  if (exact.length > 0) return exact.map((cell) => ({ ...cell, rowIsNamed: true }));
  if (name.length > MAX_NAME) return [];
  for (const key of new Set([numberedKey(name), keyOf(name, labelKey), keyOf(name, labelKeyWithoutAsides)])) {
    const found = key.length < SHORTEST ? [] : candidatesFor(key, cells);
    if (found.length > 0) return found;
  }
  return [];
}

const ASIDE = /[\s.·、,;:()'"“”‘’「」]+/g;

/** 七总计, 1属于国家秘密 */
function numberedKey(name: string): string {
  return essence(name).replace(ASIDE, '');
}

/** Numbering may stand before each label: 表三（一）予以公开. */
function keyOf(name: string, key: (text: string) => string): string {
  return name
    .replace(/\((?:[一二三四五六七八九十]{1,3}|\d{1,2})\)|[①-⒛]/g, ' ')
    .replace(/(^|[^\d])\d{1,2}[.、](?=\D)/g, '$1 ')
    .split(/[\s.·“”"「」:;，,]+/)
    .map(key)
    .join('');
}

function candidatesFor(key: string, cells: readonly NamedCell[]): Candidate[] {
  const reaches = remembered(key);
  let least = Number.POSITIVE_INFINITY;
  let best: { readonly cell: NamedCell; readonly named: readonly number[] }[] = [];
  for (const cell of cells) {
    const fit = fitOf(key, cell, reaches);
    if (fit === null || fit.cost > least) continue;
    if (fit.cost < least) best = [];
    least = fit.cost;
    best.push({ cell, named: fit.named });
  }
  const totals = best.filter(({ cell, named }) => named.some((parts) => !leavesTotalOut(cell, parts)));
  const candidates = (totals.length > 0 ? totals : best).map(
    ({ cell, named }): Candidate => ({ ...cell, rowIsNamed: named.some((parts) => namesRow(cell, parts)) }),
  );
  return [...candidates.filter((each) => each.rowIsNamed), ...candidates.filter((each) => !each.rowIsNamed)];
}

/** Beside the table and the column, something was named. */
function namesRow(cell: NamedCell, parts: number): boolean {
  return (parts & (1 << (cell.column - 1))) !== 0 && cell.column > 1;
}

/** 予以公开 without an applicant means the total of its row, no other cell. */
function leavesTotalOut({ column, row, cell }: NamedCell, parts: number): boolean {
  const columnIsNamed = (parts & (1 << column)) !== 0;
  const otherIsNamed = (parts & ~1 & ~(1 << column)) !== 0;
  const hasTotal = row.cells.some((each) => each.column.id === 'total');
  return !columnIsNamed && otherIsNamed && hasTotal && cell.column.id !== 'total';
}

interface Fit {
  readonly cost: number;
  /** Ways to read it, each as a set of bits: bit i, part i was named. */
  readonly named: readonly number[];
}

/** The key as a chain of parts, each at most once; a part that is shortened costs 1. Null where it is no such chain. */
function fitOf(key: string, { parts, column }: NamedCell, reaches: Reaches): Fit | null {
  const reached = new Map<number, Map<number, number>>([[0, new Map([[0, 0]])]]);
  for (let at = 0; at < key.length; at++) {
    for (const [named, cost] of reached.get(at) ?? []) {
      const step = (length: number, more: number, spent: number): void => {
        const next = reached.get(at + length) ?? new Map<number, number>();
        if ((next.get(more) ?? Number.POSITIVE_INFINITY) > spent) next.set(more, spent);
        reached.set(at + length, next);
      };
      if (named !== 0 && key[at] === '的') step(1, named, cost);
      for (const [index, names] of parts.entries()) {
        if ((named & (1 << index)) !== 0) continue;
        for (const [length, extra] of reaches(names, at)) {
          step(length, named | (1 << index), cost + extra);
          // 予以公开行, 自然人列: the word after a label says what it is the label of.
          const word = key[at + length];
          if (word === (index === column ? '列' : '行')) step(length + 1, named | (1 << index), cost + extra);
        }
      }
    }
  }
  const whole = [...(reached.get(key.length) ?? [])].filter(([named]) => named !== 0);
  if (whole.length === 0) return null;
  const cost = Math.min(...whole.map(([, each]) => each));
  return { cost, named: whole.filter(([, each]) => each === cost).map(([named]) => named) };
}

type Reaches = (names: readonly string[], at: number) => ReadonlyMap<number, number>;

function remembered(key: string): Reaches {
  const known = new Map<readonly string[], ReadonlyMap<number, number>[]>();
  return (names, at) => {
    const own = known.get(names) ?? [];
    known.set(names, own);
    const lengths = own[at] ?? lengthsAt(key, at, names);
    own[at] = lengths;
    return lengths;
  };
}

/** How far each of the names, or a piece of one, reaches from here; with its cost. */
function lengthsAt(key: string, at: number, names: readonly string[]): Map<number, number> {
  const lengths = new Map<number, number>();
  for (const name of names) {
    for (let length = SHORTEST; at + length <= key.length; length++) {
      const piece = key.slice(at, at + length);
      if (!name.includes(piece)) break;
      if (piece === name) lengths.set(length, 0);
      else if (!lengths.has(length)) lengths.set(length, 1);
    }
  }
  return lengths;
}

/** For a name that fits nothing: the cells whose names are nearest, best first. */
export function nearestCells(name: string, cells: readonly NamedCell[], count: number): CellId[] {
  const key = /^[\w.]+$/.test(name) ? name : keyOf(name, labelKey);
  const short = key.slice(0, MAX_NAME);
  const limit = Math.max(1, Math.ceil(short.length / 2));
  const distances = cells.flatMap((cell) => {
    const distance = Math.min(...waysToName(cell).map((way) => editDistance(short, way, limit)));
    return distance > limit ? [] : [{ id: cell.id, distance }];
  });
  return distances
    .sort((a, b) => a.distance - b.distance)
    .slice(0, count)
    .map(({ id }) => id);
}

function waysToName({ id, parts, row, cell, column }: NamedCell): string[] {
  const rowKeys = parts[column - 1] ?? [];
  const columnKeys = parts[column] ?? [];
  const standsForRow = row.cells.length === 1 || cell.column.id === 'total';
  return [
    id,
    ...columnKeys,
    ...(standsForRow ? rowKeys : []),
    ...rowKeys.flatMap((rowKey) => columnKeys.map((columnKey) => rowKey + columnKey)),
  ];
}
