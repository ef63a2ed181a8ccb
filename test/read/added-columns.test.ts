/** A column that the form does not have: what it may be counted in, and what it never excuses. */
import { describe, expect, it } from 'vitest';
import { type CellId, check, type Outcome } from '../../core/index';
import { readHtml } from '../../core/read/html';
import { balanced } from '../support/balanced';
import { cellOf, htmlTable, type Sheet, sheetOf, widthOf } from '../support/layouts/sheet';
import { formOf, renderPage } from '../support/render';

const form = formOf('2021');
const LEGAL = ['company', 'research', 'charity', 'legalService', 'otherOrganisation'];
const at = (row: string, column: string): CellId => `applications.${row}.${column}`;
/** Small as most reports are: one application of a company, granted. */
const small: Readonly<Record<CellId, number>> = Object.fromEntries([
  ...Object.keys(balanced(form)).map((id) => [id, 0] as const),
  ...['received', 'granted', 'decided'].flatMap((row) =>
    ['company', 'total'].map((column) => [at(row, column), 1] as const),
  ),
]);

/** Table three with a column before the total; `text` gives its cell from the numbers before it. */
function outcomeOf(
  cells: Readonly<Record<CellId, number | string>>,
  heading: string,
  text: (numbers: readonly number[]) => string,
): Outcome {
  const report = { form, cells, year: 2024 };
  const page = renderPage(report, (table) => {
    const sheet = sheetOf(table, report);
    if (table.shape !== 'applicants') return htmlTable(sheet);
    const place = widthOf(sheet) - 1;
    const added = sheet.map((row): Sheet[number] => {
      const isValue = row.some((cell) => cell.kind === 'value');
      const numbers = row.slice(place - 6, place).map((cell) => Number(cell.text));
      return [
        ...row.slice(0, place),
        isValue ? cellOf(text(numbers), 'value') : cellOf(heading, 'header'),
        ...row.slice(place),
      ];
    });
    return htmlTable(added);
  });
  return check(readHtml(page));
}

const subtotal = (numbers: readonly number[]): string => String(numbers.slice(1).reduce((sum, each) => sum + each, 0));

function suspects({ findings }: Outcome): string[] {
  return findings.flatMap(({ rule, severity, repairs }) =>
    severity === 'error'
      ? repairs.length === 0
        ? [rule]
        : repairs.map((repair) => repair.map(({ cell, expected }) => `${cell}=${expected}`).join())
      : [],
  );
}

describe('a subtotal of legal persons', () => {
  it.each([
    ['times ten thousand, as much more as stands there', at('granted', 'company'), 10_000, () => '9999'],
    ['a total, more by the subtotal', at('granted', 'total'), 2, subtotal],
    ['a cell lost, less by the subtotal', at('received', 'company'), 0, () => '1'],
  ] as const)('does not excuse a wrong cell: %s', (_, cell, wrong, text) => {
    expect(suspects(outcomeOf({ ...small, [cell]: wrong }, '小计', text))).toEqual([`${cell}=${small[cell]}`]);
  });

  it('does not excuse a wrong total where zeros are left blank', () => {
    const cells = Object.fromEntries(Object.entries(small).map(([id, value]) => [id, value === 0 ? '' : value]));
    const cell = at('granted', 'total');
    expect(suspects(outcomeOf({ ...cells, [cell]: 2 }, '小 计', subtotal))).toEqual([`${cell}=1`]);
  });

  it('may stand for cells that are left blank', () => {
    const numbers = balanced(form);
    const isLegal = (id: CellId): boolean => LEGAL.some((column) => id.endsWith(`.${column}`));
    const rows = form.tables.find(({ id }) => id === 'applications')?.rows.map(({ id }) => id) ?? [];
    const sums = rows.map((row) => LEGAL.reduce((sum, column) => sum + (numbers[at(row, column)] ?? 0), 0));
    const cells = Object.fromEntries(Object.entries(numbers).map(([id, value]) => [id, isLegal(id) ? '' : value]));
    let row = 0;
    expect(suspects(outcomeOf(cells, '小计', () => String(sums[row++])))).toEqual([]);
  });
});

describe('a column of applicants that the form does not know', () => {
  const counted = Object.fromEntries(
    Object.entries(small).map(([id, value]) => [
      id,
      value + (id.startsWith('applications.') && id.endsWith('.total') ? (small[id] ?? 0) * 4 : 0),
    ]),
  );
  const text = (numbers: readonly number[]): string => String((numbers[1] ?? 0) * 4);

  it('is counted in the total of its row', () => {
    expect(suspects(outcomeOf(counted, '境外组织', text))).toEqual([]);
  });

  it('is no part of the sums of other columns', () => {
    const cell = at('granted', 'individual');
    expect(suspects(outcomeOf({ ...counted, [cell]: 4 }, '境外组织', text))).not.toEqual([]);
  });
});
