import { filledInOf } from '../document/filled-in';
import { defineRule } from './rule';

export const rule = defineRule<{ filledIn: string; limit: string }>({
  id: 'website-late',
  severity: 'warning',
  about: 'website-annual',
  source: { document: '国办函〔2018〕12号', clause: '每年 1 月 31 日前在本网站首页发布' },
  summary: {
    'zh-CN': '网站年度报表的填报日期在次年 1 月 31 日之前。',
    en: 'The website report was filled in by January 31 of the next year.',
  },
  messages: {
    'zh-CN': ({ data }) => `填报日期为 ${data.filledIn}，晚于发布期限 ${data.limit}。`,
    en: ({ data }) => `It was filled in on ${data.filledIn}, after it was due on ${data.limit}.`,
  },
  advice: {
    'zh-CN': '更正后重新填报的，注明首次发布日期。',
    en: 'Where it was filled in anew, give the date of first publication.',
  },
  examples: [
    { name: '期限之前', website: {}, findings: 0 },
    { name: '没有日期', website: { filledIn: '' }, findings: 0 },
    { name: '期限当日', website: { filledIn: '2025年1月31日' }, findings: 0 },
    { name: '二月', website: { filledIn: '2025年2月13日' }, findings: 1 },
  ],
  *check({ document, year }) {
    const filledIn = filledInOf(document);
    if (filledIn === null || year === null) return;
    const limit = `${year + 1}-01-31`;
    if (filledIn.date <= limit) return;
    yield { data: { filledIn: filledIn.date, limit }, place: filledIn.place, about: 'filled-in' };
  },
});
