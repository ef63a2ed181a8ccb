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
