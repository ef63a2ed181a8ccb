import { type Exceeds, exceeding, exceedsMessages } from './exceeds';
import { defineRule } from './rule';

const PAIRS = [
  ['website.visitors.value', 'website.visits.value'],
  ['website.servicesOnline.value', 'website.services.value'],
] as const;

export const rule = defineRule<Exceeds>({
  id: 'website-part-exceeds',
  severity: 'error',
  about: 'website-annual',
  source: { document: '国办函〔2018〕12号《政府网站工作年度报表》', clause: '访问量、办事服务' },
  summary: {
    'zh-CN': '网站年度报表：独立用户访问总量≤网站总访问量；可全程在线办理事项≤政务服务事项。',
    en: 'Website report: visitors ≤ visits; services wholly online ≤ services.',
  },
  messages: exceedsMessages,
  advice: { 'zh-CN': '核对两项，是否填反。', en: 'Check both; they may be in each other’s place.' },
  examples: [
    { name: '相符', website: {}, findings: 0 },
    { name: '相等', website: { 'website.servicesOnline.value': '3', 'website.services.value': '3' }, findings: 0 },
    { name: '单位不同', website: { 'website.visits.value': '60万', 'website.visitors.value': '150000' }, findings: 0 },
    { name: '未填', website: { 'website.services.value': '' }, findings: 0 },
    { name: '全程在线多于事项总数', website: { 'website.servicesOnline.value': '1300' }, findings: 1 },
  ],
  check: (report) => exceeding(report, PAIRS),
});
