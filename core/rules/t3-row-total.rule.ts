import { gap, relationFindings } from './failures';
import { defineRule } from './rule';

export const rule = defineRule<{ row: string }>({
  id: 't3-row-total',
  severity: 'error',
  source: { document: '国办公开办函〔2021〕30号', clause: '表三“总计”列为各类申请人之和' },
  summary: {
    'zh-CN': '表三每一行：总计＝六类申请人之和。',
    en: 'Every row of table 3: total = sum of the six kinds of applicants.',
  },
  messages: {
    'zh-CN': ({ data, relations }, name) =>
      `表三“${name.row('applications', data.row)}”行各类申请人合计为 ${relations[0]?.right}，总计列填 ${relations[0]?.left}，相差 ${gap(relations)}。`,
    en: ({ data, relations }, name) =>
      `Table 3, row “${name.row('applications', data.row)}”: the applicants add up to ${relations[0]?.right}, but the total says ${relations[0]?.left}, a difference of ${gap(relations)}.`,
  },
  advice: { 'zh-CN': '核对该行各列或更正总计。', en: 'Check the columns of this row or correct its total.' },
  examples: [
    {
      name: '行合计相符',
      cells: {
        'applications.received.individual': 1,
        'applications.received.company': 1,
        'applications.received.total': 2,
        'applications.carriedOut.individual': 1,
        'applications.carriedOut.company': 1,
        'applications.carriedOut.total': 2,
      },
      findings: 0,
    },
    {
      name: '整行与三列同时不符，超出三格可修复的范围',
      cells: {
        'applications.granted.individual': 11,
        'applications.granted.company': 13,
        'applications.granted.research': 17,
        'applications.granted.charity': 19,
        'applications.granted.legalService': 23,
        'applications.granted.total': 29,
      },
      findings: 1,
    },
  ],
  check: (report) => relationFindings(report, 't3-row-total', ({ relation }) => ({ row: relation.at })),
});
