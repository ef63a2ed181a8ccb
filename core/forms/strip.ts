/** Table four: numbers of each group of disputes, by result. */
import { gather } from '../document/gather';
import type { Grid } from '../grid/grid';
import { turned } from '../grid/reshape';
import { type Claims, collectUnclaimed } from './claims';
import type { CellId, FormTable } from './form';
import { innermostLabels, type LabelIndex } from './labels';
import type { Alteration } from './reading';
import type { LabelledRow, ValueCell } from './rows';
import { type StripCells, stripCells } from './strip-grid';

function claimsOf({ pairs, all }: StripCells, blocks: readonly number[]): Claims {
  const cells = new Map(pairs.filter(([, value]) => !value.merged));
  const unclaimed: Claims['unclaimed'][number][] = [];
  const claimed = new Set(pairs.map(([, value]) => value));
  collectUnclaimed(
    all,
    (value) => claimed.has(value),
    () => null,
    unclaimed,
  );
  const merged = pairs.find(([, value]) => value.merged);
  const alterations: Alteration[] =
    merged === undefined ? [] : [{ kind: 'cells-merged', label: '', place: merged[1].place }];
  return { cells, blocks, further: [], alterations, unclaimed };
}

/** A table of results by groups, upright or turned: whichever way more of it is understood. */
export function claimStripGrid(grid: Grid, block: number, table: FormTable, caption: string): Claims | null {
  const upright = stripCells(grid, block, table, caption);
  const whole = table.rows.reduce((sum, row) => sum + row.cells.length, 0);
  const other = (upright?.pairs.length ?? 0) < whole ? stripCells(turned(grid), block, table, caption) : null;
  const best = (other?.pairs.length ?? 0) > (upright?.pairs.length ?? 0) ? other : upright;
  return best === null || best.pairs.length === 0 ? null : claimsOf(best, [block]);
}

/** Tables that hold groups of their own, joined where they follow each other: each run of them is one table four. */
export function joinStrips(parts: readonly Claims[]): Claims[] {
  const runs: Claims[] = [];
  for (const part of parts) {
    const last = runs.at(-1);
    if (last === undefined || [...part.cells.keys()].some((cell) => last.cells.has(cell))) runs.push(part);
    else
      runs[runs.length - 1] = {
        cells: new Map([...last.cells, ...part.cells]),
        blocks: [...new Set([...last.blocks, ...part.blocks])],
        further: [],
        alterations: [...last.alterations, ...part.alterations],
        unclaimed: [...last.unclaimed, ...part.unclaimed],
      };
  }
  return runs;
}

/** Numbers that are left over are another line; cells that are left over, and no number is, are columns cut out. */
export function withStripAlterations(claims: Claims, table: FormTable): Claims {
  const [extra] = claims.unclaimed;
  const merged = claims.alterations.length > 0;
  const missing =
    extra !== undefined || merged
      ? []
      : gather(table.rows, (row) => row.cells).filter((cell) => !claims.cells.has(cell.id));
  return {
    ...claims,
    alterations: [
      ...claims.alterations,
      ...(extra === undefined ? [] : [{ kind: 'row-extra' as const, label: extra.raw, place: extra.place }]),
      ...missing.map((cell) => ({ kind: 'column-missing' as const, label: cell.column.label.zh, place: null })),
    ],
  };
}

/** From plain text: one run with a value for every cell, or one run for each group under its heading. */
export function claimStripRows(rows: readonly LabelledRow[], table: FormTable): Claims | null {
  const ids = gather(table.rows, (row) => row.cells.map((cell) => cell.id));
  for (const row of rows) {
    const values = exactly(row.values, ids.length);
    if (values !== null) return claimsOf({ pairs: pair(ids, values), all: row.values }, [row.block]);
  }
  const groups = innermostLabels(table);
  const pairs: (readonly [CellId, ValueCell])[] = [];
  const blocks: number[] = [];
  for (const row of rows) {
    const group = soleGroup(row, groups);
    const cells = group === null ? undefined : table.rows[group]?.cells.map((cell) => cell.id);
    const values = cells === undefined ? null : exactly(row.values, cells.length);
    if (cells === undefined || values === null) continue;
    pairs.push(...pair(cells, values));
    blocks.push(row.block);
  }
  return pairs.length === 0 ? null : claimsOf({ pairs, all: [] }, blocks);
}

/** The one group whose heading stands over the numbers; with several over them, some are not this one’s. */
function soleGroup(row: LabelledRow, groups: LabelIndex): number | null {
  const named = new Set(gather(row.labels, (label) => groups.match(label.text)?.index ?? []));
  const [group] = named;
  return group === undefined || named.size > 1 ? null : group;
}

function exactly(values: readonly ValueCell[], count: number): readonly ValueCell[] | null {
  const hard = values.filter((value) => !value.soft);
  if (hard.length === count) return hard;
  return values.length === count ? values : null;
}

function pair(ids: readonly CellId[], values: readonly ValueCell[]): (readonly [CellId, ValueCell])[] {
  return gather(ids, (id, index) => {
    const value = values[index];
    return value === undefined ? [] : [[id, value] as const];
  });
}
