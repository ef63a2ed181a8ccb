import { defineRule } from './rule';

export const rule = defineRule<{ organ: string; year: number; others: number }>({
  id: 'publish-missing',
  severity: 'error',
  judgesSet: true,
  source: { document: '《中华人民共和国政府信息公开条例》', clause: '第四十九条' },
  summary: {
    'zh-CN': '对照单位名单，每个单位都有该年度的年度报告。另有名称对不上的报告时为警示。',
    en: 'Each unit of a list has a report of the year. A warning where reports are left over that fit no unit.',
  },
  messages: {
    'zh-CN': ({ data }) =>
      `未见${data.organ} ${data.year} 年年度报告${data.others > 0 ? `；另有 ${data.others} 份报告与名单对不上，可能在其中` : ''}。`,
    en: ({ data }) =>
      `No report of ${data.organ} for ${data.year}${data.others > 0 ? `; ${data.others} reports fit no unit of the list and may include it` : ''}.`,
  },
  advice: {
    'zh-CN': '核实是否已发布及栏目位置。',
    en: 'See whether it was published, and in which column.',
  },
  examples: [{ name: '只看一份报告时不作判断', findings: 0 }],
});
