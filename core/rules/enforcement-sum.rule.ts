import { gap, relationFindings } from './failures';
import { defineRule } from './rule';

export const rule = defineRule<{ total: string }>({
  id: 'enforcement-sum',
  // Not an error: where one decision imposes several kinds, some count it under each.
  severity: 'warning',
  about: 'enforcement-statistics',
  source: { document: '行政执法统计年报制度', clause: '行政处罚表、行政强制表：合计为各种类之和' },
  summary: {
    'zh-CN': '行政执法统计年报：行政处罚、行政强制各行的合计＝各种类之和；罚没金额不计入。',
    en: 'Statistics of law enforcement: in each row of penalties and of coercive measures the total = its kinds; amounts apart.',
  },
  messages: {
    'zh-CN': ({ data, relations }, name) =>
      `${name.cell(data.total)}填 ${relations[0]?.left}，各种类合计为 ${relations[0]?.right}，相差 ${gap(relations)}。`,
    en: ({ data, relations }, name) =>
      `${name.cell(data.total)} is ${relations[0]?.left}; the kinds add up to ${relations[0]?.right}, ${gap(relations)} apart.`,
  },
  advice: {
    'zh-CN': '核对合计及各种类；并处的按最重的一种计一次。',
    en: 'Check the total and its kinds; several penalties in one decision count once, under the gravest.',
  },
  examples: [
    { name: '相符', enforcement: {}, findings: 0 },
    { name: '合计未填', enforcement: { 'penalty.total.total': '' }, findings: 0 },
    {
      name: '一格改动可使各式相符，由 enforcement-suspect-cell 指出',
      enforcement: { 'penalty.total.total': '108165' },
      findings: 0,
    },
    {
      name: '一行合计与三列同时不符，超出三格可修复的范围',
      enforcement: {
        organs: '2',
        'penalty.示例支队.warning': '11',
        'penalty.示例支队.fine': '13',
        'penalty.示例支队.confiscation': '17',
        'penalty.示例支队.revoked': '19',
        'penalty.示例支队.total': '7',
      },
      findings: 1,
    },
  ],
  check: (report) => relationFindings(report, 'enforcement-sum', ({ relation }) => ({ total: relation.left[0] ?? '' })),
});
