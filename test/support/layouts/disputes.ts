/** Table four: in parts, stacked, turned, with its groups beside or above the numbers. */
import type { FormTable } from '../../../core/index';
import { type Layout, pageLayout, sheetLayout } from './layout';
import { cellOf, cutOut, htmlTable, padded, type Sheet, type SheetCell, spanning, transposed } from './sheet';

/** The three groups of five columns; headings above them stay with each. */
function groupsOf(sheet: Sheet): Sheet[] {
  return [0, 5, 10].map((from) => transposed(cutOut(transposed(sheet), from, from + 5)));
}

function nameOf(table: FormTable, group: number): string {
  return table.rows[group]?.path.at(-1)?.zh ?? '';
}

/** Results and values of a group, without the headings above the results. */
const bare = (group: Sheet): Sheet => cutOut(group, 2);

/** The groups as rows under one line of results. */
function asRows(sheet: Sheet, table: FormTable): Sheet {
  const groups = groupsOf(sheet);
  const results = bare(groups[0] ?? [])[0] ?? [];
  const outer = spanning('行政诉讼', 2);
  const labels = (at: number): SheetCell[] =>
    at === 0 ? spanning(nameOf(table, 0), 2) : [outer[0] ?? cellOf(''), cellOf(nameOf(table, at))];
  return [[...spanning('类别', 2), ...results], ...groups.map((group, at) => [...labels(at), ...(group.at(-1) ?? [])])];
}

const inTableFour = (change: (sheet: Sheet, table: FormTable) => Sheet) => (sheet: Sheet, table: FormTable) =>
  table.shape === 'strip' ? change(sheet, table) : sheet;
const printFour = (print: (sheet: Sheet, table: FormTable) => string) => (sheet: Sheet, table: FormTable) =>
  table.shape === 'strip' ? print(sheet, table) : null;

const join = (sheets: readonly Sheet[]): string => sheets.map((sheet) => htmlTable(sheet)).join('\n');

export const disputes: readonly Layout[] = [
  pageLayout(
    'table four in three tables',
    printFour((sheet) => join(groupsOf(sheet))),
  ),
  pageLayout(
    'table four in two tables',
    printFour((sheet) => {
      const turned = transposed(sheet);
      return join([cutOut(turned, 0, 5), cutOut(turned, 5)].map(transposed));
    }),
  ),
  pageLayout(
    'table four in three tables, each under its name',
    printFour((sheet, table) =>
      groupsOf(sheet)
        .map((group, at) => `<p>（${'一二三'.charAt(at)}）${nameOf(table, at)}</p>${htmlTable(bare(group))}`)
        .join('\n'),
    ),
  ),
  sheetLayout(
    'table four stacked',
    inTableFour((sheet) => groupsOf(sheet).flat()),
  ),
  sheetLayout('table four turned', inTableFour(transposed)),
  sheetLayout('table four with its groups as rows', inTableFour(asRows)),
  sheetLayout(
    'table four with its groups as columns',
    inTableFour((sheet, table) => transposed(asRows(sheet, table))),
  ),
  sheetLayout(
    'table four without its first line of headings',
    inTableFour((sheet) => cutOut(sheet, 1)),
  ),
  sheetLayout(
    'table four with a column of words before it',
    inTableFour((sheet) => padded(sheet.map((row, at) => [at < 3 ? cellOf('') : cellOf('数量'), ...row]))),
  ),
  sheetLayout(
    'table four with results alone',
    inTableFour((sheet) => cutOut(sheet, 2)),
  ),
];
