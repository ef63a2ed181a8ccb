import { type Block, blockText } from '../document/document';
import { essence, labelKeyWithoutAsides } from '../document/text';
import type { FormTable } from '../forms/form';
import { defineRule } from './rule';

/** Labels of the table stand in the section, so it is there in a shape that was not read: that is no verdict. */
function speaksOf(table: FormTable, blocks: readonly Block[]): boolean {
  const text = essence(blocks.map(blockText).join(''));
  const labels = table.rows.flatMap((row) => [row.label?.zh ?? '', ...row.cells.map((cell) => cell.column.label.zh)]);
  const found = new Set(labels.map(labelKeyWithoutAsides).filter((label) => label !== '' && text.includes(label)));
  return found.size >= ENOUGH_LABELS;
}

/** Prose names one or two of them, a table all. */
const ENOUGH_LABELS = 4;

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
    const { sections } = report;
    // One table published as a picture, and perhaps another further down: that is for a person to see.
    if (report.document.blocks.some((block) => block.kind === 'picture')) return;
    for (const { table, found } of report.tables) {
      const at = sections.findIndex((section) => section.number === table.section);
      const section = sections[at];
      // Without the next heading nobody knows whether the section was read to its end.
      if (found || section === undefined || sections[at + 1] === undefined) continue;
      const blocks = report.document.blocks.slice(section.start, section.end);
      const cut = blocks.some(
        (block) => block.kind !== 'paragraph' || /\[…\]|\[\.\.\.\]|附件|见附|下载/.test(block.text),
      );
      if (cut || speaksOf(table, blocks)) continue;
      yield {
        data: { section: table.section, numeral: '一二三四五六'.charAt(table.section - 1) },
        place: { block: section.start },
        about: table.id,
      };
    }
  },
});
