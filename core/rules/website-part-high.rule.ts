import { type Exceeds, exceeding, exceedsMessages } from './exceeds';
import { defineRule } from './rule';

const PAIRS = [
  ['website.topicsNew.value', 'website.topics.value'],
  ['website.messagesHandled.value', 'website.messages.value'],
  ['website.messagesPublic.value', 'website.messages.value'],
  ['website.surveyResults.value', 'website.surveys.value'],
  ['website.interviewAnswers.value', 'website.interviewMessages.value'],
  ['website.problemsSolved.value', 'website.problems.value'],
] as const;

export const rule = defineRule<Exceeds>({
  id: 'website-part-high',
  severity: 'warning',
  about: 'website-annual',
  source: { document: '国办函〔2018〕12号《政府网站工作年度报表》', clause: '专栏专题、互动交流、安全防护' },
  summary: {
    'zh-CN':
      '网站年度报表：新开设≤维护的专栏专题；办结、公开答复≤收到的留言；公布结果≤征集调查期数；答复提问≤网民留言；问题整改数量≤发现问题数量。上年结转的可多出。',
    en: 'Website report: new topics ≤ topics; messages handled and answered in public ≤ received; results ≤ surveys; answers ≤ messages; problems solved ≤ found. Those carried over may add to it.',
  },
  messages: exceedsMessages,
  advice: {
    'zh-CN': '核对两项；含上年结转的，可不改。',
    en: 'Check both; where it counts what was carried over, it may stand.',
  },
  examples: [
    { name: '相符', website: {}, findings: 0 },
    {
      name: '未开展',
      website: { 'website.interviewMessages.value': '/', 'website.interviewAnswers.value': '0' },
      findings: 0,
    },
    { name: '办结多于收到', website: { 'website.messagesHandled.value': '500' }, findings: 1 },
    { name: '整改多于发现，上年发现的可在本年整改', website: { 'website.problemsSolved.value': '9' }, findings: 1 },
    { name: '公布结果多于期数', website: { 'website.surveyResults.value': '19' }, findings: 1 },
  ],
  check: (report) => exceeding(report, PAIRS),
});
