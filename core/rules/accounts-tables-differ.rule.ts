import { gap, relationFindings } from './failures';
import { defineRule } from './rule';

export const rule = defineRule<{ cell: string; other: string }>({
  id: 'accounts-tables-differ',
  severity: 'error',
  about: 'final-accounts',
  source: { document: '财政部《部门决算报表制度》', clause: '各表表间勾稽关系' },
  summary: {
    'zh-CN':
      '部门决算各表之间：收入决算表、支出决算表的合计等于总表的本年收入、本年支出；财政拨款总表与一般公共预算、政府性基金、国有资本经营预算各表相等；基本支出等于人员经费与公用经费之和。',
    en: 'Between tables of final accounts: the same amount in two tables is the same; basic spending is staff and office costs together.',
  },
  messages: {
    'zh-CN': ({ data, relations }, name) =>
      `${name.cell(data.cell)}为 ${relations[0]?.left}，${name.cell(data.other)}为 ${relations[0]?.right}，相差 ${gap(relations)}。`,
    en: ({ data, relations }, name) =>
      `${name.cell(data.cell)} is ${relations[0]?.left}, ${name.cell(data.other)} ${relations[0]?.right}: ${gap(relations)} apart.`,
  },
  advice: { 'zh-CN': '核对两张表的同一数额。', en: 'Check the amount in both tables.' },
  examples: [
    { name: '各表相符', accounts: {}, findings: 0 },
    {
      name: '一格改动可使各式相符，由 accounts-suspect-cell 指出',
      accounts: { 'income.total.total': '109.00' },
      findings: 0,
    },
    {
      name: '总表自身相符，却比各表都多 10',
      accounts: {
        'totals.一般公共预算财政拨款收入.amount': '120.00',
        'totals.yearIncome.amount': '120.00',
        'totals.incomeTotal.amount': '120.00',
        'totals.一般公共服务支出.amount': '110.00',
        'totals.yearSpending.amount': '120.00',
        'totals.spendingTotal.amount': '120.00',
      },
      findings: 4,
    },
  ],
  check: (report) =>
    relationFindings(report, 'accounts-tables-differ', ({ relation }) => ({
      cell: relation.at,
      other: relation.right[0] ?? '',
    })),
});
