/** Final accounts of nine tables: a real file, and each of its figures made wrong once. */
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { check, type Document, type Outcome } from '../../core/index';
import { readHtml } from '../../core/read/html';
import { renderAccounts, slipsIn } from '../support/accounts';
import { readBytes } from '../support/read-bytes';

const FILE = new URL('../fixtures/relatives/final-accounts-2024.pdf', import.meta.url);
let real: Document;
let outcome: Outcome;

beforeAll(async () => {
  real = await readBytes(new Uint8Array(readFileSync(FILE)));
  outcome = check(real);
});

describe('a real file of 2024', () => {
  it('has its nine tables, and sums that all hold', () => {
    expect(outcome.status).toBe('checked');
    expect(Object.values(outcome.forms)).toHaveLength(9);
    expect(Object.values(outcome.forms).every((form) => form === 'final-accounts@2016')).toBe(true);
    expect(outcome.coverage.cells).toEqual({ expected: 522, read: 522 });
    expect(outcome.coverage.relations).toEqual({
      expected: 270,
      consistent: 152,
      inconsistent: 0,
      unchecked: 0,
      notApplicable: 118,
    });
    expect(outcome.findings).toEqual([]);
    expect(outcome.year).toBe(2024);
  });

  it('gives a wrong figure away and names its cell', () => {
    const tally = slipsIn(real, outcome, 12);
    expect(tally).toEqual({ silent: [], elsewhere: [], tied: tally.tied, named: 14 - tally.tied.length });
    // A detail of table six stands in one sum alone, with nothing to cross it.
    expect(tally.tied.every((cell) => /^basicSpending\.\d{5}\./.test(cell))).toBe(true);
  });
});

describe('pages of other kinds', () => {
  const page = (cells: Record<string, string> = {}, without: readonly string[] = []): Outcome =>
    check(readHtml(renderAccounts(cells, without)));

  it('reads small accounts, organ and year', () => {
    const { organ, year, status, form } = page();
    expect({ organ, year, status, form }).toEqual({
      organ: '示例县示例局',
      year: 2024,
      status: 'checked',
      form: 'final-accounts@2016',
    });
  });

  it('is no accounts with two tables', () => {
    const seven = ['totals', 'income', 'spending', 'grantTotals', 'generalBudget', 'basicSpending', 'expenses'];
    expect(page({}, seven).status).toBe('unrecognised');
    expect(page({}, seven.slice(1)).status).toBe('partial');
  });

  it('says nothing of a subject that may merely be missing', () => {
    const html = renderAccounts().replaceAll(/<tr><td>2210203<.*?<\/tr>/g, '');
    const { findings, coverage } = check(readHtml(html));
    expect(findings).toEqual([]);
    expect(coverage.relations.unchecked).toBeGreaterThan(0);
  });

  it('takes 元 with 分 to the last digit, and compares no 元 with 万元', () => {
    const wrong = { 'basicSpending.302.amount': '10.01' };
    const inYuan = check(readHtml(renderAccounts(wrong).replaceAll('单位：万元', '单位：元')));
    expect(inYuan.findings.map(({ rule, cells }) => [rule, cells])).toEqual([
      ['accounts-suspect-cell', ['basicSpending.302.amount']],
    ]);
    const mixed = check(readHtml(renderAccounts().replace('单位：万元', '单位：元')));
    expect(
      mixed.relations.find(({ relation }) => relation.at === 'spending.total.total' && relation.id === 'accounts-same')
        ?.state,
    ).toBe('unchecked');
  });

  it('reads no numbers of last year as this year’s', () => {
    const html = renderAccounts().replace(
      '<td>本年支出合计</td><td>基本支出</td><td>项目支出</td></tr>',
      '<td>2023年合计</td><td>2024年合计</td><td>项目支出</td></tr>',
    );
    const { facts, findings } = check(readHtml(html));
    expect(Object.keys(facts).filter((cell) => cell.startsWith('spending.'))).toEqual([]);
    expect(findings).toEqual([]);
  });

  it('reads the first of two sets, and a table whose caption comes again as one', () => {
    const both = check(
      readHtml(`${renderAccounts({}, ['capital'])}${renderAccounts({ 'capital.total.spent': '7.00' })}`),
    );
    expect(both.findings.map(({ rule }) => rule)).toEqual(['accounts-table-missing']);
    const split = '<tr><td>221</td><td>住房保障支出</td>';
    const parts = renderAccounts().split(split);
    const html = parts.reduce((all, part, at) =>
      at === 2 ? `${all}</table><p>支出决算表</p><table>${split}${part}` : `${all}${split}${part}`,
    );
    expect(parts.length).toBe(4);
    expect(check(readHtml(html)).findings).toEqual([]);
  });

  it('adds decimals exactly', () => {
    const { relations } = page({
      'expenses.final.total': '0.30',
      'expenses.final.vehicles': '0.20',
      'expenses.final.running': '0.20',
      'expenses.final.reception': '0.10',
    });
    const sum = relations.find(({ relation }) => relation.at === 'expenses.final.total');
    expect(sum).toMatchObject({ state: 'consistent', left: 0.3, right: 0.3, difference: 0 });
  });
});
