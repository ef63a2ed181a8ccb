import { placeIn, quoteIn } from '../statements/passage';
import { repetitionsIn } from '../statements/repeated';
import { defineRule } from './rule';

export const rule = defineRule({
  id: 'duplicate-phrase',
  severity: 'info',
  needsNoTable: true,
  source: { document: '国办公开办函〔2021〕30号', clause: '第四条：内容准确' },
  summary: {
    'zh-CN': '正文没有紧接着写了两遍的词句，如“年度部门年度部门”“过程性性信息”。',
    en: 'No phrase is written twice in a row.',
  },
  messages: {
    'zh-CN': ({ quote }) => `“${quote ?? ''}”文字重复。`,
    en: ({ quote }) => `“${quote ?? ''}” says the same twice.`,
  },
  advice: { 'zh-CN': '删去重复文字。', en: 'Remove one of the two.' },
  examples: [
    {
      name: '并列的近似名称',
      prose: { 1: ['及时更新政府信息公开、政府信息公开目录、政府信息公开指南，我局局长专题研究。'] },
      findings: 0,
    },
    {
      name: '同一项写了两遍',
      prose: { 4: ['因政府信息公开工作被申请行政复议、因政府信息公开工作被申请行政复议和提起诉讼0件。'] },
      findings: 1,
    },
    { name: '词语相连重复', prose: { 1: ['公开部门年度部门年度预算决算情况。'] }, findings: 1 },
  ],
  *check({ passages }) {
    for (const passage of passages) {
      for (const { start, end } of repetitionsIn(passage)) {
        yield { data: {}, quote: quoteIn(passage, start, end), place: placeIn(passage, start, end) };
      }
    }
  },
});
