import { defineRule } from './rule';
import { mismatches, type StatedData } from './stated';

export const rule = defineRule<StatedData>({
  id: 'text-review',
  severity: 'warning',
  source: { document: '国办公开办函〔2021〕30号', clause: '表四与正文' },
  summary: {
    'zh-CN': '正文所称行政复议、行政诉讼件数及其结果与表四一致。',
    en: 'Reviews and lawsuits as the text counts them agree with table 4.',
  },
  messages: {
    'zh-CN': ({ data }) => `正文称${data.words}“${data.stated}”，表四为 ${data.value}。`,
    en: ({ data }) => `The text says ${data.words}: ${data.stated}; table 4 has ${data.value}.`,
  },
  advice: { 'zh-CN': '核对表四。', en: 'Check table 4.' },
  examples: [
    {
      name: '一致',
      prose: { 4: ['因依申请公开引起行政复议2件、行政诉讼0件，其中行政复议纠错1件。'] },
      cells: { 'disputes.review.upheld': 1, 'disputes.review.corrected': 1, 'disputes.review.total': 2 },
      findings: 0,
    },
    {
      name: '不一致',
      prose: { 4: ['本年度因政府信息公开被申请行政复议3件，行政诉讼0件。'] },
      cells: { 'disputes.review.upheld': 2, 'disputes.review.total': 2 },
      findings: 1,
    },
  ],
  check: (report) => mismatches(report, 'dispute'),
});
