import { defineRule } from './rule';
import { elsewhere, tableless } from './tableless';

const WHERE = {
  picture: { 'zh-CN': '图片', en: 'a picture' },
  attachment: { 'zh-CN': '附件', en: 'an attachment' },
} as const;

export const rule = defineRule<{ section: number; numeral: string; where: 'picture' | 'attachment' }>({
  id: 'table-as-image',
  severity: 'warning',
  source: { document: '国办公开办函〔2021〕30号', clause: '第二至第四部分以表格形式报告' },
  summary: {
    'zh-CN': '第二、三、四部分的表格应可在网页上阅读和复制；以图片或附件代替的无法核对。',
    en: 'The tables of sections 2, 3 and 4 can be read on the page; what is a picture or an attachment cannot be checked.',
  },
  messages: {
    'zh-CN': ({ data }) => `第${data.numeral}部分的表格以${WHERE[data.where]['zh-CN']}形式发布，无法核对。`,
    en: ({ data }) => `The table of section ${data.section} is ${WHERE[data.where].en} and cannot be checked.`,
  },
  advice: {
    'zh-CN': '改为网页文本表格，可复制。',
    en: 'Publish it as a table in the page, so that it can be copied.',
  },
  examples: [
    { name: '表格齐全', findings: 0 },
    { name: '缺表四而无图片、附件：另有规则', without: ['disputes'], findings: 0 },
    { name: '表格齐全，另有附件', prose: { 3: ['附件：示例县依申请公开办理情况.docx'] }, findings: 0 },
    { name: '表四在附件中', without: ['disputes'], prose: { 4: ['具体情况详见附件。'] }, findings: 1 },
  ],
  *check(report) {
    for (const each of tableless(report)) {
      const where = elsewhere(each);
      if (where === null) continue;
      yield {
        data: { section: each.table.section, numeral: each.numeral, where },
        place: { block: each.start },
        about: each.table.id,
      };
    }
  },
});
