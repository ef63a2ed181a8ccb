/** A report written as a workbook. */
import { writeXlsx } from 'hucre/xlsx';
import { drawTable, type FormTable } from '../../../core/index';
import { headingOf, type PrintedReport, proseOf, rawOf, titleOf } from '../render';

export interface XlsxLayout {
  /** All on one sheet, or one sheet for each table. */
  readonly sheets: 'one' | 'each';
  /** Numbers as numbers, or as the text that people type. */
  readonly numbers?: 'text';
  /** Empty rows and columns around the tables. */
  readonly margin?: number;
}

export const xlsxLayouts: readonly (readonly [string, XlsxLayout])[] = [
  ['a sheet for each table', { sheets: 'each' }],
  ['all on one sheet', { sheets: 'one' }],
  ['numbers typed as text', { sheets: 'each', numbers: 'text' }],
  ['empty rows and columns before the tables', { sheets: 'each', margin: 2 }],
];

interface Drawn {
  rows: (string | number | null)[][];
  merges: { startRow: number; startCol: number; endRow: number; endCol: number }[];
}

export function xlsxOf(report: PrintedReport, layout: XlsxLayout): Promise<Uint8Array> {
  const parts = report.form.sections.map((_, index) => sectionOf(report, index + 1, layout));
  if (layout.sheets === 'one')
    return writeXlsx({ sheets: [{ name: '年报', ...stack([[[titleOf(report)]], ...parts].map(asDrawn)) }] });
  const tables = parts.filter((part) => !Array.isArray(part)) as Drawn[];
  const cover = { name: '正文', ...stack([[[titleOf(report)]], ...parts.filter(Array.isArray)].map(asDrawn)) };
  return writeXlsx({
    sheets: [cover, ...tables.map((drawn, index) => ({ name: `表${'二三四'.charAt(index)}`, ...drawn }))],
  });
}

type Part = (string | null)[][] | Drawn;

function asDrawn(part: Part): Drawn {
  return Array.isArray(part) ? { rows: part, merges: [] } : part;
}

function sectionOf(report: PrintedReport, section: number, layout: XlsxLayout): Part {
  const texts = [headingOf(report, section) ?? '', ...proseOf(report, section)].map((text) => [text]);
  const table = report.form.tables.find((each) => each.section === section);
  return table === undefined ? texts : stack([asDrawn(texts), drawn(report, table, layout)]);
}

function drawn(report: PrintedReport, table: FormTable, { numbers, margin = 0 }: XlsxLayout): Drawn {
  const result: Drawn = { rows: [], merges: [] };
  const taken = new Set<string>();
  for (const [row, cells] of drawTable(table).entries()) {
    const line: (string | number | null)[] = [];
    let column = margin;
    for (const cell of cells) {
      while (taken.has(`${row} ${column}`)) column++;
      const raw = cell.cell === undefined ? cell.text : rawOf(report, cell.cell);
      line[column] = cell.cell === undefined || numbers === 'text' || raw === '' ? raw : Number(raw);
      for (let down = 0; down < cell.rowSpan; down++)
        for (let right = 0; right < cell.colSpan; right++) taken.add(`${row + down} ${column + right}`);
      if (cell.rowSpan > 1 || cell.colSpan > 1)
        result.merges.push({
          startRow: row,
          startCol: column,
          endRow: row + cell.rowSpan - 1,
          endCol: column + cell.colSpan - 1,
        });
      column += cell.colSpan;
    }
    result.rows.push(Array.from(line, (value) => value ?? null));
  }
  return margin === 0 ? result : shifted(result, margin);
}

function shifted({ rows, merges }: Drawn, by: number): Drawn {
  return {
    rows: [...Array.from({ length: by }, () => []), ...rows],
    merges: merges.map((each) => ({ ...each, startRow: each.startRow + by, endRow: each.endRow + by })),
  };
}

function stack(parts: readonly Drawn[]): Drawn {
  return parts.reduce<Drawn>(
    (whole, part) => ({
      rows: [...whole.rows, ...part.rows],
      merges: [...whole.merges, ...shifted(part, whole.rows.length).merges],
    }),
    { rows: [], merges: [] },
  );
}
