import { defineRule } from './rule';
import { mismatches, type StatedData } from './stated';

export const rule = defineRule<StatedData>({
  id: 'text-kind',
  severity: 'warning',
  source: { document: '国办公开办函〔2021〕30号', clause: '表三第三项（一）至（六）与正文' },
  summary: {
    'zh-CN': '正文所称各类办理结果与申请人情况的数与表三一致。',
    en: 'Outcomes and applicants as the text counts them agree with table 3.',
  },
  messages: {
    'zh-CN': ({ data }) => `正文称“${data.words}”${data.stated}，表三对应为 ${data.value}。`,
    en: ({ data }) => `The text says “${data.words}” ${data.stated}; table 3 has ${data.value}.`,
  },
  advice: {
    'zh-CN': '核对并统一正文与表格；注意是否只取了一列。',
    en: 'Check both and make text and table agree; mind that all columns count.',
  },
  examples: [
    {
      name: '予以公开和部分公开合并表述',
      prose: { 3: ['收到政府信息公开申请5件，予以公开及部分公开5件，均为自然人申请。'] },
      cells: {
        'applications.received.individual': 5,
        'applications.received.total': 5,
        'applications.granted.individual': 5,
        'applications.granted.total': 5,
        'applications.decided.individual': 5,
        'applications.decided.total': 5,
      },
      findings: 0,
    },
    {
      name: '只取了一列',
      prose: { 3: ['收到政府信息公开申请5件，其中，予以公开3件。'] },
      cells: {
        'applications.received.individual': 3,
        'applications.received.company': 2,
        'applications.received.total': 5,
        'applications.granted.individual': 3,
        'applications.decided.individual': 3,
        'applications.granted.company': 2,
        'applications.decided.company': 2,
        'applications.granted.total': 5,
        'applications.decided.total': 5,
      },
      findings: 1,
    },
  ],
  check: (report) => [...mismatches(report, 'outcome'), ...mismatches(report, 'applicant')],
});
