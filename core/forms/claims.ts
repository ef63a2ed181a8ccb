/** What one table of a form claims of a document: cells with their values, and what did not fit. */
import { gather } from '../document/gather';
import { isNumberText, readCellNumber } from '../document/number';
import { exactSum } from '../relations/exact';
import { type AlignedRow, alignRows, labelOf } from './align';
import type { CellId, FormRow, FormTable } from './form';
import { groupLabels, type LabelIndex, rowLabels } from './labels';
import type { Alteration, UnclaimedValue } from './reading';
import type { LabelledRow, ValueCell } from './rows';

export interface Claims {
  readonly cells: ReadonlyMap<CellId, ValueCell>;
  readonly blocks: readonly number[];
  /** Blocks that hold the same table once more: of another report on the page, or a copy. They were not read. */
  readonly further: readonly number[];
  readonly alterations: readonly Alteration[];
  readonly unclaimed: readonly UnclaimedValue[];
}

/**
 * Claims of tables whose rows carry labels. `whole`: the source keeps rows in order and to the end, so that a row which
 * is missing or out of place is so on the page, and was not lost or shuffled on the way.
 */
export function claimRows(sources: readonly LabelledRow[], table: FormTable, whole: boolean): Claims {
  const aligned = alignRows(sources, table);
  const cells = new Map<CellId, ValueCell>();
  const unclaimed: UnclaimedValue[] = [];
  const alterations: Alteration[] = [];
  const groups = groupLabels(table);
  for (const each of aligned) {
    const formRow = each.row === null ? undefined : table.rows[each.row];
    if (formRow !== undefined) {
      claimRow(each, formRow, cells, alterations);
      if (each.moved && whole) alterations.push(movedRow(each, formRow));
      const beside = (value: ValueCell): readonly CellId[] | null =>
        value.merged ? null : isAddedUp(value, each) ? [] : formRow.cells.map((cell) => cell.id);
      collectUnclaimed(each.source.values, (value) => each.values.includes(value), beside, unclaimed);
    } else {
      collectUnclaimed(each.source.values, () => false, columnsBeside(each.source, table), unclaimed);
      const extra = extraRow(each.source, table, groups);
      if (extra !== null) alterations.push(extra);
    }
  }
  alterations.push(...missingRows(aligned, table, whole));
  return {
    cells,
    blocks: [...new Set(aligned.filter((each) => each.row !== null).map((each) => each.source.block))],
    further: [],
    alterations,
    unclaimed,
  };
}

function claimRow(each: AlignedRow, row: FormRow, cells: Map<CellId, ValueCell>, alterations: Alteration[]): void {
  for (const [index, value] of each.values.entries()) {
    const cell = row.cells[index];
    if (cell !== undefined && value !== null && !value.merged) cells.set(cell.id, value);
  }
  const merged = each.values.find((value) => value?.merged);
  if (merged) alterations.push({ kind: 'cells-merged', label: row.label?.zh ?? '', place: merged.place });
}

function movedRow(each: AlignedRow, row: FormRow): Alteration {
  return { kind: 'row-moved', label: row.label?.zh ?? '', place: each.source.labels.at(-1)?.place ?? null };
}

export function isNumber(value: ValueCell): boolean {
  return isNumberText(value.raw);
}

export function collectUnclaimed(
  values: readonly ValueCell[],
  isClaimed: (value: ValueCell) => boolean,
  beside: (value: ValueCell) => readonly CellId[] | null,
  unclaimed: UnclaimedValue[],
): void {
  for (const value of values) {
    if ((value.merged || !isClaimed(value)) && isNumber(value))
      unclaimed.push({ raw: value.raw, place: value.place, beside: beside(value) });
  }
}

/** A subtotal of numbers that are there: not of such as only it stands for, whose cells are empty. */
function isAddedUp(value: ValueCell, { source, values }: AlignedRow): boolean {
  if (value.subtotal === undefined) return false;
  if (values.every((each) => each !== null && isNumber(each))) return true;
  const own = amountOf(value);
  const before = source.values.slice(0, source.values.indexOf(value)).map(amountOf);
  return own !== 0 && before.some((_, at) => exactSum(before.slice(at)) === own);
}

function amountOf({ raw }: ValueCell): number {
  return readCellNumber(raw).value ?? 0;
}

/** A row that the form does not have is counted in the sums of the columns it is printed under. */
function columnsBeside({ columns, values }: LabelledRow, { rows }: FormTable): (value: ValueCell) => CellId[] | null {
  return (value) => {
    const column = columns?.[values.indexOf(value)] ?? null;
    return column === null || value.merged ? null : gather(rows, ({ cells }) => cells[column]?.id ?? []);
  };
}

/** A row with a label and numbers of its own that is no row of the form, or whose numbers could not be told apart. */
function extraRow(source: LabelledRow, table: FormTable, groups: LabelIndex): Alteration | null {
  const label = source.labels.at(-1);
  if (label === undefined || source.labelling !== 'own' || !source.values.some(isNumber)) return null;
  const known = labelOf(source, rowLabels(table));
  if (known !== null) return source.ragged ? null : { kind: 'row-unread', label: label.text, place: label.place };
  if (groups.match(label.text) !== null) return null;
  return { kind: 'row-extra', label: label.text, place: label.place };
}

/** Rows of the form that no text of the page names; at the end only where the table is known to be whole. */
function missingRows(aligned: readonly AlignedRow[], table: FormTable, whole: boolean): Alteration[] {
  const claimed = new Set(aligned.map((each) => each.row));
  const last = table.rows.findLastIndex((_, index) => claimed.has(index));
  const open = gather(table.rows, (row, index) =>
    claimed.has(index) || (index > last && !whole) ? [] : [{ row, index }],
  );
  if (open.length === 0) return [];
  const seen = rowLabels(table);
  const named = new Set(gather(aligned, (each) => each.source.labels.map((label) => seen.match(label.text)?.index)));
  return open
    .filter(({ index }) => !named.has(index))
    .map(({ row }) => ({ kind: 'row-missing', label: row.label?.zh ?? '', place: null }));
}
