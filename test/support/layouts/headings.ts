/** Headings of tables as they vary: repeated, split, lost, with lines of units or ordinals. */
import { type Layout, sheetLayout } from './layout';
import {
  cellOf,
  cutOut,
  emptyCells,
  headingRows,
  labelColumns,
  mapCells,
  type Sheet,
  type SheetCell,
  spanning,
  widthOf,
} from './sheet';

/** Lines of other cells put under the headings of tables three and four. */
const under = (sheet: Sheet, line: readonly SheetCell[]): Sheet => {
  const head = headingRows(sheet);
  return [...sheet.slice(0, head), line, ...sheet.slice(head)];
};
const lineOf = (sheet: Sheet, text: (column: number) => string): SheetCell[] => {
  const labels = labelColumns(sheet);
  const own = Array.from({ length: widthOf(sheet) - labels }, (_, at) => cellOf(text(at), 'header'));
  return [...emptyCells(labels), ...own];
};

/** 商业｜科研 over 企业｜机构: each heading of the last line in two cells. */
function splitHeadings(sheet: Sheet): Sheet {
  const head = headingRows(sheet);
  const last = sheet[head - 1] ?? [];
  const halves = (from: 0 | 1): SheetCell[] =>
    last.map((cell, column) => {
      if (cell.text.length < 4 || sheet[head - 2]?.[column] === cell) return cell;
      const middle = Math.floor(cell.text.length / 2);
      return cellOf(from === 0 ? cell.text.slice(0, middle) : cell.text.slice(middle), 'header');
    });
  return [...sheet.slice(0, head - 1), halves(0), halves(1), ...sheet.slice(head)];
}

export const headings: readonly Layout[] = [
  sheetLayout('columns headed over two lines', (sheet, { shape }) =>
    shape === 'articles' ? sheet : splitHeadings(sheet),
  ),
  sheetLayout('headings repeated in the middle', (sheet, { shape }) => {
    if (shape !== 'applicants') return sheet;
    const head = cutOut(sheet, 0, headingRows(sheet));
    return [...cutOut(sheet, 0, 12), ...head, ...cutOut(sheet, 12)];
  }),
  sheetLayout('a line of units', (sheet, { shape }) =>
    shape === 'articles'
      ? sheet
      : under(
          sheet,
          lineOf(sheet, () => '件'),
        ),
  ),
  sheetLayout('a line that numbers the columns', (sheet, { shape }) =>
    shape === 'articles'
      ? sheet
      : under(
          sheet,
          lineOf(sheet, (at) => String(at + 1)),
        ),
  ),
  sheetLayout('a title as the first line', (sheet, { name }) => [
    spanning(`${name.zh}：统计表`, widthOf(sheet)),
    ...sheet,
  ]),
  sheetLayout('no first line of headings', (sheet) => cutOut(sheet, 1)),
  sheetLayout('no headings of applicants', (sheet, { shape }) =>
    shape === 'applicants' ? cutOut(sheet, headingRows(sheet)) : sheet,
  ),
  sheetLayout('total called 合计', (sheet) =>
    mapCells(sheet, (cell) => ({ ...cell, text: cell.text.replace('总计', '合计') })),
  ),
];
