import { gap, relationFindings } from './failures';
import { defineRule } from './rule';

export const rule = defineRule<{ total: string }>({
  id: 'accounts-sum',
  severity: 'error',
  about: 'final-accounts',
  source: { document: '财政部《部门决算报表制度》', clause: '各表表内勾稽关系' },
  summary: {
    'zh-CN':
      '部门决算各表之内：合计＝各项，类＝款，款＝项，收入总计＝支出总计，年初＋收入＝支出＋年末；以万元列示的，允许四舍五入的尾差。',
    en: 'Within each table of final accounts: totals equal their items, classes their sections, both sides balance. Amounts in 10,000 yuan may differ by what rounding makes.',
  },
  messages: {
    'zh-CN': ({ data, relations }, name) =>
      `${name.cell(data.total)}一侧为 ${relations[0]?.left}，各项合计为 ${relations[0]?.right}，相差 ${gap(relations)}，超出四舍五入的尾差。`,
    en: ({ data, relations }, name) =>
      `${name.cell(data.total)}: its side is ${relations[0]?.left}, the parts add up to ${relations[0]?.right}; ${gap(relations)} apart, more than rounding makes.`,
  },
  advice: {
    'zh-CN': '与决算报表核对合计及各项。',
    en: 'Check the total and its parts against the accounts.',
  },
  examples: [
    { name: '各表相符', accounts: {}, findings: 0 },
    { name: '尾差在四舍五入之内', accounts: { 'basicSpending.302.amount': '10.01' }, findings: 0 },
    {
      name: '一格改动可使各式相符，由 accounts-suspect-cell 指出',
      accounts: { 'spending.20139.total': '56.00' },
      findings: 0,
    },
    {
      name: '公用经费合计与商品和服务支出不符，改哪一格都牵动别的算式',
      accounts: { 'basicSpending.302.amount': '12.00', 'basicSpending.30201.amount': '8.00' },
      findings: 1,
    },
  ],
  check: (report) => relationFindings(report, 'accounts-sum', ({ relation }) => ({ total: relation.at })),
});
