import { defineRule } from './rule';
import { elsewhere, tableless, tablesLeftOut } from './tableless';

export const rule = defineRule<{ section: number; numeral: string }>({
  id: 'table-missing',
  severity: 'error',
  source: { document: '国办公开办函〔2021〕30号', clause: '第二至第四部分以表格形式报告' },
  summary: {
    'zh-CN': '第二、三、四部分各应有规定表格。只在该部分完整且没有任何表格或图片时提出。',
    en: 'Sections 2, 3 and 4 must hold their tables. Raised only where the section is whole and holds no table and no picture.',
  },
  messages: {
    'zh-CN': ({ data }) => `第${data.numeral}部分未见规定表格。`,
    en: ({ data }) => `Section ${data.section} does not hold the table of the form.`,
  },
  advice: {
    'zh-CN': '按国办公开办函〔2021〕30号格式补充表格。',
    en: 'Add the table of the form (国办公开办函〔2021〕30号).',
  },
  examples: [
    { name: '表格齐全', cells: {}, findings: 0 },
    { name: '缺表四', cells: {}, without: ['disputes'], findings: 1 },
  ],
  *check(report) {
    // One table published as a picture, and perhaps another further down: that is for a person to see.
    if (tablesLeftOut(report) || report.document.blocks.some((block) => block.kind === 'picture')) return;
    for (const each of tableless(report)) {
      if (elsewhere(each) !== null) continue;
      yield {
        data: { section: each.table.section, numeral: each.numeral },
        place: { block: each.start },
        about: each.table.id,
      };
    }
  },
});
