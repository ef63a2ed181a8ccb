/** Rows missing, added or moved, at each place of each table: all others stay where they are, and it is said once. */
import { describe, expect, it } from 'vitest';
import { check, type FormTable, type Outcome } from '../../core/index';
import { readHtml } from '../../core/read/html';
import { cellOf, htmlTable, type Sheet, sheetOf, spanning, widthOf } from '../support/layouts/sheet';
import { cellIdsOf, formOf, type PrintedReport, renderPage } from '../support/render';

const LABELS: Readonly<Record<string, string>> = { disclosure: '其他主动公开文件', applications: '9.属于其他情形' };

type Cells = Record<string, number>;

/** Cell i holds the number i. */
function numbered(report: PrintedReport): Cells {
  return Object.fromEntries(cellIdsOf(report.form).map((id, index) => [id, index + 1]));
}

/** A report whose sums are right, no two rows alike. */
function agreeing({ form }: PrintedReport): Cells {
  const cells: Cells = Object.fromEntries(cellIdsOf(form).map((id, index) => [id, (index * 7) % 11]));
  const relations = form.tables.flatMap((table) => table.relations);
  const sum = (ids: readonly string[]): number => ids.reduce((total, id) => total + (cells[id] ?? 0), 0);
  const settle = (of: string): void => {
    for (const { id, left, right } of relations) {
      const [first = '', ...rest] = left;
      if (id === of) cells[first] = sum(right) - sum(rest);
    }
  };
  for (const { id } of form.tables[1]?.rows[0]?.cells ?? []) cells[id.replace('received', 'carriedIn')] = 0;
  for (const of of ['outcomes-sum', 'balance', 'applicants-sum', 'results-sum']) settle(of);
  return cells;
}

/** Rows of the sheet that hold values, each with its row of the form. */
function valueRows(sheet: Sheet): number[] {
  return sheet.flatMap((row, at) => (row.some((cell) => cell.kind === 'value') ? [at] : []));
}

const without = (sheet: Sheet, at: number): Sheet => sheet.filter((_, row) => row !== at);

function withRow(sheet: Sheet, at: number, table: FormTable, value: string): Sheet {
  const first = sheet[at]?.findIndex((cell) => cell.kind === 'value') ?? 1;
  const own = Array.from({ length: widthOf(sheet) - first }, () => cellOf(value, 'value'));
  return [...sheet.slice(0, at), [...spanning(LABELS[table.id] ?? '', first), ...own], ...sheet.slice(at)];
}

function moved(sheet: Sheet, from: number, to: number): Sheet {
  const rest = [...without(sheet, from)];
  rest.splice(to, 0, sheet[from] ?? []);
  return rest;
}

function outcomeOf(report: PrintedReport, id: string, change: (sheet: Sheet, table: FormTable) => Sheet): Outcome {
  const html = renderPage(report, (table) => {
    const sheet = sheetOf(table, report);
    return htmlTable(table.id === id ? change(sheet, table) : sheet);
  });
  return check(readHtml(html));
}

/** Cells that hold another number than their own, and cells that are missing. */
function reading({ facts }: Outcome, cells: Cells): { wrong: string[]; missing: string[] } {
  const ids = Object.keys(cells);
  return {
    wrong: ids.filter((id) => facts[id]?.state === 'number' && facts[id].value !== cells[id]),
    missing: ids.filter((id) => facts[id]?.state !== 'number'),
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

  function both(change: (sheet: Sheet, table: FormTable) => Sheet): { numbers: Outcome; sums: Outcome } {
    return {
      numbers: outcomeOf({ ...base, cells: numbered(base) }, id, change),
      sums: outcomeOf({ ...base, cells: agreeing(base) }, id, change),
    };
  }
  const errors = ({ findings }: Outcome): string[] =>
    findings.filter((finding) => finding.severity === 'error').map((finding) => finding.rule);

  it('agrees before it is altered', () => {
    const { sums } = both((sheet) => sheet);
    expect([errors(sums), said(sums, id)]).toEqual([[], []]);
  });

  it.each(rows)('lacks %s', (_, row) => {
    const { numbers, sums } = both((sheet) => without(sheet, place(row)));
    const lost = table.rows[row]?.cells.map((cell) => cell.id) ?? [];
    expect(reading(numbers, numbered(base))).toEqual({ wrong: [], missing: lost });
    expect(said(numbers, id)).toEqual(['row-missing']);
    expect(errors(sums)).toEqual([]);
  });

  it.each(rows)('has one more before %s', (_, row) => {
    const { numbers, sums } = both((sheet) => withRow(sheet, place(row), table, '9999'));
    expect(reading(numbers, numbered(base))).toEqual({ wrong: [], missing: [] });
    expect(said(numbers, id)).toEqual(['row-extra']);
    expect(errors(sums)).toEqual([]);
  });

  it.each(rows)('has %s as its last', (_, row) => {
    const last = positions.length - 1;
    const { numbers, sums } = both((sheet) => moved(sheet, place(row), place(last)));
    expect(reading(numbers, numbered(base))).toEqual({ wrong: [], missing: [] });
    expect(said(numbers, id)).toEqual(row === last ? [] : ['row-moved']);
    expect(errors(sums)).toEqual([]);
  });

  it.each(rows)('has %s as its first', (_, row) => {
    const { numbers, sums } = both((sheet) => moved(sheet, place(row), place(0)));
    expect(reading(numbers, numbered(base))).toEqual({ wrong: [], missing: [] });
    expect(said(numbers, id)).toEqual(row === 0 ? [] : ['row-moved']);
    expect(errors(sums)).toEqual([]);
  });
});
