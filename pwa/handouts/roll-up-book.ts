/** 汇总表 as a workbook: the sums beside the region's report, the form filled with them, and what each unit gave. */
import { drawTable, type FormTable, type Language } from '../../core/index';
import { byCell, formById, type RollUpSheet } from './roll-up-sheet';
import { type Book, type Cell, cell, columnName, type Sheet, sheetReference } from './sheet/book';
import { wordsIn } from './words';

export function rollUpBook(sheet: RollUpSheet, title: string, note: string, language: Language): Book {
  return {
    title,
    sheets: [linesSheet(sheet, title, note, language), ...formSheets(sheet, language), unitsSheet(sheet, language)],
  };
}

/** Rows above the numbers. */
const HEAD = 3;
const UNITS_HEAD = 2;

/** Row of a cell in the first sheet, from 1: the form's sheets point at it. */
function rowOf(index: number): number {
  return HEAD + 1 + index;
}

function linesSheet({ totals, units, region }: RollUpSheet, title: string, note: string, language: Language): Sheet {
  const t = wordsIn(language);
  const source = sheetReference(t('rollUp.units'));
  const header = ['cell', 'sum', 'region', 'difference', 'verdict', 'unread'] as const;
  const rows = totals.map((total, index): Cell[] => {
    const column = columnName(index + 1);
    const row = rowOf(index);
    const range = `${source}!${column}${UNITS_HEAD + 1}:${column}${UNITS_HEAD + units.length}`;
    return [
      cell('text', total.name),
      cell('total', units.length === 0 ? 0 : { formula: `SUM(${range})`, value: total.sum }),
      cell('plain', total.region),
      cell(
        total.isLess ? 'difference' : 'plain',
        total.difference === null ? null : { formula: `C${row}-B${row}`, value: total.difference },
      ),
      cell('text', total.verdict),
      cell('plain', total.unread),
    ];
  });
  return {
    name: t('rollUp.sheet'),
    widths: [52, 14, 18, 14, 34, 16],
    frozen: { rows: HEAD, columns: 1 },
    filter: HEAD - 1,
    rows: [
      [cell('title', title)],
      [cell('note', note)],
      header.map((each) => cell('header', each === 'region' ? (region ?? t('rollUp.noRegion')) : t(`rollUp.${each}`))),
      ...rows,
    ],
  };
}

/** The tables as the form prints them, the sums in their places. */
function formSheets(sheet: RollUpSheet, language: Language): Sheet[] {
  const t = wordsIn(language);
  const tables = formById(sheet.form)?.tables ?? [];
  return tables.map((table) => ({
    name: t('rollUp.form', { table: language === 'en' ? table.name.en : table.name.zh }),
    frozen: { rows: 0, columns: 0 },
    ...drawn(table, sheet, language),
  }));
}

function drawn(table: FormTable, sheet: RollUpSheet, language: Language): Pick<Sheet, 'rows' | 'widths'> {
  const t = wordsIn(language);
  const source = sheetReference(t('rollUp.sheet'));
  const places = new Map(sheet.totals.map(({ cell: id }, index) => [id, rowOf(index)]));
  const totals = byCell(sheet);
  const rows: (Cell | null)[][] = [];
  const put = (row: number, column: number, one: Cell): void => {
    const line = rows[row] ?? [];
    line[column] = one;
    rows[row] = line;
  };
  for (const [row, cells] of drawTable(table).entries()) {
    let column = 0;
    for (const each of cells) {
      while (rows[row]?.[column] !== undefined) column++;
      const at = each.cell === undefined ? undefined : places.get(each.cell);
      const text = language === 'en' && each.en !== '' ? each.en : each.text;
      const main: Cell =
        each.cell === undefined
          ? cell(each.kind === 'header' ? 'header' : 'label', text)
          : cell(
              'total',
              at === undefined ? null : { formula: `${source}!B${at}`, value: totals.get(each.cell)?.sum ?? 0 },
            );
      for (let down = 0; down < each.rowSpan; down++)
        for (let along = 0; along < each.colSpan; along++)
          put(
            row + down,
            column + along,
            down + along === 0 ? { ...main, rowSpan: each.rowSpan, colSpan: each.colSpan } : { ...main, content: null },
          );
      column += each.colSpan;
    }
  }
  const width = Math.max(0, ...rows.map((row) => row.length));
  const labels = table.shape === 'applicants' ? 3 : table.shape === 'articles' ? 1 : 0;
  return {
    rows: rows.map((row) => Array.from({ length: width }, (_, column) => row[column] ?? null)),
    widths: Array.from({ length: width }, (_, column) => (column < labels ? (labels === 1 ? 30 : 20) : 12)),
  };
}

/** One row for each unit, one column for each cell; what was not read is said so, and is no part of a sum. */
function unitsSheet({ totals, units }: RollUpSheet, language: Language): Sheet {
  const t = wordsIn(language);
  return {
    name: t('rollUp.units'),
    widths: [30, ...totals.map(() => 12)],
    frozen: { rows: UNITS_HEAD, columns: 1 },
    filter: UNITS_HEAD - 1,
    rows: [
      [cell('note', t('rollUp.units.note'))],
      [cell('header', t('ledger.unit')), ...totals.map(({ name }) => cell('header', name))],
      ...units.map((unit, index) => [
        cell('fixed', unit),
        ...totals.map(({ amounts }) => {
          const amount = amounts[index] ?? null;
          return amount === null ? cell('warning', t('unread')) : cell('plain', amount);
        }),
      ]),
    ],
  };
}
