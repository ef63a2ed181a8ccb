/** V19-3, V19-4 of the 2019 form: items of power and their change, and the decisions beside them. */
import { cell2019, ITEM_ROWS, value2019 } from './disclosure-2019';
import { firstPlace } from './failures';
import { defineRule } from './rule';

type Data = { readonly row: string; readonly last: number; readonly change: number; readonly decisions: number | null };

export const rule = defineRule<Data>({
  id: 'disclosure-2019-items',
  severity: 'info',
  source: { document: '国办公开办函〔2019〕60号（试行）', clause: '表二第二十条第（五）、（六）、（八）项' },
  summary: {
    'zh-CN':
      '2019 年格式表二：上年项目数加本年增减不小于 0（警示）；处理决定数量恰为上年项目数加增减的，疑填了事项数（提示）。',
    en: 'Table 2 of the 2019 form: items of last year and their change make no less than 0 (warning); decisions that equal their sum are likely items (note).',
  },
  messages: {
    'zh-CN': ({ data }, name) => {
      const sum = `上一年项目数量 ${data.last}，本年增/减 ${data.change}`;
      return data.decisions === null
        ? `${name.table('disclosure')}“${name.row('disclosure', data.row)}”${sum}，增减后为负数。`
        : `${name.table('disclosure')}“${name.row('disclosure', data.row)}”${sum}，处理决定数量 ${data.decisions} 恰为两者之和，疑将处理决定数量填为事项数。`;
    },
    en: ({ data }, name) => {
      const sum = `${data.last} items last year, change ${data.change}`;
      return data.decisions === null
        ? `${name.table('disclosure')}, ${name.row('disclosure', data.row)}: ${sum}, which leaves less than 0.`
        : `${name.table('disclosure')}, ${name.row('disclosure', data.row)}: ${sum}, and ${data.decisions} decisions are just their sum: likely items, not decisions.`;
    },
  },
  advice: {
    'zh-CN': '处理决定数量填本年办件数，不填事项数；增减以“-”表示减少。',
    en: 'Decisions are those taken in the year, not items; a minus sign stands for fewer.',
  },
  examples: [
    {
      name: '办件数与事项数不同',
      form: '2019',
      cells: {
        'disclosure.licence.itemsLastYear': 34,
        'disclosure.licence.change': '+16',
        'disclosure.licence.decisions': 773,
      },
      findings: 0,
    },
    {
      name: '事项数未变且办件恰好相同，可能是巧合',
      form: '2019',
      cells: {
        'disclosure.penalty.itemsLastYear': 2,
        'disclosure.penalty.change': 0,
        'disclosure.penalty.decisions': 2,
      },
      findings: 0,
    },
    {
      name: '填了事项数',
      form: '2019',
      cells: {
        'disclosure.licence.itemsLastYear': 22,
        'disclosure.licence.change': '+1',
        'disclosure.licence.decisions': 23,
      },
      findings: 1,
    },
    {
      name: '增减后为负',
      form: '2019',
      cells: { 'disclosure.licence.itemsLastYear': 2, 'disclosure.licence.change': '减4' },
      findings: 1,
    },
  ],
  *check(report) {
    for (const row of [...ITEM_ROWS, 'fee']) {
      const last = value2019(report, row, 'itemsLastYear');
      const change = value2019(report, row, 'change');
      if (last === null || change === null) continue;
      const decisions = value2019(report, row, 'decisions');
      const cells = ['itemsLastYear', 'change', 'decisions'].map((column) => cell2019(row, column));
      const place = firstPlace(report, cells);
      if (last + change < 0) {
        yield { data: { row, last, change, decisions: null }, severity: 'warning', cells: cells.slice(0, 2), place };
      } else if (change !== 0 && decisions !== null && decisions > 0 && last + change === decisions) {
        yield { data: { row, last, change, decisions }, cells, place };
      }
    }
  },
});
