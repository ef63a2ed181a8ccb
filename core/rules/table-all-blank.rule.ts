import { emptiesOf, emptyMeansZero } from './empties';
import { defineRule } from './rule';

export const rule = defineRule<{ table: string }>({
  id: 'table-all-blank',
  severity: 'error',
  source: { document: '国办公开办函〔2021〕30号', clause: '表二至表四据实填报' },
  summary: {
    'zh-CN': '整张表没有填任何数据。整份报告都以空白代替 0 时不提出；全部表格空白的报告按空表处理。',
    en: 'A whole table is empty. Not raised where the report writes empty for 0 throughout; a report with all tables empty is a blank form.',
  },
  messages: {
    'zh-CN': ({ data }, name) => `${name.table(data.table)}未填报任何数据。`,
    en: ({ data }, name) => `${name.table(data.table)} holds no data at all.`,
  },
  advice: { 'zh-CN': '据实填报，无数据填 0。', en: 'Fill in the table; 0 where there is nothing.' },
  examples: [
    { name: '有数据', cells: {}, findings: 0 },
    {
      name: '表二全空，其余填 0',
      cells: Object.fromEntries(
        [
          'regulation.made',
          'regulation.repealed',
          'regulation.inForce',
          'normativeDocument.made',
          'normativeDocument.repealed',
          'normativeDocument.inForce',
          'licence.decisions',
          'penalty.decisions',
          'coercion.decisions',
          'fee.amount',
        ].map((id) => [`disclosure.${id}`, '']),
      ),
      findings: 1,
    },
  ],
  *check(report) {
    if (emptyMeansZero(report)) return;
    for (const reading of report.tables) {
      const { empty, read } = emptiesOf(report, reading);
      if (!reading.found || read === 0 || empty.length < read) continue;
      const block = reading.blocks[0];
      yield {
        data: { table: reading.table.id },
        place: block === undefined ? null : { block },
        about: reading.table.id,
      };
    }
  },
});
