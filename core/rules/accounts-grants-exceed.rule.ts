import { allowanceOf } from '../forms/accounts-rounded';
import { unitsOf } from '../forms/read-accounts';
import { exactDifference } from '../relations/exact';
import { type Exceeds, exceeding } from './exceeds';
import { defineRule, type Report } from './rule';

const PAIRS = [
  ['grantTotals.yearSpending.total', 'spending.total.total'],
  ['grantTotals.yearSpending.total', 'totals.yearSpending.amount'],
  ['grantTotals.yearIncome.amount', 'totals.yearIncome.amount'],
] as const;

/** More than rounding makes of it, and both in one unit. */
function isBeyond({ data }: { readonly data: Exceeds }, { facts, document }: Report): boolean {
  const units = unitsOf(document);
  const [part, whole] = [data.part, data.whole].map((cell) => units.get(cell.split('.')[0] ?? ''));
  if (part !== whole) return false;
  const relation = { id: '', at: '', left: [data.part], right: [data.whole], rule: '' };
  return exactDifference(data.value, data.limit) > allowanceOf(relation, facts, units);
}

export const rule = defineRule<Exceeds>({
  id: 'accounts-grants-exceed',
  severity: 'warning',
  about: 'final-accounts',
  source: { document: '财政部《部门决算报表制度》', clause: '财政拨款收入支出决算总表与收入、支出决算表' },
  summary: {
    'zh-CN': '部门决算：财政拨款的本年支出≤全部本年支出，财政拨款的本年收入≤全部本年收入。',
    en: 'Final accounts: spending from grants ≤ all spending of the year; grants received ≤ all income.',
  },
  messages: {
    'zh-CN': ({ data }, name) =>
      `${name.cell(data.part)}为 ${data.value}，大于${name.cell(data.whole)} ${data.limit}。`,
    en: ({ data }, name) =>
      `${name.cell(data.part)} is ${data.value}, more than ${name.cell(data.whole)}, ${data.limit}.`,
  },
  advice: { 'zh-CN': '核对两张表的本年收入、本年支出。', en: 'Check income and spending of the year in both tables.' },
  examples: [
    { name: '相等', accounts: {}, findings: 0 },
    { name: '单列其他支出', accounts: { 'spending.total.total': '130.00' }, findings: 0 },
    { name: '财政拨款支出大于全部支出', accounts: { 'grantTotals.yearSpending.total': '160.00' }, findings: 1 },
  ],
  check(report) {
    const beyond = exceeding(report, PAIRS).filter((finding) => isBeyond(finding, report));
    // The same amount beside the same total in two tables is one matter.
    return beyond.filter(({ data }, at) => beyond.findIndex((each) => each.data.part === data.part) === at);
  },
});
