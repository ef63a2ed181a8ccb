/** Lines between and behind the rows, labels in other cells, numbers in merged ones. */
import type { FormTable } from '../../../core/index';
import { type Layout, sheetLayout } from './layout';
import {
  cellOf,
  emptyCells,
  headingRows,
  labelColumns,
  mapCells,
  type Sheet,
  type SheetCell,
  spanning,
  widthOf,
} from './sheet';

/** Group and item of a row in one cell: （三）不予公开 1.属于国家秘密. */
function withGroupInLabel(sheet: Sheet, table: FormTable): Sheet {
  const groups = new Map(table.rows.map((row) => [row.label?.zh, row.path.at(-1)?.zh ?? '']));
  return sheet.map((row) => {
    const label = row[2];
    const group = groups.get(label?.text) ?? '';
    if (label?.kind !== 'label' || row[0]?.kind !== 'label') return row;
    return [...spanning(`${group.startsWith('（') ? `${group} ` : ''}${label.text}`, 3), ...row.slice(3)];
  });
}

/** Each group on a line of its own, its items below it. */
function withGroupLines(sheet: Sheet): Sheet {
  let group: SheetCell | undefined;
  return sheet.flatMap((row, at) => {
    const [, inner, label] = row;
    const head = at < headingRows(sheet);
    const lines =
      !head && inner !== group && inner !== label && inner !== undefined ? [spanning(inner.text, widthOf(sheet))] : [];
    group = inner;
    return [...lines, head || label === undefined ? row : [...spanning(label.text, 3), ...row.slice(3)]];
  });
}

/** Two neighbours in the middle of the table made one cell. */
function merged(sheet: Sheet, right: number, below: number): Sheet {
  const row = headingRows(sheet) + 3;
  const column = labelColumns(sheet) + 1;
  const first = sheet[row]?.[column];
  if (first === undefined) return sheet;
  return sheet.map((cells, at) =>
    cells.map((cell, index) =>
      at - row >= 0 && at - row <= below && index - column >= 0 && index - column <= right ? first : cell,
    ),
  );
}

const inTableThree = (change: (sheet: Sheet, table: FormTable) => Sheet) => (sheet: Sheet, table: FormTable) =>
  table.shape === 'applicants' ? change(sheet, table) : sheet;

export const lines: readonly Layout[] = [
  sheetLayout('empty lines between', (sheet) => sheet.flatMap((row) => [row, emptyCells(row.length)])),
  sheetLayout('a footnote as the last line', (sheet) => [
    ...sheet,
    spanning('注：1.本表数据截至12月31日。', widthOf(sheet)),
  ]),
  sheetLayout('signed below', (sheet) => [
    ...sheet,
    [...spanning('填报人：某某', Math.max(1, widthOf(sheet) - 1)), cellOf('0000-0000000')],
  ]),
  sheetLayout('group and item in one cell', inTableThree(withGroupInLabel)),
  sheetLayout('groups on lines of their own', inTableThree(withGroupLines)),
  sheetLayout('labels without numbering', (sheet) =>
    mapCells(sheet, (cell) =>
      cell.kind === 'label' ? { ...cell, text: cell.text.replace(/^(?:[一二三四]、|（[一-七]）|\d\.)/, '') } : cell,
    ),
  ),
  sheetLayout(
    'two numbers of a row merged',
    inTableThree((sheet) => merged(sheet, 1, 0)),
    'partly',
  ),
  sheetLayout(
    'two numbers of a column merged',
    inTableThree((sheet) => merged(sheet, 0, 1)),
    'partly',
  ),
];
