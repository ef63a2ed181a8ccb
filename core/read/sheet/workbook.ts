/** Workbooks, of today and of 1997: opened, held to limits, each shown sheet read. */
import { readXls, readXlsx, type Sheet } from 'hucre/xlsx';
import type { Document, Omission } from '../../document/document';
import type { ReadFailure } from '../../document/failure';
import { failed, ok, type Result } from '../../document/result';
import { documentOf, element } from '../nodes';
import { openZip } from '../zip';
import { type BookFacts, factsOfXls } from './biff';
import { sheetNodes, widthOf } from './rows';

/** All parts together, unpacked. A workbook of the three tables has some hundred kilobytes. */
export const MAX_UNPACKED = 32 * 1024 * 1024;
/** A workbook of a county with a sheet for each office has a hundred. */
export const MAX_SHEETS = 500;
/** The corner of a sheet that is read; what stands beyond is counted. */
export const MAX_ROWS = 20_000;
export const MAX_COLUMNS = 500;
const CORNER = `A1:SF${MAX_ROWS}`;
/** Rows times columns of one sheet, and all its merged cells together. */
export const MAX_SHEET_CELLS = 1_000_000;

export async function readXlsxFile(bytes: Uint8Array): Promise<Result<Document, ReadFailure>> {
  const safe = heldToLimits(bytes);
  return safe.ok ? readWorkbook(bytes, 'xlsx', safe.value) : safe;
}

export async function readXlsFile(bytes: Uint8Array): Promise<Result<Document, ReadFailure>> {
  const safe = factsOfXls(bytes);
  if (!safe.ok) return safe;
  const { sheets } = safe.value;
  return sheets > MAX_SHEETS ? tooManySheets(sheets, 'xls') : readWorkbook(bytes, 'xls', safe.value);
}

function tooManySheets(size: number, kind: string): Result<never, ReadFailure> {
  return failed({ code: 'too-complex', kind, reason: 'sheets', size, limit: MAX_SHEETS });
}

/** Unpacks every part once and counts: the library would take two gigabytes. */
function heldToLimits(bytes: Uint8Array): Result<Omit<BookFacts, 'sheets'>, ReadFailure> {
  const zip = openZip(bytes, 'xlsx');
  if (!zip.ok) return zip;
  let left = MAX_UNPACKED;
  let beyond = 0;
  for (const entry of zip.value.entries) {
    if (!/\.(?:xml|rels)$/i.test(entry.name)) continue;
    const part = zip.value.unpack(entry, left);
    if (!part.ok) return part;
    left -= part.value.length;
    const text = new TextDecoder('latin1').decode(part.value);
    if (/<!DOCTYPE/i.test(text)) return failed({ code: 'too-complex', kind: 'xlsx', reason: 'doctype' });
    if (entry.name === 'xl/workbook.xml') {
      const sheets = text.match(/<(?:\w+:)?sheet\s/g)?.length ?? 0;
      if (sheets > MAX_SHEETS) return tooManySheets(sheets, 'xlsx');
    }
    if (/worksheets\/[^/]+\.xml$/.test(entry.name)) beyond += cellsBeyond(text);
  }
  const macros = zip.value.entries.filter(({ name }) => name.endsWith('vbaProject.bin')).length;
  return ok({ macros, beyond, hidden: new Set() });
}

/** Cells with content outside of the corner that is read. */
function cellsBeyond(sheet: string): number {
  let count = 0;
  for (const [, column = '', row = ''] of sheet.matchAll(/<c\s(?:[^<>]*\s)?r="([A-Z]+)(\d+)"(?:[^<>]*[^<>/])?>/g))
    if (Number(row) > MAX_ROWS || column.length > 2 || (column.length === 2 && column > 'SF')) count++;
  return count;
}

async function readWorkbook(
  bytes: Uint8Array,
  kind: 'xlsx' | 'xls',
  facts: Omit<BookFacts, 'sheets'>,
): Promise<Result<Document, ReadFailure>> {
  let sheets: readonly Sheet[];
  try {
    ({ sheets } = await (kind === 'xlsx' ? readXlsx(bytes, { range: CORNER }) : readXls(bytes)));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    if (/encrypt|password/i.test(reason)) return failed({ code: 'encrypted', kind });
    return failed({ code: 'damaged', kind, reason });
  }
  const shown = sheets.filter(
    ({ hidden, veryHidden }, index) => hidden !== true && veryHidden !== true && !facts.hidden.has(index),
  );
  const omissions = omissionsOf(facts, sheets.length - shown.length);
  const nodes = [];
  for (const sheet of shown) {
    const corner = cornerOf(sheet);
    const merged = mergedCells(corner);
    if (merged > MAX_SHEET_CELLS)
      return failed({ code: 'too-complex', kind, reason: 'merges', size: merged, limit: MAX_SHEET_CELLS });
    const cells = corner.rows.filter((row) => row.length > 0).length * widthOf(corner);
    if (cells > MAX_SHEET_CELLS) omissions.push({ code: 'table-too-large', count: cells });
    else nodes.push(...sheetNodes(corner));
  }
  return ok(documentOf(element('div', nodes), { format: kind, title: null, omissions }));
}

function omissionsOf({ macros, beyond }: Omit<BookFacts, 'sheets'>, hidden: number): Omission[] {
  const all: Omission[] = [
    { code: 'macros', count: macros },
    { code: 'cells-far-off', count: beyond },
    { code: 'hidden-sheet', count: hidden },
  ];
  return all.filter(({ count }) => count > 0);
}

/** The sheet without what stands beyond; rows that the library left out are empty ones. */
function cornerOf(sheet: Sheet): Sheet {
  return { ...sheet, rows: Array.from(sheet.rows.slice(0, MAX_ROWS), (row) => (row ?? []).slice(0, MAX_COLUMNS)) };
}

/** A sheet may say a million times that all of it is merged. */
function mergedCells({ merges = [], rows }: Sheet): number {
  const width = Math.min(
    MAX_COLUMNS,
    rows.reduce((widest, row) => Math.max(widest, row.length), 0),
  );
  return merges.reduce((sum, { startRow, endRow, startCol, endCol }) => {
    const height = Math.min(endRow, rows.length - 1) - startRow + 1;
    return sum + Math.max(0, height) * Math.max(0, Math.min(endCol, width - 1) - startCol + 1);
  }, 0);
}
