/** CSV as programs write it: quotes by RFC 4180; commas, semicolons or tabs between the cells, told by the text. */
import type { Document, SourceRow, Table } from '../document/document';
import type { ReadFailure } from '../document/failure';
import { failed, ok, type Result } from '../document/result';
import { decode } from './decode';

const SEPARATORS = [',', ';', '\t'] as const;
/** Lines that are asked for the separator. */
const ASKED = 50;
/** More than any line has: between separators that part as many lines, the one that parts them more. */
const MOST_CELLS = 1e6;

export function readCsv(bytes: Uint8Array): Result<Document, ReadFailure> {
  if (bytes.length === 0) return failed({ code: 'empty' });
  const text = decode(bytes).replace(/^\ufeff/, '');
  if (text.trim() === '') return failed({ code: 'empty' });
  if (/[\0\ufffd]/.test(text.slice(0, 8192))) return failed({ code: 'binary' });
  const rows = cellsOf(text, separatorOf(text)).map(
    (cells): SourceRow => ({ group: 0, cells: cells.map((cell) => ({ text: cell, rowSpan: 1, colSpan: 1 })) }),
  );
  const table: Table = { kind: 'table', layout: 'grid', rows };
  return ok({ format: 'text', title: null, address: null, blocks: [table], omissions: [] });
}

/** The one that parts most lines into as many cells as most others have. */
function separatorOf(text: string): string {
  const best = { separator: ',', score: 0 };
  for (const separator of SEPARATORS) {
    const widths = new Map<number, number>();
    for (const { length } of cellsOf(text, separator, ASKED))
      if (length > 1) widths.set(length, (widths.get(length) ?? 0) + 1);
    const score = Math.max(0, ...[...widths].map(([width, lines]) => lines + width / MOST_CELLS));
    if (score > best.score) Object.assign(best, { separator, score });
  }
  return best.separator;
}

/** A quote that opens in the middle of a cell is one of its characters, and one that never closes ends with the text. */
export function cellsOf(text: string, separator: string, most = Number.POSITIVE_INFINITY): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  while (at <= text.length && rows.length < most) {
    let cell = '';
    if (text[at] === '"') {
      const end = closing(text, at + 1);
      cell = text.slice(at + 1, end).replaceAll('""', '"');
      at = end + 1;
    }
    const start = at;
    while (at < text.length && text[at] !== separator && text[at] !== '\n' && text[at] !== '\r') at++;
    row.push(cell + text.slice(start, at));
    if (text[at] === separator) {
      at++;
      continue;
    }
    const isEnd = at >= text.length;
    if (!isEnd || row.length > 1 || row[0] !== '') rows.push(row);
    row = [];
    at += text[at] === '\r' && text[at + 1] === '\n' ? 2 : 1;
  }
  return rows;
}

/** Where the quote closes: a doubled one is a character. */
function closing(text: string, from: number): number {
  for (let at = from; ; at += 2) {
    at = text.indexOf('"', at);
    if (at < 0) return text.length;
    if (text[at + 1] !== '"') return at;
  }
}
