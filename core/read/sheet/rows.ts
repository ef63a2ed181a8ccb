/** The rows of a sheet: lines of one cell are text, others are tables; merges as spans. */
import type { CellValue, Sheet } from 'hucre/xlsx';
import { element, type SourceNode } from '../nodes';

interface Slot {
  readonly column: number;
  readonly width: number;
  readonly filled: boolean;
  readonly node: SourceNode;
}

interface Row {
  readonly cells: readonly Slot[];
  /** The text of its only filled cell; null where there are more, or merges that lead on to the next row. */
  readonly lone: string | null;
}

/** The sheet's name heads it: it often says which table this is. */
export function sheetNodes(sheet: Sheet): SourceNode[] {
  const rows = rowsOf(sheet);
  const nodes: SourceNode[] = rows.length === 0 ? [] : [element('p', [sheet.name])];
  for (const run of runsOf(rows)) nodes.push(...blockOf(run));
  return nodes;
}

/** Parts of a sheet between empty rows, and at headings: 三、收到和处理…. */
function runsOf(rows: readonly (Row | null)[]): Row[][] {
  const runs: Row[][] = [];
  let open: Row[] = [];
  const close = (): void => {
    if (open.length > 0) runs.push(open);
    open = [];
  };
  for (const row of rows) {
    if (row === null) close();
    else if (row.lone !== null && /^[一二三四五六][、.．]/.test(row.lone)) {
      close();
      runs.push([row]);
    } else open.push(row);
  }
  close();
  return runs;
}

/** Lines of one cell before the first row of a table are text. */
function blockOf(run: readonly Row[]): SourceNode[] {
  const first = run.findIndex(({ lone }) => lone === null);
  const texts = first === -1 ? run : run.slice(0, first);
  const table = first === -1 ? [] : run.slice(first);
  const nodes = texts.map(({ lone }) => element('p', [lone ?? '']));
  if (table.length > 0) {
    const [from, to] = columnsOf(table);
    const lines = table.map(({ cells }) =>
      element(
        'tr',
        cells.flatMap(({ column, node }) => (column >= from && column < to ? [node] : [])),
      ),
    );
    nodes.push(element('table', [element('tbody', lines)]));
  }
  return nodes;
}

/** First column and the one after the last: columns that only another part of the sheet uses are none of this table's. */
function columnsOf(table: readonly Row[]): [number, number] {
  let [from, to] = [Number.POSITIVE_INFINITY, 0];
  for (const { cells } of table) {
    for (const { column, width, filled } of cells) {
      if (!filled && width === 1) continue;
      from = Math.min(from, column);
      to = Math.max(to, column + width);
    }
  }
  return [from, to];
}

/** Rows with their merges; null for an empty one. */
function rowsOf(sheet: Sheet): (Row | null)[] {
  const spans = new Map<string, { rows: number; columns: number }>();
  const covered = new Set<string>();
  const deep = new Set<number>();
  const width = widthOf(sheet);
  for (const { startRow, endRow, startCol, endCol } of sheet.merges ?? []) {
    const [bottom, right] = [Math.min(endRow, sheet.rows.length - 1), Math.min(endCol, width - 1)];
    spans.set(`${startRow} ${startCol}`, { rows: bottom - startRow + 1, columns: right - startCol + 1 });
    for (let row = startRow; row <= bottom; row++) {
      if (bottom > startRow) deep.add(row);
      for (let column = startCol; column <= right; column++)
        if (row !== startRow || column !== startCol) covered.add(`${row} ${column}`);
    }
  }
  return sheet.rows.map((values, row): Row | null => {
    const cells: Slot[] = [];
    const filled: string[] = [];
    for (let column = 0; column < width; column++) {
      if (covered.has(`${row} ${column}`)) continue;
      const text = textOf(values[column]);
      if (text !== '') filled.push(text);
      const span = spans.get(`${row} ${column}`);
      const node = cellNode(text, span, `${sheet.name}!${nameOf(row, column)}`);
      cells.push({ column, width: span?.columns ?? 1, filled: text !== '', node });
    }
    if (filled.length === 0 && !deep.has(row)) return null;
    return { cells, lone: filled.length === 1 && !deep.has(row) ? (filled[0] ?? null) : null };
  });
}

/** Columns up to the last that holds something. */
export function widthOf({ rows }: Sheet): number {
  return rows.reduce((widest, values) => Math.max(widest, lastFilled(values)), 0);
}

function lastFilled(values: readonly CellValue[]): number {
  return values.findLastIndex((value) => textOf(value) !== '') + 1;
}

function cellNode(text: string, span: { rows: number; columns: number } | undefined, ref: string): SourceNode {
  const attributes =
    span === undefined ? {} : { rowspan: String(span.rows), colspan: String(Math.max(1, span.columns)) };
  return { ...element('td', text === '' ? [] : [text], attributes), ref };
}

function textOf(value: CellValue | undefined): string {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return String(value).trim();
}

/** C12 */
function nameOf(row: number, column: number): string {
  let name = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26))
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  return `${name}${row + 1}`;
}
