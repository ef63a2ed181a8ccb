import { gap, relationFindings } from './failures';
import { defineRule } from './rule';

export const rule = defineRule<{ total: string }>({
  id: 'enforcement-organs-sum',
  severity: 'warning',
  about: 'enforcement-statistics',
  source: { document: '行政执法统计年报制度', clause: '合计行为各执法主体之和' },
  summary: {
    'zh-CN': '行政执法统计年报列有各单位及合计行的，合计行＝各单位之和。',
    en: 'Statistics of law enforcement: where they list organs and a row of totals, that row = the organs together.',
  },
  messages: {
    'zh-CN': ({ data, relations }, name) =>
      `${name.cell(data.total)}填 ${relations[0]?.left}，各单位合计为 ${relations[0]?.right}，相差 ${gap(relations)}。`,
    en: ({ data, relations }, name) =>
      `${name.cell(data.total)} is ${relations[0]?.left}; the organs add up to ${relations[0]?.right}, ${gap(relations)} apart.`,
  },
  advice: { 'zh-CN': '核对合计行及各单位数据。', en: 'Check the row of totals and the organs.' },
  examples: [
    { name: '只有一行', enforcement: {}, findings: 0 },
    { name: '两个单位，相符', enforcement: { organs: '2' }, findings: 0 },
    { name: '许可表一个单位的数写错', enforcement: { organs: '2', 'licence.示例支队.granted': '7' }, findings: 1 },
  ],
  check: (report) =>
    relationFindings(report, 'enforcement-organs-sum', ({ relation }) => ({ total: relation.left[0] ?? '' })),
});
