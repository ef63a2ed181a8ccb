/** Lines and sheets, of any form, as the files that offices publish. */
import { writeXlsx } from 'hucre/xlsx';
import type { Document } from '../../../core/index';
import { readHtml } from '../../../core/read/html';
import { readText } from '../../../core/read/text';
import { htmlTable, type MergedText, type Sheet, textsOf } from '../layouts/sheet';
import { readBytes } from '../read-bytes';
import { asHtml } from '../render';
import { docxFile } from './docx';

export interface SheetPage {
  readonly title: string;
  readonly parts: readonly (string | Sheet)[];
}

export function sheetHtml({ title, parts }: SheetPage): string {
  const body = parts.map((part) => (typeof part === 'string' ? `<p>${asHtml(part)}</p>` : htmlTable(part)));
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><title>${asHtml(title)}</title></head><body><h1>${asHtml(title)}</h1>\n${body.join('\n')}</body></html>`;
}

export function sheetText({ title, parts }: SheetPage, merged: MergedText, between = '\t'): string {
  const lines = parts.flatMap((part) =>
    typeof part === 'string' ? [part] : textsOf(part, merged).map((cells) => cells.join(between)),
  );
  return [title, ...lines].join('\n');
}

interface Span {
  readonly right: number;
  readonly down: number;
  /** It goes on from the row above. */
  readonly continues: boolean;
}

/** Null where the slot is filled from its left. */
function spanAt(sheet: Sheet, row: number, column: number): Span | null {
  const cell = sheet[row]?.[column];
  if (cell === undefined || sheet[row]?.[column - 1] === cell) return null;
  let [right, down] = [1, 1];
  while (sheet[row]?.[column + right] === cell) right++;
  while (sheet[row + down]?.[column] === cell) down++;
  return { right, down, continues: sheet[row - 1]?.[column] === cell };
}

function sheetDocx({ title, parts }: SheetPage): Uint8Array {
  const paragraph = (text: string): string => `<w:p><w:r><w:t xml:space="preserve">${asHtml(text)}</w:t></w:r></w:p>`;
  const cell = (sheet: Sheet, row: number, column: number): string => {
    const span = spanAt(sheet, row, column);
    if (span === null) return '';
    const merge = span.continues ? '<w:vMerge/>' : span.down > 1 ? '<w:vMerge w:val="restart"/>' : '';
    const text = span.continues ? '' : (sheet[row]?.[column]?.text ?? '');
    return `<w:tc><w:tcPr><w:tcW w:w="${span.right * 720}" w:type="dxa"/><w:gridSpan w:val="${span.right}"/>${merge}</w:tcPr>${paragraph(text)}</w:tc>`;
  };
  const table = (sheet: Sheet): string =>
    `<w:tbl><w:tblPr/><w:tblGrid>${'<w:gridCol w:w="720"/>'.repeat(sheet[0]?.length ?? 0)}</w:tblGrid>${sheet
      .map((cells, row) => `<w:tr>${cells.map((_, column) => cell(sheet, row, column)).join('')}</w:tr>`)
      .join('')}</w:tbl>`;
  const body = [title, ...parts].map((part) => (typeof part === 'string' ? paragraph(part) : table(part))).join('');
  return docxFile(
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}<w:sectPr/></w:body></w:document>`,
  );
}

function sheetXlsx({ title, parts }: SheetPage): Promise<Uint8Array> {
  const rows: (string | number | null)[][] = [[title]];
  const merges: { startRow: number; startCol: number; endRow: number; endCol: number }[] = [];
  for (const part of parts) {
    if (typeof part === 'string') {
      rows.push([part]);
      continue;
    }
    const from = rows.length;
    for (const [row, cells] of part.entries()) {
      rows.push(
        cells.map(({ text }, column) => {
          const span = spanAt(part, row, column);
          if (span === null || span.continues || text === '') return null;
          if (span.right > 1 || span.down > 1) {
            const startRow = from + row;
            merges.push({
              startRow,
              startCol: column,
              endRow: startRow + span.down - 1,
              endCol: column + span.right - 1,
            });
          }
          return /^\d+(?:\.\d+)?$/.test(text) ? Number(text) : text;
        }),
      );
    }
  }
  return writeXlsx({ sheets: [{ name: '报表', rows, merges }] });
}

/** Every way in which a page of sheets is delivered to the tests. */
export const sheetDeliveries: readonly (readonly [string, (page: SheetPage) => Promise<Document> | Document])[] = [
  ['html', (page) => readHtml(sheetHtml(page))],
  ['docx', (page) => readBytes(sheetDocx(page))],
  ['xlsx', async (page) => readBytes(await sheetXlsx(page))],
  ['text, merged cells as blanks', (page) => readText(sheetText(page, 'first'))],
  ['text, merged cells left out', (page) => readText(sheetText(page, 'own'))],
  ['text, merged cells repeated', (page) => readText(sheetText(page, 'repeat'))],
];
