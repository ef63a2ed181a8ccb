/** A table as a matrix of slots, in which a merged cell fills several: cut, turned and joined before it is printed. */
import { type DrawnCell, drawTable, type FormTable } from '../../../core/index';
import { asHtml, type PrintedReport, rawOf } from '../render';

export interface SheetCell {
  readonly text: string;
  readonly kind: DrawnCell['kind'] | 'empty';
}

/** Rows of equal width. The same object in neighbouring slots is one merged cell. */
export type Sheet = readonly (readonly SheetCell[])[];

export function cellOf(text: string, kind: SheetCell['kind'] = 'label'): SheetCell {
  return { text, kind };
}

export function emptyCells(count: number): SheetCell[] {
  return Array.from({ length: count }, () => cellOf('', 'empty'));
}

/** One cell over `count` slots. */
export function spanning(text: string, count: number, kind: SheetCell['kind'] = 'label'): SheetCell[] {
  return new Array<SheetCell>(count).fill(cellOf(text, kind));
}

/** The table as the national form draws it, with the rows that the report adds. */
export function sheetOf(table: FormTable, report: PrintedReport): Sheet {
  const drawn = drawTable(table);
  const sheet: SheetCell[][] = drawn.map(() => []);
  for (const [at, row] of drawn.entries()) {
    let column = 0;
    for (const { kind, text, cell, rowSpan, colSpan } of row) {
      while (sheet[at]?.[column] !== undefined) column++;
      const placed = cellOf(cell === undefined ? text : rawOf(report, cell), kind);
      for (let slot = 0; slot < rowSpan * colSpan; slot++) {
        const line = sheet[at + Math.floor(slot / colSpan)];
        if (line !== undefined) line[column + (slot % colSpan)] = placed;
      }
    }
  }
  const extra = (report.extraRows?.[table.id] ?? []).map(({ label, values }) => [
    ...spanning(label, Math.max(1, widthOf(sheet) - values.length)),
    ...values.map((text) => cellOf(text, 'value')),
  ]);
  return padded([...sheet, ...extra]);
}

export function widthOf(sheet: Sheet): number {
  return Math.max(0, ...sheet.map((row) => row.length));
}

export function padded(sheet: Sheet): Sheet {
  const width = widthOf(sheet);
  return sheet.map((row) => [...row, ...emptyCells(width - row.length)]);
}

/** Rows above the first one that holds a value. */
export function headingRows(sheet: Sheet): number {
  return sheet.findIndex((row) => row.some((cell) => cell.kind === 'value'));
}

/** Columns left of the first one that holds a value. */
export function labelColumns(sheet: Sheet): number {
  return headingRows(transposed(sheet));
}

export function transposed(sheet: Sheet): Sheet {
  return Array.from({ length: widthOf(sheet) }, (_, column) => sheet.map((row) => row[column] ?? cellOf('', 'empty')));
}

/** Each cell changed, merged ones as one. */
export function mapCells(sheet: Sheet, change: (cell: SheetCell) => SheetCell): Sheet {
  const changed = new Map<SheetCell, SheetCell>();
  return sheet.map((row) =>
    row.map((cell) => {
      const known = changed.get(cell) ?? change(cell);
      changed.set(cell, known);
      return known;
    }),
  );
}

/** A part with cells of its own: what was merged across the cut is printed in both parts. */
export function cutOut(sheet: Sheet, from: number, to = sheet.length): Sheet {
  return mapCells(sheet.slice(from, to), (cell) => ({ ...cell }));
}

/**
 * Where the text of a merged cell stands: in its first slot, in all, or alone, its other slots left out. `below`: those
 * below it are empty cells and those beside it nothing, as Word has them.
 */
export type MergedText = 'first' | 'repeat' | 'own' | 'below';

/** The text of each slot. */
export function textsOf(sheet: Sheet, merged: MergedText): string[][] {
  return sheet.map((row, at) =>
    row.flatMap((cell, column) => {
      if (merged === 'repeat' || !isCovered(sheet, at, column)) return [cell.text];
      const left = merged === 'own' || (merged === 'below' && row[column - 1] === cell);
      return left ? [] : [''];
    }),
  );
}

function isCovered(sheet: Sheet, row: number, column: number): boolean {
  const cell = sheet[row]?.[column];
  return sheet[row]?.[column - 1] === cell || sheet[row - 1]?.[column] === cell;
}

/** Rows of `<tr>`, spans and all; `content` makes the inside of a cell. */
export function htmlRows(sheet: Sheet, content: (cell: SheetCell) => string = paragraph): string[] {
  return sheet.map((row, at) => {
    const cells = row.flatMap((cell, column) => {
      if (isCovered(sheet, at, column)) return [];
      let colSpan = 1;
      while (row[column + colSpan] === cell) colSpan++;
      let rowSpan = 1;
      while (sheet[at + rowSpan]?.[column] === cell) rowSpan++;
      return [`<td rowspan="${rowSpan}" colspan="${colSpan}">${content(cell)}</td>`];
    });
    return `<tr>${cells.join('')}</tr>`;
  });
}

export function htmlTable(sheet: Sheet, content?: (cell: SheetCell) => string): string {
  return `<table border="1"><tbody>${htmlRows(sheet, content).join('\n')}</tbody></table>`;
}

export function paragraph({ text }: SheetCell): string {
  return `<p>${asHtml(text)}</p>`;
}
