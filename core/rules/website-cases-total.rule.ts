import { isEmpty } from '../forms/facts';
import { gap, relationFindings } from './failures';
import { defineRule } from './rule';

export const rule = defineRule<{ total: string }>({
  id: 'website-cases-total',
  severity: 'error',
  about: 'website-annual',
  source: { document: '国办函〔2018〕12号《政府网站工作年度报表》', clause: '办事服务：办件量' },
  summary: {
    'zh-CN': '网站年度报表：办件量总数＝自然人办件量＋法人办件量。',
    en: 'Website report: all cases = cases of persons + cases of bodies.',
  },
  messages: {
    'zh-CN': ({ relations }) =>
      `办件量总数填 ${relations[0]?.left}，自然人、法人办件量合计为 ${relations[0]?.right}，相差 ${gap(relations)}。`,
    en: ({ relations }) =>
      `The total of cases is ${relations[0]?.left}; persons and bodies add up to ${relations[0]?.right}, ${gap(relations)} apart.`,
  },
  advice: { 'zh-CN': '核对办件量总数及两项分项。', en: 'Check the total and its two parts.' },
  examples: [
    { name: '相符', website: {}, findings: 0 },
    { name: '总数未填', website: { 'website.cases.value': '' }, findings: 0 },
    {
      name: '不分自然人、法人统计',
      website: { 'website.casesPersons.value': '/', 'website.casesBodies.value': '' },
      findings: 0,
    },
    { name: '总数多一件', website: { 'website.cases.value': '7521' }, findings: 1 },
  ],
  // A site that does not count persons and bodies apart has nothing to add up.
  check: (report) =>
    relationFindings(report, 'website-cases-total', ({ relation }) => ({ total: relation.at })).filter(({ cells }) =>
      (cells ?? []).slice(1).some((cell) => {
        const fact = report.facts.get(cell);
        return fact !== undefined && !isEmpty(fact);
      }),
    ),
});
