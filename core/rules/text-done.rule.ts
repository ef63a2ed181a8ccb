import { defineRule } from './rule';
import { mismatches, type StatedData } from './stated';

export const rule = defineRule<StatedData>({
  id: 'text-done',
  severity: 'warning',
  source: { document: '国办公开办函〔2021〕30号', clause: '表三第三项（七）与正文' },
  summary: {
    'zh-CN': '正文所称办结（答复）数与表三（七）总计一致。',
    en: 'Requests said to be decided agree with row (7) of table 3.',
  },
  messages: {
    'zh-CN': ({ data }) => `正文称办结（答复）“${data.stated}”，表三“（七）总计”为 ${data.value}。`,
    en: ({ data }) => `The text says ${data.stated} were decided; table 3, row (7), has ${data.value}.`,
  },
  advice: { 'zh-CN': '核对并统一正文与表格。', en: 'Check both and make text and table agree.' },
  examples: [
    {
      name: '一致',
      prose: { 3: ['收到政府信息公开申请5件，已按期答复4件，结转下年度继续办理1件。'] },
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
      findings: 0,
    },
    {
      name: '不一致',
      prose: { 3: ['收到政府信息公开申请5件，已按期答复3件，结转下年度继续办理1件。'] },
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
  check: (report) => mismatches(report, 'decided'),
});
