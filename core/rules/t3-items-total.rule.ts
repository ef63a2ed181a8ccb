import { gap, relationFindings } from './failures';
import { defineRule } from './rule';

export const rule = defineRule<{ column: string }>({
  id: 't3-items-total',
  severity: 'error',
  source: { document: '国办公开办函〔2021〕30号', clause: '表三“（七）总计”为（一）至（六）各项之和' },
  summary: {
    'zh-CN': '表三每一列：（七）总计＝（一）至（六）各项之和。',
    en: 'Every column of table 3: (7) total = sum of the items (1) to (6).',
  },
  messages: {
    'zh-CN': ({ data, relations }, name) =>
      `表三“${name.column('applications', data.column)}”列（一）至（六）各项合计为 ${relations[0]?.right}，（七）总计填 ${relations[0]?.left}，相差 ${gap(relations)}。`,
    en: ({ data, relations }, name) =>
      `Table 3, column “${name.column('applications', data.column)}”: items (1) to (6) add up to ${relations[0]?.right}, but (7) total says ${relations[0]?.left}, a difference of ${gap(relations)}.`,
  },
  advice: { 'zh-CN': '核对各分项或更正（七）总计。', en: 'Check the items or correct (7) total.' },
  examples: [
    {
      name: '各项之和等于总计',
      cells: {
        'applications.received.individual': 2,
        'applications.received.total': 2,
        'applications.granted.individual': 2,
        'applications.granted.total': 2,
        'applications.decided.individual': 2,
        'applications.decided.total': 2,
      },
      findings: 0,
    },
  ],
  check: (report) => relationFindings(report, 't3-items-total', ({ relation }) => ({ column: relation.at })),
});
