import { oldTables } from './old-form';
import { defineRule } from './rule';

/** One finding for the report: whoever took the old template took it whole. */
export const rule = defineRule<{ sections: string; numerals: string; form: string; year: number }>({
  id: 'old-format-table',
  severity: 'error',
  source: { document: '国办公开办函〔2021〕30号', clause: '自 2021 年度报告起执行' },
  summary: {
    'zh-CN':
      '2021 年度及以后的报告使用 2021 年格式的表格。以表二的表头判定；只是表三“（六）其他处理”合为一行的，属表格与格式不符。',
    en: 'Reports of 2021 and later use the tables of the 2021 form. The headings of table 2 decide; a table 3 whose item (6) is one row is only altered.',
  },
  messages: {
    'zh-CN': ({ data }) => `第${data.numerals}部分使用 ${data.form} 年试行格式旧表，报告年度为 ${data.year} 年。`,
    en: ({ data }) => `Section ${data.sections}: the table is of the ${data.form} form, the report of ${data.year}.`,
  },
  advice: {
    'zh-CN': '换用国办公开办函〔2021〕30号新表并重新统计。',
    en: 'Use the tables of 国办公开办函〔2021〕30号 and count anew.',
  },
  examples: [
    { name: '2021 年格式', findings: 0 },
    { name: '2020 年度报告用 2019 年格式', form: '2019', year: 2020, findings: 0 },
    { name: '2022 年度报告用 2019 年格式，表二、表三一并提出', form: '2019', year: 2022, findings: 1 },
    {
      name: '旧格式报告的标题年份有误，实为 2020 年',
      form: '2019',
      year: 2020,
      title: '示例县水务局2021年政府信息公开工作年度报告',
      published: '2021-01-20',
      findings: 0,
    },
  ],
  *check(report) {
    const old = oldTables(report);
    const [first] = old;
    if (first === undefined || report.year === null) return;
    const block = first.blocks[0];
    yield {
      data: {
        sections: old.map(({ table }) => table.section).join(', '),
        numerals: old.map(({ table }) => '一二三四五六'.charAt(table.section - 1)).join('、'),
        form: String(first.form.years.from),
        year: report.year,
      },
      place: block === undefined ? null : { block },
      about: 'tables',
    };
  },
});
