import { gap, relationFindings } from './failures';
import { defineRule } from './rule';

export const rule = defineRule<{ total: string }>({
  id: 'website-parts-total',
  severity: 'warning',
  about: 'website-annual',
  source: { document: '国办函〔2018〕12号《政府网站工作年度报表》', clause: '信息发布、解读信息发布' },
  summary: {
    'zh-CN':
      '网站年度报表：信息发布总数＝概况类＋政务动态＋信息公开目录更新量；解读信息发布总数＝解读材料＋解读产品＋媒体评论文章。',
    en: 'Website report: what was published = overview + news + catalogue; interpretation = texts + products + comments.',
  },
  messages: {
    'zh-CN': ({ data, relations }, name) =>
      `${name.row('website', data.total)}填 ${relations[0]?.left}，三项分项合计为 ${relations[0]?.right}，相差 ${gap(relations)}。`,
    en: ({ data, relations }, name) =>
      `${name.row('website', data.total)} is ${relations[0]?.left}; its three parts add up to ${relations[0]?.right}, ${gap(relations)} apart.`,
  },
  advice: {
    'zh-CN': '核对总数及分项；总数另含其他栏目信息的，请在报表中说明。',
    en: 'Check the total and its parts; where it counts other columns too, say so in the report.',
  },
  examples: [
    { name: '相符', website: {}, findings: 0 },
    { name: '分项未填', website: { 'website.news.value': '未统计' }, findings: 0 },
    { name: '分项写错', website: { 'website.news.value': '4228' }, findings: 1 },
    {
      name: '两处各有一错',
      website: { 'website.published.value': '7000', 'website.interpretationTexts.value': '6' },
      findings: 2,
    },
  ],
  check: (report) => relationFindings(report, 'website-parts-total', ({ relation }) => ({ total: relation.at })),
});
