/** Workbooks, of today and of 1997. A sheet is read as its rows stand: lines of one cell are text, others are tables. */
import { type CellValue, readXls, readXlsx, type Sheet } from 'hucre/xlsx';
import type { Document, Omission } from '../../document/document';
import type { ReadFailure } from '../../document/failure';
import { failed, ok, type Result } from '../../document/result';
import { documentOf, element, type SourceNode } from '../nodes';
import { openZip } from '../zip';

/** All parts together, unpacked. A workbook of the three tables has some hundred kilobytes. */
const MAX_UNPACKED = 32 * 1024 * 1024;
/** Rows of a sheet that are looked at. */
const MAX_ROWS = 20_000;
const MAX_COLUMNS = 500;

export async function readXlsxFile(bytes: Uint8Array): Promise<Result<Document, ReadFailure>> {
  const safe = heldToLimits(bytes);
  return safe.ok ? readWorkbook(bytes, 'xlsx', safe.value) : safe;
}

export function readXlsFile(bytes: Uint8Array): Promise<Result<Document, ReadFailure>> {
  return readWorkbook(bytes, 'xls', []);
}

/** Unpacks every part once and counts: the library would take two gigabytes. */
function heldToLimits(bytes: Uint8Array): Result<Omission[], ReadFailure> {
  const zip = openZip(bytes, 'xlsx');
  if (!zip.ok) return zip;
  let left = MAX_UNPACKED;
  for (const entry of zip.value.entries) {
    if (!/\.(?:xml|rels)$/i.test(entry.name)) continue;
    const part = zip.value.unpack(entry, left);
    if (!part.ok) return part;
    left -= part.value.length;
    if (/<!DOCTYPE/i.test(new TextDecoder('latin1').decode(part.value.subarray(0, 500))))
      return failed({ code: 'too-complex', kind: 'xlsx', reason: 'doctype' });
  }
  const macros = zip.value.entries.filter(({ name }) => name.endsWith('vbaProject.bin')).length;
  return ok(macros > 0 ? [{ code: 'macros', count: macros }] : []);
}

async function readWorkbook(
  bytes: Uint8Array,
  kind: 'xlsx' | 'xls',
  omissions: readonly Omission[],
): Promise<Result<Document, ReadFailure>> {
  let sheets: readonly Sheet[];
  try {
    ({ sheets } = await (kind === 'xlsx' ? readXlsx(bytes, { maxRows: MAX_ROWS }) : readXls(bytes)));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    if (/encrypt|password/i.test(reason)) return failed({ code: 'encrypted', kind });
    return failed({ code: 'damaged', kind, reason });
  }
  const shown = sheets.filter(({ hidden, veryHidden }) => hidden !== true && veryHidden !== true);
  const left: Omission[] =
    shown.length < sheets.length ? [{ code: 'hidden-sheet', count: sheets.length - shown.length }] : [];
  const root = element('div', shown.flatMap(sheetNodes));
  return ok(documentOf(root, { format: kind, title: null, omissions: [...omissions, ...left] }));
}

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
function sheetNodes(sheet: Sheet): SourceNode[] {
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
    // Columns that only another part of the sheet uses are none of this table's.
    const used = table.flatMap(({ cells }) => cells.filter(({ filled, width }) => filled || width > 1));
    const from = Math.min(...used.map(({ column }) => column));
    const to = Math.max(...used.map(({ column, width }) => column + width));
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

/** Rows with their merges; null for an empty one. */
function rowsOf(sheet: Sheet): (Row | null)[] {
  const spans = new Map<string, { rows: number; columns: number }>();
  const covered = new Set<string>();
  const deep = new Set<number>();
  const width = Math.min(MAX_COLUMNS, Math.max(0, ...sheet.rows.map(lastFilled)));
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
