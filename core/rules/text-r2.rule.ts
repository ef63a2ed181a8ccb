import { defineRule } from './rule';
import { mismatches, type StatedData } from './stated';

export const rule = defineRule<StatedData>({
  id: 'text-r2',
  severity: 'warning',
  source: { document: '国办公开办函〔2021〕30号', clause: '表三第二项与正文' },
  summary: {
    'zh-CN': '正文所称上年结转数与表三一致。',
    en: 'Requests said to be carried over from last year agree with table 3.',
  },
  messages: {
    'zh-CN': ({ data }) => `正文称上年结转“${data.stated}”，表三为 ${data.value}。`,
    en: ({ data }) => `The text says ${data.stated} were carried over from last year; table 3 has ${data.value}.`,
  },
  advice: { 'zh-CN': '核对并统一正文与表格。', en: 'Check both and make text and table agree.' },
  examples: [
    {
      name: '一致',
      prose: { 3: ['办结申请6件（含2023年结转的1件）。'] },
      cells: {
        'applications.received.individual': 5,
        'applications.received.total': 5,
        'applications.carriedIn.individual': 1,
        'applications.carriedIn.total': 1,
        'applications.granted.individual': 6,
        'applications.granted.total': 6,
        'applications.decided.individual': 6,
        'applications.decided.total': 6,
      },
      findings: 0,
    },
    {
      name: '不一致',
      prose: { 3: ['新收政府信息公开申请5件，上年结转政府信息公开申请2件。'] },
      cells: {
        'applications.received.individual': 5,
        'applications.received.total': 5,
        'applications.carriedIn.individual': 1,
        'applications.carriedIn.total': 1,
        'applications.granted.individual': 6,
        'applications.granted.total': 6,
        'applications.decided.individual': 6,
        'applications.decided.total': 6,
      },
      findings: 1,
    },
  ],
  check: (report) => mismatches(report, 'carriedIn'),
});
