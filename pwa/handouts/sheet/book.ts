/** A workbook as hand-outs need one: sheets of rows, each cell with a style by name. */

/** How a cell looks. `text` wraps; `fixed` is text that does not; `plain` is a number. */
export type CellStyle =
  | 'title'
  | 'note'
  | 'header'
  | 'label'
  | 'text'
  | 'fixed'
  | 'link'
  | 'plain'
  | 'total'
  | 'difference'
  | 'error'
  | 'warning'
  | 'info'
  | 'reply';

export type CellContent =
  | string
  | number
  | null
  /** `value`: what the formula comes to, so that who does not calculate shows it too. */
  | { readonly formula: string; readonly value: number | null }
  | { readonly text: string; readonly link: string };

export interface Cell {
  readonly content: CellContent;
  readonly style: CellStyle;
  readonly rowSpan?: number;
  readonly colSpan?: number;
}

export interface Sheet {
  /** Made fit and unique by the writer. */
  readonly name: string;
  /** In characters of the usual font. */
  readonly widths: readonly number[];
  /** Null: covered by a merged cell, or empty. */
  readonly rows: readonly (readonly (Cell | null)[])[];
  /** Rows and columns that stay in sight. */
  readonly frozen: { readonly rows: number; readonly columns: number };
  /** Row (from 0) that carries the filter, over all rows below it. */
  readonly filter?: number;
  /** More columns than one sheet of A4 holds: printed on A3, on two sheets side by side. */
  readonly isWide?: boolean;
  /** A column whose cells below the filter take one of these. */
  readonly choices?: { readonly column: number; readonly values: readonly string[] };
}

export interface Book {
  readonly title: string;
  readonly sheets: readonly Sheet[];
}

export function cell(style: CellStyle, content: CellContent): Cell {
  return { style, content };
}

/** Number of a column, from 0, in letters. */
export function columnName(index: number): string {
  return index < 26 ? String.fromCharCode(65 + index) : columnName(Math.floor(index / 26) - 1) + columnName(index % 26);
}

const FORBIDDEN = /[\p{C}[\]:*?/\\]/gu;
const LONGEST = 31;

/** Names that a workbook takes: without forbidden characters, at most 31 of them, no two alike. In the order given. */
export function sheetNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const fit =
      name
        .replace(FORBIDDEN, ' ')
        .replace(/^'+|'+$/g, '')
        .trim() || '…';
    // 历史记录 in English is a name that the program keeps for itself.
    const base = fit.toLowerCase() === 'history' ? `${fit}_` : fit;
    for (let count = 1; ; count++) {
      const ending = count === 1 ? '' : `(${count})`;
      const own = `${[...base].join('').slice(0, LONGEST - ending.length)}${ending}`.replace(/[\ud800-\udbff]$/, '');
      if (taken.has(own.toLowerCase())) continue;
      taken.add(own.toLowerCase());
      return own;
    }
  });
}

/** 'It''s'!A1 */
export function sheetReference(name: string): string {
  return `'${name.replaceAll("'", "''")}'`;
}
