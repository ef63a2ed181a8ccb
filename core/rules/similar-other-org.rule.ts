import type { TextPart } from './alike';
import { defineRule, type Language } from './rule';

export const rule = defineRule<{ part: TextPart | 'applications'; percent: number; other: string; more: number }>({
  id: 'similar-other-org',
  severity: 'warning',
  judgesSet: true,
  source: { document: '国办公开办函〔2021〕30号', clause: '内容雷同、敷衍塞责的，依《条例》第四十七条追究' },
  summary: {
    'zh-CN': '同年各单位的第一、五部分不雷同（90% 以上），表三不完全相同。名称、数字和套话不计。每个单位至多一条。',
    en: 'Sections 1 and 5 of two organs are not 90 % the same, nor is all of table 3. Names, numbers and phrases of the form do not count. At most once for each organ.',
  },
  messages: {
    'zh-CN': ({ data }) =>
      data.part === 'applications'
        ? `表三与“${data.other}”完全相同${others(data.more, 'zh-CN')}。`
        : `${PARTS[data.part]['zh-CN']}与“${data.other}”年报相似度约 ${data.percent}%，疑似雷同${others(data.more, 'zh-CN')}。`,
    en: ({ data }) =>
      data.part === 'applications'
        ? `Table 3 is that of ${data.other}${others(data.more, 'en')}.`
        : `${PARTS[data.part].en}: about ${data.percent} % of the text is that of ${data.other}${others(data.more, 'en')}.`,
  },
  advice: { 'zh-CN': '核实是否套用。', en: 'See whether it was copied.' },
  examples: [{ name: '只看一份报告时不作判断', findings: 0 }],
});

const PARTS: Readonly<Record<TextPart, Readonly<Record<Language, string>>>> = {
  overview: { 'zh-CN': '第一部分', en: 'Section 1' },
  problems: { 'zh-CN': '第五部分', en: 'Section 5' },
};

function others(more: number, language: Language): string {
  if (more <= 0) return '';
  return language === 'zh-CN' ? `；同样的另有 ${more} 个单位` : `; ${more} more organs have the same`;
}
