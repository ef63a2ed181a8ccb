/** docs/limits.md says what the code does. */

import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import * as archive from '../../core/cli/archive';
import { MAX_PDF_MEMORY, MAX_PDF_SECONDS } from '../../core/cli/pdf-beside';
import { BUNDLE_COUNTS } from '../../core/exchange/bundle-counts';
import { MAX_SLOTS } from '../../core/grid/grid';
import { MAX_CELLS } from '../../core/read/dom';
import * as file from '../../core/read/file';
import { MAX_HTML_ELEMENTS } from '../../core/read/html';
import { MAX_PAGES } from '../../core/read/pdf/pdf';
import * as workbook from '../../core/read/sheet/workbook';
import * as tables from '../../core/read/tables';
import { MAX_SECONDS } from '../../core/read/time-limit';
import * as tree from '../../core/read/tree';
import { MAX_CHARACTERS } from '../../core/read/word/doc';
import { MAX_PART } from '../../core/read/word/docx';
import * as xml from '../../core/read/xml';
import { MAX_DIRECTORY, MAX_ENTRIES } from '../../core/read/zip-directory';
import { MAX_ATTACHMENTS } from '../../extension/attachment/attachment-links';
import { MAX_LINKS } from '../../extension/column/page-links';
import { MAX_LIST_PAGES } from '../../extension/column/report-links';
import { MAX_UNITS } from '../../extension/round/units';
import { FOLDER_FILE_LIMIT, FOLDER_FILES, FOLDER_LIMIT } from '../../pwa/exchange/folder/sync';
import { BUNDLE_LIMIT } from '../../pwa/exchange/incoming';
import { LINK_LIMIT, LINK_UNPACKED } from '../../pwa/exchange/link';
import { QR_LIMIT } from '../../pwa/exchange/qr-limit';
import * as picture from '../../pwa/screens/entry/limits';
import { limitsOf } from '../../scripts/lib/fuzz.mjs';

const MEGABYTE = 1024 * 1024;

/** By the names of the table: two constants share one. */
const LIMITS: Readonly<Record<string, number>> = {
  MAX_BYTES: file.MAX_BYTES,
  MAX_ARCHIVE_BYTES: archive.MAX_ARCHIVE_BYTES,
  MAX_ARCHIVE_UNPACKED: archive.MAX_ARCHIVE_UNPACKED,
  MAX_ENTRIES,
  MAX_DIRECTORY,
  MAX_HTML_CHARACTERS: file.MAX_HTML_CHARACTERS,
  MAX_HTML_ELEMENTS,
  MAX_BLOCKS: tree.MAX_BLOCKS,
  MAX_DEPTH_TREE: tables.MAX_DEPTH,
  MAX_SLOTS,
  MAX_CELLS,
  MAX_ROW_CELLS: tables.MAX_ROW_CELLS,
  MAX_PART,
  MAX_ELEMENTS: xml.MAX_ELEMENTS,
  MAX_DEPTH_XML: xml.MAX_DEPTH,
  MAX_CHARACTERS,
  MAX_UNPACKED: workbook.MAX_UNPACKED,
  MAX_SHEETS: workbook.MAX_SHEETS,
  MAX_ROWS: workbook.MAX_ROWS,
  MAX_COLUMNS: workbook.MAX_COLUMNS,
  MAX_SHEET_CELLS: workbook.MAX_SHEET_CELLS,
  MAX_PAGES,
  MAX_SECONDS,
  MAX_PDF_SECONDS,
  MAX_PDF_MEMORY,
  MAX_PIXELS: picture.MAX_PIXELS,
  MAX_SIDE: picture.MAX_SIDE,
  MAX_PROSE: picture.MAX_PROSE,
  MAX_KEPT: picture.MAX_KEPT,
  MAX_LINKS,
  MAX_LIST_PAGES,
  MAX_ATTACHMENTS,
  MAX_UNITS,
  BUNDLE_LIMIT,
  BUNDLE_REPORTS: BUNDLE_COUNTS.reports,
  BUNDLE_OPINIONS: BUNDLE_COUNTS.opinions,
  BUNDLE_FINDINGS: BUNDLE_COUNTS.findings,
  LINK_LIMIT,
  LINK_UNPACKED,
  QR_LIMIT,
  FOLDER_FILES,
  FOLDER_FILE_LIMIT,
  FOLDER_LIMIT,
};

it('lists every limit with its value', () => {
  const rows = readFileSync('docs/limits.md', 'utf8').matchAll(/^\| `(\w+)` [^|]*\| (\d+)( MB)? \|/gm);
  const told = Object.fromEntries(
    [...rows].map(([, name, value, unit]) => [name, Number(value) * (unit === undefined ? 1 : MEGABYTE)]),
  );
  expect(told).toEqual(LIMITS);
});

it('a PDF that reaches its limit is no failure of the fuzzer, one that goes beyond is', () => {
  const { busyMs, clockMs, wholeMegabytes } = limitsOf('pdf');
  expect(busyMs - MAX_PDF_SECONDS * 1000).toBe(2000);
  expect(clockMs).toBeGreaterThan(20 * MAX_PDF_SECONDS * 1000);
  expect(wholeMegabytes).toBeGreaterThan(MAX_PDF_MEMORY / MEGABYTE);
});
