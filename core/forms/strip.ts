/** Table four: one row of numbers under headings, the same columns for each group. */
import { looksLikeValue } from '../document/number';
import type { Grid } from '../grid/grid';
import { type Claims, collectUnclaimed, isNumber } from './claims';
import type { CellId, FormTable } from './form';
import { columnLabels, innermostLabels, type LabelIndex } from './labels';
import type { LabelledRow, ValueCell } from './rows';

function claimsOf(
  pairs: readonly (readonly [CellId, ValueCell])[],
  blocks: readonly number[],
  all: readonly ValueCell[],
): Claims {
  const cells = new Map(pairs.filter(([, value]) => !value.merged));
  const unclaimed: Claims['unclaimed'][number][] = [];
  collectUnclaimed(all, new Set(pairs.map(([, value]) => value)), unclaimed);
  const merged = pairs.find(([, value]) => value.merged);
  const alterations =
    merged === undefined ? [] : [{ kind: 'cells-merged' as const, label: '', place: merged[1].place }];
  return { cells, blocks, further: [], alterations, unclaimed };
}

export function claimStripGrid(grid: Grid, block: number, table: FormTable): Claims | null {
  const [first] = table.rows;
  if (first === undefined) return null;
  const results = columnLabels(first);
  const heads = grid.cells.filter((cell) => cell.text !== '' && results.match(cell.text) !== null);
  if (heads.length < 4) return null;
  const below = Math.max(...heads.map((cell) => cell.row + cell.rowSpan));
  const row = dataRow(grid, below);
  if (row === null) return null;
  const cells = Array.from({ length: grid.width }, (_, column) => grid.at(row, column));
  const values = cells.map((cell): ValueCell | null =>
    cell === undefined
      ? null
      : {
          raw: cell.text,
          place: { block, cell: cell.ordinal },
          soft: false,
          merged: cell.colSpan > 1,
        },
  );
  const ids = columnIds(grid, below, table, results) ?? orderedIds(values, table);
  if (ids === null) return null;
  const pairs = ids.flatMap((id, column): (readonly [CellId, ValueCell])[] => {
    const value = values[column];
    return id === null || value === null || value === undefined ? [] : [[id, value]];
  });
  const others = grid.cells.filter((cell) => cell.row >= below && cell.row !== row && !isNumbering(grid, cell.row));
  const rest = others.map(
    (cell): ValueCell => ({ raw: cell.text, place: { block, cell: cell.ordinal }, soft: false, merged: false }),
  );
  const claims = claimsOf(pairs, [block], [...values.filter((value) => value !== null), ...rest]);
  const extra = rest.find(isNumber);
  if (extra === undefined) return claims;
  return {
    ...claims,
    alterations: [...claims.alterations, { kind: 'row-extra', label: extra.raw, place: extra.place }],
  };
}

/** The first row below the headings that holds a number, or else the first that holds nothing but blanks. */
function dataRow(grid: Grid, below: number): number | null {
  const rows = Array.from({ length: grid.height - below }, (_, offset) => below + offset).filter(
    (row) => !isNumbering(grid, row),
  );
  const texts = (row: number): string[] =>
    Array.from({ length: grid.width }, (_, column) => grid.at(row, column)?.text ?? '');
  const withValues = rows.find((row) => texts(row).some((text) => text !== '' && looksLikeValue(text)));
  return withValues ?? rows.find((row) => texts(row).every((text) => looksLikeValue(text))) ?? null;
}

/** 1, 2, 3 … under the headings number the columns. */
function isNumbering(grid: Grid, row: number): boolean {
  return (
    grid.width > 4 &&
    Array.from({ length: grid.width }, (_, column) => grid.at(row, column)?.text).every(
      (text, index) => text === String(index + 1),
    )
  );
}

/** Cell id of each grid column by the headings above it; null where any of them is unclear. */
function columnIds(grid: Grid, below: number, table: FormTable, results: LabelIndex): (CellId | null)[] | null {
  const groups = innermostLabels(table);
  const ids = Array.from({ length: grid.width }, (_, column): CellId | null => {
    const path: string[] = [];
    for (let row = 0; row < below; row++) {
      const text = grid.at(row, column)?.text ?? '';
      if (text !== '' && path.at(-1) !== text) path.push(text);
    }
    const result = results.match(path.at(-1) ?? '') ?? results.match(path.slice(-2).join(''));
    const group = path.map((text) => groups.match(text)).findLast((match) => match !== null);
    if (!result || !group) return null;
    return table.rows[group.index]?.cells[result.index]?.id ?? null;
  });
  const known = ids.filter((id) => id !== null);
  return known.length >= 5 && new Set(known).size === known.length && known.length % 5 === 0 ? ids : null;
}

/** Exactly as many columns as the form has cells: the order decides. */
function orderedIds(values: readonly (ValueCell | null)[], table: FormTable): CellId[] | null {
  const ids = table.rows.flatMap((row) => row.cells.map((cell) => cell.id));
  return values.length === ids.length && values.every((value) => value !== null) ? ids : null;
}

/** From plain text: one run with a value for every cell, or one run for each group under its heading. */
export function claimStripRows(rows: readonly LabelledRow[], table: FormTable): Claims | null {
  const ids = table.rows.flatMap((row) => row.cells.map((cell) => cell.id));
  for (const row of rows) {
    const values = exactly(row.values, ids.length);
    if (values !== null) return claimsOf(pair(ids, values), [row.block], row.values);
  }
  const groups = innermostLabels(table);
  const pairs: (readonly [CellId, ValueCell])[] = [];
  const blocks: number[] = [];
  for (const row of rows) {
    const group = row.labels.map((label) => groups.match(label.text)).findLast((match) => match !== null);
    const cells = group ? table.rows[group.index]?.cells.map((cell) => cell.id) : undefined;
    const values = cells === undefined ? null : exactly(row.values, cells.length);
    if (cells === undefined || values === null) continue;
    pairs.push(...pair(cells, values));
    blocks.push(row.block);
  }
  return pairs.length === 0 ? null : claimsOf(pairs, blocks, []);
}

function exactly(values: readonly ValueCell[], count: number): readonly ValueCell[] | null {
  const hard = values.filter((value) => !value.soft);
  if (hard.length === count) return hard;
  return values.length === count ? values : null;
}

function pair(ids: readonly CellId[], values: readonly ValueCell[]): (readonly [CellId, ValueCell])[] {
  return ids.flatMap((id, index) => {
    const value = values[index];
    return value === undefined ? [] : [[id, value] as const];
  });
}
