/** Rows missing, added or moved, at each place of each table: all others stay where they are, and it is said once. */
import { describe, expect, it } from 'vitest';
import { readReport } from '../../core/forms/read-report';
import { check, type Document, type FormTable, forms, type Outcome } from '../../core/index';
import { readHtml } from '../../core/read/html';
import { cellOf, htmlTable, type Sheet, sheetOf, spanning, widthOf } from '../support/layouts/sheet';
import { formOf, type PrintedReport, renderPage } from '../support/render';
import { agreeing, numbered, type Values } from '../support/values';

const LABELS: Readonly<Record<string, string>> = { disclosure: '其他主动公开文件', applications: '9.属于其他情形' };

/** Rows of the sheet that hold values, each with its row of the form. */
function valueRows(sheet: Sheet): number[] {
  return sheet.flatMap((row, at) => (row.some((cell) => cell.kind === 'value') ? [at] : []));
}

const without = (sheet: Sheet, at: number): Sheet => sheet.filter((_, row) => row !== at);

function withRow(sheet: Sheet, at: number, table: FormTable, value: number): Sheet {
  const first = sheet[at]?.findIndex((cell) => cell.kind === 'value') ?? 1;
  const count = widthOf(sheet) - first;
  // The last one is the total of the others.
  const own = Array.from({ length: count }, (_, at) =>
    cellOf(String(at === count - 1 ? value * (count - 1) : value), 'value'),
  );
  return [...sheet.slice(0, at), [...spanning(LABELS[table.id] ?? '', first), ...own], ...sheet.slice(at)];
}

function moved(sheet: Sheet, from: number, to: number): Sheet {
  const rest = [...without(sheet, from)];
  rest.splice(to, 0, sheet[from] ?? []);
  return rest;
}

function pageOf(report: PrintedReport, id: string, change: (sheet: Sheet, table: FormTable) => Sheet): Document {
  return readHtml(
    renderPage(report, (table) => {
      const sheet = sheetOf(table, report);
      return htmlTable(table.id === id ? change(sheet, table) : sheet);
    }),
  );
}

/** Cells that hold another number than their own, and cells that are missing. */
function reading(document: Document, cells: Values): { wrong: string[]; missing: string[] } {
  const facts = readReport(document, forms)?.facts;
  const ids = Object.keys(cells);
  return {
    wrong: ids.filter((id) => facts?.get(id)?.state === 'number' && facts.get(id)?.value !== cells[id]),
    missing: ids.filter((id) => facts?.get(id)?.state !== 'number'),
  };
}

function said({ findings }: Outcome, id: string): (string | undefined)[] {
  const ofTable = findings.filter((finding) => finding.rule === 'table-altered' && finding.data['table'] === id);
  return ofTable.map((finding) => String(finding.data['kind']));
}

const TABLES = (['2019', '2021'] as const).flatMap((year) =>
  formOf(year)
    .tables.filter((table) => table.shape !== 'strip')
    .map((table) => [year, table.id, table] as const),
);

describe.each(TABLES)('the form of %s, %s', (year, id, table) => {
  const base: PrintedReport = { form: formOf(year), year: Number(year) };
  const rows = table.rows.map((row, index) => [row.label?.zh ?? '', index] as const);
  const positions = valueRows(sheetOf(table, base));
  const place = (row: number): number => positions[row] ?? -1;

  const numbers = numbered(base.form);
  const sums = agreeing(base.form);
  const read = (change: (sheet: Sheet, table: FormTable) => Sheet): ReturnType<typeof reading> =>
    reading(pageOf({ ...base, cells: numbers }, id, change), numbers);
  const outcomeOf = (cells: Values, change: (sheet: Sheet, table: FormTable) => Sheet): Outcome =>
    check(pageOf({ ...base, cells }, id, change));
  const errors = ({ findings }: Outcome): string[] =>
    findings.filter((finding) => finding.severity === 'error').map((finding) => finding.rule);

  it('agrees before it is altered', () => {
    const outcome = outcomeOf(sums, (sheet) => sheet);
    expect([errors(outcome), said(outcome, id)]).toEqual([[], []]);
  });

  it.each(rows)('lacks %s', (_, row) => {
    const change = (sheet: Sheet): Sheet => without(sheet, place(row));
    const lost = table.rows[row]?.cells.map((cell) => cell.id) ?? [];
    expect(read(change)).toEqual({ wrong: [], missing: lost });
    const outcome = outcomeOf(sums, change);
    expect(said(outcome, id)).toEqual(['row-missing']);
    expect(errors(outcome)).toEqual([]);
  });

  it.each(rows)('has one more before %s', (_, row) => {
    const change = (sheet: Sheet): Sheet => withRow(sheet, place(row), table, 9999);
    expect(read(change)).toEqual({ wrong: [], missing: [] });
    const outcome = outcomeOf(sums, change);
    expect(said(outcome, id)).toEqual(['row-extra']);
    expect(errors(outcome)).toEqual([]);
  });

  it.each(rows)('counts one more before %s in its totals', (_, row) => {
    const one: Record<string, number> = {};
    for (const cell of table.rows.find((each) => each.id === 'decided')?.cells ?? []) {
      const extra = cell.column.id === 'total' ? 6 : 1;
      for (const of of ['decided', 'received']) {
        const id = cell.id.replace('decided', of);
        one[id] = (sums[id] ?? 0) + extra;
      }
    }
    const counted = outcomeOf({ ...sums, ...one }, (sheet) => withRow(sheet, place(row), table, 1));
    expect(errors(counted)).toEqual([]);
  });

  it.each(rows)('has %s as its last', (_, row) => {
    const last = positions.length - 1;
    const change = (sheet: Sheet): Sheet => moved(sheet, place(row), place(last));
    expect(read(change)).toEqual({ wrong: [], missing: [] });
    const outcome = outcomeOf(sums, change);
    expect(said(outcome, id)).toEqual(row === last ? [] : ['row-moved']);
    expect(errors(outcome)).toEqual([]);
  });

  it.each(rows)('has %s as its first', (_, row) => {
    const change = (sheet: Sheet): Sheet => moved(sheet, place(row), place(0));
    expect(read(change)).toEqual({ wrong: [], missing: [] });
    const outcome = outcomeOf(sums, change);
    expect(said(outcome, id)).toEqual(row === 0 ? [] : ['row-moved']);
    expect(errors(outcome)).toEqual([]);
  });
});
