import { defineRule } from './rule';
import { tablesLeftOut } from './tableless';

export const rule = defineRule<{ table: string }>({
  id: 'accounts-table-missing',
  severity: 'warning',
  about: 'final-accounts',
  source: {
    document: '中办发〔2016〕13号《关于进一步推进预算公开工作的意见》',
    clause: '部门决算公开的内容；财政部预决算公开格式',
  },
  summary: {
    'zh-CN': '部门决算公开应有九张表；没有数据的也应列出空表并说明。',
    en: 'Final accounts are published in nine tables; one without figures is printed empty, with a note.',
  },
  messages: {
    'zh-CN': ({ data }, name) => `未找到《${name.table(data.table)}》。`,
    en: ({ data }, name) => `The table “${name.table(data.table)}” was not found.`,
  },
  advice: {
    'zh-CN': '补上该表；没有数据的，列空表并写明“本表为空”的原因。',
    en: 'Add the table; where there are no figures, print it empty and say why.',
  },
  examples: [
    { name: '九表齐全', accounts: {}, findings: 0 },
    { name: '没有国有资本经营预算表', accounts: {}, without: ['capital'], findings: 1 },
  ],
  *check(report) {
    if (tablesLeftOut(report)) return;
    for (const { table, found } of report.tables) if (!found) yield { data: { table: table.id }, about: table.id };
  },
});
