import { cellsOf } from './cells';
import { defineRule } from './rule';

export const rule = defineRule<{ raw: string }>({
  id: 'fee-invalid',
  severity: 'error',
  source: { document: '国办公开办函〔2021〕30号', clause: '表二“本年收费金额（单位：万元）”' },
  summary: {
    'zh-CN': '行政事业性收费是以万元为单位的非负金额。',
    en: 'Administrative fees are an amount in 10,000 yuan, 0 or more.',
  },
  messages: {
    'zh-CN': ({ data }) => `行政事业性收费填写“${data.raw}”，不是有效金额。`,
    en: ({ data }) => `Administrative fees say “${data.raw}”, which is no valid amount.`,
  },
  advice: { 'zh-CN': '以万元为单位填写数字。', en: 'Enter the amount in 10,000 yuan.' },
  examples: [
    { name: '小数金额', cells: { 'disclosure.fee.amount': '18.8710' }, findings: 0 },
    { name: '负数', cells: { 'disclosure.fee.amount': '-3' }, findings: 1 },
    { name: '文字', cells: { 'disclosure.fee.amount': '免收' }, findings: 1 },
  ],
  *check(report) {
    for (const { cell, fact } of cellsOf(report, 'decimal')) {
      const unreadable = fact.state === 'text' && !/\d/.test(fact.raw);
      const negative = fact.value !== null && fact.value < 0;
      if (unreadable || negative) yield { data: { raw: fact.raw }, cells: [cell.id], place: fact.place };
    }
  },
});
