import { gather } from '../document/gather';
import { placeIn, quoteIn } from '../statements/passage';
import { residuesIn } from '../statements/residue';
import { defineRule } from './rule';

export const rule = defineRule<{ more: number }>({
  id: 'template-residue',
  severity: 'warning',
  needsNoTable: true,
  source: { document: '国办公开办函〔2021〕30号', clause: '统一格式：填报说明不属于报告内容' },
  summary: {
    'zh-CN':
      '正文没有格式说明和未填的占位符，如“该部分以表格形式报告”“××××年”“（单位名称）”；因保护隐私隐去的名称不算。',
    en: 'The text holds neither instructions of the form nor placeholders left unfilled; names masked for privacy are fine.',
  },
  messages: {
    'zh-CN': ({ data, quote }) =>
      `正文残留格式说明或占位符“${quote ?? ''}”${data.more > 0 ? `，共 ${data.more + 1} 处` : ''}。`,
    en: ({ data, quote }) =>
      `An instruction of the form or a placeholder was left standing: “${quote ?? ''}”${data.more > 0 ? `, in ${data.more + 1} places` : ''}.`,
  },
  advice: { 'zh-CN': '删除，或填入实际内容。', en: 'Remove it, or fill it in.' },
  examples: [
    {
      name: '编号、网址和隐去的名称不是占位符',
      prose: {
        1: [
          '公开事项编号XXGK-2024-01，栏目地址http://www.example.gov.cn/xxgk/，对××公司的处罚已公示，处理张××的投诉1件。',
        ],
        3: ['申请人要求公开××镇××村土地征收批文，已答复。'],
      },
      findings: 0,
    },
    {
      name: '格式说明',
      prose: { 2: ['该部分以表格形式报告。表格如下：'], 3: ['该部分以表格形式报告。表格如下：'] },
      findings: 1,
    },
    { name: '未填的年份', prose: { 0: ['现公布XXXX年度政府信息公开工作年度报告。'] }, findings: 1 },
    { name: '未填的件数', prose: { 1: ['全年主动公开政府信息XX条。'] }, findings: 1 },
  ],
  *check({ passages }) {
    const found = gather(passages, (passage) => residuesIn(passage).map((residue) => ({ passage, ...residue })));
    const counts = new Map<string, number>();
    for (const { passage, start, end } of found) {
      const words = passage.text.slice(start, end);
      counts.set(words, (counts.get(words) ?? 0) + 1);
    }
    for (const { passage, start, end } of found) {
      const words = passage.text.slice(start, end);
      const count = counts.get(words);
      if (count === undefined) continue;
      counts.delete(words);
      yield { data: { more: count - 1 }, quote: quoteIn(passage, start, end), place: placeIn(passage, start, end) };
    }
  },
});
