import { feeStatements } from './fee';
import { defineRule } from './rule';
import { amountText, statementFinding } from './stated';

export const rule = defineRule<{ stated: string; value: number }>({
  id: 'text-fee',
  severity: 'warning',
  source: { document: '国办公开办函〔2021〕30号', clause: '表二第二十条第（八）项与正文' },
  summary: {
    'zh-CN': '正文所称行政事业性收费金额与表二（万元）一致，按正文的末位数字比较。',
    en: 'The fees that the text states agree with table 2 (10,000 yuan), compared to the last digit of the text.',
  },
  messages: {
    'zh-CN': ({ data }) => `正文称行政事业性收费“${data.stated}”，表二为 ${data.value} 万元。`,
    en: ({ data }) => `The text states fees of ${data.stated}; table 2 has ${data.value} (10,000 yuan).`,
  },
  advice: { 'zh-CN': '核对金额与单位。', en: 'Check amount and unit.' },
  examples: [
    {
      name: '元与万元换算后一致',
      prose: { 1: ['全年行政事业性收费40430元。'] },
      cells: { 'disclosure.fee.amount': '4.043' },
      findings: 0,
    },
    {
      name: '不一致',
      prose: { 1: ['主动公开行政事业性收费1项，公开费用总额为4.043万元。'] },
      cells: { 'disclosure.fee.amount': '4.34' },
      findings: 1,
    },
  ],
  *check(report) {
    for (const { statement, cell, value, ratio } of feeStatements(report)) {
      if (ratio !== 'other') continue;
      yield statementFinding({ statement, cells: [cell] }, { stated: amountText(statement), value });
    }
  },
});
