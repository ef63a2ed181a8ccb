import { openTotals } from './empties';
import { isTrialForm } from './old-form';
import { defineRule, tableReading } from './rule';

export const rule = defineRule<{ count: number; row: string; sum: number }>({
  id: 't3-total-blank',
  severity: 'warning',
  source: { document: '国办公开办函〔2021〕30号', clause: '表三“总计”列' },
  summary: {
    'zh-CN': '表三某行各列有数而总计列未填。每表一条；2019 年格式只作提示。',
    en: 'A row of table 3 has numbers but its total is empty. Once per table; a note only in the 2019 form.',
  },
  messages: {
    'zh-CN': ({ data }, name) =>
      `表三有 ${data.count} 行总计列未填（如“${name.row('applications', data.row)}”行，各列合计 ${data.sum}）。`,
    en: ({ data }, name) =>
      `${data.count} rows of table 3 have no total (for example “${name.row('applications', data.row)}”, whose columns add up to ${data.sum}).`,
  },
  advice: { 'zh-CN': '补填总计。', en: 'Fill in the totals.' },
  examples: [
    {
      name: '总计已填',
      cells: { 'applications.received.individual': 1, 'applications.received.total': 1 },
      findings: 0,
    },
    {
      name: '两行未填，报一条',
      cells: {
        'applications.received.individual': 1,
        'applications.received.total': '',
        'applications.carriedOut.individual': 1,
        'applications.carriedOut.total': '',
      },
      findings: 1,
    },
    { name: '全行空白不算', cells: { 'applications.received.total': '' }, findings: 0 },
  ],
  *check(report) {
    const reading = tableReading(report, 'applications');
    if (!reading?.found) return;
    const open = openTotals(report, reading);
    const [first] = open;
    if (first === undefined) return;
    yield {
      data: { count: open.length, row: first.row, sum: first.sum },
      severity: isTrialForm(reading.form) ? 'info' : 'warning',
      cells: open.map((each) => each.cell),
      place: first.place,
    };
  },
});
