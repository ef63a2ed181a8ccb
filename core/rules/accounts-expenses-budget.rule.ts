import { type Exceeds, exceeding } from './exceeds';
import { defineRule } from './rule';

const COLUMNS = ['total', 'abroad', 'purchase', 'running', 'reception'];

export const rule = defineRule<Exceeds>({
  id: 'accounts-expenses-budget',
  severity: 'info',
  about: 'final-accounts',
  source: { document: '中办发〔2016〕13号《关于进一步推进预算公开工作的意见》', clause: '“三公”经费决算与预算' },
  summary: {
    'zh-CN': '部门决算“三公”经费：决算数不大于预算数；超出的，情况说明应写明原因。',
    en: 'Final accounts, travel, vehicles and receptions: what was spent ≤ the budget; the text says why where it is more.',
  },
  messages: {
    'zh-CN': ({ data }, name) => `${name.cell(data.part)}为 ${data.value}，大于预算数 ${data.limit}。`,
    en: ({ data }, name) => `${name.cell(data.part)} is ${data.value}, above the budget of ${data.limit}.`,
  },
  advice: {
    'zh-CN': '核对两数；确有超出的，在情况说明中写明原因。',
    en: 'Check both; where it is so, say why in the text.',
  },
  examples: [
    { name: '不超预算', accounts: {}, findings: 0 },
    { name: '没有预算数', accounts: { 'expenses.budget.reception': '' }, findings: 0 },
    {
      name: '公务接待费超出预算',
      accounts: { 'expenses.final.reception': '3.50', 'expenses.final.total': '8.00' },
      findings: 1,
    },
  ],
  check: (report) =>
    exceeding(
      report,
      COLUMNS.map((column) => [`expenses.final.${column}`, `expenses.budget.${column}`] as const),
    ),
});
