import { haveSameNumbers } from './alike';
import { lastYearOf } from './previous';
import { defineRule } from './rule';

const LICENCES = { 'disclosure.licence.decisions': 120, 'disclosure.penalty.decisions': 35 };

export const rule = defineRule<{ tables: string; year: number }>({
  id: 'numbers-same-last-year',
  severity: 'warning',
  source: { document: '国办公开办函〔2021〕30号', clause: '内容雷同、敷衍塞责的，依《条例》第四十七条追究' },
  summary: {
    'zh-CN': '同一张表的全部数据与上年完全相同，且非零数据多到不像巧合。全零的、只有一两件的不计。每份报告一条。',
    en: 'All numbers of a table are last year’s, and too many of them are not 0 for it to be chance. Once per report.',
  },
  messages: {
    'zh-CN': ({ data }, name) =>
      `${data.tables
        .split(',')
        .map((id) => name.table(id))
        .join('、')}的非零数据与 ${data.year} 年年报完全相同。`,
    en: ({ data }, name) =>
      `${data.tables
        .split(',')
        .map((id) => name.table(id))
        .join(', ')}: all numbers are those of the report of ${data.year}.`,
  },
  advice: { 'zh-CN': '核实是否沿用上年数据。', en: 'Check whether last year’s numbers were left standing.' },
  examples: [
    { name: '两年全零', previous: {}, findings: 0 },
    { name: '表二与上年相同', cells: LICENCES, previous: { cells: LICENCES }, findings: 1 },
    {
      name: '其中一格不同',
      cells: { ...LICENCES, 'disclosure.penalty.decisions': 36 },
      previous: { cells: LICENCES },
      findings: 0,
    },
    {
      name: '件数很小，两年可以相同',
      cells: { 'disclosure.licence.decisions': 3, 'disclosure.penalty.decisions': 9 },
      previous: { cells: { 'disclosure.licence.decisions': 3, 'disclosure.penalty.decisions': 9 } },
      findings: 0,
    },
    {
      name: '现行有效不变是常情',
      cells: { 'disclosure.regulation.inForce': 12, 'disclosure.normativeDocument.inForce': 134 },
      previous: { cells: { 'disclosure.regulation.inForce': 12, 'disclosure.normativeDocument.inForce': 134 } },
      findings: 0,
    },
  ],
  *check(report) {
    const last = lastYearOf(report);
    if (last === null) return;
    const same = report.tables.filter(({ table, form, found }) => {
      if (!found || last.report.forms[table.id] !== form.id) return false;
      return haveSameNumbers(
        table,
        (cell) => report.facts.get(cell),
        (cell) => last.report.facts[cell],
      );
    });
    const [first] = same;
    if (first === undefined) return;
    const block = first.blocks[0];
    yield {
      data: { tables: same.map(({ table }) => table.id).join(','), year: last.year },
      place: block === undefined ? null : { block },
      about: 'numbers',
    };
  },
});
