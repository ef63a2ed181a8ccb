import { gather } from '../document/gather';
import { unitsOf } from '../forms/read-accounts';
import { exactDifference, exactSum } from '../relations/exact';
import { type AccountAmount, type AccountSubject, accountAmounts } from '../statements/account-amounts';
import { placeIn, quoteIn } from '../statements/passage';
import { defineRule, type Report } from './rule';

/** Where the amount stands; with two cells it is their sum. */
const CELLS: Readonly<Record<AccountSubject, readonly string[]>> = {
  income: ['totals.incomeTotal.amount'],
  spending: ['totals.spendingTotal.amount'],
  yearIncome: ['totals.yearIncome.amount'],
  yearSpending: ['totals.yearSpending.amount'],
  grants: ['grantTotals.incomeTotal.amount'],
  generalBudget: ['generalBudget.total.total'],
  basicSpending: ['generalBudget.total.basic'],
  expenses: ['expenses.final.total'],
};

const POWERS: Readonly<Record<AccountAmount['unit'], number>> = { 元: 0, 万元: 4, 亿元: 8 };

/** A decimal times a power of ten, exactly: the digits are moved, not multiplied. */
function shifted(value: number, power: number): number {
  return Number(`${value}e${power}`);
}

interface Told {
  readonly amount: AccountAmount;
  readonly cell: string;
  /** In the unit of the text. */
  readonly value: number;
  /** Digits after its point that the table prints; below 0 where its unit is coarser than that of the text. */
  readonly digits: number;
}

/** Null where the table does not tell it: not read, empty, or without its unit. */
function toldBy(amount: AccountAmount, { facts }: Report, units: ReadonlyMap<string, number | null>): Told | null {
  const cells = CELLS[amount.subject];
  const [cell = ''] = cells;
  const values = cells.map((each) => facts.get(each)?.value ?? null);
  const unit = units.get(cell.split('.')[0] ?? '') ?? null;
  const known = values.filter((value) => value !== null);
  if (unit === null || known.length < values.length) return null;
  const power = (unit === 1 ? 0 : 4) - POWERS[amount.unit];
  const printed = Math.max(...cells.map((each) => /\.(\d+)\s*$/.exec(facts.get(each)?.raw ?? '')?.[1]?.length ?? 0));
  return { amount, cell, value: shifted(exactSum(known), power), digits: printed - power };
}

/** Printed alike they are the same; else one was rounded further, or cut off, by less than 1 in its last digit. */
function fits({ amount, value, digits }: Told): boolean {
  const allowed = amount.digits === digits ? 0 : Number(`1e${-Math.min(amount.digits, digits)}`);
  return Math.abs(exactDifference(value, amount.value)) <= allowed;
}

export const rule = defineRule<{ cell: string; value: number; stated: string }>({
  id: 'accounts-text',
  severity: 'warning',
  about: 'final-accounts',
  source: { document: '财政部预决算公开格式', clause: '决算情况说明与决算表' },
  summary: {
    'zh-CN':
      '部门决算情况说明中的收入总计、支出总计、本年收入合计、本年支出合计、财政拨款收支总计、一般公共预算财政拨款支出及基本支出、“三公”经费决算数，与决算表一致。',
    en: 'The totals that the text of final accounts states (income, spending, grants, general budget, basic spending, travel, vehicles and receptions) are those of the tables.',
  },
  messages: {
    'zh-CN': ({ data }, name) => `正文称“${data.stated}”，${name.cell(data.cell)}为 ${data.value}（按正文单位）。`,
    en: ({ data }, name) =>
      `The text says “${data.stated}”; ${name.cell(data.cell)} is ${data.value}, in the unit of the text.`,
  },
  advice: { 'zh-CN': '核对并统一文字与决算表。', en: 'Check the text and the table.' },
  examples: [
    {
      name: '一致；与上年的比较、占比不算',
      accounts: {},
      prose: {
        1: [
          '2024年度收入总计110.00万元，支出总计110.00万元。与2023年度相比，收入总计增加20.00万元。',
          '本年收入合计110万元，其中：财政拨款收入110万元，占100%。',
          '2023年本年支出合计90.00万元。一般公共预算财政拨款支出110.00万元，占本年支出合计的100%。',
          '“三公”经费支出决算为6.5万元，比上年三公经费决算数7.00万元减少。',
        ],
      },
      findings: 0,
    },
    { name: '以元为单位', accounts: {}, prose: { 1: ['本年支出合计1,100,000.00元。'] }, findings: 0 },
    { name: '少一位小数', accounts: {}, prose: { 1: ['本年支出合计110.4万元。'] }, findings: 1 },
    {
      name: '表格未填',
      accounts: { 'totals.yearIncome.amount': '' },
      prose: { 1: ['本年收入合计5.00万元。'] },
      findings: 0,
    },
    {
      name: '总计、三公经费与表不符',
      accounts: {},
      prose: { 1: ['2024年度收入支出总计均为101.00万元。“三公”经费支出决算为5.60万元。'] },
      findings: 3,
    },
  ],
  *check(report) {
    const { document, passages, year } = report;
    const units = unitsOf(document);
    const told = gather(
      accountAmounts(passages, year, document.format === 'pdf'),
      (amount) => toldBy(amount, report, units) ?? [],
    );
    const subjects = new Map<AccountSubject, Told[]>();
    for (const each of told) subjects.set(each.amount.subject, [...(subjects.get(each.amount.subject) ?? []), each]);
    for (const own of subjects.values()) {
      const [first] = own;
      // Told of another organ or budget too, perhaps: one that fits is the one meant.
      if (first === undefined || own.some(fits)) continue;
      const { amount, cell, value } = first;
      const stated = quoteIn(amount.passage, amount.start, amount.end);
      yield {
        data: { cell, value, stated },
        cells: [cell],
        quote: stated,
        place: placeIn(amount.passage, amount.start, amount.end),
        about: amount.subject,
      };
    }
  },
});
