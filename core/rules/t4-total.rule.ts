import { relationFindings } from './failures';
import { defineRule } from './rule';

export const rule = defineRule<{ group: string }>({
  id: 't4-total',
  severity: 'error',
  source: { document: '国办公开办函〔2021〕30号', clause: '表四“总计”为四项结果之和' },
  summary: {
    'zh-CN': '表四三组各自：总计＝维持＋纠正＋其他＋尚未审结。',
    en: 'Each group of table 4: total = upheld + corrected + other + pending.',
  },
  messages: {
    'zh-CN': ({ data, relations }, name) =>
      `表四“${name.row('disputes', data.group)}”四项结果合计为 ${relations[0]?.right}，总计填 ${relations[0]?.left}。`,
    en: ({ data, relations }, name) =>
      `Table 4, “${name.row('disputes', data.group)}”: the four results add up to ${relations[0]?.right}, but the total says ${relations[0]?.left}.`,
  },
  advice: {
    'zh-CN': '核对维持、纠正、其他、尚未审结及总计。',
    en: 'Check upheld, corrected, other, pending and the total.',
  },
  examples: [
    { name: '合计相符', cells: { 'disputes.review.upheld': 1, 'disputes.review.total': 1 }, findings: 0 },
    { name: '总计少一件', cells: { 'disputes.review.upheld': 2, 'disputes.review.total': 1 }, findings: 1 },
    { name: '两组各有一处', cells: { 'disputes.review.total': 1, 'disputes.lawsuit.direct.total': 2 }, findings: 2 },
  ],
  check: (report) => relationFindings(report, 't4-total', ({ relation }) => ({ group: relation.at })),
});
