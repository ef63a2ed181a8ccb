import { defineRule } from './rule';
import { mismatches, type StatedData } from './stated';

export const rule = defineRule<StatedData>({
  id: 'text-r4',
  severity: 'warning',
  source: { document: '国办公开办函〔2021〕30号', clause: '表三第四项与正文' },
  summary: {
    'zh-CN': '正文所称结转下年度数（或“全部办结”）与表三一致。',
    en: 'Requests said to be carried over to next year, or all decided, agree with table 3.',
  },
  messages: {
    'zh-CN': ({ data }) => `正文称结转下年度“${data.stated}”，表三为 ${data.value}。`,
    en: ({ data }) => `The text says ${data.stated} carried over to next year; table 3 has ${data.value}.`,
  },
  advice: { 'zh-CN': '核对并统一正文与表格。', en: 'Check both and make text and table agree.' },
  examples: [
    {
      name: '除结转外均答复',
      prose: { 3: ['全县共收到依申请公开85件，除2件结转下年办理外，均依法依规答复，答复率100%。'] },
      cells: {
        'applications.received.individual': 85,
        'applications.received.total': 85,
        'applications.granted.individual': 83,
        'applications.granted.total': 83,
        'applications.decided.individual': 83,
        'applications.decided.total': 83,
        'applications.carriedOut.individual': 2,
        'applications.carriedOut.total': 2,
      },
      findings: 0,
    },
    {
      name: '不一致',
      prose: { 3: ['收到政府信息公开申请5件，结转下年度继续办理2件。'] },
      cells: {
        'applications.received.individual': 5,
        'applications.received.total': 5,
        'applications.granted.individual': 4,
        'applications.granted.total': 4,
        'applications.decided.individual': 4,
        'applications.decided.total': 4,
        'applications.carriedOut.individual': 1,
        'applications.carriedOut.total': 1,
      },
      findings: 1,
    },
  ],
  check: (report) => mismatches(report, 'carriedOut'),
});
