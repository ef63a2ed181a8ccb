/** Columns that the form does not have, and one that is gone. */
import { type Layout, sheetLayout } from './layout';
import { cellOf, emptyCells, headingRows, labelColumns, padded, type Sheet, transposed, widthOf } from './sheet';

/** A column put before column `at`; `text` gives its cells. */
function withColumn(sheet: Sheet, at: number, text: (row: number, head: number) => string): Sheet {
  const head = headingRows(sheet);
  const heading = cellOf(text(-1, head), 'header');
  return sheet.map((row, index) => [
    ...row.slice(0, at),
    index < head ? heading : cellOf(text(index, head), 'empty'),
    ...row.slice(at),
  ]);
}

/** An empty column behind each one of numbers. */
function withSpacers(sheet: Sheet): Sheet {
  const labels = labelColumns(sheet);
  return transposed(
    transposed(sheet).flatMap((column, at) => (at < labels ? [column] : [column, emptyCells(column.length)])),
  );
}

const ordinal = (row: number, head: number): string => (row < 0 ? '序号' : String(row - head + 1));

/** As printed, slips and all: behind the five kinds of legal persons, before the total. */
function subtotalOf(row: Sheet[number] = []): string {
  return String(row.slice(-6, -1).reduce((sum, { text }) => sum + (Number.parseInt(text, 10) || 0), 0));
}

export const columns: readonly Layout[] = [
  sheetLayout('ordinals before the rows', (sheet, { shape }) =>
    shape === 'strip' ? sheet : withColumn(sheet, 0, ordinal),
  ),
  sheetLayout('remarks behind the rows', (sheet) =>
    withColumn(sheet, widthOf(sheet), (row, head) => (row < 0 ? '备注' : row === head ? '含下属单位' : '')),
  ),
  sheetLayout('a subtotal of legal persons', (sheet, { shape }) =>
    shape === 'applicants'
      ? withColumn(sheet, widthOf(sheet) - 1, (row) => (row < 0 ? '小计' : subtotalOf(sheet[row])))
      : sheet,
  ),
  sheetLayout('empty columns between', (sheet) => padded(withSpacers(sheet))),
  sheetLayout('an empty column before', (sheet) => sheet.map((row) => [...emptyCells(1), ...row])),
  sheetLayout(
    'no column of charities',
    (sheet, { shape }) =>
      shape === 'applicants' ? sheet.map((row) => row.filter((_, column) => column !== 6)) : sheet,
    'partly',
  ),
  sheetLayout(
    'no column of other results',
    (sheet, { shape }) => (shape === 'strip' ? sheet.map((row) => row.filter((_, column) => column !== 7)) : sheet),
    'partly',
  ),
];
